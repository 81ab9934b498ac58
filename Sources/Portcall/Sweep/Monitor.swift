internal import Dispatch
internal import NIOCore

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A lock that threads can wait in, until another one changes what it guards.
final class Monitor: @unchecked Sendable {
    // @unchecked: a mutex is made to be used by several threads, and stays where it is.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let news = DispatchSemaphore(value: 0)

    init() { pthread_mutex_init(mutex, nil) }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    func holding<Value>(_ body: () throws -> Value) rethrows -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Wakes one of those that wait, or the next who does.
    func signal() { news.signal() }

    /// To be called by who holds it, and does again afterwards; whatever woke it is to be looked for.
    ///
    /// - Parameter amount: of the monotonic clock; nil for as long as it takes.
    func wait(atMost amount: TimeAmount? = nil) {
        pthread_mutex_unlock(mutex)
        defer { pthread_mutex_lock(mutex) }
        guard let amount else { return news.wait() }
        _ = news.wait(timeout: .now() + .nanoseconds(Int(max(0, amount.nanoseconds))))
    }
}

extension System {
    /// What a look-up needs of a stack, with all that nsswitch may call.
    private static let stackSize = 524_288

    /// Begins a thread that nobody waits for; false where there can be no more.
    static func beginThread(_ body: @escaping @Sendable () -> Never) -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackSize)
        pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        let work = Unmanaged.passRetained(Work(body))
        #if canImport(Darwin)
            var thread: pthread_t?
            let code = pthread_create(&thread, &attributes, { Work.run($0) }, work.toOpaque())
        #else
            var thread = pthread_t()
            let code = pthread_create(&thread, &attributes, { Work.run($0) }, work.toOpaque())
        #endif
        if code != 0 { work.release() }
        return code == 0
    }
}

/// What a thread does, as an object for C to carry.
private final class Work: Sendable {
    private let body: @Sendable () -> Never

    init(_ body: @escaping @Sendable () -> Never) {
        self.body = body
    }

    static func run(_ pointer: UnsafeMutableRawPointer?) -> Never {
        guard let pointer else { fatalError("a thread has nothing to do") }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
    }
}

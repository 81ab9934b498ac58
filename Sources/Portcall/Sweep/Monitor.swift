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
    // @unchecked: a mutex is made to be used by several threads, and stays where it is; it guards the variable.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let news = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// That nobody has woken to yet.
    private var signals = 0

    init() {
        pthread_mutex_init(mutex, nil)
        #if canImport(Darwin)
            pthread_cond_init(news, nil)
        #else
            // A semaphore, and a condition that is told nothing else, wait until a moment of the wall clock.
            var attributes = pthread_condattr_t()
            pthread_condattr_init(&attributes)
            pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            pthread_cond_init(news, &attributes)
            pthread_condattr_destroy(&attributes)
        #endif
    }

    deinit {
        pthread_cond_destroy(news)
        pthread_mutex_destroy(mutex)
        news.deallocate()
        mutex.deallocate()
    }

    func holding<Value>(_ body: () throws -> Value) rethrows -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Wakes one of those that wait, or the next who does; to be called by who holds it.
    func signal() {
        signals += 1
        pthread_cond_signal(news)
    }

    /// To be called by who holds it, and does again afterwards; whatever woke it is to be looked for.
    ///
    /// - Parameter amount: of the monotonic clock; nil for as long as it takes.
    func wait(atMost amount: TimeAmount? = nil) {
        let end = amount.map { NIODeadline.now() + $0 }
        while signals == 0 {
            guard let end else {
                pthread_cond_wait(news, mutex)
                continue
            }
            guard end > .now() else { return }
            wait(until: end)
        }
        signals -= 1
    }

    private func wait(until end: NIODeadline) {
        #if canImport(Darwin)
            let time = max(0, (end - .now()).nanoseconds)
        #else
            let time = Int64(clamping: end.uptimeNanoseconds)
        #endif
        // Which module has the fields of a `timespec` depends on what was compiled before: seconds, then nanoseconds.
        var moment = unsafeBitCast((Int(time / 1_000_000_000), Int(time % 1_000_000_000)), to: timespec.self)
        #if canImport(Darwin)
            pthread_cond_timedwait_relative_np(news, mutex, &moment)
        #else
            pthread_cond_timedwait(news, mutex, &moment)
        #endif
    }
}

extension System {
    /// What a look-up needs of a stack, with all that nsswitch may call.
    private static let stackSize = 524_288

    /// Begins a thread that nobody waits for; false where there can be no more.
    static func beginThread(_ body: @escaping @Sendable () -> Never) -> Bool {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        defer {
            pthread_attr_destroy(attributes)
            attributes.deallocate()
        }
        pthread_attr_setstacksize(attributes, stackSize)
        pthread_attr_setdetachstate(attributes, CInt(PTHREAD_CREATE_DETACHED))
        let work = Unmanaged.passRetained(Work(body))
        #if canImport(Darwin)
            var thread: pthread_t?
            let code = pthread_create(&thread, attributes, { Work.run($0) }, work.toOpaque())
        #else
            var thread = pthread_t()
            let code = pthread_create(&thread, attributes, { Work.run($0) }, work.toOpaque())
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

internal import NIOCore

/// What blocks, off the event loops: names are looked up as the machine's other programs do it, many at once, and never a
/// thread a name.
///
/// `getaddrinfo` blocks for as long as a name server is silent. Who has waited a second no longer counts among those that
/// may run at once, so that names of a silent server do not hold up the others. Threads are begun as they are needed and
/// wait for more; nobody waits for them at the end of the process.
final class NamePool: @unchecked Sendable {
    // @unchecked: the variables are read and written by whoever holds the monitor.

    /// One for the process, as its threads are.
    static let shared = NamePool()

    /// A name to look up, and what to do about it.
    struct LookUp: Sendable {
        let host: Host
        let family: AddressFamily
        /// Is told when it begins, on a thread of the pool.
        var begin: @Sendable () -> Void = {}
        /// Is given what came of it, on a thread of the pool.
        let end: @Sendable (Answer) -> Void
    }

    typealias Answer = Result<[SocketAddress], ResolveFailure>

    /// How many threads there ever are; half as many look-ups may run at once.
    static let threadLimit = 128

    private let threadLimit: Int
    /// For how long each counts.
    private let patience: TimeAmount
    private let limit: Int

    private let monitor = Monitor()
    private let look: @Sendable (Host, AddressFamily) -> Answer
    private var queue = CircularBuffer<@Sendable () -> Void>()
    /// When each thread that looks up began.
    private var begun: [Int: NIODeadline] = [:]
    private var threads = 0
    private var idle = 0

    /// - Parameters:
    ///   - threadLimit: how many threads there ever are.
    ///   - patience: how long a look-up counts among those that may run at once.
    ///   - look: blocks; another one for the tests.
    init(
        _ threadLimit: Int = threadLimit,
        patience: TimeAmount = .seconds(1),
        _ look: @escaping @Sendable (Host, AddressFamily) -> Answer = { host, family in
            Result { () throws(ResolveFailure) in try System.addresses(of: host, port: 0, family: family) }
        }
    ) {
        self.threadLimit = max(1, threadLimit)
        limit = max(1, threadLimit / 2)
        self.patience = patience
        self.look = look
    }

    func submit(_ lookUp: LookUp) {
        let isTaken = begin { [look] in
            lookUp.begin()
            lookUp.end(look(lookUp.host, lookUp.family))
        }
        guard !isTaken else { return }
        lookUp.end(.failure(ResolveFailure(Shortage(reason: "this machine has no room for another thread"))))
    }

    /// Something else that blocks and is soon done.
    ///
    /// - Returns: false where there is no thread, and no room for one.
    func begin(_ work: @escaping @Sendable () -> Void) -> Bool {
        monitor.holding {
            if idle > 0 { monitor.signal() } else { beginThread() }
            if threads > 0 { queue.append(work) }
            return threads > 0
        }
    }

    /// To be called by who holds the monitor.
    private func beginThread() {
        guard threads < threadLimit else { return }
        let number = threads
        guard System.beginThread({ [self] in work(as: number) }) else { return }
        threads += 1
    }

    private func work(as number: Int) -> Never {
        while true {
            let work = monitor.holding { awaitWork(number) }
            work()
            monitor.holding { begun[number] = nil }
        }
    }

    private func awaitWork(_ number: Int) -> @Sendable () -> Void {
        while true {
            let now = NIODeadline.now()
            // With as many as count, one thread waits until the first of them no longer does, or is done itself.
            let counting = begun.values.filter { $0 + patience > now }
            if counting.count < limit, let work = queue.popFirst() {
                begun[number] = now
                if !queue.isEmpty, idle == 0 { beginThread() }
                return work
            }
            idle += 1
            if queue.isEmpty {
                monitor.wait()
            } else {
                monitor.wait(atMost: (counting.min() ?? now) + patience - now)
            }
            idle -= 1
        }
    }
}

internal import NIOCore

/// Turns hosts into addresses as the machine's other programs do, off the event loops.
struct Resolver: Sendable {
    let family: AddressFamily
    var pool = NamePool.shared

    /// The addresses to call, in the order to try them, without duplicates: those known already, else those of the host.
    func addresses(for plan: Plan, on loop: any EventLoop) -> EventLoopFuture<[SocketAddress]> {
        let known = plan.addresses?.compactMap { try? Host($0) } ?? []
        let promise = loop.makePromise(of: [SocketAddress].self)
        // Of those known, some may be of the family that is not wanted.
        let addresses = known.flatMap { (try? literal($0)?.get()) ?? [] }
        let host = known.first ?? plan.target.host
        if !addresses.isEmpty {
            promise.succeed(addresses)
        } else if let answer = literal(host) {
            promise.completeWith(answer.mapError { $0 })
        } else {
            pool.submit(NamePool.LookUp(host: host, family: family) { promise.completeWith($0.mapError { $0 }) })
        }
        return promise.futureResult.map { $0.map { $0.with(plan.target.port) } }
    }

    /// What is an address already needs no look-up, and no thread; nil for a name.
    func literal(_ host: Host) -> NamePool.Answer? {
        if case .name = host { return nil }
        return Result { () throws(ResolveFailure) in try System.addresses(of: host, port: 0, family: family) }
    }
}

extension SocketAddress {
    /// The same machine's port.
    func with(_ port: Int) -> SocketAddress {
        var address = self
        address.port = port
        return address
    }
}

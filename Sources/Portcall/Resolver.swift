internal import NIOCore

/// Turns hosts into addresses as the machine's other programs do, off the event loops.
struct Resolver: Sendable {
    let family: AddressFamily
    var pool = NamePool.shared

    /// The addresses to call, in the order to try them, without duplicates: those known already, else those of the host.
    func addresses(for plan: Plan, on loop: any EventLoop) -> EventLoopFuture<[SocketAddress]> {
        let promise = loop.makePromise(of: [SocketAddress].self)
        if let answer = known(plan) {
            promise.completeWith(answer.mapError { $0 })
        } else {
            let host = plan.target.host
            pool.submit(NamePool.LookUp(host: host, family: family) { promise.completeWith($0.mapError { $0 }) })
        }
        return promise.futureResult.map { $0.map { $0.with(plan.target.port) } }
    }

    /// What needs no look-up, and no thread; nil for a name whose addresses nobody has given.
    func known(_ plan: Plan) -> NamePool.Answer? {
        if let addresses = plan.addresses, !addresses.isEmpty { return literals(addresses) }
        return literal(plan.target.host)
    }

    /// The addresses that are known already; some may be of the family that is not wanted.
    private func literals(_ known: [String]) -> NamePool.Answer {
        let answers = known.compactMap { try? Host($0) }.compactMap(literal)
        let addresses = answers.flatMap { (try? $0.get()) ?? [] }
        return addresses.isEmpty ? answers.first ?? .failure(ResolveFailure(reason: "no address")) : .success(addresses)
    }

    /// Nil for a name.
    private func literal(_ host: Host) -> NamePool.Answer? {
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

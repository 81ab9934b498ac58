internal import NIOCore
internal import NIOPosix

/// Turns hosts into addresses as the machine's other programs do, off the event loops.
struct Resolver: Sendable {
    let family: AddressFamily

    /// The addresses to call, in the order to try them, without duplicates: those known already, else those of the host.
    func addresses(for plan: Plan, on loop: any EventLoop) -> EventLoopFuture<[SocketAddress]> {
        let known = plan.addresses?.compactMap { try? Host($0) } ?? []
        return NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
            // Of those known, some may be of the family that is not wanted.
            let addresses = known.flatMap { (try? look($0, plan)) ?? [] }
            return addresses.isEmpty ? try look(known.first ?? plan.target.host, plan) : addresses
        }
    }

    private func look(_ host: Host, _ plan: Plan) throws -> [SocketAddress] {
        try System.addresses(of: host, port: plan.target.port, family: family)
    }
}

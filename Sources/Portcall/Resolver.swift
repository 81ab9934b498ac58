internal import NIOCore
internal import NIOPosix

/// Turns hosts into addresses as the machine's other programs do, off the event loops.
struct Resolver: Sendable {
    let family: AddressFamily

    /// The addresses to call, in the order to try them, without duplicates: those known already, else those of the host.
    func addresses(for plan: Plan, on loop: any EventLoop) -> EventLoopFuture<[SocketAddress]> {
        let known = plan.addresses?.compactMap { try? Host($0) }
        return NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
            try (known ?? [plan.target.host]).flatMap {
                try System.addresses(of: $0, port: plan.target.port, family: family)
            }
        }
    }
}

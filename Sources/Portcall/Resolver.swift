internal import NIOCore
internal import NIOPosix

/// Turns hosts into addresses as the machine's other programs do, off the event loops.
struct Resolver: Sendable {
    let family: AddressFamily

    /// The addresses of a host in the order to try them, without duplicates.
    func addresses(of target: Target, on loop: any EventLoop) -> EventLoopFuture<[SocketAddress]> {
        NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
            try System.addresses(of: target.host, port: target.port, family: family)
        }
    }
}

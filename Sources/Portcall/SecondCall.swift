internal import NIOCore
internal import NIOPosix

/// The one more connection, where the first stayed silent or was closed before its first byte.
///
/// A call of its own that begins with TLS and ends with the first thing the server says to that.
struct SecondCall {
    /// Whoever speaks TLS answers a ClientHello within this.
    private static let patience = TimeAmount.seconds(5)

    private let call: Call
    private let equipment: Equipment
    private let start: NIODeadline
    private let deadline: NIODeadline

    init(after call: Call, _ equipment: Equipment, start: NIODeadline, deadline: NIODeadline) {
        self.call = Call(trying: call)
        self.equipment = equipment
        self.start = start
        self.deadline = min(deadline, .now() + Self.patience)
    }

    /// Never fails: no connection is a result too.
    func make(to address: SocketAddress, on loop: any EventLoop) -> EventLoopFuture<TLSTry> {
        let finished = loop.makePromise(of: Call.self)
        ClientBootstrap(group: loop)
            .connectTimeout(max(.milliseconds(1), deadline - .now()))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = CallHandler(call, equipment, start: start, deadline: deadline, finished: finished)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(to: address)
            .whenFailure { finished.fail($0) }
        return finished.futureResult.map { TLSTry($0.observation) }.recover { _ in .nothing }
    }
}

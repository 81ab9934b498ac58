internal import NIOCore
internal import NIOPosix
package import PortcallCore
internal import PortcallTLS
package import PortcallWorkshop

/// A server on loopback that plays the server's side of a transcript, with real TLS where the transcript has TLS.
///
/// Pauses are not kept: what a transcript does over ten seconds, the server does as fast as it is asked. Of the
/// client's lines only their number counts, so that a client with another name in its EHLO is served too.
package struct DemoServer: Sendable {
    /// Given by the system.
    package let port: Int
    private let channel: any Channel

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - transcript: what to play, connection by connection; the one more of a TLS try is played from its result.
    ///   - settings: what to serve where the transcript has TLS.
    ///   - address: of this machine.
    /// - Throws: what NIO says where the address cannot be had, or `TLSUnavailable`.
    package init(
        playing transcript: Transcript,
        _ settings: ServerSettings?,
        on address: String = "127.0.0.1"
    ) async throws {
        let context = try settings.map { try TLSContext($0) }
        // One loop for the listener and all its connections: what they share needs no lock.
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        switch transcript.plan.service.transport {
        case .tcp:
            let connections = NIOLoopBoundBox.makeBoxSendingValue(transcript.connections[...], eventLoop: loop)
            channel = try await ServerBootstrap(group: loop)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let entries = connections.value.popFirst() ?? transcript.entriesOfTLSTry
                        try channel.pipeline.syncOperations.addHandler(DemoHandler(entries, context))
                    }
                }
                .bind(host: address, port: 0)
                .get()
        case .udp:
            channel = try await DatagramBootstrap(group: loop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(DemoDatagramHandler(transcript.entries))
                    }
                }
                .bind(host: address, port: 0)
                .get()
        }
        port = channel.localAddress?.port ?? 0
    }

    /// Listens no longer; connections end with their clients.
    package func stop() async {
        try? await channel.close()
    }
}

extension Transcript {
    /// What each connection of the call has; the next one begins where `connected` stands again.
    fileprivate var connections: [[Entry]] {
        var connections: [[Entry]] = [[]]
        var isConnected = false
        for entry in entries {
            if case .event(.connected) = entry {
                if isConnected { connections.append([]) }
                isConnected = true
            } else if case .client = entry {
                isConnected = true
            }
            connections[connections.count - 1].append(entry)
        }
        return connections
    }

    /// What the one more connection meets; closed where the transcript has none.
    fileprivate var entriesOfTLSTry: [Entry] {
        for case .event(.tlsTried(let result)) in entries {
            switch result {
            case .spokeTLS: return [.event(.tlsBegan)]
            case .spoke(let bytes): return [.server(bytes)]
            case .nothing: continue
            }
        }
        return [.event(.closed(isReset: false))]
    }
}

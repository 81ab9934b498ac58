internal import NIOCore

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension System {
    /// Why a connection did not come about, told more exactly where the system knows it; blocks.
    ///
    /// A reset and an ICMP message give programs the same error. Linux 5.8 and later keeps the message for a socket that
    /// asked for it before it began to connect (`IP_RECVERR`), so one more connection is begun.
    static func explain(
        _ failure: Attempt.Failure,
        at address: SocketAddress,
        from source: SocketAddress?,
        within patience: TimeAmount
    ) -> Attempt.Failure {
        #if os(Linux)
            guard let socket = ErrorQueue(connectingTo: address, from: source, within: patience) else { return failure }
            if let message = socket.message { return message.failure ?? failure }
            return socket.code == ECONNREFUSED ? .refused(.reset) : failure
        #else
            return failure
        #endif
    }
}

extension System {
    /// Binds a socket; true too where it is to be bound to nothing.
    static func bind(_ descriptor: CInt, to source: SocketAddress?) -> Bool {
        guard let source else { return true }
        return source.withSockAddr { systemBind(descriptor, $0, socklen_t($1)) } == 0
    }

    /// Why a socket cannot be bound to that address; nil where it can.
    static func troubleBinding(to source: SocketAddress) -> String? {
        let descriptor = socket(source.protocol == .inet6 ? AF_INET6 : AF_INET, streamType, 0)
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        defer { _ = close(descriptor) }
        guard !bind(descriptor, to: source) else { return nil }
        return errno == EADDRNOTAVAIL ? "it is not an address of this machine" : String(cString: strerror(errno))
    }
}

// Inside `System` the name is its own.
private func systemBind(_ descriptor: CInt, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> CInt {
    bind(descriptor, address, size)
}

#if canImport(Glibc)
    private let streamType = CInt(SOCK_STREAM.rawValue)
    private let nonBlocking = CInt(SOCK_NONBLOCK.rawValue)
#elseif canImport(Musl)
    private let streamType = CInt(SOCK_STREAM)
    private let nonBlocking = CInt(SOCK_NONBLOCK)
#else
    private let streamType = SOCK_STREAM
#endif

#if os(Linux)
    /// A connection that failed, and what the system has kept of why.
    private struct ErrorQueue {
        /// What the connection failed with.
        let code: CInt
        /// nil where nothing but a reset came.
        let message: ICMPMessage?

        /// Connects once more; nil where that did not fail in time.
        init?(connectingTo address: SocketAddress, from source: SocketAddress?, within patience: TimeAmount) {
            let isSix = address.protocol == .inet6
            let family = isSix ? AF_INET6 : AF_INET
            let descriptor = socket(family, streamType | nonBlocking, 0)
            guard descriptor >= 0 else { return nil }
            defer { _ = Glibc.close(descriptor) }
            var on: CInt = 1
            let size = socklen_t(MemoryLayout<CInt>.size)
            let (level, option) = isSix ? (CInt(IPPROTO_IPV6), CInt(25)) : (CInt(IPPROTO_IP), CInt(11))  // …_RECVERR
            guard setsockopt(descriptor, level, option, &on, size) == 0 else { return nil }
            guard System.bind(descriptor, to: source) else { return nil }
            let begun = address.withSockAddr { Glibc.connect(descriptor, $0, socklen_t($1)) }
            var failure = begun == 0 ? 0 : errno
            if failure == EINPROGRESS {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&waiting, 1, CInt(clamping: patience.nanoseconds / 1_000_000)) == 1 else { return nil }
                var length = size
                guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &length) == 0 else { return nil }
            }
            guard failure != 0 else { return nil }
            code = failure
            message = ICMPMessage(queuedAt: descriptor)
        }
    }

    /// What a router or a firewall said of a packet of ours (RFC 792, RFC 4443).
    private struct ICMPMessage {
        let isSix: Bool
        let type: UInt8
        let code: UInt8
        let sender: String?

        /// The first message of the error queue: a `sock_extended_err`, and the address of its sender behind it.
        init?(queuedAt descriptor: CInt) {
            var control = [UInt8](repeating: 0, count: 512)
            var packet = [UInt8](repeating: 0, count: 256)
            let received = packet.withUnsafeMutableBytes { data in
                control.withUnsafeMutableBytes { buffer in
                    var part = iovec(iov_base: data.baseAddress, iov_len: data.count)
                    return withUnsafeMutablePointer(to: &part) { part in
                        var header = msghdr()
                        header.msg_iov = part
                        header.msg_iovlen = 1
                        header.msg_control = buffer.baseAddress
                        header.msg_controllen = buffer.count
                        let count = recvmsg(descriptor, &header, CInt(MSG_ERRQUEUE))
                        return count < 0 ? -1 : Int(header.msg_controllen)
                    }
                }
            }
            let begin = MemoryLayout<cmsghdr>.size
            guard received >= begin + 16 else { return nil }
            let error = control[begin..<received]
            // The kernel's own errors have another origin than 2 (ICMP) or 3 (ICMPv6).
            guard error[begin + 4] == 2 || error[begin + 4] == 3 else { return nil }
            isSix = error[begin + 4] == 3
            type = error[begin + 5]
            code = error[begin + 6]
            sender = Self.address(Array(error.dropFirst(16)))
        }

        /// Of a `sockaddr`.
        private static func address(_ bytes: [UInt8]) -> String? {
            guard bytes.count >= 16 else { return nil }
            let family = CInt(bytes.withUnsafeBytes { $0.loadUnaligned(as: sa_family_t.self) })
            let (start, length) = family == AF_INET6 ? (8, 16) : (4, 4)
            guard family == AF_INET || family == AF_INET6, bytes.count >= start + length else { return nil }
            var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
            guard inet_ntop(family, Array(bytes[start..<(start + length)]), &text, socklen_t(text.count)) != nil else {
                return nil
            }
            return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }

        /// nil for what says nothing of a way or a ban.
        var failure: Attempt.Failure? {
            guard type == (isSix ? 1 : 3) else { return nil }
            switch (isSix, code) {
            // A machine refuses TCP by a reset: who says that the port cannot be reached is a firewall.
            case (false, 3), (true, 4): return .refused(.icmp(words))
            case (false, 2), (false, 9), (false, 10), (false, 13), (true, 1), (true, 5), (true, 6):
                return .forbidden(words)
            default: return .noRoute(words)
            }
        }

        private var words: String {
            let names = isSix ? Self.namesOfSix : Self.names
            let name = names[code].map { " '\($0)'" } ?? ""
            return "ICMP\(isSix ? "v6" : "")\(name) (type \(type), code \(code)) from \(sender ?? "an unknown sender")"
        }

        private static let names: [UInt8: String] = [
            0: "network unreachable", 1: "host unreachable", 2: "protocol unreachable", 3: "port unreachable",
            9: "network prohibited", 10: "host prohibited", 13: "administratively prohibited",
        ]

        private static let namesOfSix: [UInt8: String] = [
            0: "no route", 1: "administratively prohibited", 3: "address unreachable", 4: "port unreachable",
            5: "failed policy", 6: "reject route",
        ]
    }
#endif

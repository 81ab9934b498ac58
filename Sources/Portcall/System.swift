internal import NIOCore

// What differs between systems stands here, for the whole target.
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// This machine's own knowledge: its clock, its name, and how it resolves the names of others.
enum System {
    /// The wall clock, to the second.
    static var now: Timestamp { Timestamp(seconds: Int64(time(nil))) }

    /// This machine's host name where it is a qualified one, fit to be said in EHLO.
    static var qualifiedName: String? {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
        let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard name.contains("."), !name.hasPrefix("localhost"), case .name(let host)? = try? Host(name) else {
            return nil
        }
        return host
    }

    /// Asks the system's resolver; blocks, so never on an event loop.
    ///
    /// Without `AI_ADDRCONFIG`, which hides addresses of a family that only the loopback has.
    static func addresses(of host: Host, port: Int, family: AddressFamily) throws(ResolveFailure) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_socktype = streamType
        hints.ai_family =
            switch family {
            case .any: AF_UNSPEC
            case .ipv4: AF_INET
            case .ipv6: AF_INET6
            }
        if case .name = host {} else { hints.ai_flags = AI_NUMERICHOST }
        var list: UnsafeMutablePointer<addrinfo>?
        errno = 0
        let code = getaddrinfo(host.text, String(port), &hints, &list)
        guard code == 0 else {
            let shortage = Shortage(ofLookUp: code, errno)
            guard code == EAI_NONAME, case .name = host, family != .any else {
                let words = hints.ai_flags == AI_NUMERICHOST ? unusable(host, family) : words(for: code)
                throw ResolveFailure(reason: words, shortage: shortage)
            }
            // Resolvers say the same of a name that only lacks the family.
            let isThere = (try? addresses(of: host, port: port, family: .any)) != nil
            throw ResolveFailure(reason: words(for: isThere ? EAI_FAMILY : code), shortage: shortage)
        }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var next = list
        while let info = next?.pointee {
            if let address = socketAddress(info), !found.contains(address) { found.append(address) }
            next = info.ai_next
        }
        guard !found.isEmpty else { throw ResolveFailure(reason: "the name has no address") }
        return found
    }

    /// The name servers that this machine asks, in its order; without the file it asks itself.
    static var nameServers: [NameServer] {
        let named = lines(of: "/etc/resolv.conf").compactMap { line -> String? in
            let words = line.split { $0 == " " || $0 == "\t" }
            return words.count >= 2 && words[0] == "nameserver" ? String(words[1]) : nil
        }
        return (named.isEmpty ? ["127.0.0.1"] : named).compactMap { address in
            try? NameServer(address.contains(":") ? "[\(address)]" : address)
        }
    }

    /// The lines of a small file; none where it cannot be read.
    private static func lines(of path: String) -> [Substring] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: "\n")
    }

    private static func socketAddress(_ info: addrinfo) -> SocketAddress? {
        guard let address = info.ai_addr else { return nil }
        switch info.ai_family {
        case AF_INET:
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { SocketAddress($0.pointee, host: "") }
        case AF_INET6:
            return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { SocketAddress($0.pointee, host: "") }
        default: return nil
        }
    }

    /// Why an address as it was typed leads nowhere.
    private static func unusable(_ host: Host, _ family: AddressFamily) -> String {
        if let zone = host.text.split(separator: "%").dropFirst().first {
            return "this machine has no interface '\(zone)'"
        }
        return "it is an address of another family than the one asked for"
    }

    private static func words(for code: CInt) -> String {
        switch code {
        case EAI_NONAME: "no such host"
        case EAI_AGAIN: "the name servers did not answer"
        case EAI_FAIL: "the name servers failed"
        case EAI_FAMILY, otherFamilyCode: "it has no address of the family asked for"
        case noAddressCode: "the name exists and has no address"
        default: String(cString: gai_strerror(code))
        }
    }

    /// Has what the server sends next acknowledged without delay; to be said after each write.
    ///
    /// A server that answers in two small segments (a list line by line, session tickets and then its greeting) and has
    /// Nagle's algorithm on keeps the second until we acknowledge the first: 40 ms on Linux.
    static func acknowledgeAtOnce(_ channel: any Channel) {
        #if os(Linux)
            let option = ChannelOptions.Types.SocketOption(level: .tcp, name: .init(rawValue: TCP_QUICKACK))
            try? channel.syncOptions?.setOption(option, value: 1)
        #endif
    }

    /// Why a connection did not come about.
    static func failure(_ error: any Error) -> Attempt.Failure {
        if case .connectTimeout? = error as? ChannelError { return .timedOut }
        guard let error = error as? IOError else { return .other("\(error)".escaped) }
        let words = String(cString: strerror(error.errnoCode))
        return switch error.errnoCode {
        case ECONNREFUSED: .refused(.untold)
        case ETIMEDOUT: .timedOut
        case ECONNRESET, EPIPE, ENOTCONN: .reset
        case EHOSTUNREACH: .noRoute(words)
        case ENETUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT: .noFamily(words)
        default: .other(words)
        }
    }
}

#if canImport(Glibc)
    private let streamType = CInt(SOCK_STREAM.rawValue)
    // EAI_NODATA and EAI_ADDRFAMILY, which <netdb.h> shows only with GNU extensions on.
    private let noAddressCode: CInt = -5
    private let otherFamilyCode: CInt = -9
#else
    private let streamType = CInt(SOCK_STREAM)
    private let noAddressCode = EAI_NODATA
    private let otherFamilyCode = EAI_ADDRFAMILY
#endif

extension SocketAddress {
    /// The address alone, with its zone where it has one.
    var text: String {
        var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let code = withSockAddr { address, size in
            getnameinfo(address, socklen_t(size), &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST)
        }
        guard code == 0 else { return ipAddress ?? "unknown" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// The name could not be turned into an address.
struct ResolveFailure: Error, Equatable {
    let reason: String
    /// What this machine lacks for a look-up; nil where that is not why.
    let shortage: Shortage?

    init(reason: String, shortage: Shortage? = nil) {
        self.reason = reason
        self.shortage = shortage
    }

    /// This machine could not ask.
    init(_ shortage: Shortage) {
        self.init(reason: shortage.reason, shortage: shortage)
    }

    /// Nobody has answered within that time.
    init(waited patience: Duration) {
        self.init(reason: "no name server answered within \(patience.seconds) s")
    }
}

/// Which addresses of a name are called.
public enum AddressFamily: Sendable {
    case any
    case ipv4
    case ipv6
}

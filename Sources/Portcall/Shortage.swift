internal import NIOCore

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What this machine lacks for a call: descriptors, ports, memory, threads.
///
/// No server is to blame for it.
struct Shortage: Error, Equatable {
    /// As a sentence of its own, without its stop.
    let reason: String

    init(reason: String) {
        self.reason = reason
    }

    /// Nil for what may be anybody's fault.
    ///
    /// - Parameters:
    ///   - error: why something did not come about.
    ///   - address: where to.
    init?(_ error: any Error, at address: SocketAddress? = nil) {
        switch error {
        case let shortage as Shortage: self = shortage
        case let failure as ResolveFailure:
            guard let shortage = failure.shortage else { return nil }
            self = shortage
        case let error as IOError: self.init(code: error.errnoCode, isOfIPv4: address?.protocol == .inet)
        default: return nil
        }
    }

    /// - Parameters:
    ///   - code: the system's.
    ///   - isOfIPv4: what came of a connection over IPv4, which every machine has an address for.
    init?(code: CInt, isOfIPv4: Bool = false) {
        switch code {
        case EMFILE: reason = "this machine lets portcall open no more files (ulimit -n)"
        case ENFILE: reason = "this machine can open no more files"
        case ENOMEM, ENOBUFS: reason = "this machine has no memory left"
        // We bind to no port that we have chosen.
        case EADDRINUSE: reason = Self.noPort
        case EADDRNOTAVAIL where isOfIPv4: reason = Self.noPort
        default: return nil
        }
    }

    /// Why a look-up failed; asked at once, before anything else fails.
    ///
    /// The resolver says "try again" or "no such host" where it could not open a socket or a file of its own.
    ///
    /// - Parameters:
    ///   - code: what `getaddrinfo` returned.
    ///   - error: `errno` after it, which was 0 before.
    init?(ofLookUp code: CInt, _ error: CInt) {
        guard code != EAI_MEMORY else {
            self.init(code: ENOMEM)
            return
        }
        if let shortage = Shortage(code: error) {
            self = shortage
            return
        }
        let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard descriptor < 0 else {
            close(descriptor)
            return nil
        }
        self.init(code: errno)
    }

    private static let noPort = "this machine has no local port left (net.ipv4.ip_local_port_range)"
}

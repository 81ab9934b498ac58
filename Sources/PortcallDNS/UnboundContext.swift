internal import CUnbound

/// A context of libunbound with our settings, and its life.
///
/// libunbound locks what its contexts hold, so that threads may share one; the pointer never changes.
final class UnboundContext: @unchecked Sendable {
    private let library: UnboundLibrary
    private let pointer: UnboundLibrary.Context
    /// There is an anchor, so that an answer without signatures is known to have none.
    let validates: Bool

    /// - Parameters:
    ///   - forwarders: whom to ask, as `192.0.2.53@53`; nil for those of `/etc/resolv.conf`.
    ///   - anchors: the file with the trust anchors; nil for the system's.
    /// - Throws: what libunbound does not take.
    init(forwarders: [String]?, anchors: String?) throws(UnboundFailure) {
        let library = try UnboundLibrary.shared.get()
        guard let pointer = library.create() else { throw UnboundFailure(reason: "libunbound does not start") }
        self.library = library
        self.pointer = pointer
        let file = anchors ?? Self.systemAnchors.first { System.isReadable($0) }
        validates = file != nil
        for (option, value) in Self.options { try check(library.setOption(pointer, option, value)) }
        if let file { try check(library.addTrustAnchors(pointer, file)) }
        if let forwarders {
            for forwarder in forwarders { try check(library.setForwarder(pointer, forwarder)) }
        } else {
            try readSystemFiles()
        }
        try check(library.makeAsynchronous(pointer, 1))
        // Only now, for this makes the settings final.
        for zone in Self.unblocked { try check(library.removeZone(pointer, zone)) }
    }

    deinit {
        library.delete(pointer)
    }

    /// Becomes readable when an answer has come.
    var descriptor: CInt { library.descriptor(pointer) }

    /// Calls back for every answer that has come.
    func process() {
        _ = library.process(pointer)
    }

    /// - Returns: the number by which the look-up can be cancelled.
    func begin(
        name: String,
        type: UInt16,
        _ context: UnsafeMutableRawPointer,
        _ callback: UnboundLibrary.Callback
    ) throws(UnboundFailure) -> CInt {
        var number: CInt = 0
        try check(library.resolve(pointer, name, CInt(type), Self.internet, context, callback, &number))
        return number
    }

    /// - Returns: whether the look-up had not been answered yet; then its callback is never called.
    func cancel(_ number: CInt) -> Bool {
        library.cancel(pointer, number) == UB_NOERROR.rawValue
    }

    /// As this machine's other programs look names up; without name servers they ask the machine itself.
    private func readSystemFiles() throws(UnboundFailure) {
        if library.readResolvConf(pointer, nil) == UB_READFILE.rawValue {
            try check(library.setForwarder(pointer, "127.0.0.1"))
        }
        // A machine without the file has no names of its own.
        _ = library.readHosts(pointer, nil)
    }

    private func check(_ code: CInt) throws(UnboundFailure) {
        guard code != UB_NOERROR.rawValue else { return }
        throw library.failure(code)
    }

    private static let internet: CInt = 1

    private static let options = [
        // Laboratories and companies name servers on loopback and look up private addresses.
        ("do-not-query-localhost:", "no"), ("unblock-lan-zones:", "yes"), ("insecure-lan-zones:", "yes"),
        // The servers asked may know names that the root proves not to exist: those of a company.
        ("aggressive-nsec:", "no"), ("harden-below-nxdomain:", "no"),
        // What is wrong is told in the answers, not in the system's log.
        ("use-syslog:", "no"), ("verbosity:", "0"),
    ]

    /// Answered by libunbound itself unless it is told not to (RFC 6761, RFC 8375).
    private static let unblocked = ["test.", "home.arpa."]

    /// Where systems keep the keys of the root.
    private static let systemAnchors = [
        "/usr/share/dns/root.key", "/var/lib/unbound/root.key", "/etc/unbound/root.key",
        "/usr/local/etc/unbound/root.key", "/opt/homebrew/etc/unbound/root.key",
    ]
}

public import PortcallCore
internal import PortcallTLS

/// Judges chains in files, before they are installed: the library's front door where there is no call to make.
public struct ChainInspector: Sendable {
    private let judge: ChainJudge

    /// - Parameter roots: trusted instead of the system's.
    /// - Throws: what is missing: a file that cannot be read, or any trusted root at all.
    public init(roots: PEMSource? = nil) throws(TLSUnavailable) {
        judge = ChainJudge(roots: try TrustRoots(roots))
    }

    /// Judges what a file has, leaf first: PEM, DER or PKCS #7.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what the verdict calls it.
    ///   - criteria: without a server name, no name is looked for.
    ///   - now: when it is judged, unless the criteria name another time.
    ///   - key: the key that shall go with it.
    /// - Returns: what is wrong with the chain, by the rules for a call's.
    /// - Throws: that there is no certificate in it; one that is broken is a finding.
    public func judge(
        _ bytes: [UInt8],
        named name: String,
        by criteria: Criteria,
        at now: Timestamp,
        with key: KeyFile? = nil
    ) throws(UnreadableChain) -> ChainVerdict {
        let (chain, keyLine) = try judge.judge(file: bytes, name: criteria.serverName, at: criteria.at ?? now)
        return ChainVerdict(
            ChainFile(name: name, started: now, criteria: criteria, chain: chain, keyLine: keyLine, key: key)
        )
    }

    /// Reads a file with a private key: PEM or DER.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what it is called.
    /// - Returns: whose it is; the key itself is not kept.
    /// - Throws: why there is no key to be had from it.
    public static func key(in bytes: [UInt8], named name: String) throws(UnreadableKey) -> KeyFile {
        try KeyFile(bytes, named: name)
    }
}

internal import COpenSSL
internal import PortcallCore

/// The one judgement of chains: what a handshake brought, what a transcript carries, what a file has.
package struct ChainJudge: Sendable {
    /// The most certificates, and the most bytes, of an honest chain.
    package static let lengthLimit = 20
    package static let byteLimit = 102_400

    let roots: TrustRoots

    package init(roots: TrustRoots) {
        self.roots = roots
    }

    /// What came of it; `built` is the chain that OpenSSL put together, leaf first.
    struct Judged {
        var facts: ChainFacts
        var built: [X509Certificate]
    }

    /// Judges a chain of certificates that OpenSSL has decoded, leaf first.
    func judge(_ sent: [X509Certificate], name: ServerName?, at time: Timestamp) -> Judged {
        noteCommonName(judge(sent, match(sent, name), at: time), sent, name)
    }

    /// Whether the leaf has the name; nil where none is asked for, or its names cannot be read.
    func match(_ sent: [X509Certificate], _ name: ServerName?) -> Bool? {
        guard let name, let leaf = sent.first, leaf.hasReadableNames else { return nil }
        return Self.matches(leaf, name, flags: Self.alternativeNamesOnly)
    }

    /// All that does not depend on the name itself; `read` tells what a certificate says, which costs more than to verify
    /// a signature.
    func judge(
        _ sent: [X509Certificate],
        _ nameMatches: Bool?,
        at time: Timestamp,
        reading read: (X509Certificate) -> Certificate = { Certificate($0) }
    ) -> Judged {
        guard !sent.isEmpty else { return Judged(facts: ChainFacts(), built: []) }
        let certificates = sent.map(read)
        let verification = verify(sent, at: time)
        let chain = verification.chain
        let evidence = ChainEvidence(
            sent: sent,
            certificates: certificates,
            verification: verification,
            built: Self.links(chain, among: sent, certificates, read),
            judgedAt: time,
            nameMatches: nameMatches,
            detour: detour(of: verification, among: sent, at: time)
        )
        ERR_clear_error()
        return Judged(facts: ChainFacts(certificates: certificates, judgement: evidence.judgement), built: chain)
    }

    /// The same with what the common name comes to, where the other names do not match.
    func noteCommonName(_ judged: Judged, _ sent: [X509Certificate], _ name: ServerName?) -> Judged {
        guard let name, let leaf = sent.first, judged.facts.judgement.nameMatches == false else { return judged }
        var judged = judged
        judged.facts.judgement.commonNameMatches = Self.matches(leaf, name, flags: Self.commonNameToo)
        ERR_clear_error()
        return judged
    }

    /// Those that were sent are read already.
    private static func links(
        _ chain: [X509Certificate],
        among sent: [X509Certificate],
        _ certificates: [Certificate],
        _ read: (X509Certificate) -> Certificate
    ) -> [ChainLink] {
        chain.map { one in
            let index = sent.firstIndex { $0.isSame(as: one) }
            let certificate = index.map { certificates[$0] } ?? read(one)
            return ChainLink(x509: one, certificate: certificate, index: index)
        }
    }

    /// Only whole labels are wild: no browser matches `m*.example.net`.
    private static let alternativeNamesOnly =
        UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT) | UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS)

    private static let commonNameToo =
        UInt32(X509_CHECK_FLAG_ALWAYS_CHECK_SUBJECT) | UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS)

    private static func matches(_ leaf: X509Certificate, _ name: ServerName, flags: UInt32) -> Bool {
        switch name {
        case .dns(let host): X509_check_host(leaf.pointer, host, host.utf8.count, flags, nil) == 1
        case .ip(let address): X509_check_ip_asc(leaf.pointer, address, flags) == 1
        }
    }
}

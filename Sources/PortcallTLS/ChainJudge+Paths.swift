internal import COpenSSL
internal import PortcallCore

/// OpenSSL and GnuTLS try one way up from the leaf; Go and others try all.
extension ChainJudge {
    /// The most ways that are tried, so that no chain keeps us long.
    private static let wayLimit = 24

    /// What leads astray, where the chain breaks on the first way and holds on another.
    func detour(
        of first: ChainVerification,
        among sent: [X509Certificate],
        at time: Timestamp
    ) -> ChainJudgement.Detour? {
        guard sent.count > 2, !Self.holds(first), Self.forks(first.chain, among: sent) else { return nil }
        guard let good = otherWay(among: sent, at: time), let root = good.chain.last else { return nil }
        let isGood = { (one: X509Certificate) in good.chain.contains { $0.isSame(as: one) } }
        var (removed, rest): ([X509Certificate], [X509Certificate]) = ([], sent)
        var taken = first
        while !Self.holds(taken), removed.count < Self.wayLimit {
            let astray = taken.chain.filter { one in !isGood(one) && rest.contains { $0.isSame(as: one) } }
            guard !astray.isEmpty else { return nil }
            removed += astray
            rest.removeAll { one in astray.contains { $0.isSame(as: one) } }
            taken = verify(rest, at: time)
        }
        return ChainJudgement.Detour(superfluous: removed.map(\.title), root: Certificate(root).shortName)
    }

    /// Another certificate could stand where one of the chain's stands.
    private static func forks(_ chain: [X509Certificate], among sent: [X509Certificate]) -> Bool {
        zip(chain, chain.dropFirst()).contains { below, above in
            sent.contains { $0.isNamed(asIssuerOf: below) && !$0.isSame(as: above) }
        }
    }

    /// The shortest way that holds, among those that the names allow.
    private func otherWay(among sent: [X509Certificate], at time: Timestamp) -> ChainVerification? {
        var ways = [[sent[0]]]
        var tried = 0
        while !ways.isEmpty, tried < Self.wayLimit {
            let way = ways.removeFirst()
            tried += 1
            let taken = verify(way, at: time)
            if Self.holds(taken) { return taken }
            guard let top = way.last else { continue }
            let next = sent.filter { one in one.isNamed(asIssuerOf: top) && !way.contains { $0.isSame(as: one) } }
            ways += next.map { way + [$0] }
        }
        return nil
    }

    /// What the leaf brings with it is wrong on every way.
    private static func holds(_ verification: ChainVerification) -> Bool {
        !verification.errors.contains { error in
            let isOwn = error.depth == 0 && ofLeaf.contains(error.code)
            return !isOwn && !ChainComplaint.readHere.contains(error.code)
        }
    }

    private static let ofLeaf: Set<CInt> = [
        X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_INVALID_PURPOSE,
        X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION, X509_V_ERR_INVALID_EXTENSION,
        X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD, X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD,
        X509_V_ERR_EC_KEY_EXPLICIT_PARAMS,
    ]
}

extension X509Certificate {
    /// Told apart from others of its name.
    fileprivate var title: String {
        let read = Certificate(self)
        return "'\(read.shortName)', issued by \(read.issuer), serial \(read.serial)"
    }
}

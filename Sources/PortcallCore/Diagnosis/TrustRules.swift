extension ChainRule {
    static let trust = [
        .name,
        ChainRule(trust: .selfSigned, .certificateSelfSigned),
        ChainRule(trust: .untrustedRoot, .certificateUntrustedRoot),
        ChainRule(trust: .incomplete, .chainIncomplete),
        ChainRule(one: .certificateUnexpected) { seen in
            let expected = seen.criteria.expected
            guard let leaf = seen.facts.leaf, !expected.isEmpty, !seen.isExpected else { return nil }
            let issuer = (leaf.isSelfSigned ? leaf.subject : leaf.issuer).escaped
            return Sighting(
                "shown: sha256:\(leaf.sha256), spki:\(leaf.spkiSHA256)",
                ["issuer": issuer, "expected": expected.map(\.words).listed(most: 3)]
            )
        },
    ]

    /// A rule about whom to trust, which a certificate known beforehand settles.
    private init(trust kind: ChainProblem.Kind, _ explanation: Explanation) {
        self.init(one: explanation) { seen in
            guard let problem = seen.facts.judgement.problems.first(where: { $0.kind == kind }),
                !seen.isExpiredAtTop(problem)
            else { return nil }
            return Sighting(
                seen.evidence([problem])
                    + (seen.inspector.map { "; the name is one that \($0.what) gives its own CA" } ?? ""),
                severity: kind == .selfSigned && seen.isSelfSignedNormal ? .note : seen.severityOfKnownTrust,
                fix: seen.isExpected
                    ? "Nothing: it is the one that was expected." : seen.inspector.map(\.fix) ?? seen.fix(problem),
                reason: seen.reason(problem),
                seen.places([problem]).merging(seen.trustPlaces(problem)) { $1 }
            )
        }
    }

    private static let name = ChainRule(one: .certificateNameMismatch) { seen in
        guard let leaf = seen.facts.leaf, seen.namesNobody || seen.facts.judgement.nameMatches == false else {
            return nil
        }
        let names = leaf.names.dns + leaf.names.ip
        let hint = seen.hint(of: leaf)
        let listed = names.isEmpty ? "no host at all" : hint.isAddress ? "no such address" : names.listed(most: 5)
        return Sighting(
            names.count > 5 ? "\(leaf.identity), names \(names.joined(separator: ", "))" : leaf.identity,
            severity: seen.severityOfKnownTrust,
            fix: seen.fixOfName(leaf),
            reason: seen.mismatch(leaf),
            [
                "names": seen.serverName.map { "does not name \($0.text); it names \(listed)" }
                    ?? "names no host at all",
                "common": hint.words,
            ]
        )
    }
}

extension Expectation {
    /// As a sentence has it.
    fileprivate var words: String { self == .selfSigned ? "a self-signed one" : text }
}

extension ChainCase {
    /// A file's certificate that is for no host, whatever the name would be.
    var namesNobody: Bool {
        guard serverName == nil, misplacedLeaf == nil, let leaf = facts.leaf else { return false }
        let isReadable = !facts.judgement.problems.contains { $0.depth == 0 && $0.kind == .malformed }
        return isReadable && leaf.names.dns.isEmpty && leaf.names.ip.isEmpty
    }

    fileprivate func mismatch(_ leaf: Certificate) -> RefusalReason {
        guard let serverName else {
            return leaf.commonNames.isEmpty ? RefusalReason(finding: .certificateNameMismatch) : .commonNameAlone
        }
        let matches = facts.judgement.commonNameMatches
        return RefusalReason(mismatch: serverName, of: leaf, commonNameMatches: matches)
    }

    /// Why it nearly is the name, where it is.
    fileprivate func hint(of leaf: Certificate) -> (words: String, isAddress: Bool) {
        if case .ip(let address)? = serverName, leaf.names.dns.contains(address) {
            let more = leaf.names.ip.isEmpty ? "" : " Its addresses are \(leaf.names.ip.listed(most: 3))."
            return (
                "It has \(address) as a DNS name and not as an address, and clients look among the addresses.\(more)",
                true
            )
        }
        if facts.judgement.commonNameMatches {
            return ("Its common name would match; \(Self.whoReadsCommonNames(of: leaf)).", false)
        }
        guard serverName == nil, let name = leaf.commonNames.first else { return ("", false) }
        return ("Its common name is '\(name)'; \(Self.whoReadsCommonNames(of: leaf)).", false)
    }

    private static func whoReadsCommonNames(of leaf: Certificate) -> String {
        leaf.names.dns.isEmpty
            ? "some clients look at that where subjectAltName has no DNS name, others never"
            : "clients do not look at that where subjectAltName has DNS names"
    }

    /// Another name helps only where the certificate has one.
    fileprivate func fixOfName(_ leaf: Certificate) -> String? {
        let addresses = leaf.names.ip.filter { !$0.hasPrefix("0x") }
        guard namesNobody || leaf.names.dns.isEmpty && addresses.isEmpty else { return nil }
        return "Have it issued with the names of its hosts in subjectAltName."
    }

    fileprivate func trustPlaces(_ problem: ChainProblem) -> [String: String] {
        let owner = certificate(problem)
        let isFound = !facts.judgement.found.isEmpty
        let issuer = owner.map { $0.isSelfSigned ? $0.subject : $0.issuer } ?? problem.detail
        return [
            "issuer": issuer,
            "trust": isExpected ? "and it is the one that was expected" : "so clients cannot trust it",
            "expected": isExpected ? "The server's own certificate is the one that was expected." : "",
            "ends": "ends at a CA that is not trusted here: \(issuer)",
            "orRoot": isFound
                ? "" : " Where that CA is a root itself, as a company's only CA is, it is not trusted here.",
            "rootToo": isFound
                ? "" : "; where that is a root of your own, give it to the clients, this machine included",
        ].merging(ends(problem)) { $1 }
    }

    private func ends(_ problem: ChainProblem) -> [String: String] {
        switch problem.reason {
        case .issuerKeyDiffers:
            [
                "ends":
                    "cannot be followed beyond '\(problem.certificate)': \(problem.detail). The CA was renewed with a new key, or another "
                    + "has its name"
            ]
        case .anotherPathIsTrusted:
            [
                "ends":
                    "leads astray who tries one way only, as OpenSSL does: over '\(problem.certificate)' there is no trusted "
                    + "root, and another way leads to '\(facts.judgement.detour?.root ?? "")'"
            ]
        case .issuersInCircle: ["ends": "reaches no root: '\(problem.certificate)': \(problem.detail)"]
        case .signatureKindUnknown, .keyKindUnknown:
            ["ends": "cannot be judged here beyond '\(problem.certificate)': \(problem.detail)"]
        case .refusedByTrustSettings: ["ends": "ends at '\(problem.certificate)': \(problem.detail)"]
        default: [:]
        }
    }
}

extension ChainCase {
    /// Who ends TLS on the way, by the name of its CA.
    fileprivate var inspector: InspectingProduct? { .issuing(facts) }

    fileprivate var severityOfKnownTrust: Severity? { isExpected ? .note : severityOfTrust }
}

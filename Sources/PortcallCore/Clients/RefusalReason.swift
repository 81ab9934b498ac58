/// One reason for which clients may refuse a server: a row of `ClientTable`.
///
/// It is a rule that a certificate breaks (`ChainProblem.Reason`), a trouble with its key (`KeyTrouble`), or a finding
/// that is one reason by itself. What is judged alike by all has one row, whichever certificate it sits on.
package struct RefusalReason: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// As a row of the table is called.
    package init(_ description: String) {
        self.description = description
    }

    package init(_ reason: ChainProblem.Reason) { self.init(reason.rawValue) }

    package init(_ trouble: KeyTrouble) { self.init(trouble.rawValue) }

    /// A finding that is one reason by itself.
    package init(finding: Explanation) { self.init(finding.id) }

    /// Every reason that a row may be about.
    package static let all: Set<RefusalReason> = Set(
        ChainProblem.Reason.allCases.map { RefusalReason($0) } + KeyTrouble.allCases.map { RefusalReason($0) }
            + Explanation.all.map { RefusalReason(finding: $0) }
            + [commonNameAlone, nameNearlyMatches, curveTooSmall, keyJustTooSmall, purposesMissing, lifetime]
    )

    /// The certificate names its host in its common name, and no host at all in its subjectAltName.
    package static let commonNameAlone = Self("common-name-alone")
    /// A name that some clients take for the one asked for: `m*.example.net`, `mx.example.net.`, an address as text.
    package static let nameNearlyMatches = Self("name-nearly-matches")
    /// An elliptic curve of less than 224 bits.
    package static let curveTooSmall = Self("curve-too-small")
    /// RSA with a few bits less than 2048.
    package static let keyJustTooSmall = Self("key-just-too-small")
    /// No extended key usage at all.
    package static let purposesMissing = Self("purposes-missing")
    /// More than 825 days.
    package static let lifetime = Self("certificate-lifetime")
}

extension RefusalReason {
    /// A problem of a chain, where its certificate is known the more exactly.
    init(_ problem: ChainProblem.Reason, of certificate: Certificate?) {
        switch (problem, certificate?.key.type, certificate?.key.bits ?? 0) {
        // To who does not know a root it is all one whether it was sent.
        case (.issuerUnknown, _, _): self.init(.rootUnknown)
        case (.keyTooSmall, "EC", _): self = .curveTooSmall
        case (.keyTooSmall, _, 2000..<2048): self = .keyJustTooSmall
        default: self.init(problem)
        }
    }

    /// Why a certificate does not name its host.
    init(mismatch name: ServerName, of leaf: Certificate, commonNameMatches: Bool) {
        let isOdd = leaf.names.dns.contains { pattern in
            pattern == name.text || pattern.hasSuffix(".") || pattern.dropFirst(2).contains("*")
                || pattern.contains("*") && !pattern.hasPrefix("*.")
        }
        let hasNone = leaf.names.dns.isEmpty && leaf.names.ip.isEmpty
        self =
            hasNone && commonNameMatches
            ? .commonNameAlone : isOdd ? .nameNearlyMatches : RefusalReason(finding: .certificateNameMismatch)
    }
}

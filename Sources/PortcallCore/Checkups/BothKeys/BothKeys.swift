/// Asks a server for an RSA certificate and for an ECDSA one, a call each, and compares the two.
public struct BothKeys: Checkup {
    private let plan: Plan

    /// - Parameter plan: how to call and judge; it says nothing of a kind of key.
    public init(_ plan: Plan) {
        self.plan = plan
    }

    public func begin() -> CheckupStep {
        .call(
            KeyKind.allCases.map { kind in
                var call = plan
                call.keyKind = kind
                return call
            }
        )
    }

    public func next(_ outcome: CheckupOutcome) -> CheckupStep {
        guard case .verdicts(let verdicts) = outcome else { return .done(nil) }
        let findings = JointRule.findings(by: [.twinsDiffer, .neitherKey], in: verdicts, of: plan)
        return .done(CheckupSummary(plan, verdicts, findings, conclusion: Self.conclusion(of: verdicts)))
    }

    private static func conclusion(of verdicts: [Verdict]) -> String? {
        let shown = verdicts.compactMap(\.keyShown)
        switch shown.count {
        case 0: return nil
        case 1: return "Of the two kinds of key the server has a certificate with one: \(shown[0].leaf.words)."
        default:
            let words = shown.map { "\($0.kind.title): \($0.leaf.words)" }.joined(separator: "; ")
            let isPair = shown[0].leaf.isTwin(of: shown[1].leaf)
            return "RSA and ECDSA certificates stand side by side. \(words)."
                + (isPair ? " They name the same hosts for the same days." : "")
        }
    }
}

extension JointRule where Evidence == [Verdict] {
    /// One of a pair was renewed, or named, without the other: which clients see which is up to them.
    static let twinsDiffer = JointRule(.certificatesDiffer) { verdicts in
        let shown = verdicts.compactMap(\.keyShown)
        guard shown.count == 2, !shown[0].leaf.isTwin(of: shown[1].leaf) else { return nil }
        return Sighting(shown.map { "\($0.kind.title): \($0.leaf.words)" }.joined(separator: "; "))
    }

    /// That a server has no certificate of one kind is no fault, and that it has none of either is.
    static let neitherKey = JointRule(.tlsHandshakeFailed) { verdicts in
        let missed = verdicts.compactMap { $0.observation.keyKindMissed }
        guard !missed.isEmpty, missed.count == verdicts.count else { return nil }
        return Sighting(
            missed.map(\.evidence).joined(separator: "; "),
            ["reason": "The server took neither who asked for an RSA certificate nor who asked for an ECDSA one."]
        )
    }
}

extension Verdict {
    /// The server's own certificate, where it has the kind of key that was asked for.
    fileprivate var keyShown: (kind: KeyKind, leaf: Certificate)? {
        guard let kind = observation.plan.keyKind, let leaf = observation.tls?.chain.leaf else { return nil }
        return (kind, leaf)
    }
}

extension Certificate {
    /// `mx.example.net, autodiscover.example.net, 2026-01-01 to 2027-01-01`.
    fileprivate var words: String {
        let all = names.dns + names.ip
        return "\(all.isEmpty ? shortName : all.listed(most: 5)), \(notBefore.date) to \(notAfter.date)"
    }
}

extension Observation {
    /// The handshake failed, and may have for want of the one kind of certificate that was asked for.
    var keyKindMissed: Sighting? {
        guard let kind = plan.keyKind, tls == nil, !isClosedForLackOfOurs else { return nil }
        guard case .handshakeFailed(let failure) = ending else {
            return isClosedForLackOfCertificate ? missing(kind, "the connection ended after the ClientHello") : nil
        }
        switch failure.cause {
        case .alertReceived, .rejected: return missing(kind, failure.evidence)
        case .notTLS, .unreadableCertificate, .tooLong: return nil
        }
    }

    private func missing(_ kind: KeyKind, _ evidence: String) -> Sighting {
        Sighting(
            evidence,
            severity: .note,
            fix: "Nothing, unless the server should have a certificate with an \(kind.title) key too.",
            [
                "reason":
                    "The server was asked for a certificate with an \(kind.title) key alone, and seems to have none."
            ]
        )
    }
}

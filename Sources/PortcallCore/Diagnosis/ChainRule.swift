/// One thing worth telling of a chain, whether a handshake brought it or a file.
struct ChainRule: Sendable {
    let explanation: Explanation
    private let examine: @Sendable (ChainCase) -> [Sighting]

    init(_ explanation: Explanation, _ examine: @escaping @Sendable (ChainCase) -> [Sighting]) {
        self.explanation = explanation
        self.examine = examine
    }

    /// A rule that sees one thing or nothing.
    init(one explanation: Explanation, _ examine: @escaping @Sendable (ChainCase) -> Sighting?) {
        self.init(explanation) { seen in examine(seen).map { [$0] } ?? [] }
    }

    func sightings(in seen: ChainCase) -> [Sighting] {
        examine(seen).map { $0.filled(with: seen.origin.places.merging(["clients": seen.clients]) { $1 }) }
    }

    static let all = certificate + trust
}

extension Rule {
    /// The same rule, where the chain came with a call.
    init(_ rule: ChainRule) {
        let concernsTheName = Self.ofNameAndTrust.contains(rule.explanation.id)
        self.init(rule.explanation) { seen in
            let sightings = seen.chain.map(rule.sightings) ?? []
            guard concernsTheName, let reason = Self.placeholder(seen.tls) ?? (seen.sentNoName ? Self.noName : nil)
            else {
                return sightings
            }
            return sightings.map { $0.severity == .note ? $0 : $0.besides(reason) }
        }
    }
}

extension Rule {
    private static let ofNameAndTrust = [
        Explanation.certificateNameMismatch, .certificateSelfSigned, .certificateUntrustedRoot, .chainIncomplete,
    ].map(\.id)

    /// Certificates that proxies make for themselves, by the common name, and the proxy.
    private static let placeholders = [
        "TRAEFIK DEFAULT CERT": "Traefik",
        "Kubernetes Ingress Controller Fake Certificate": "ingress-nginx of Kubernetes",
    ]

    private static func placeholder(_ tls: TLSFacts?) -> Reason? {
        guard let subject = tls?.chain.leaf?.subject,
            let known = placeholders.first(where: { subject.contains($0.key) })
        else { return nil }
        return Reason(
            "\(known.value) shows this certificate for names that it has no certificate or no route for.",
            fix:
                "Give \(known.value) a route and a certificate for this name; the server behind it need not be changed."
        )
    }

    private static let noName = Reason(
        "No name was sent (SNI), for an address was called: for its own name the server may have another certificate.",
        fix: "Before anything is changed, call it by its name, or send that name to the address (--server-name NAME)."
    )
}

extension Observation {
    /// An address was called, so that the server could not choose a certificate by a name, and its own does not fit.
    fileprivate var sentNoName: Bool {
        guard case .ip = plan.serverName else { return false }
        return tls?.chain.judgement.nameMatches == false
    }
}

/// A chain, and all by what it is judged: the only thing that rules about certificates may look at.
struct ChainCase {
    let facts: ChainFacts
    let criteria: Criteria
    /// The moment for which dates are judged.
    let judgedAt: Timestamp
    /// What the leaf must name; nil where nothing was said of it.
    let serverName: ServerName?
    /// What name, trust and dates weigh here; nil for what the explanation says.
    let severityOfTrust: Severity?
    /// The certificate that a set-up program signed for itself is what the other side expects.
    var isSelfSignedNormal = false
    /// Who calls such a server.
    var audience = Audience.everybody
    /// The key had to decipher, and need not sign: what was agreed on was sent encrypted under it.
    var isKeyToDecipher = false
    /// The key that shall go with the chain.
    var keyFile: KeyFile?
    let origin: Origin

    enum Origin {
        case server
        case file

        /// How an explanation speaks of what presents the chain.
        fileprivate var places: [String: String] {
            switch self {
            case .server:
                [
                    "presents": "The server sends its own certificate", "shows": "The server shows",
                    "chain": "The chain", "send": "Let the server send", "use": "let the server send",
                    "remove": "Take from what the server sends",
                    "renew": "Install a renewed certificate and give it to this service too.",
                ]
            case .file:
                [
                    "presents": "The file has the server's certificate", "shows": "The file has",
                    "chain": "The file", "send": "Put into the file", "use": "put into the file",
                    "remove": "Take out of the file", "renew": "Have it renewed, and install the new one instead.",
                ]
            }
        }

        /// Before the certificates as they came.
        var order: String {
            switch self {
            case .server: "sent"
            case .file: "in the file"
            }
        }

        /// Of a certificate that did not come with the others.
        var absence: String {
            switch self {
            case .server: "not sent, among those trusted here"
            case .file: "not in the file, among those trusted here"
            }
        }
    }

    /// Who minds what is wrong with it: mail servers among themselves mostly look at nothing.
    fileprivate var clients: String { audience == .mailServers ? "clients that verify" : "clients" }

    /// The certificate is one that `--expect` names.
    var isExpected: Bool { facts.leaf.map { leaf in criteria.expected.contains { $0.matches(leaf) } } ?? false }

    /// The certificate a problem sits on: one that was presented, else one found on this machine.
    func certificate(_ problem: ChainProblem) -> Certificate? {
        if let index = problem.index, facts.certificates.indices.contains(index) { return facts.certificates[index] }
        return facts.judgement.found.first { $0.shortName == problem.certificate }
    }
}

extension Observation {
    /// The chain that came with the call.
    var chain: ChainCase? {
        tls.map { tls in
            ChainCase(
                facts: tls.chain,
                criteria: plan.criteria,
                judgedAt: plan.judgedAt,
                serverName: plan.serverName,
                severityOfTrust: plan.service.policy.isTrustOpportunistic ? .warning : nil,
                isSelfSignedNormal: plan.service.policy.isSelfSignedNormal,
                audience: plan.service.audience,
                isKeyToDecipher: !tls.hasForwardSecrecy,
                origin: .server
            )
        }
    }
}

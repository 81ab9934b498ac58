// Whether DNS leads clients to the host, and to what else.
extension JointRule where Evidence == CatalogEvidence {
    static let srvMissing = JointRule(.srvMissing) { seen in
        guard let name = seen.hostName else { return nil }
        let lacking = seen.lackingLists
        let hasNoAddress =
            seen.addressAnswers.allSatisfy(\.isKnown) && !seen.addressAnswers.isEmpty
            && seen.addresses.isEmpty
        let parts = lacking.map(seen.words) + (hasNoAddress ? ["\(name): no address"] : [])
        guard !parts.isEmpty else { return nil }
        let isWrongPort = !lacking.isEmpty && !hasNoAddress && lacking.allSatisfy { !seen.ports(in: $0).isEmpty }
        return Sighting(
            parts.joined(separator: "; "),
            fix: isWrongPort ? fixOfPort : seen.isKnownToOwnDNSAlone ? fixOfNameServer : nil,
            [
                "what": isWrongPort ? wrongPort(name) : missing(name, by: lacking),
                "learned": lacking.contains { $0.server == nil } ? seen.ownDNSInWords : seen.generalDNSInWords,
            ]
        )
    }

    private static func missing(_ name: String, by lists: [DNSAnswer]) -> String {
        let isOwnAlone = !lists.isEmpty && lists.allSatisfy { $0.server != nil }
        let who = isOwnAlone ? "Its own name server" : "DNS"
        return "\(who) does not name \(name.escaped) where clients look for a global catalog or its host."
    }

    private static func wrongPort(_ name: String) -> String {
        "DNS names \(name.escaped) with another port than that of the service, and whoever goes by it calls that one."
    }

    private static let fixOfPort =
        "Delete the records with that port and have the server register its own, or correct the port in them: 3268 in the lists of global catalogs, 389 in that of domain controllers."
    private static let fixOfNameServer =
        "Let this machine, and the clients, ask the name servers of the domain, or have their own forward it to them."

    /// A list that could not be read is not known to be well.
    static let srvUnknown = JointRule(.srvUnknown) { seen in
        let unknown = seen.generalLists.filter { !$0.isKnown }
        guard let telling = unknown.first(where: \.isWithheld) ?? unknown.first else { return nil }
        let name = (seen.hostName ?? seen.plan.target.host.text).escaped
        return telling.unknown(
            of: unknown.map(\.question),
            name: name,
            // That it lacks the host is told by itself.
            learned: seen.lackingLists.isEmpty ? seen.ownDNSInWords : "",
            telling.isWithheld ? nil : .note
        )
    }

    static let srvStale = JointRule(.srvStale) { seen in
        let stale = seen.others.compactMap { other in
            other.observation.reasonItIsNoCatalog.map { (other.observation.plan.target.host.text.escaped, $0) }
        }
        guard !stale.isEmpty else { return nil }
        let evidence = stale.map { "\($0): \($1)" }.joined(separator: "; ")
        return Sighting(evidence, ["names": stale.map(\.0).listed(most: 4)])
    }

    /// Other hosts that DNS names, and that do not answer now: what they are is not known.
    static func down(_ explanation: Explanation) -> JointRule {
        JointRule(explanation) { seen in
            let down = seen.others.map(\.observation).filter { $0.isDown(as: explanation) }
            guard let first = down.first else { return nil }
            let hosts = down.map(\.plan.target.host.text.escaped)
            let reason = first.attempts.last?.failure.words ?? "no answer"
            return Sighting(
                down.map { "\($0.plan.target.host.text): 3268: \($0.attempts.last?.failure.words ?? "no answer")" }
                    .joined(separator: "; "),
                severity: .warning,
                fix: "DNS names \(hosts.listed(most: 4)) as a global catalog: start it, or open 3268 on the way to it. "
                    + "If it is gone for good, remove it from the domain, and its records from DNS.",
                [
                    "which": "port 3268", "packets": "connections", "address": hosts.listed(most: 4),
                    "cause": first.causeOfRefusal,
                    "what": "There is no way to \(hosts.listed(most: 4)) from this machine: \(reason).",
                ]
            )
        }
    }
}

extension CatalogEvidence {
    /// A list that does not name the host as it should, and what it has instead.
    fileprivate func words(_ list: DNSAnswer) -> String {
        let ports = ports(in: list).map(String.init)
        guard ports.isEmpty else {
            return "\(list.question): with port \(ports.joined(separator: ", ")) instead of \(list.duePort)"
        }
        return "\(list.question): \(list.catalogs.isEmpty ? list.outcomeInWords : list.catalogs.listed(most: 4))"
    }

    /// The controller's own name server has what those of this machine lack.
    fileprivate var isKnownToOwnDNSAlone: Bool {
        let own = ownLists.filter { $0.outcome == .found && !ports(in: $0).isEmpty }
        return !own.isEmpty && own.allSatisfy { one in generalLists.contains { $0.question == one.question } }
    }

    /// Why the controller's own name server alone tells.
    fileprivate var generalDNSInWords: String {
        guard let unknown = generalLists.first(where: { !$0.isKnown }) else { return "" }
        return "The name servers of this machine do not tell: \(unknown.outcomeInWords)."
    }

    /// What the controller's own name server says, where it was asked and knows.
    fileprivate var ownDNSInWords: String {
        let own = ownLists.filter(\.isKnown)
        guard !own.isEmpty else { return "" }
        guard !own.contains(where: { !ports(in: $0).isEmpty }) else { return "The server's own DNS names it." }
        let others = generalLists.contains(where: \.isKnown) ? " either" : ""
        return "The server's own DNS does not name it\(others)."
    }
}

extension DNSAnswer {
    var isWithheld: Bool { if case .withheld = outcome { true } else { false } }

    /// What is to be said of lists that this answer shows not to be had.
    func unknown(
        of questions: [DNSQuestion]? = nil,
        name: String,
        learned: String,
        _ severity: Severity?
    ) -> Sighting {
        let names = (questions ?? [question]).map(\.description).listed(most: 3)
        return Sighting(
            "\(names): \(outcomeInWords)",
            severity: severity,
            fix: fix,
            ["name": name, "reason": reasonInWords, "learned": learned]
        )
    }

    /// As a sentence goes on.
    fileprivate var reasonInWords: String {
        switch outcome {
        case .withheld(.code(let code), let server):
            "the name server \(server) answers with \(code): \(code.meaning)"
        case .withheld(.cutShort, let server):
            "the answer of the name server \(server) does not fit into a datagram, and over TCP it cannot be had"
        case .failed: "the name servers do not answer"
        case .found, .noData, .noSuchName: "the name servers answer"
        }
    }

    fileprivate var fix: String? {
        guard case .withheld(let how, let server) = outcome else { return nil }
        switch how {
        case .cutShort:
            return "Open TCP 53 to \(server): lists of several servers do not fit into a datagram (RFC 7766)."
        case .code(.refused):
            return "Allow questions from here on \(server), or ask a name server that serves the domain."
        case .code(.serverFailure):
            return "Look at \(server): its zone is not loaded, the server that it asks does not answer, or DNSSEC "
                + "fails there."
        case .code:
            return "Look at \(server), or at what stands before it: it does not take an ordinary question."
        }
    }
}

extension Observation {
    /// Why a host that DNS names as a global catalog is none; nil where it is one, or is not known to be none.
    fileprivate var reasonItIsNoCatalog: String? {
        if case .resolveFailed(let reason) = ending { return "it has no address (\(reason))" }
        if case .impostor(let what) = ending { return "\(what) answers" }
        guard let rootDSE = directory?.rootDSE else { return nil }
        switch rootDSE.isGlobalCatalogReady {
        case true?: return nil
        case false?: return "isGlobalCatalogReady: FALSE"
        case nil: return "\(rootDSE.kind.rawValue) answers"
        }
    }

    /// No connection came about, for the reason that is told so.
    fileprivate func isDown(as explanation: Explanation) -> Bool {
        guard address == nil, ending != .interrupted, !isUnresolved else { return false }
        let id: String =
            switch attempts.last?.failure {
            case .refused: Explanation.connectRefused.id
            case .timedOut, nil: Explanation.connectTimeout.id
            // That this machine lacks the family says nothing of the host.
            case .noFamily: ""
            case .reset, .noRoute, .forbidden, .other: Explanation.unreachable.id
            }
        return id == explanation.id
    }
}

/// What a key distribution centre tells of itself in its error.
package struct KerberosFacts: ServiceFacts {
    /// Of the error (RFC 4120 section 7.5.9).
    package let code: Int
    /// The server's own; nil where it only repeats the one asked for, as MIT Kerberos and Heimdal do.
    package let realm: String?
    /// The server's clock when it answered.
    package let serverTime: Timestamp
    /// The server's own words.
    package let text: String?

    init(_ error: KerberosError) {
        code = error.code
        realm = error.realm == KerberosRequest.realmName ? nil : error.realm
        serverTime = error.time
        text = error.text
    }

    /// It says that it cannot give out tickets now; MIT's and Java's clients go on to the next one.
    var isOutOfService: Bool { code == KerberosWords.outOfService }

    /// The answer in a line: the error that no real account can be told by is what a healthy server answers.
    var words: String {
        let name = "\(KerberosWords.name(of: code)) (\(code))" + (text.map { ": \($0)" } ?? "")
        guard !isOutOfService else { return name }
        let isDue = KerberosWords.due.contains(code)
        return isDue ? "alive, and refuses a request that names nobody: \(name)" : "alive, and answers: \(name)"
    }

    package var record: Record {
        var record = Record([
            ("server_time", .text(serverTime.description)),
            ("error_code", .integer(code)), ("error", .text(KerberosWords.name(of: code))),
            ("error_meaning", .text(KerberosWords.meaning(of: code))),
        ])
        if let text { record["error_text"] = .text(text) }
        if let realm { record["realm"] = .text(realm) }
        return record
    }

    package var lines: [FactLine] {
        [
            realm.map { FactLine("realm", $0) },
            FactLine("its clock", serverTime.description, from: "stime of the KRB-ERROR"),
            KerberosWords.meaning(of: code).map { FactLine("meaning", $0, from: "") },
        ].compactMap(\.self)
    }
}

extension Observation {
    /// How many seconds the server's clock is ahead of ours, where it told its time by Kerberos.
    package var kerberosSkew: Int? {
        guard let heard = facts.service as? KerberosFacts, let moment = moments[.answer] else { return nil }
        return skew(of: heard.serverTime, at: moment)
    }
}

extension ProtocolKind {
    static let kerberos = ProtocolKind(
        name: "Kerberos",
        opening: [.answer],
        requests: .kerberos,
        rules: [
            Rule(one: .serviceUnusable) { seen in
                guard let heard = seen.facts.service as? KerberosFacts, heard.isOutOfService else { return nil }
                return Sighting(
                    heard.words,
                    fix: "Look at the log of the KDC, and at what it needs: its database, or the directory that holds "
                        + "its accounts.",
                    ["lack": "it says that a service it needs is not available, so it gives out no ticket for now."]
                )
            },
            Rule(one: .clockSkew) { seen in
                guard let heard = seen.facts.service as? KerberosFacts, let skew = seen.kerberosSkew else { return nil }
                guard abs(skew) > ClockSkew.tolerated else { return nil }
                let clock = seen.evidence(ofClock: "stime: \(heard.serverTime)", at: seen.moments[.answer] ?? .zero)
                return Sighting(clock, ClockSkew.places(skew))
            },
        ],
        explanations: [.clockSkew, .serviceUnusable],
        answerLimit: LengthPrefix.kerberos.limit,
        isNumbered: true,
        words: .kerberos,
        open: { KerberosDialogue($0, $1) }
    )
}

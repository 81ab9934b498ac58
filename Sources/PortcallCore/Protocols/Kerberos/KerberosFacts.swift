/// What a key distribution centre tells of itself in its error.
public struct KerberosFacts: ServiceFacts {
    /// Of the error (RFC 4120 section 7.5.9).
    public let code: Int
    /// The server's own; nil where it only repeats the one asked for, as MIT Kerberos and Heimdal do.
    public let realm: String?
    /// The server's clock when it answered.
    public let serverTime: Timestamp
    /// The server's own words.
    public let text: String?

    init(_ error: KerberosError) {
        code = error.code
        realm = error.realm == KerberosRequest.realmName ? nil : error.realm
        serverTime = error.time
        text = error.text
    }

    /// The answer in a line.
    var words: String {
        "\(KerberosWords.name(of: code)) (\(code))" + (text.map { ": \($0)" } ?? "")
    }

    public var record: Record {
        var record = Record([
            ("server_time", .text(serverTime.description)),
            ("error_code", .integer(code)), ("error", .text(KerberosWords.name(of: code))),
            ("error_meaning", .text(KerberosWords.meaning(of: code))),
        ])
        if let text { record["error_text"] = .text(text) }
        if let realm { record["realm"] = .text(realm) }
        return record
    }

    public var summary: [(label: String, text: String)] {
        (realm.map { [("realm", $0)] } ?? []) + [("its clock", serverTime.description)]
            + (KerberosWords.meaning(of: code).map { [("meaning", $0)] } ?? [])
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
        rules: [
            Rule(one: .clockSkew) { seen in
                guard let heard = seen.facts.service as? KerberosFacts, let skew = seen.kerberosSkew else { return nil }
                guard abs(skew) > ClockSkew.tolerated else { return nil }
                return Sighting("stime: \(heard.serverTime)", ClockSkew.places(skew))
            }
        ],
        explanations: [.clockSkew],
        answerLimit: KerberosFrame.limit,
        isNumbered: true,
        words: .kerberos,
        open: { KerberosDialogue($0) }
    )
}

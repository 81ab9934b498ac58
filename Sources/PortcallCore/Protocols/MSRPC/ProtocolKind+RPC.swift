extension ProtocolKind {
    static let msrpc = rpc("MS-RPC", opening: [.answer], signatures: [.msrpc], words: .msrpc, announces: false)

    static let rpcOverHTTP = rpc(
        "RPC over HTTP",
        opening: [.greeting, .answer],
        signatures: [.ncacnHTTP],
        words: .rpcOverHTTP,
        announces: true
    )

    private static func rpc(
        _ name: String,
        opening: [Stage.Name],
        signatures: [Signature],
        words: ProtocolWords,
        announces: Bool
    ) -> ProtocolKind {
        ProtocolKind(
            name: name,
            opening: opening,
            signatures: signatures,
            requests: .rpc,
            settings: [.interface],
            rules: [.mapperRefuses, .mapTooLong, .programMissing],
            explanations: [.rpcMapperRefuses],
            words: words,
            open: { RPCDialogue($0, $1, announces: announces) }
        )
    }
}

extension Signature {
    static let msrpc = Signature("an MS-RPC server", .header) { bytes in
        bytes.count >= 3 && bytes.starts(with: [0x05, 0x00]) && (0x02...0x0F).contains(bytes[2])
    }

    static let ncacnHTTP = Signature("an RPC over HTTP endpoint (ncacn_http)", begins: "ncacn_http/1.0")
}

extension Setting {
    /// What is bound on a port that a mapper names, where its map cannot be had again.
    static let interface = Setting(
        wish: "interface",
        value: "uuid:version",
        help: "Bind to this interface, as 'e3514235-4b06-11d1-ab04-00c04fc2dcd2:4.0', and ask for no map"
    ) { text throws(MalformedSetting) in
        guard RPCInterface(text) != nil else {
            throw MalformedSetting(" takes a UUID and a version, as UUID:4.0, not '\(text.escaped)'")
        }
    }
}

extension Rule {
    /// That one of the ports which it names wants to know who asks is no fault: it can be reached.
    fileprivate static let mapperRefuses = Rule(one: .rpcMapperRefuses) { seen in
        guard let told = seen.remoteCalls, let refusal = told.refusal else { return nil }
        let isMapped = seen.plan.wishes[Setting.interface.word] != nil
        let part = told.endpoints.map { " \($0.count) endpoints had come." } ?? ""
        return Sighting(
            refusal.words,
            severity: isMapped ? .note : nil,
            fix: refusal.fix,
            ["meaning": refusal.meaning + part]
        )
    }

    fileprivate static let mapTooLong = Rule(one: .limitExceeded) { seen in
        seen.remoteCalls?.excess.map { Sighting("\($0), \(seen.facts.answer ?? "")", ["what": $0]) }
    }

    /// A port of Exchange that answers, and not with the program that it is there for.
    fileprivate static let programMissing = Rule(one: .serviceUnusable) { seen in
        guard let told = seen.remoteCalls, !told.bindings.isEmpty, told.refusal == nil else { return nil }
        guard let due = ExchangePort.purpose(of: seen.plan.target.port) else { return nil }
        guard seen.plan.wishes[Setting.interface.word] == nil, !told.accepts(due.interface) else { return nil }
        return Sighting(
            "the interface \(due.interface.text) is not taken",
            fix: "Start the service of Exchange that has this port (get-service MSExchange*), and see whether another "
                + "program has taken it (netstat -abno).",
            ["lack": due.lack]
        )
    }
}

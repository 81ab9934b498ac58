/// What only IMAP has to tell: that one is logged in already, and how the server names itself (RFC 2971).
struct IMAPFacts: ServiceFacts {
    let isPreauthenticated: Bool
    /// Field and value, as the server gives them; nil where ID is not offered.
    var identity: [(field: String, value: String)]?

    var record: Record {
        var record = Record()
        if isPreauthenticated { record["preauthenticated"] = .flag(true) }
        if let identity { record["id"] = .record(Record(identity.map { ($0.field, .text($0.value)) })) }
        return record
    }
}

/// The answer to ID: `* ID ("name" "Dovecot" "version" "2.3")`, or NIL.
struct IMAPIdentity {
    let pairs: [(field: String, value: String)]

    init(_ reply: IMAPReply) {
        let list = reply.untagged.first { $0.uppercased().hasPrefix("ID ") } ?? ""
        let strings = Self.strings(in: list).prefix(60)
        pairs = stride(from: 0, to: strings.count - 1, by: 2).map { (strings[$0].lowercased(), strings[$0 + 1]) }
    }

    var product: Product? {
        guard let name = value(of: "name") else { return nil }
        if name.hasPrefix("Microsoft.Exchange."), let version = value(of: "version"), !version.isEmpty {
            return .exchange(build: version)
        }
        return Product(value(of: "version").map { "\(name) \($0)" } ?? name, .stated)
    }

    private func value(of field: String) -> String? {
        pairs.first { $0.field == field }?.value
    }

    /// Quoted strings, and NIL as an empty one.
    private static func strings(in text: String) -> [String] {
        var strings: [String] = []
        var rest = text.dropFirst(3)
        while let character = rest.first {
            if character == "\"" {
                rest = rest.dropFirst()
                var string = ""
                while let next = rest.popFirst(), next != "\"" {
                    // It stands before these two alone (RFC 9051 section 9); others came of escaping what cannot be shown.
                    let isQuoting = next == "\\" && (rest.first == "\"" || rest.first == "\\")
                    string.append(isQuoting ? rest.removeFirst() : next)
                }
                strings.append(string)
            } else if rest.uppercased().hasPrefix("NIL") {
                strings.append("")
                rest = rest.dropFirst(3)
            } else {
                rest = rest.dropFirst()
            }
        }
        return strings
    }
}

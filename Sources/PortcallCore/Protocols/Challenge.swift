/// The schemes of a `WWW-Authenticate` or `Proxy-Authenticate` field (RFC 9110 section 11.6.1, RFC 3261 section 22).
///
/// The field is a list whose members are lists themselves, so that a comma says little: a word counts as a scheme where
/// a member begins with it and no `=` follows. `Negotiate`, `Basic realm="a, b"`, `NTLM TlRMTVNT…==` and Exchange
/// Online's `Basic Realm="",Basic Realm=""` are read alike.
enum Challenge {
    /// Each once, in upper case, in the order they came.
    static func schemes(in field: String) -> [String] {
        var schemes: [String] = []
        for member in members(of: field) {
            let word = member.prefix { $0 != " " }
            let rest = member.dropFirst(word.count).drop { $0 == " " }
            // `realm = "x"` goes on the challenge before; `NTLM dG9rZW4=` is one.
            let isParameter = word.contains("=") || rest.first == "="
            guard !isParameter, isToken(word) else { continue }
            let scheme = word.uppercased()
            if !schemes.contains(scheme) { schemes.append(scheme) }
        }
        return schemes
    }

    /// What it is that a password is asked for, each once, in the order they came.
    static func realms(in field: String) -> [String] {
        members(of: field).compactMap(realm).withoutRepetition
    }

    /// Of `Digest realm="x"` and of `realm="x"` alone; quotes are taken off.
    private static func realm(in member: Substring) -> String? {
        let (name, value) = String(member).cut(at: "=")
        guard name.trimmedAtEnd.split(separator: " ").last?.lowercased() == "realm" else { return nil }
        let text = String(value.drop { $0 == " " }).trimmedAtEnd
        let isQuoted = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
        let realm = isQuoted ? String(text.dropFirst().dropLast()) : text
        return realm.isEmpty ? nil : realm
    }

    /// Parted at the commas outside of quotes.
    private static func members(of field: String) -> [Substring] {
        var members: [Substring] = []
        var start = field.startIndex
        var isQuoted = false
        var isEscaped = false
        for index in field.indices {
            let character = field[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                members.append(field[start..<index])
                start = field.index(after: index)
            }
        }
        members.append(field[start...])
        return members.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    }

    private static func isToken(_ word: Substring) -> Bool {
        word.utf8.count <= 40 && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }
}

extension PortRow {
    /// The rows that a question is about: a port, or a word.
    ///
    /// Digits are a port, which a row names or has in a range of at most a thousand. A word is looked for in what a row
    /// is about, whatever its case, and where that finds nothing in all that it says; Microsoft's slips of the pen are
    /// found as they are and as they were meant.
    public static func matching(_ query: String) -> [PortRow] {
        let query = query.split(separator: " ").joined(separator: " ")
        guard !query.isEmpty else { return [] }
        if query.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return Int(query).map { port in all.filter { $0.names(port) } } ?? []
        }
        let word = query.lowercased().replacing("(tcp inbound)", with: "(tcp-in)")
        let found = all.filter { $0.subject.has(word) }
        guard found.isEmpty else { return found }
        let said = all.filter { $0.everything.has(word) }
        guard said.isEmpty else { return said }
        // Several words need not stand side by side.
        let words = word.split(separator: " ").map(String.init)
        return words.count > 1 ? all.filter { row in words.allSatisfy { row.everything.has($0) } } : []
    }

    private static let widestRange = 1000

    private func names(_ port: Int) -> Bool {
        endpoints.contains { endpoint in
            let last = endpoint.ports.upperBound, first = endpoint.ports.lowerBound
            return last - first <= Self.widestRange && endpoint.ports.contains(port)
        }
    }

    /// What it is about.
    private var subject: String {
        let services = endpoints.compactMap(\.service)
        let titles = services.compactMap { Service.named($0)?.title }
        let parts = [id, product, role, path, name ?? "", program ?? "", otherWords] + services + titles
        return Self.asWrittenAndMeant(parts.joined(separator: "\n").lowercased())
    }

    private var everything: String {
        let parts = [
            encryption, encryptionByDefault, authentication, otherAuthentication, note, whyNot, source,
            certainty.rawValue,
        ]
        let texts = parts.compactMap(\.self) + endpoints.compactMap(\.whyNot)
        return subject + "\n" + texts.joined(separator: "\n").lowercased()
    }

    /// Microsoft's own slips in the names of rules and programs.
    private static let slips = [
        ("(fgw)", "(gfw)"), ("prcepmap", "rpcepmap"), ("bing\\", "bin\\"), ("service.host", "servicehost.exe"),
    ]

    private static func asWrittenAndMeant(_ text: String) -> String {
        let meant = slips.reduce(text) { $0.replacing($1.0, with: $1.1) }
        return meant == text ? text : text + "\n" + meant
    }
}

extension String {
    /// A word of one or two letters must stand alone: `um` is not in `number`.
    fileprivate func has(_ word: String) -> Bool {
        guard word.count < 3 else { return contains(word) }
        return split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
    }
}

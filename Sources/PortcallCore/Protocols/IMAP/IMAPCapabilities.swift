/// What an answer to CAPABILITY offers (RFC 9051 section 7.2.2): an atom each.
///
/// A server may list more than once, unasked too: what it said last holds.
struct IMAPCapabilities: CapabilityList {
    let lines: [String]
    private let isListed: Bool

    /// - Parameters:
    ///   - reply: the answer to the command.
    ///   - greeting: says it in a code, and counts where the answer lists nothing.
    init(_ reply: IMAPReply, orIn greeting: String? = nil) {
        let untagged = reply.untagged.map { $0.split(separator: " ").map(String.init) }
            .filter { $0.first?.uppercased() == "CAPABILITY" }
        let codes = untagged.isEmpty ? [reply.text, greeting ?? ""].compactMap(Self.code) : []
        let list = untagged.last ?? codes.first
        lines = Self.withoutRepetition(list?.dropFirst() ?? [])
        isListed = list != nil
    }

    /// Each atom as it came first, for case does not tell them apart.
    private static func withoutRepetition(_ atoms: ArraySlice<String>) -> [String] {
        var known: Set<String> = []
        return atoms.filter { known.insert($0.uppercased()).inserted }
    }

    /// The words of `[CAPABILITY …]` in a line (RFC 9051 section 7.1).
    private static func code(in line: String) -> [String]? {
        guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]") else { return nil }
        let words = line[line.index(after: open)..<close].split(separator: " ").map(String.init)
        return words.first?.uppercased() == "CAPABILITY" ? words : nil
    }

    func offers(_ capability: String) -> Bool {
        lines.contains { $0.uppercased() == capability }
    }

    var offersTLS: Bool? { isListed ? offers("STARTTLS") : nil }
    var offersLogin: Bool? { isListed ? !offers("LOGINDISABLED") || !mechanisms.isEmpty : nil }

    /// SASL mechanisms, each an atom `AUTH=NAME`.
    var mechanisms: [String] {
        lines.map { $0.uppercased() }.filter { $0.hasPrefix("AUTH=") }.map { String($0.dropFirst(5)) }
    }

    /// The command LOGIN, unless the server says that it is off, and with it the mechanisms that are no better.
    var plaintextMechanisms: [String] {
        guard isListed, !offers("LOGINDISABLED") else { return [] }
        let others = mechanisms.filter { $0 == "PLAIN" || $0 == "LOGIN" }
        return others.contains("LOGIN") ? others : ["LOGIN"] + others
    }
}

/// A server's list of what it can do, shortened to what an operator looks for first.
package struct CapabilityDigest {
    private let sent: [String]
    private let first: [String]
    private let others: [String]

    /// - Parameter capabilities: as sent, one an element.
    package init(_ capabilities: [String]) {
        sent = capabilities
        let ranked = capabilities.map { (capability: $0, rank: Self.rank(of: $0)) }
        first = Self.keywords.indices.flatMap { rank in ranked.filter { $0.rank == rank }.map(\.capability) }
        others = ranked.filter { $0.rank == nil }.map(\.capability)
    }

    /// Those that decide whether and how one can log in are all there, the others as far as there is room.
    ///
    /// - Parameter columns: of one line; nil for all of them, in the order of the server.
    /// - Returns: `STARTTLS, AUTH PLAIN LOGIN, SIZE 10240000, and 7 more`.
    package func words(_ columns: Int?) -> String {
        let all = first + others
        guard !all.isEmpty else { return "none is listed" }
        guard let columns else { return sent.joined(separator: ", ") }
        let counts = (max(1, first.count)..<max(2, all.count)).reversed()
        guard !isWhole(in: columns) else { return whole }
        let shortened = counts.map { "\(all.prefix($0).joined(separator: ", ")), and \(all.count - $0) more" }
        return shortened.first { $0.columns <= columns } ?? shortened.last ?? whole
    }

    /// Nothing has to be left out in one line of so many columns.
    package func isWhole(in columns: Int) -> Bool { whole.columns <= columns }

    private var whole: String { (first + others).joined(separator: ", ") }

    /// By what a capability begins with, the most wanted first: TLS, logging in, and what may be sent.
    private static let keywords = [
        ["STARTTLS", "STLS"], ["LOGINDISABLED"], ["AUTH", "AUTHINFO", "SASL", "USER"], ["SIZE"],
    ]

    private static func rank(of capability: String) -> Int? {
        let keyword = capability.uppercased().split { " =:".contains($0) }.first.map { $0.filter { $0 != "\"" } }
        return keywords.firstIndex { $0.contains(keyword ?? "") }
    }
}

import Foundation
import PortcallCore
import Testing

/// What `Tests/Lab/clients/measure` has seen: `measured.json`.
struct ClientMeasurement: Decodable {
    /// By column.
    let versions: [String: String]
    let cases: [Case]

    /// One server.
    struct Case: Decodable {
        /// What it stands for, in words.
        let rule: String
        /// What we find in it, as rows of the table are called; none where all is well.
        let reasons: [String]
        /// What each client said to it, verifying and blind.
        let results: [String: [String: String]]
    }

    static let folder = ProcessInfo.processInfo.environment["PORTCALL_MEASURED"]

    static func read(_ folder: String) throws -> ClientMeasurement {
        let data = try Data(contentsOf: URL(filePath: "\(folder)/measured.json"))
        return try JSONDecoder().decode(ClientMeasurement.self, from: data)
    }

    /// The columns that are rows' columns too; curl is a second witness of OpenSSL, and of no column of its own.
    static let names: [Client: String] = [
        .openSSL: "openssl", .python: "python", .gnuTLS: "gnutls", .go: "go", .chrome: "chromium",
        .firefox: "firefox", .java: "java",
    ]
}

extension ClientMeasurement.Case {
    /// What one client did; nil where it was not asked.
    func conduct(of name: String) -> Conduct? {
        guard let result = results[name] else { return nil }
        if result["verifying"] == "took" { return .takes }
        return result["blind", default: "took"] == "took" ? .refuses : .breaksOff
    }

    func conduct(of client: Client) -> Conduct? { ClientMeasurement.names[client].flatMap(conduct) }
}

extension ClientMeasurement {
    /// The rows as these measurements have them: of each reason, what servers show that have no other.
    var rows: [String: [Client: ClientTable.Measurement]] {
        let alone = cases.filter {
            $0.reasons.count == 1 && !$0.results.isEmpty && !Self.withAnother.contains($0.rule)
        }
        return Dictionary(grouping: alone) { $0.reasons[0] }.mapValues { cases in
            let cells = ClientTable.columns.map { client in
                let seen = Set(cases.compactMap { $0.conduct(of: client) })
                let cell: ClientTable.Measurement =
                    seen.first.map { seen.count > 1 ? .varies : .always($0) } ?? .unmeasured
                return (client, cell)
            }
            return Dictionary(uniqueKeysWithValues: cells)
        }
    }

    /// Trials that have one finding and another fault beside it, which the finding states the less.
    private static let withAnother: Set<String> = [
        "4.2.1.6: 'MUST contain at least one entry', and it names nobody",
        "4.2.1.6: 'MUST contain at least one entry', no name asked for",
    ]

    /// What a client must do with a server that has several reasons: the worst of them; nil where one varies.
    static func expected(_ reasons: [String], of client: Client) -> Conduct? {
        let cells = reasons.map { ClientTable.rows[RefusalReason($0)]?[client] ?? .unmeasured }
        let known = cells.compactMap { if case .always(let conduct) = $0 { conduct } else { nil } }
        guard known.count == cells.count else { return nil }
        return [.breaksOff, .refuses].first(where: known.contains) ?? .takes
    }
}

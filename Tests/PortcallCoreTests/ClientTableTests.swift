import Foundation
import PortcallCore
import TestVectors
import Testing

@Suite("The table of clients")
struct ClientTableTests {
    @Test("is about reasons that we can come to")
    func known() {
        let rows = Set(ClientTable.rows.keys).union(ClientTable.documents.flatMap(\.reasons))
        #expect(rows.subtracting(RefusalReason.all).map(\.description).sorted() == [])
        let told = Set(RefusalReason.phrases.keys.map { (word: String) in RefusalReason(word) })
        #expect(told.subtracting(RefusalReason.all).map(\.description).sorted() == [])
    }

    @Test("has a mark for each client that is measured")
    func whole() {
        for (reason, row) in ClientTable.rows { #expect(row.count == ClientTable.columns.count, "\(reason)") }
        #expect(ClientTable.rows.count > 60)
        #expect(Set(ClientTable.versions.keys) == Set(ClientTable.columns))
    }

    @Test("is told where it was measured, and where it is documented")
    func sources() throws {
        let cells = try #require(ClientTable.cells[.commonNameAlone])
        #expect(cells[.go]?.source == .measured && cells[.go]?.conduct == .refuses)
        #expect(cells[.apple]?.source == .document("https://support.apple.com/103769"))
        #expect(cells[.openSSL]?.conduct == .takes)
        #expect(cells[.windows] == nil)
    }

    @Test("names who refuses, of those that call the service")
    func refusals() throws {
        let serial = try #require(Refusals(RefusalReason(.serialNegative), by: .everybody))
        #expect(serial.by == [.go] && serial.isContested && serial.severity == .warning)
        let curve = try #require(Refusals(RefusalReason(.p521), by: .programs))
        #expect(curve.byStrangers == [.chrome] && curve.by == [] && curve.severity == .note)
        let edwards = try #require(Refusals(RefusalReason(.ed25519), by: .programs))
        #expect(edwards.by == [] && edwards.byStrangers == [.chrome, .firefox] && edwards.severity == .note)
        let expired = try #require(Refusals(RefusalReason(.expired), by: .everybody))
        #expect(expired.notBy == [] && !expired.isContested && expired.severity == .critical)
        #expect(Refusals(RefusalReason("no such reason"), by: .everybody) == nil)
    }

    @Test("counts between mail servers only who ends the handshake")
    func betweenServers() throws {
        #expect(Refusals(RefusalReason(.expired), by: .mailServers)?.all == [])
        #expect(Refusals(RefusalReason(.serialNegative), by: .mailServers)?.all == [.go])
        let curve = try #require(Refusals(RefusalReason(.p224), by: .mailServers))
        #expect(curve.by == [.openSSL, .gnuTLS, .go, .windows, .java, .python])
    }

    @Test("can be read in Vectors/clients.md")
    func page() throws {
        let file = Vector.root.appending(path: "clients.md")
        if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
            try ClientPage.text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == ClientPage.text)
    }
}

/// The table as a page: a reason a line, a client a column.
enum ClientPage {
    static let text = """
        # What clients do

        Which client takes a server and which refuses it, for each reason that we know of. Empty: nobody knows. *Always*
        refuses: even where it verifies nothing, the handshake ends. *Varies*: it depends on more than the reason.
        `make clients` measures what bears no number, with real handshakes, and fails where this page differs; a test
        writes the page (`PORTCALL_RECORD=1 swift test --filter ClientTableTests`).

        Each client has its defaults, a root that an administrator has imported, and the name asked for. A server with a
        fault of the handshake had nothing else to offer. Measured were:

        \(ClientTable.columns.compactMap { ClientTable.versions[$0].map { "- \($0)" } }.joined(separator: "\n"))

        Documented is:

        \(documents)

        | reason | \(clients.map(\.rawValue).joined(separator: " | ")) |
        |---|\(clients.map { _ in "---|" }.joined())
        \(rows)

        """

    private static let clients = ClientTable.columns + Client.allCases.filter { !ClientTable.columns.contains($0) }

    private static var documents: String {
        ClientTable.documents.enumerated().map { "- [\($0 + 1)] \($1.client.rawValue): \($1.address)" }
            .joined(separator: "\n")
    }

    private static var rows: String {
        Set(ClientTable.rows.keys).union(ClientTable.cells.keys).map(\.description).sorted().map { reason in
            let cells = clients.map { cell(RefusalReason(reason), $0) }
            return "| \(reason) | \(cells.joined(separator: " | ")) |"
        }
        .joined(separator: "\n")
    }

    private static func cell(_ reason: RefusalReason, _ client: Client) -> String {
        if ClientTable.rows[reason]?[client] == .varies { return "varies" }
        guard let cell = ClientTable.cells[reason]?[client] else { return "" }
        let word = cell.conduct.words
        guard case .document(let address) = cell.source else { return word }
        let number = ClientTable.documents.firstIndex { $0.address == address && $0.client == client }
        return "\(word) [\((number ?? 0) + 1)]"
    }
}

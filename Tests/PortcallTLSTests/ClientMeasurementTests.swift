import Foundation
import PortcallCore
import Testing

/// Run by `Tests/Lab/clients/run`, after a measurement; with PORTCALL_RECORD=1 it writes the rows anew.
@Suite("The table of clients", .enabled(if: ClientMeasurement.folder != nil))
struct ClientMeasurementTests {
    private let measurement: ClientMeasurement

    init() throws { measurement = try .read(try #require(ClientMeasurement.folder)) }

    private static let isRecording = ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/PortcallCore/Clients/ClientTable+Measured.swift")

    @Test("says what was measured, of each reason and client, and nothing else")
    func rows() throws {
        let measured = measurement.rows
        if Self.isRecording { return try record(measured) }
        let reasons = Set(measured.keys).union(ClientTable.rows.keys.map(\.description))
        for reason in reasons.sorted() {
            for client in ClientTable.columns {
                let expected = ClientTable.rows[RefusalReason(reason)]?[client] ?? .unmeasured
                let seen = measured[reason]?[client] ?? .unmeasured
                #expect(
                    seen == expected,
                    "\(client.rawValue), \(reason): expected \(expected.words), seen \(seen.words)"
                )
            }
        }
    }

    @Test("holds for servers with several reasons too, and where we find none", .enabled(if: !isRecording))
    func several() {
        for one in measurement.cases where one.reasons.count != 1 {
            for client in ClientTable.columns {
                guard let seen = one.conduct(of: client) else { continue }
                let isOdd = Self.oddities[one.rule]?.contains(client) == true
                guard let expected = isOdd ? .refuses : ClientMeasurement.expected(one.reasons, of: client) else {
                    continue
                }
                #expect(
                    seen == expected,
                    "\(client.rawValue), \(one.rule): expected \(expected.words), seen \(seen.words)"
                )
            }
        }
    }

    @Test("has in curl a second witness of what OpenSSL does", .enabled(if: !isRecording))
    func curl() {
        for one in measurement.cases where !Self.differentForCurl.contains(one.rule) {
            #expect(one.conduct(of: "curl") == one.conduct(of: .openSSL), "\(one.rule)")
        }
    }

    /// What one client refuses, and nobody should.
    static let oddities: [String: [Client]] = [
        // It knows neither policy constraints nor mappings, and refuses what it does not know.
        "4.2.1.11: policy constraints that are critical": [.gnuTLS],
        "4.2.1.11: the policy demanded is there": [.gnuTLS],
        "a thousand policies and mappings are judged in no time": [.gnuTLS, .firefox],
        "4.2.1.10: a directory name permitted": [.go],
        "6.1.4 (l): a self-issued CA does not count": [.gnuTLS, .go, .firefox],
        "a chain of ten CAs": [.firefox],
    ]

    /// curl compares names by itself.
    static let differentForCurl: Set<String> = [
        "RFC 6125 6.4.3: and is whole", "a dot at the end is no match", "a longer address",
        "4.1.2.6: 'If the subject is a CA, the subject field MUST be populated'",
    ]

    private func record(_ rows: [String: [Client: ClientTable.Measurement]]) throws {
        let lines = rows.sorted { $0.key < $1.key }.map { reason, cells in
            let marks = ClientTable.columns.map { (cells[$0] ?? .unmeasured).mark }
            return "        \(reason.padding(toLength: 36, withPad: " ", startingAt: 0))\(String(marks))\n"
        }
        let versions = ClientTable.columns.map { client in
            "        .\(client): \"\(ClientMeasurement.names[client].flatMap { measurement.versions[$0] } ?? "")\",\n"
        }
        let text = """
            /// Written by a test after a measurement: `PORTCALL_RECORD=1 make clients`.
            extension ClientTable {
                /// The versions that were measured.
                package static let versions: [Client: String] = [
            \(versions.joined())    ]

                /// A reason a line, and a mark for each client of `columns`: `-` takes, `r` refuses, `x` breaks the handshake
                /// off even where it verifies nothing, `~` varies, `.` not measured.
                static let measured = \"\"\"
            \(lines.joined())        \"\"\"
            }

            """
        try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
}

import Foundation
import PortcallCore
import PortcallTLS
import PortcallWorkshop
import Testing

/// Where `Tests/Lab/clients` wants the chains of the trials, to serve them to other clients.
///
/// A chain each, with the keys that were made for it, newest first; `cases.json` says what we find in them.
enum ChainFolder {
    static let path = ProcessInfo.processInfo.environment["PORTCALL_CHAINS"]
    static let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))

    struct Case: Encodable {
        let file: String
        let rule: String
        let host: String
        let reasons: [String]
        let keys: [String]
    }

    /// Nil for what has not happened yet, and may before it is measured.
    static func write(_ trial: ChainTrial, _ index: Int, by authority: Authority, to folder: String) throws -> Case? {
        let made = Witness()
        let pem = try CertificateWorkshop.$witness.withValue({ made.note($0) }) { try trial.make(authority) }
        let file = String(format: "%03d.pem", index)
        try pem.write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
        let name = trial.name ?? .dns("mx.example.net")
        var criteria = Criteria()
        criteria.serverName = name
        let chain = try authority.judge().judge(file: Array(pem.utf8), name: name, at: now).chain
        let verdict = ChainVerdict(ChainFile(name: file, started: now, criteria: criteria, chain: chain))
        guard !verdict.findings.contains(where: { $0.id == "certificate-expires-soon" }) else { return nil }
        return Case(
            file: file,
            rule: trial.testDescription,
            host: name.text,
            reasons: verdict.findings.filter { $0.severity > .note }.compactMap(\.reason?.description),
            keys: made.identities.map(\.key).filter { !$0.isEmpty }.reversed()
        )
    }

    /// What the workshop made.
    private final class Witness: @unchecked Sendable {
        // @unchecked: a trial makes its chain on one thread.
        private(set) var identities: [Identity] = []

        func note(_ identity: Identity) { identities.append(identity) }
    }
}

@Suite("The chains of the trials", .enabled(if: ChainFolder.path != nil))
struct ChainFolderTests {
    @Test("are written down for other clients")
    func write() throws {
        let folder = try #require(ChainFolder.path)
        let authority = try Authority()
        try authority.root.certificate.write(toFile: "\(folder)/root.pem", atomically: true, encoding: .utf8)
        let cases = try ChainTrialTests.trials.enumerated().compactMap { index, trial in
            try ChainFolder.write(trial, index, by: authority, to: folder)
        }
        for (name, key) in [("rsa", CertificateOrder.Key.rsa(2048)), ("ec", .ec("P-256"))] {
            let server = try authority.server { $0.key = key }
            try server.pem.write(toFile: "\(folder)/\(name).pem", atomically: true, encoding: .utf8)
            try server.key.write(toFile: "\(folder)/\(name).key", atomically: true, encoding: .utf8)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(cases).write(to: URL(filePath: "\(folder)/cases.json"))
    }
}

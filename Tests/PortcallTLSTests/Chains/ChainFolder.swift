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

    /// What is good of a file, or told by words of its own, and yet is refused by some.
    static let others: [ChainTrial] = [
        .leaf("RFC 7633: a staple is demanded, and none comes", "staple-missing") {
            $0.extensions = [("tlsfeature", "status_request")]
        },
        .leaf("RSA 1024", "key-too-small") { $0.key = .rsa(1024) },
        .leaf("more than 825 days", "certificate-lifetime") { $0.notAfter = now.adding(days: 900) },
        .leaf("more than 398 days, which binds public CAs only") { $0.notAfter = now.adding(days: 500) },
        .leaf("no extended key usage", "purposes-missing") { $0.extendedKeyUsage = nil },
        .chain("self-signed", "self-signed") { authority in
            var order = CertificateOrder(
                "mx.example.net",
                dns: ["mx.example.net"],
                notBefore: authority.day(-10),
                notAfter: authority.day(80)
            )
            order.without = ["authorityKeyIdentifier"]
            return try CertificateWorkshop.make(order).pem
        },
        .chain("a root that nobody trusts", "root-unknown") { authority in
            let order = CertificateOrder("Other", notBefore: authority.day(-100), notAfter: authority.day(900)).asCA
            let root = try CertificateWorkshop.make(order)
            return try authority.leaf(below: root).pem + root.certificate
        },
    ]

    /// Nil for what has not happened yet, and may before it is measured.
    static func write(
        _ trial: ChainTrial,
        _ index: Int,
        by authority: Authority,
        to folder: String,
        _ reasons: [String]? = nil
    ) throws -> Case? {
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
            reasons: reasons ?? verdict.findings.filter { $0.severity > .note }.compactMap(\.reason?.description),
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
        let others = try ChainFolder.others.enumerated().compactMap { index, trial in
            try ChainFolder.write(trial, 900 + index, by: authority, to: folder, trial.findings)
        }
        let cases =
            try others
            + ChainTrialTests.trials.enumerated().compactMap { index, trial in
                try ChainFolder.write(trial, index, by: authority, to: folder)
            }
        for (name, key) in [("rsa", CertificateOrder.Key.rsa(2048)), ("ec", .ec("P-256"))] {
            try write(authority.server { $0.key = key }, to: folder, name)
            try writeStapled(key, by: authority, to: folder, name)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(cases).write(to: URL(filePath: "\(folder)/cases.json"))
    }

    private func write(_ server: Identity, to folder: String, _ name: String) throws {
        try server.pem.write(toFile: "\(folder)/\(name).pem", atomically: true, encoding: .utf8)
        try server.key.write(toFile: "\(folder)/\(name).key", atomically: true, encoding: .utf8)
    }

    /// A certificate each, for a client remembers what it was told of one.
    private func writeStapled(
        _ key: CertificateOrder.Key,
        by authority: Authority,
        to folder: String,
        _ name: String
    ) throws {
        let staples: [(String, OCSPStatus, Int, Int)] = [
            ("good", .good, -1, 6), ("old", .good, -20, -10), ("revoked", .revoked(authority.day(-3)), -1, 6),
        ]
        for (word, status, from, until) in staples {
            let server = try authority.server { $0.key = key }
            let staple = try CertificateWorkshop.staple(
                for: server,
                issuer: authority.intermediate,
                status,
                from: authority.day(from),
                until: authority.day(until)
            )
            try write(server, to: folder, "\(name)-\(word)")
            try Data(staple).write(to: URL(filePath: "\(folder)/\(name)-\(word).staple"))
        }
    }
}

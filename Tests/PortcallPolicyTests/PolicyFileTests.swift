import Foundation
import PortcallCore
import PortcallPolicy
import Testing

/// The policies beside these tests, each with what is said of it: behind `#!` on the line that it is said of.
@Suite("A policy file")
struct PolicyFileTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Policies")

    static let names = [
        "bad-date", "contradictions", "empty", "forms", "healthy", "ignores", "no-version", "nul-spelled",
        "same-key-twice", "single-tables", "syntax", "targets", "unknown-keys", "version-2", "version-text",
        "wrong-types",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: folder.appending(path: "\(name).toml")))
    }

    @Test("says all that is wrong with it at once, each with its line", arguments: names)
    func mistakes(name: String) throws {
        let bytes = try Self.bytes(name)
        let expected = Self.expected(in: String(decoding: bytes, as: UTF8.self))
        let complaints = Self.complaints(bytes)
        #expect(complaints.map(\.line) == expected.map(\.line), "\(complaints)")
        for (line, words) in expected {
            let said = complaints.filter { $0.line == line }.map(\.words)
            #expect(said.contains { $0.hasPrefix(words) }, "\(line): \(words), and not \(said)")
        }
    }

    @Test("is told as compilers do, and no more of it than anybody reads")
    func lines() {
        let many = MalformedPolicy((1...150).map { PolicyComplaint(line: $0, "it is odd") })
        let lines = many.lines(in: "a\u{1B}b.toml")
        #expect(lines.count == 101)
        #expect(lines[11] == "a\\x1Bb.toml:12: it is odd")
        #expect(lines[100] == "a\\x1Bb.toml: and 50 more like these")
    }

    @Test("has its files in its own folder, unless they are named from the root")
    func folders() throws {
        let text = """
            version = 1
            [[group]]
            name = "mail"
            ca-file = "roots/company.pem"
            client-cert = "/etc/a.pem"
            client-key = "../a.key"
            targets = ["smtp://mx.example.net"]
            """
        let near = try Self.policy(text, named: "portcall.toml").targets[0].means
        #expect(near.caFile == "roots/company.pem")
        let far = try Self.policy(text, named: "/srv/policies/portcall.toml")
        #expect(far.targets[0].means.caFile == "/srv/policies/roots/company.pem")
        #expect(far.targets[0].means.clientCert == "/etc/a.pem")
        #expect(far.targets[0].means.clientKey == "/srv/policies/../a.key")
        #expect(far.files.map(\.line).sorted() == [4, 5, 6])
    }

    @Test("names the line of each target in its group")
    func places() throws {
        let policy = try WrittenPolicy.read(PolicyText.read(Self.bytes("healthy")), named: "healthy.toml")
        #expect(policy.targets.map(\.line) == [12, 12, 12])
        #expect(policy.targets.map(\.owner) == Array(repeating: "mail-team@example.com", count: 3))
        let plan = policy.plan(policy.targets[1], started: Timestamp(seconds: 0))
        #expect(
            plan.policyEntry
                == PolicyEntry(group: "mail", owner: "mail-team@example.com", file: "healthy.toml", line: 12)
        )
    }

    /// What is behind the marks, a line and the beginning of a sentence each.
    private static func expected(in text: String) -> [(line: Int, words: String)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            line.components(separatedBy: "#! ").dropFirst().map { words in
                (index + 1, words.trimmingCharacters(in: .whitespaces))
            }
        }
    }

    static func complaints(_ bytes: [UInt8]) -> [PolicyComplaint] {
        do throws(MalformedPolicy) {
            _ = try WrittenPolicy.read(try PolicyText.read(bytes), named: "portcall.toml")
            return []
        } catch {
            return error.complaints
        }
    }

    static func policy(_ text: String, named file: String = "portcall.toml") throws -> WrittenPolicy {
        try WrittenPolicy.read(PolicyText.read(Array(text.utf8)), named: file)
    }
}

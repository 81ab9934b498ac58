import PortcallCore
import PortcallPolicy
import TestVectors
import Testing

@Suite("An exception of a policy")
struct ExceptionTests {
    private static let policy = """
        version = 1
        [[group]]
        name = "mail"
        targets = ["submission://mx1.example.net", "submission://mx2.example.net", "imap://mx1.example.net"]
        [[group]]
        name = "other"
        targets = ["submission://mx3.example.net"]
        [[ignore]]
        finding = "plaintext-auth-offered"
        targets = ["submission://mx1.*"]
        reason = "printers cannot do TLS, and nobody buys new ones, CHG-1042"
        until = 2027-01-31
        [[ignore]]
        finding = "silent"
        targets = ["imap://*", "pop3://*"]
        reason = "being moved"
        until = 2030-12-31
        """

    private static func time(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

    /// A call to a target that offers passwords in clear and no STARTTLS, as the policy has it judged.
    private static func verdict(_ index: Int, at now: Timestamp) throws -> Verdict {
        let policy = try PolicyFileTests.policy(policy)
        var transcript = try Transcript(Vector.read("smtp/no-tls-and-passwords.call"))
        transcript.plan = policy.plan(policy.targets[index], started: now)
        return Verdict(transcript.play().observation)
    }

    private func outcome(at now: Timestamp, _ indices: Int...) throws -> PolicyOutcome {
        var outcome = PolicyOutcome(of: try PolicyFileTests.policy(Self.policy), at: now)
        for index in indices { outcome.note(try Self.verdict(index, at: now)) }
        return outcome
    }

    @Test(
        "holds to the end of its last day, in UTC",
        arguments: [
            ("2026-11-26T23:16:49Z", true), ("2027-01-31T00:00:00Z", true), ("2027-01-31T23:59:59Z", true),
            ("2027-02-01T00:00:00Z", false), ("2027-02-01T00:30:00+01:00", true), ("2030-01-01T00:00:00Z", false),
        ]
    )
    func days(moment: String, holds: Bool) throws {
        let verdict = try Self.verdict(0, at: Self.time(moment))
        let finding = try #require(verdict.findings.first { $0.id == "plaintext-auth-offered" })
        #expect(finding.severity == (holds ? .note : .warning))
        #expect(finding.isIgnored == holds)
        #expect((finding.exemption?.until == "2027-01-31") == holds)
        let other = try Self.verdict(1, at: Self.time(moment))
        #expect(other.findings.first { $0.id == "plaintext-auth-offered" }?.severity == .warning)
    }

    @Test(
        "is told of in its last fourteen days, and once it has ended",
        arguments: [
            ("2027-01-16T23:59:59Z", nil), ("2027-01-17T00:00:00Z", "1 exception ends in 14 days: "),
            ("2027-01-30T12:00:00Z", "1 exception ends in 1 day: "),
            ("2027-01-31T23:59:59Z", "1 exception ends in 0 days: "),
            ("2027-02-01T00:00:00Z", "1 exception has ended: "), ("2029-01-01T00:00:00Z", "1 exception has ended: "),
        ]
    )
    func notices(moment: String, words: String?) throws {
        let notices = try outcome(at: Self.time(moment), 0, 1, 3).notices(isWhole: false)
        let about = "plaintext-auth-offered for submission://mx1.example.net"
        let reason = "(printers cannot do TLS, and nobody buys…)"
        #expect(notices == (words.map { ["\($0)\(about) \(reason) on 2027-01-31"] } ?? []))
    }

    @Test("that matched nothing is named, where everything was called")
    func idle() throws {
        let now = try Self.time("2026-11-26T12:00:00Z")
        #expect(
            try outcome(at: now, 0).notices(isWhole: true)
                == ["1 exception matched nothing: silent for imap://*, pop3://*"]
        )
        #expect(try outcome(at: now, 0).notices(isWhole: false) == [])
        #expect(try outcome(at: Self.time("2027-03-01T00:00:00Z"), 1).notices(isWhole: true).count == 2)
    }

    @Test("is an object for programs, with what it matched")
    func record() throws {
        let record = try outcome(at: Self.time("2027-02-02T00:00:00Z"), 0, 1).record
        let line = JSONPrinter().print(record)
        #expect(
            line == """
                {"schema":"portcall/1","kind":"summary","target":"portcall.toml","verdict":"critical","findings":[],\
                "calls":2,"exceptions":[{"finding":"plaintext-auth-offered","targets":["submission://mx1.*"],\
                "reason":"printers cannot do TLS, and nobody buys new ones, CHG-1042","until":"2027-01-31",\
                "days_left":-2,"matched":["submission://mx1.example.net"]},{"finding":"silent",\
                "targets":["imap://*","pop3://*"],"reason":"being moved","until":"2030-12-31","days_left":1428,\
                "matched":[]}]}
                """
        )
    }

    @Test("does not hold for what the command line gives a severity")
    func overruled() throws {
        let policy = try PolicyFileTests.policy(Self.policy)
        let now = try Self.time("2026-11-26T12:00:00Z")
        let given = ["critical": ["plaintext-auth-offered"]]
        #expect(policy.plan(policy.targets[0], started: now, given: given).criteria.exemptions.isEmpty)
        let ignored = ["ignore": ["plaintext-auth-offered"]]
        #expect(policy.plan(policy.targets[0], started: now, given: ignored).criteria.exemptions.count == 1)
    }

    @Test(
        "is for whole names, and an asterisk stands for anything",
        arguments: [
            ("smtp://mx.example.net", "smtp://mx.example.net", true), ("smtp://*", "smtp://mx.example.net", true),
            ("smtp://mx", "smtp://mx.example.net", false), ("mx.example.net", "smtp://mx.example.net", false),
            ("*mx*net", "smtp://mx.example.net", true), ("*", "smtp://mx.example.net", true),
            ("SMTP://MX.*", "smtp://mx.example.net", true), ("smtp://*.org", "smtp://mx.example.net", false),
            ("**", "", true), ("", "", true), ("", "a", false), ("a*", "a", true), ("*a*b", "aXbXaYb", true),
            ("smtp://*", "smtps://mx.example.net", false),
            (String(repeating: "*a", count: 500), String(repeating: "a", count: 5000) + "b", false),
        ]
    )
    func patterns(pattern: String, name: String, covers: Bool) {
        let exception = PolicyException(
            finding: "silent",
            patterns: ["no such name", pattern],
            reason: "",
            until: Timestamp(seconds: 0),
            line: 1
        )
        #expect(exception.covers(name) == covers)
    }
}

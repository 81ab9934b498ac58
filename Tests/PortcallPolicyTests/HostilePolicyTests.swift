import PortcallCore
import PortcallPolicy
import Testing

@Suite("A hostile policy")
struct HostilePolicyTests {
    @Test(
        "is refused in a sentence, with the line",
        arguments: [
            ("version = 1\n\nname = \"\u{0}\"\n", 3, "there is a NUL in it"),
            ("a = [\(String(repeating: "[", count: 100_000))", 1, "it is nested deeper than 32 levels"),
            ("a\(String(repeating: ".a", count: 200_000)) = 1", 1, "it is nested deeper than 32 levels"),
            ("x = 1\n[a\(String(repeating: ".a", count: 100_000))]", 2, "it is nested deeper than 32 levels"),
            ("[a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]\nb.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b = 1", 2, "it is nested"),
            ("a = \(String(repeating: "{a=", count: 100_000))", 1, "it is nested deeper than 32 levels"),
            ("a = \(String(repeating: "[\n", count: 40))", 33, "it is nested deeper than 32 levels"),
            ("version = 1\na = \"\"\"\n\n", 3, "it is not TOML"),
            ("= 1", 1, "it is not TOML"),
            ("a", 1, "it is not TOML"),
            ("a = 1 b = 2", 1, "it is not TOML"),
            ("[a]\n[a]\n", 2, "it is not TOML"),
            ("a = 1\na.b = 2\n", 2, "it is not TOML"),
            // Each of these ended the process in the parser.
            ("[!]", 1, "it is not TOML: a table's name begins with"),
            ("\n[[#", 2, "it is not TOML: a table's name begins with"),
            ("[[[a]]]", 1, "it is not TOML: a table's name begins with"),
            ("a = 1\n[ .b]", 2, "it is not TOML: a table's name begins with"),
            ("[\na]", 1, "it is not TOML: a table's name begins with"),
            ("[\u{E9}]", 1, "it is not TOML: a table's name begins with"),
            ("a = [}", 1, "it is not TOML: a value is due"), ("a = [1,\n}", 2, "it is not TOML: a value is due"),
            ("a = [{b = [}]}]", 1, "it is not TOML: a value is due"),
            ("a = 2027-01-31T:12", 1, "it is not TOML: no date or time"),
            ("a = 2027-01-3", 1, "it is not TOML: no date"),
            ("a = [07:30:0x]", 1, "it is not TOML: no date or time"), ("a = 07:30:00.", 1, "it is not TOML: no date"),
            ("a = 2027-01-31T07:30:00+1", 1, "it is not TOML: no date or time"),
            ("a = [\u{2028}]", 1, "it is not TOML: a value is due"),
            ("[]", 1, "it is not TOML"), ("[", 1, "it is not TOML"), ("[[ ", 1, "it is not TOML"),
            ("a = \"\\u0000\"", 1, "there is a NUL in it"),
            ("a = \"\\U00000000\"", 1, "there is a NUL in it"),
        ]
    )
    func refused(text: String, line: Int, words: String) {
        let complaints = PolicyFileTests.complaints(Array(text.utf8))
        #expect(complaints.count == 1)
        #expect(complaints.first?.line == line, "\(complaints)")
        #expect(complaints.first?.words.hasPrefix(words) == true, "\(complaints)")
    }

    @Test(
        "may have every date and time that TOML knows",
        arguments: [
            "2027-01-31", "2027-01-31 # the last day", "07:30:00", "07:30:00.5", "2027-01-31T07:30:00",
            "2027-01-31 07:30:00Z",
            "2027-01-31t07:30:00.123z", "[2027-01-31, 2027-02-01 ]", "2027-01-31T07:30:00+01:00", "1234", "-1e-5",
            "1234.5",
        ]
    )
    func moments(text: String) {
        let complaints = PolicyFileTests.complaints(Array("version = 1\nx = \(text)\n".utf8))
        #expect(!complaints.contains { $0.words.hasPrefix("it is not TOML") }, "\(complaints)")
    }

    @Test("may be no text at all")
    func binary() {
        #expect(PolicyFileTests.complaints([0x61, 0x0A, 0xFF]) == [PolicyComplaint(line: 2, "it is not UTF-8")])
        let large = [UInt8](repeating: UInt8(ascii: "\n"), count: PolicyText.limit + 1)
        #expect(PolicyFileTests.complaints(large) == [PolicyComplaint(line: 1, "it has more than 8 MiB")])
    }

    @Test("acts on no terminal")
    func escaped() {
        let text = "version = 1\n\"\\u001B[31m\" = 1\n[[group]]\nname = \"a\"\ntargets = [\"smtp://\\u202Ea\"]\n"
        for complaint in PolicyFileTests.complaints(Array(text.utf8)) {
            #expect(complaint.words == complaint.words.escaped)
        }
    }

    @Test("with twenty thousand targets is read all the same", .timeLimit(.minutes(2)))
    func large() throws {
        let targets = (0..<20_000).map { "  \"smtp://mx\($0).example.net\",\n" }.joined()
        let text = "version = 1\n[[group]]\nname = \"many\"\ntargets = [\n\(targets)]\n"
        let policy = try PolicyFileTests.policy(text)
        #expect(policy.targets.count == 20_000)
        #expect(policy.targets.last?.line == 20_004)
    }

    @Test("with as many mistakes tells each, and few of them to people", .timeLimit(.minutes(2)))
    func mistaken() {
        let tables = String(repeating: "[[group]]\n", count: 10_000)
        let complaints = PolicyFileTests.complaints(Array(("version = 1\n" + tables).utf8))
        #expect(complaints.count == 20_001)
        #expect(MalformedPolicy(complaints).lines(in: "x").count == 101)
    }
}

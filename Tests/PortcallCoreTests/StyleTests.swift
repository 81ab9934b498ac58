import PortcallCore
import TestVectors
import Testing

@Suite("What a screen can show")
struct StyleTests {
    @Test(
        "is counted in columns",
        arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("한국", 4), ("😀", 2), ("ｆ", 2), ("", 0), ("ü←", 2)]
    )
    func columns(text: String, count: Int) {
        #expect(text.columns == count)
    }

    @Test("is cut between letters, with room for the sign that says so")
    func cut() {
        #expect(Style().cut("日本語の証明書", to: 7) == "日本語…")
        #expect(Style(isASCII: true).cut("abcdefgh", to: 7) == "abcd...")
        #expect(Style().cut("abcdefg", to: 7) == "abcdefg")
    }

    @Test("is broken within a word where that is longer than a line")
    func broken() {
        let lines = Style(width: 40).wrap(String(repeating: "日", count: 50), to: 40)
        #expect(lines.map(\.columns) == [40, 40, 20])
    }

    @Test("is told in letters of ASCII where there are no others")
    func ascii() {
        #expect(Style(isASCII: true).shown("a ← b … ü") == "a <- b ... \\u{FC}")
    }

    @Test("has what decides first")
    func capabilities() {
        let list = ["PIPELINING", "SIZE 10240000", "VRFY", "ETRN", "AUTH PLAIN LOGIN", "STARTTLS", "8BITMIME"]
        #expect(CapabilityDigest(list).words(60) == "STARTTLS, AUTH PLAIN LOGIN, SIZE 10240000, and 4 more")
        #expect(CapabilityDigest(list).words(20) == "STARTTLS, AUTH PLAIN LOGIN, SIZE 10240000, and 4 more")
        #expect(CapabilityDigest(list).words(nil) == list.joined(separator: ", "))
        let imap = [
            "IMAP4rev1", "SASL-IR", "LOGIN-REFERRALS", "ID", "ENABLE", "IDLE", "LITERAL+", "STARTTLS", "LOGINDISABLED",
        ]
        #expect(CapabilityDigest(imap).words(54) == "STARTTLS, LOGINDISABLED, IMAP4rev1, and 6 more")
        #expect(CapabilityDigest([]).words(54) == "none is listed")
        #expect(CapabilityDigest(["X"]).words(54) == "X")
    }
}

import PortcallCore
import Testing

@Suite("SMTP reply")
struct SMTPReplyTests {
    @Test(
        "waits for its last line and leaves the queue alone",
        arguments: ["", "2", "220", "220 mx\r", "250-a", "250-a\r\n250", "250-a\r\n250-b\r\n"]
    )
    func incomplete(text: String) throws {
        var input = ByteQueue(text.utf8)
        #expect(try SMTPReply(reading: &input) == nil)
        #expect(input.count == text.utf8.count)
    }

    @Test(
        "is read in every form of RFC 5321 section 4.2",
        arguments: [
            ("220 mx ESMTP\r\n", 220, ["mx ESMTP"]),
            ("250-mx\r\n250-SIZE\r\n250 HELP\r\n", 250, ["mx", "SIZE", "HELP"]),
            ("250-mx\n250 HELP\n", 250, ["mx", "HELP"]),
            ("250\r\n", 250, [""]),
            ("250 \r\n", 250, [""]),
            ("250-\r\n250\r\n", 250, ["", ""]),
            ("554  no\r\n", 554, [" no"]),
        ]
    )
    func forms(text: String, code: Int, lines: [String]) throws {
        var input = ByteQueue(text.utf8)
        let reply = try #require(try SMTPReply(reading: &input))
        #expect(reply.code == code)
        #expect(reply.lines == lines)
        #expect(input.isEmpty)
    }

    @Test("leaves what comes after it")
    func rest() throws {
        var input = ByteQueue("220 go\r\n250 more\r\n".utf8)
        #expect(try SMTPReply(reading: &input)?.code == 220)
        #expect(Array(input.unread) == Array("250 more\r\n".utf8))
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "hello\r\n", "\r\n", "22\r\n", "2200 mx\r\n", "199 a\r\n", "600 a\r\n", "250-a\r\n251 b\r\n", "٢٢٠ a\r\n",
            "220_a\r\n",
        ]
    )
    func malformed(text: String) {
        var input = ByteQueue(text.utf8)
        #expect(throws: Malformed.self) { try SMTPReply(reading: &input) }
    }
}

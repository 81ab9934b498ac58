import PortcallCore
import Testing

@Suite("Bytes received and unread")
struct ByteQueueTests {
    @Test("give a line only once its line feed has come", arguments: ["", "220", "220 mx\r"])
    func incomplete(text: String) throws {
        var input = ByteQueue(text.utf8)
        #expect(try input.takeLine() == nil)
        #expect(input.count == text.utf8.count)
    }

    @Test("give a line without its ending", arguments: ["220 mx\r\n250", "220 mx\n250"])
    func line(text: String) throws {
        var input = ByteQueue(text.utf8)
        #expect(try input.takeLine() == "220 mx")
        #expect(Array(input.unread) == Array("250".utf8))
    }

    @Test("end at a line that no honest server sends", arguments: [(4096, true), (4097, false)])
    func limit(length: Int, isFine: Bool) {
        var input = ByteQueue(Array(repeating: UInt8(ascii: "a"), count: length) + [0x0A])
        #expect(((try? input.takeLine()) != nil) == isFine)
    }

    @Test("end at more than a reply may have")
    func total() {
        var input = ByteQueue()
        let chunk = Array(repeating: UInt8(ascii: "a"), count: ByteQueue.limit)
        #expect(throws: Never.self) { try input.append(chunk) }
        #expect(throws: Malformed.self) { try input.append([0x61]) }
    }
}

@Suite("What a stranger wrote")
struct EscapingTests {
    @Test(
        "is spelled out where it could act",
        arguments: [
            ([0x1B, 0x5B, 0x33, 0x31, 0x6D], "\\x1B[31m"),
            ([0x61, 0x00, 0x07, 0x7F], "a\\x00\\x07\\x7F"),
            ([0xC2, 0x9B], "\\x9B"),
            ([0xE2, 0x80, 0xAE], "\\u{202E}"),
            ([0xE2, 0x81, 0xA6], "\\u{2066}"),
            ([0xFF, 0xFE, 0x61], "\\xFF\\xFEa"),
            ([0xC3], "\\xC3"),
            ([0xE2, 0x82], "\\xE2\\x82"),
            ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
            ([0xF4, 0x90, 0x80, 0x80], "\\xF4\\x90\\x80\\x80"),
        ]
    )
    func active(bytes: [UInt8], text: String) {
        #expect(String(escaping: bytes) == text)
    }

    @Test("is left as it is where it cannot", arguments: ["250 mx", "münchen", "日本", "a\\b", "👋🏽"])
    func harmless(text: String) {
        #expect(String(escaping: text.utf8) == text)
        #expect(text.escaped == text)
    }

    @Test("is not changed by being spelled out twice")
    func twice() {
        let once = String(escaping: [0x1B, 0xFF, 0x5C])
        #expect(once.escaped == once)
    }
}

@Suite("A moment")
struct TimestampTests {
    @Test(
        "is read as RFC 3339 has it, and written in UTC",
        arguments: [
            ("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z"),
            ("2026-03-02t10:00:00z", "2026-03-02T10:00:00Z"),
            ("2026-03-02T12:30:00+02:30", "2026-03-02T10:00:00Z"),
            ("2026-03-01T23:00:00-11:00", "2026-03-02T10:00:00Z"),
            ("2026-03-02T10:00:00.999Z", "2026-03-02T10:00:00Z"),
            ("2024-02-29", "2024-02-29T00:00:00Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ]
    )
    func read(text: String, written: String) {
        #expect(Timestamp(text)?.description == written)
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "yesterday", "2026-13-01", "2026-02-29", "2026-3-2", "2026-03-02T10:00:00", "2026-03-02T24:00:00Z",
            "2026-03-02T10:60:00Z", "2026-03-02T10:00:00+25:00", "٢٠٢٦-03-02", "2026-03-02T10:00:00Z ",
        ]
    )
    func malformed(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(
        "is so many days after another, rounded down",
        arguments: [(86_399, 0), (86_400, 1), (-1, -1), (-86_401, -2)]
    )
    func days(seconds: Int64, days: Int) {
        let start = Timestamp(seconds: 1_772_445_600)
        #expect(Timestamp(seconds: start.seconds + seconds).days(since: start) == days)
    }
}

import PortcallCore
import Testing

@Suite("A question to the DNS")
struct DNSQuestionTests {
    @Test(
        "is a name and a type",
        arguments: [
            ("example.com MX", "example.com. MX"), ("example.com", "example.com. A"), (". ns", ". NS"),
            ("_ldap._tcp.gc._msdcs.corp.example. srv", "_ldap._tcp.gc._msdcs.corp.example. SRV"),
            ("example.com type65", "example.com. HTTPS"), ("example.com TYPE65280", "example.com. TYPE65280"),
        ]
    )
    func read(_ text: String, question: String) throws {
        #expect(try DNSQuestion(text).description == question)
    }

    @Test(
        "says what is wrong with it",
        arguments: [
            "", "a b c", "a..b MX", "example.com WORDS", "example.com ANY", "example.com AXFR", "example.com TYPE255",
            "example.com TYPE65536", "example.com TYPE+1", "bücher.example MX",
            String(repeating: "a", count: 64) + " MX", String(repeating: "a.", count: 128) + " MX",
        ]
    )
    func malformed(_ text: String) {
        #expect(throws: MalformedQuestion.self) { try DNSQuestion(text) }
    }

    @Test("is the same in any case of letters")
    func equal() throws {
        #expect(try DNSQuestion("Example.COM MX") == DNSQuestion("example.com. mx"))
    }
}

@Suite("A name server")
struct NameServerTests {
    @Test(
        "is an address or a name, with or without a port",
        arguments: [
            ("192.0.2.53", "192.0.2.53", 53), ("192.0.2.53:5353", "192.0.2.53", 5353),
            ("[2001:db8::53]", "2001:db8::53", 53), ("[2001:db8::53]:5353", "2001:db8::53", 5353),
            ("ns.example.com", "ns.example.com", 53),
        ]
    )
    func read(_ text: String, host: String, port: Int) throws {
        let server = try NameServer(text)
        #expect(server.host.text == host)
        #expect(server.port == port)
    }

    @Test("is not anything", arguments: ["", "2001:db8::53", "192.0.2.53:0", "192.0.2.256", "a b"])
    func malformed(_ text: String) {
        #expect(throws: MalformedTarget.self) { try NameServer(text) }
    }
}

@Suite("A message of the DNS")
struct DNSMessageTests {
    @Test("has records in the form of zone files")
    func records() throws {
        let records = try DNSMessage(Self.answers).answers.map(\.description)
        #expect(
            records == [
                "example.com. 300 SRV 0 100 3268 dc1.example.com.", "example.com. 300 TXT \"a\" \"b\\xFF\"",
                "example.com. 300 TLSA 3 1 1 abcd", "example.com. 300 AAAA 2001:db8::1:0:0:1",
                "example.com. 300 A 192.0.2.1", "example.com. 300 TYPE65280 \\# 2 0102",
                "example.com. 300 A \\# 3 7f0000",
            ]
        )
    }

    @Test("never reads past its end, wherever it is cut", arguments: 0..<Self.answers.count)
    func cut(size: Int) {
        #expect(throws: Malformed.self) { try DNSMessage(Array(Self.answers.prefix(size))) }
    }

    @Test("is read in little time however long and compressed it is")
    func huge() throws {
        let record: [UInt8] = [0xC0, 0x0C, 0, 2, 0, 1, 0, 0, 0, 0, 0, 2, 0xC0, 0x0C]
        let name = Array([[UInt8]](repeating: [1, UInt8(ascii: "a")], count: 127).joined()) + [0]
        let head: [UInt8] = [0x12, 0x34, 0x80, 0, 0, 1, 0x10, 0x00, 0, 0, 0, 0]
        let message = head + name + [0, 2, 0, 1] + [[UInt8]](repeating: record, count: 4096).joined()
        #expect(try DNSMessage(message).answers.count == 4096)
    }

    @Test("does not follow pointers to pointers for long")
    func pointers() {
        let name = 12
        let first = name + 1 + 4 + 11
        let chain = (0..<8000).flatMap { index -> [UInt8] in
            let target = index == 0 ? name : first + 2 * (index - 1)
            return [0xC0 | UInt8(target >> 8), UInt8(target & 0xFF)]
        }
        let last = Array(chain.suffix(2))
        let head: [UInt8] = [0x12, 0x34, 0x80, 0, 0, 1, 0x10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1]
        let carrier: [UInt8] = [0, 0, 10, 0, 1, 0, 0, 0, 0, UInt8(chain.count >> 8), UInt8(chain.count & 0xFF)]
        let record: [UInt8] = last + [0, 10, 0, 1, 0, 0, 0, 0, 0, 0]
        let records = [[UInt8]](repeating: record, count: 4095).joined()
        #expect(throws: Malformed.unexpected("a DNS name of more than 255 bytes")) {
            try DNSMessage(head + carrier + chain + records)
        }
    }

    /// A message with seven answers about the name it asks for.
    private static let answers: [UInt8] =
        [0x12, 0x34, 0x80, 0, 0, 1, 0, 7, 0, 0, 0, 0]
        + [7] + Array("example".utf8) + [3] + Array("com".utf8) + [0, 0, 255, 0, 1]
        + record(33, [0, 0, 0, 100, 0x0C, 0xC4, 3] + Array("dc1".utf8) + [0xC0, 0x0C])
        + record(16, [1, UInt8(ascii: "a"), 2, UInt8(ascii: "b"), 0xFF])
        + record(52, [3, 1, 1, 0xAB, 0xCD])
        + record(28, [0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1])
        + record(1, [192, 0, 2, 1])
        + record(65_280, [1, 2])
        + record(1, [127, 0, 0])

    private static func record(_ type: UInt16, _ data: [UInt8]) -> [UInt8] {
        [0xC0, 0x0C, UInt8(type >> 8), UInt8(type & 0xFF), 0, 1, 0, 0, 1, 44, 0, UInt8(data.count)] + data
    }
}

import PortcallCore
import Testing

@Suite("A target")
struct TargetTests {
    @Test(
        "is a service, a host and a port",
        arguments: [
            ("mx.example.net:25", "smtp", "mx.example.net", 25),
            ("mx.example.net:2525", "smtp", "mx.example.net", 2525),
            ("submission://mx.example.net", "submission", "mx.example.net", 587),
            ("SUBMISSION://mx.example.net/", "submission", "mx.example.net", 587),
            ("smtps://192.0.2.25:4650", "smtps", "192.0.2.25", 4650),
            ("[2001:db8::1]:465", "smtps", "2001:db8::1", 465),
            ("smtp://[fe80::1%eth0]", "smtp", "fe80::1%eth0", 25),
            ("smtp://mx.example.net.", "smtp", "mx.example.net", 25),
            ("smtp://mx_1.example.net", "smtp", "mx_1.example.net", 25),
            ("smtp://localhost", "smtp", "localhost", 25),
        ]
    )
    func read(text: String, service: String, host: String, port: Int) throws {
        let target = try Target(text)
        #expect(target.service.name == service)
        #expect(target.host.text == host)
        #expect(target.port == port)
        #expect(target.text == text)
    }

    @Test("takes its service from --service, whatever the port")
    func named() throws {
        #expect(try Target("mx.example.net:10025", service: "smtp").service.name == "smtp")
        #expect(try Target("mx.example.net", service: "submission").port == 587)
        #expect(throws: MalformedTarget.twoServices("smtp", "smtps")) {
            try Target("smtp://mx.example.net", service: "smtps")
        }
    }

    @Test(
        "names the part that is wrong",
        arguments: [
            ("", MalformedTarget.noHost), (":25", .noHost), ("smtp://", .noHost), ("smtp://:25", .noHost),
            ("mx.example.net", .noPort("mx.example.net")), ("mx.example.net:4242", .unknownPort(4242)),
            ("mx.example.net:", .notAPort("")), ("mx.example.net:0", .notAPort("0")),
            ("mx.example.net:65536", .notAPort("65536")), ("mx.example.net:+25", .notAPort("+25")),
            ("mx.example.net:٢٥", .notAPort("٢٥")), ("gopher://mx", .unknownService("gopher")),
            ("2001:db8::1", .bareIPv6("2001:db8::1")), ("[2001:db8::1:25", .noClosingBracket("[2001:db8::1:25")),
            ("[mx.example.net]:25", .notAnAddress("mx.example.net")), ("[2001:db8::1]25", .notAPort("25")),
            ("256.1.1.1:25", .notAnAddress("256.1.1.1")), ("192.0.2:25", .notAnAddress("192.0.2")),
            ("[2001:db8:::1]:25", .notAnAddress("2001:db8:::1")),
        ]
    )
    func malformed(text: String, error: MalformedTarget) {
        #expect(throws: error) { try Target(text) }
    }

    @Test(
        "is no name that a resolver would not take",
        arguments: ["a b", "a..b", "-a.example", "a\nb", "\(String(repeating: "a", count: 64)).example"]
    )
    func notAName(name: String) {
        #expect(throws: MalformedTarget.self) { try Target("smtp://\(name)") }
    }

    @Test("is refused in words that a terminal can show", arguments: [1, 64, 300])
    func hostile(length: Int) {
        let error = #expect(throws: MalformedTarget.self) { try Target(String(repeating: "\u{7F}", count: length)) }
        #expect(error?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } == true)
    }

    @Test("is expected by a fingerprint of 64 digits, or as self-signed")
    func expectation() {
        let digits = String(repeating: "ab", count: 32)
        #expect(Expectation("self-signed") == .selfSigned)
        #expect(Expectation("sha256:\(digits.uppercased())") == .sha256(digits))
        #expect(
            Expectation("spki:" + stride(from: 0, to: 64, by: 2).map { _ in "ab" }.joined(separator: ":"))
                == .spki(digits)
        )
        #expect(Expectation("sha256:\(digits)0") == nil)
        #expect(Expectation("md5:\(digits)") == nil)
        #expect(Expectation("sha256:") == nil)
    }
}

import Foundation
import PortcallCore
import TestVectors
import Testing

@Suite("What is said to a server")
struct HarmlessTests {
    @Test("is among the harmless requests of its protocol", arguments: Vector.all)
    func vector(_ vector: Vector) {
        let requests = vector.transcript.plan.service.kind.requests
        for message in vector.transcript.said {
            #expect(requests.include(message), "\(ByteQueue.quote(message))")
        }
    }

    @Test(
        "is not whatever else its protocol can say",
        arguments: [
            ("smtp", "MAIL FROM:<a@example.com>\r\n"), ("smtp", "EHLO a\r\nMAIL FROM:<b>\r\n"), ("smtp", "EHLO a"),
            ("smtp", "X-LINK2STATE LAST CHUNK={}\r\n"), ("smtp", "EHLO a b\r\n"), ("pop3", "USER a\r\n"),
            ("imap", "a1 LOGIN a b\r\n"), ("imap", "a1 ID (\"name\" \"x\")\r\n"), ("nntp", "POST\r\n"),
            ("http", "POST / HTTP/1.1\r\nHost: a\r\n\r\n"), ("http", "GET /secret HTTP/1.1\r\nHost: a\r\n\r\n"),
            ("http", "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Basic YTpi\r\n\r\n"),
            ("irc", "NICK a\r\n"), ("irc", "USER a 0 * :a\r\n"), ("irc", "JOIN #a\r\n"), ("irc", "IRCX\r\n"),
            ("irc", "PONG a JOIN #a\r\n"), ("irc", "AUTH NTLM I :a\r\n"), ("irc", "CAP REQ :sasl\r\n"),
            ("sip", sip("INVITE sip:a:5060;transport=tcp SIP/2.0")), ("sip", sip("REGISTER sip:a SIP/2.0")),
            ("sip", sip("OPTIONS sip:somebody@a SIP/2.0")), ("sip", sip(sequence: "1 INVITE")),
            ("sip", sip() + "v=0\r\n"), ("sip", sip(from: "<sip:somebody@a>;tag=1")),
            ("sip", sip(besides: "Authorization: Digest username=\"a\"\r\n")),
        ]
    )
    func harmful(service: String, said: String) throws {
        let service = try #require(Service.named(service))
        #expect(!service.kind.requests.include(Array(said.utf8)))
    }

    /// What is said to a SIP server, but for one thing.
    private static func sip(
        _ line: String = "OPTIONS sip:a:5060;transport=tcp SIP/2.0",
        from: String = "<sip:portcall@b>;tag=1",
        sequence: String = "1 OPTIONS",
        besides: String = ""
    ) -> String {
        "\(line)\r\nVia: SIP/2.0/TCP b:1;branch=z9hG4bK1;rport\r\nMax-Forwards: 70\r\nFrom: \(from)\r\nTo: <sip:a>\r\n"
            + "Call-ID: 1@b\r\nCSeq: \(sequence)\r\nContact: <sip:portcall@b:1;transport=tcp>\r\n"
            + "Accept: application/sdp\r\n\(besides)Content-Length: 0\r\n\r\n"
    }

    @Test("is OPTIONS to a SIP server, and that alone")
    func options() throws {
        #expect(try #require(Service.named("sip")).kind.requests.include(Array(Self.sip().utf8)))
    }

    @Test(
        "is not whatever else a binary protocol can say",
        arguments: [
            // A bind with a name and a password, and a search below an entry with a name.
            ("ldap", "30 0e 02 01 01 60 09 02 01 03 04 01 61 80 01 62"),
            ("ldap", "30 25 02 01 02 63 20 04 01 61 0a 01 00 0a 01 00 02 01 00 02 01 00 01 01 00 87 01 61 30 00"),
            // A transfer of a whole zone.
            ("dns-udp", "50 43 00 00 00 01 00 00 00 00 00 00 00 00 fc 00 01"),
            ("kerberos-udp", "6a 03 30 01 00"),
            // Entering something into the map, deleting from it, and a bind with an authentication.
            ("msrpc", "05 00 00 03 10 00 00 00 1c 00 00 00 02 00 00 00 04 00 00 00 00 00 00 00 00 00 00 00"),
            ("msrpc", "05 00 00 03 10 00 00 00 1c 00 00 00 02 00 00 00 04 00 00 00 00 00 01 00 00 00 00 00"),
            ("rpchttp", "05 00 0b 03 10 00 00 00 20 00 08 00 01 00 00 00 d0 16 d0 16 00 00 00 00 00 00 00 00 0a 02"),
            // A login with somebody in it, and a preamble for an endpoint that may exist.
            ("replication", "16 01 00 00 01 60"), ("mrs", "00 01 00 01 02 02 01 61 03 08"),
            ("resvc", "0d 0a"),
            // A session that is begun, a wish for Remote Desktop, and one for a class of transport that keeps a state.
            ("x400", "03 00 00 14 02 f0 80 0d 0b 05 06 13 01 00 16 01 02 14 02 00"),
            ("x400", "03 00 00 13 0e e0 00 00 50 43 00 01 00 08 00 03 00 00 00"),
            ("x400", "03 00 00 0e 09 e0 00 00 50 43 20 c0 01 0a"),
            // A conference.
            ("t120", "03 00 00 0c 02 f0 80 7f 65 02 04 00"),
            // A call that rings, and an end of somebody's call.
            ("h323", "03 00 00 09 08 02 50 43 05"), ("h323", "03 00 00 09 08 02 50 43 5a"),
            // The beginning of a session, and a negotiation of SMB 1.
            ("smb", "00 00 00 08 fe 53 4d 42 40 00 00 00"), ("smb", "00 00 00 08 ff 53 4d 42 72 00 00 00"),
            ("uls", "30 0c 02 01 01 60 07 02 01 03 04 00 80 00"), ("audio", "00"),
        ]
    )
    func harmfulBinary(service: String, said: String) throws {
        let service = try #require(Service.named(service))
        #expect(!service.kind.requests.include(try #require(Hexadecimal.bytes(said))))
    }

    @Test("is told to people for every protocol", arguments: Service.all.map(\.name))
    func told(service: String) throws {
        let service = try #require(Service.named(service))
        #expect(!service.kind.requests.words.isEmpty)
    }
}

@Suite("The promise of harmlessness")
struct HarmlessPromiseTests {
    @Test("lists what each protocol may say, in SECURITY.md")
    func listed() throws {
        let file = Vector.root.appending(path: "../SECURITY.md").standardized
        let page = try String(contentsOf: file, encoding: .utf8)
        let head = "  | protocol | what may be said |\n  |---|---|\n"
        let start = try #require(page.range(of: head)).upperBound
        let end = try #require(page.range(of: "\n\n", range: start..<page.endIndex)).lowerBound
        var rows: [String] = []
        for kind in Service.all.map(\.kind) {
            let row = "  | \(kind.name) | \(kind.requests.words.map { "`\($0)`" }.joined(separator: ", ")) |"
            if !rows.contains(row) { rows.append(row) }
        }
        let table = rows.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
            let whole = page.replacingCharacters(in: start..<end, with: table)
            try whole.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(page[start..<end] == table)
        }
    }
}

extension Transcript {
    /// What portcall says when this is played to it, a message each.
    fileprivate var said: [[UInt8]] {
        recorded.entries.compactMap { if case .client(let bytes) = $0 { bytes } else { nil } }
    }
}

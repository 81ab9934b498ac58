import PortcallCore
import TestVectors
import Testing

@Suite("Vectors")
struct VectorTests {
    @Test(
        "lead to the findings they state, however the bytes arrive",
        arguments: Vector.withoutChains,
        [Int.max, 7, 1]
    )
    func conclude(_ vector: Vector, chunk: Int) {
        let performance = vector.transcript.play(chunk: chunk)
        #expect(performance.differences == [])
        #expect(Verdict(performance.observation).conclusion == vector.transcript.expected)
    }

    @Test("say in their first line why they are kept", arguments: Vector.all)
    func comment(_ vector: Vector) {
        #expect(vector.transcript.comments.first?.isEmpty == false)
        #expect(!vector.transcript.expected.isEmpty)
    }

    @Test("read back from what they write", arguments: Vector.all)
    func roundTrip(_ vector: Vector) throws {
        let again = try Transcript(vector.transcript.description)
        #expect(again.description == vector.transcript.description)
        #expect(again.expected == vector.transcript.expected)
    }

    @Test("never send anything but the harmless verbs", arguments: Vector.all.filter(\.isText))
    func harmless(_ vector: Vector) {
        var said: [UInt8] = []
        for case .client(let bytes) in vector.transcript.recorded.entries { said += bytes }
        for line in String(decoding: said, as: UTF8.self).split(separator: "\r\n") {
            let mail = line.wholeMatch(of: /(EHLO|HELO) \S+|STARTTLS|QUIT|CAPA|STLS|CAPABILITIES|LIST EXTENSIONS/)
            let tagged = line.wholeMatch(of: /a\d+ (CAPABILITY|STARTTLS|ID NIL|LOGOUT)/)
            #expect(mail != nil || tagged != nil || isHarmlessOnTheWeb(line), "\(line)")
        }
    }

    /// Methods that change nothing, no login and no body, on paths that were thought of beforehand.
    private func isHarmlessOnTheWeb(_ line: Substring) -> Bool {
        let paths: Set = [
            "GET /", "GET /portcall-no-such-path", "GET /owa/", "GET /ecp/", "GET /EWS/Exchange.asmx",
            "OPTIONS /Microsoft-Server-ActiveSync", "GET /autodiscover/autodiscover.xml", "GET /mapi/",
            "GET /rpc/rpcproxy.dll", "GET /OAB/", "GET /exchange/", "GET /public/", "OPTIONS /instmsg/",
        ]
        let fields: Set = [
            "User-Agent: portcall", "Accept: */*", "RVP-Notifications-Version: 0.2", "Content-Length: 0",
        ]
        return (line.hasSuffix(" HTTP/1.1") && paths.contains(String(line.dropLast(9))))
            || fields.contains(String(line)) || line.wholeMatch(of: /Host: [A-Za-z0-9.:\[\]-]+/) != nil
    }

    @Test("are judged the same once they are recorded and played again", arguments: Vector.withoutChains)
    func replay(_ vector: Vector) throws {
        let first = Verdict(vector.transcript.play().observation)
        let again = try Transcript(vector.transcript.recorded.description)
        let second = Verdict(again.play().observation)
        #expect(JSONPrinter().print(second.record) == JSONPrinter().print(first.record))
    }
}

extension Vector {
    /// What a binary protocol sends is compared byte by byte, as `C<` lines; it has no verbs.
    fileprivate var isText: Bool {
        !["LDAP", "CLDAP", "DNS", "Kerberos"].contains(transcript.plan.service.protocolName)
    }
}

extension Transcript {
    /// The transcript that a call writes while this one is played to it.
    var recorded: Transcript {
        play(isRecording: true).transcript ?? self
    }
}

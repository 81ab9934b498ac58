import PortcallCore
import TestVectors
import Testing

@Suite("What is said to a server")
struct HarmlessTests {
    @Test("is made of harmless verbs in protocols of text", arguments: Vector.all.filter { !$0.isBinary })
    func text(_ vector: Vector) {
        let said = vector.transcript.said.flatMap(\.self)
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

    @Test("is made of harmless operations in binary protocols", arguments: Vector.all.filter(\.isBinary))
    func binary(_ vector: Vector) {
        for message in vector.transcript.said {
            let digits = Hexadecimal.text(message, separator: "")
            let isHarmless =
                switch vector.protocolName {
                case "LDAP", "CLDAP": isHarmlessInDirectories(digits)
                case "DNS": isHarmlessInNames(digits)
                default: isHarmlessInKerberos(digits)
                }
            #expect(isHarmless, "\(digits)")
        }
    }

    /// A bind of version 3 without name and password, StartTLS, an unbind, and a search of the entry without a name.
    private func isHarmlessInDirectories(_ digits: String) -> Bool {
        let operations = /600702010304008000|77188016312e332e362e312e342e312e313436362e3230303337|4200/
        guard let envelope = digits.wholeMatch(of: /30(?:82....|..)02(?:01..|03......)(.+)/)?.1 else { return false }
        let search = /63(?:82....|..)04000a01000a0100.+/
        return envelope.wholeMatch(of: operations) != nil || envelope.wholeMatch(of: search) != nil
    }

    /// One question of the class IN, with opcode 0, for records of one type.
    private func isHarmlessInNames(_ digits: String) -> Bool {
        let question = /(?:00..)?....0[01]000001000000000000(?:[0-9a-f]{2})*00(....)0001/
        guard let type = digits.wholeMatch(of: question)?.1 else { return false }
        return !(251...255).contains(Int(type, radix: 16) ?? 255)
    }

    /// A request for a ticket that has neither pre-authentication (3) nor the name of a client (1 in its body).
    private func isHarmlessInKerberos(_ digits: String) -> Bool {
        digits.wholeMatch(of: /(?:000000..)?6a7c307aa103020105a20302010aa46e306ca007030500........a212.+/) != nil
    }
}

extension Vector {
    fileprivate var protocolName: String { transcript.plan.service.protocolName }

    fileprivate var isBinary: Bool { ["LDAP", "CLDAP", "DNS", "Kerberos"].contains(protocolName) }
}

extension Transcript {
    /// What portcall says when this is played to it, a message each.
    fileprivate var said: [[UInt8]] {
        recorded.entries.compactMap { if case .client(let bytes) = $0 { bytes } else { nil } }
    }
}

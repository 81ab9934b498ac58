/// The one question that a SIP server is asked: what it can do (RFC 3261 section 11).
///
/// No telephone rings for it.
struct SIPRequest: Equatable, Sendable {
    let bytes: [UInt8]
    /// By these two an answer is known for one to this question.
    let callID: String
    static let sequence = "1 OPTIONS"
    /// Nobody asks us for what a server has, so that it is our own question where it comes back.
    let beginning: [UInt8]

    /// Its contact is an address, for Office Communications Server refuses names that it cannot resolve; branch, tag
    /// and Call-ID are of a number that nobody can guess.
    init(_ plan: Plan, _ line: Line) {
        let transport = plan.service.security == .implicit ? "tls" : plan.service.transport.rawValue
        let own = line.local.address.unmapped.withoutZone.bracketed
        let host =
            switch plan.serverName {
            case .dns(let name): name
            case .ip(let address): address.withoutZone.bracketed
            }
        let mark = line.number.inHexadecimal
        beginning = Array("OPTIONS sip:\(host):".utf8)
        callID = "\(mark)@portcall.invalid"
        let lines = [
            "OPTIONS sip:\(host):\(line.remote.port);transport=\(transport) SIP/2.0",
            "Via: SIP/2.0/\(transport.uppercased()) \(own):\(line.local.port);branch=z9hG4bK\(mark);rport",
            "Max-Forwards: 70",
            "From: <sip:portcall@\(own)>;tag=\(mark)",
            "To: <sip:\(host)>",
            "Call-ID: \(callID)",
            "CSeq: \(Self.sequence)",
            "Contact: <sip:portcall@\(own):\(line.local.port);transport=\(transport)>",
            "Accept: application/sdp",
            "Content-Length: 0",
        ]
        bytes = Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
    }
}

extension HarmlessRequests {
    /// OPTIONS of a server, from nobody in particular, with the fields that it must have and nothing behind them.
    static let sip = HarmlessRequests(["OPTIONS of the server itself, without a login, a body or anybody's name"]) {
        message in
        let lines = String(decoding: message, as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false)
        let fields = lines.dropFirst().dropLast(2)
        let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false)
        guard
            lines.count == names.count + 3, lines.suffix(2).allSatisfy(\.isEmpty), words.count == 3,
            words[0] == "OPTIONS", words[1].hasPrefix("sip:"), !words[1].contains("@"), words[2] == "SIP/2.0"
        else { return false }
        return zip(fields, names).allSatisfy { field, name in field.hasPrefix("\(name): ") }
            && fields.contains("CSeq: \(SIPRequest.sequence)") && fields.contains("Content-Length: 0")
            && fields.contains { $0.hasPrefix("From: <sip:portcall@") }
    }

    private static let names = [
        "Via", "Max-Forwards", "From", "To", "Call-ID", "CSeq", "Contact", "Accept", "Content-Length",
    ]
}

extension String {
    /// What stands behind the percent sign is this machine's affair (RFC 4007 section 11).
    fileprivate var withoutZone: String { cut(at: "%").0 }
}

extension UInt64 {
    /// Sixteen digits.
    fileprivate var inHexadecimal: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: Swift.max(0, 16 - digits.count)) + digits
    }
}

/// What a SIP server's answer to OPTIONS tells of it.
package struct SIPFacts: ServiceFacts {
    package let response: SIPResponse
    private let place: SIPPlace
    private let challenges: String?

    init(_ response: SIPResponse, at place: SIPPlace) {
        self.response = response
        self.place = place
        let fields = ["www-authenticate", "proxy-authenticate"].compactMap { response[$0] }
        challenges = fields.isEmpty ? nil : fields.joined(separator: ", ")
    }

    /// The ways to log in that it asks for, in upper case.
    var mechanisms: [String] { challenges.map(Challenge.schemes) ?? [] }

    var realms: [String] { challenges.map(Challenge.realms) ?? [] }

    package var record: Record {
        var headers = Record()
        for field in response.fields { headers[field.name] = .text(response[field.name]) }
        return Record([("status", .integer(response.status)), ("headers", .record(headers))])
    }

    package var lines: [FactLine] {
        [
            response["allow"].map { FactLine("takes", $0.words.listed(most: 12)) },
            mechanisms.isEmpty ? nil : FactLine("login", login),
            response["ms-diagnostics"].map { FactLine("diagnostics", String($0.prefix(300))) },
            SIPWords.meaning(of: response, at: place).map { FactLine("meaning", $0, from: "") },
            SIPWords.role(of: place.port).map { FactLine("this port", $0, from: "") },
        ].compactMap(\.self)
    }

    /// `NTLM, KERBEROS for "SIP Communications Service"`.
    private var login: String {
        let realms = realms.prefix(4).map { "\"\($0.prefix(120))\"" }.joined(separator: ", ")
        return mechanisms.joined(separator: ", ") + (realms.isEmpty ? "" : " for \(realms)")
    }
}

extension Facts {
    /// The final answer came: that it came is what was asked for, and its status says at most whom it serves.
    mutating func conclude(_ response: SIPResponse, at place: SIPPlace) {
        let heard = SIPFacts(response, at: place)
        service = heard
        remedy = nil
        answered(response.line)
        product = SIPProduct.told(by: response)?.shown(by: "the header fields of the response")
        let listing = Listing(mechanisms: heard.mechanisms)
        if place.isSecured { listInsideTLS(listing) } else { list(listing) }
        reservation = SIPWords.limit(of: response)
        guard response.status == 503 else { return }
        let later = response["retry-after"].map { "; Retry-After: \($0)" } ?? ""
        refuse("\(response.line)\(later)", meaning: SIPWords.meaning(of: response, at: place), at: .answer)
        remedy = SIPWords.fixOfRefusal
    }
}

extension String {
    /// The members of a list.
    fileprivate var words: [String] { split { $0 == "," || $0 == " " }.map(String.init).withoutRepetition }
}

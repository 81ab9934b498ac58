extension Facts {
    /// Keeps what the head of the first answer says, for its body may never come whole.
    mutating func note(_ head: HTTPHead, isSecured: Bool, _ isExchangeExpected: Bool) {
        let begun = HTTPResponse(head: head, body: [], isReusable: false)
        note(HTTPFacts(first: begun, survey: nil, isExchangeExpected: isExchangeExpected), isSecured)
    }

    /// Puts what the answers so far say into the words common to all protocols.
    mutating func conclude(
        _ first: HTTPResponse,
        for purpose: HTTPPurpose,
        _ survey: ExchangeSurvey?,
        isSecured: Bool,
        _ isExchangeExpected: Bool
    ) {
        note(HTTPFacts(first: first, survey: survey, isExchangeExpected: isExchangeExpected), isSecured)
        if first.demandsCertificate { certificateDemand = first.head.line }
        guard isSecured || !first.saysItExpectedTLS else {
            wantsTLS = true
            wantsTLSWords = "\(first.head.line): \(first.title ?? String(first.text.prefix(120)))"
            return
        }
        switch purpose {
        case .site: noteRefusal(of: first, survey)
        case .service(let path): noteAbsence(of: path, first, survey)
        case .instantMessaging: noteInstantMessaging(first)
        }
    }

    private mutating func note(_ web: HTTPFacts, _ isSecured: Bool) {
        service = web
        answer = web.first.head.line
        product = HTTPProduct.told(by: web)
        noteSchemes(of: web.responses, isSecured)
    }

    private mutating func noteSchemes(of responses: [HTTPResponse], _ isSecured: Bool) {
        var schemes: [String] = []
        for scheme in responses.flatMap(\.schemes) where !schemes.contains(scheme) { schemes.append(scheme) }
        guard !isSecured else {
            mechanismsAfterTLS = schemes
            return
        }
        mechanisms = schemes
        plaintextMechanisms = schemes.filter { $0 == "BASIC" }
    }

    /// The site as a whole serves nobody, unless a service of Exchange answers all the same.
    private mutating func noteRefusal(of first: HTTPResponse, _ survey: ExchangeSurvey?) {
        let isRefusal = first.status >= 500 || first.status == 421 || first.status == 429
        let isMistaken = isSecuredBehindPlain(first)
        guard isRefusal || isMistaken, survey?.hasService != true else { return refuse(nil) }
        refuse(first.head.line, isMistaken ? HTTPWords.plainBehindTLS : HTTPWords.meaning(of: first))
    }

    /// Inside TLS a server that expected TLS speaks of the connection between a proxy and itself.
    private func isSecuredBehindPlain(_ first: HTTPResponse) -> Bool { first.saysItExpectedTLS }

    /// What was asked for alone has to be there.
    private mutating func noteAbsence(of path: ExchangePath, _ first: HTTPResponse, _ survey: ExchangeSurvey?) {
        guard let state = survey?.entries.first?.state, state.kind != .up, state.kind != .broken else { return }
        guard certificateDemand == nil else { return }
        let place = "\(path.title) (\(path.request.path))"
        switch state.kind {
        case .absent: refuse(first.head.line, "There is nothing at the place of \(place).")
        case .off: refuse(first.head.line, "It does not serve \(place) here: \(state.detail).")
        case .unknown, .up, .broken: refuse(first.head.line, "That is no answer of \(place).")
        }
    }

    private mutating func noteInstantMessaging(_ first: HTTPResponse) {
        let isTold = first["rvp-notifications-version"] != nil
        if isTold || first.status == 401 {
            product = Product("Microsoft Exchange 2000 Instant Messaging (RVP)", isTold ? .stated : .possible)
        } else if first.status >= 500 {
            refuse(first.head.line, HTTPWords.meaning(of: first))
        } else {
            refusal = first.head.line
            impostor = "a web server without instant messaging"
        }
    }

    /// A server that refuses has answered, and not as it should.
    private mutating func refuse(_ words: String?, _ meaning: String = "") {
        refusal = words
        refusalMeaning = words == nil ? nil : meaning
        if words != nil { answer = nil }
    }
}

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
        trouble = nil
        guard isSecured || !first.saysItExpectedTLS else {
            trouble = .wantsTLS("\(first.head.line): \(first.title ?? String(first.text.prefix(120)))")
            return
        }
        guard !first.demandsCertificate else {
            trouble = .wantsCertificate(first.head.line)
            return
        }
        switch purpose {
        case .site: noteRefusal(of: first, survey)
        case .service(let path): noteAbsence(of: path, first, survey)
        case .instantMessaging: noteInstantMessaging(first)
        }
    }

    /// Further questions would tell nothing more: it is another server, or another way in.
    var isSettled: Bool {
        switch trouble {
        case .wantsTLS, .impostor: true
        case .refused, .wantsCertificate, .masked, nil: false
        }
    }

    private mutating func note(_ web: HTTPFacts, _ isSecured: Bool) {
        service = web
        answered(web.first.head.line)
        product = HTTPProduct.told(by: web)
        var schemes: [String] = []
        for scheme in web.responses.flatMap(\.schemes) where !schemes.contains(scheme) { schemes.append(scheme) }
        if isSecured {
            listInsideTLS(Listing(mechanisms: schemes))
        } else {
            list(Listing(mechanisms: schemes, plaintextMechanisms: schemes.filter { $0 == "BASIC" }))
        }
    }

    /// The site as a whole serves nobody, unless a service of Exchange answers all the same.
    private mutating func noteRefusal(of first: HTTPResponse, _ survey: ExchangeSurvey?) {
        let isRefusal = first.status >= 500 || first.status == 421 || first.status == 429
        // Inside TLS a server that expected TLS speaks of the connection between a proxy and itself.
        let isMistaken = first.saysItExpectedTLS
        guard isRefusal || isMistaken, survey?.hasService != true else { return }
        refuse(first, isMistaken ? HTTPWords.plainBehindTLS : HTTPWords.meaning(of: first))
    }

    /// What was asked for alone has to be there.
    private mutating func noteAbsence(of path: ExchangePath, _ first: HTTPResponse, _ survey: ExchangeSurvey?) {
        guard let state = survey?.entries.first?.state else { return }
        let place = "\(path.title) (\(path.request.path))"
        switch state.kind {
        case .up, .broken: return
        case .absent: refuse(first, "There is nothing at the place of \(place).")
        case .off: refuse(first, "It does not serve \(place) here: \(state.detail).")
        case .unknown: refuse(first, "That is no answer of \(place).")
        }
    }

    private mutating func noteInstantMessaging(_ first: HTTPResponse) {
        let isTold = first["rvp-notifications-version"] != nil
        if isTold || first.status == 401 {
            product = Product("Microsoft Exchange 2000 Instant Messaging (RVP)", isTold ? .stated : .possible)
        } else if first.status >= 500 {
            refuse(first, HTTPWords.meaning(of: first))
        } else {
            trouble = .impostor("a web server without instant messaging", words: first.head.line)
        }
    }

    private mutating func refuse(_ first: HTTPResponse, _ meaning: String) {
        refuse(first.head.line, meaning: meaning, at: .answer)
    }
}

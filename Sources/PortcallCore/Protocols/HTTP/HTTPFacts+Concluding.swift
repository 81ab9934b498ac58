extension Facts {
    /// Keeps what the head of the first answer says, for its body may never come whole.
    mutating func note(_ head: HTTPHead, at site: HTTPSite, _ isExchangeExpected: Bool) {
        let begun = HTTPResponse(head: head, body: [], isReusable: false)
        note(HTTPFacts(first: begun, survey: nil, site: site, isExchangeExpected: isExchangeExpected))
        report(.answer, .failed, "\(head.line), and then not all that belongs to it")
        guard head["content-length"] == nil, head["transfer-encoding"] == nil else { return }
        remedy =
            "Let the server say how long the body is (Content-Length: 0 where there is none), or end the connection."
    }

    /// Puts what the answers so far say into the words common to all protocols.
    mutating func conclude(
        _ first: HTTPResponse,
        for purpose: HTTPPurpose,
        _ survey: ExchangeSurvey?,
        at site: HTTPSite,
        _ isExchangeExpected: Bool
    ) {
        let web = HTTPFacts(first: first, survey: survey, site: site, isExchangeExpected: isExchangeExpected)
        note(web)
        trouble = nil
        remedy = nil
        reservation = web.gate?.summary ?? web.doubt
        guard site.isSecured || !first.saysItExpectedTLS else {
            trouble = .wantsTLS("\(first.head.line): \(first.title ?? String(first.text.prefix(120)))")
            return
        }
        guard !first.demandsCertificate else {
            trouble = .wantsCertificate(first.head.line)
            return
        }
        switch purpose {
        case .site: noteRefusal(of: first, survey, at: site)
        case .service(let path): noteAbsence(of: path, first, survey)
        case .instantMessaging: noteInstantMessaging(first)
        }
    }

    /// Further questions would tell nothing more: it is another server, or another way in.
    var isSettled: Bool {
        switch trouble {
        case .wantsTLS, .impostor: true
        case .refused, .wantsCertificate, .masked, .outOfStep, nil: false
        }
    }

    private mutating func note(_ web: HTTPFacts) {
        service = web
        answered(web.first.head.line)
        product = HTTPProduct.told(by: web)?.shown(by: "the header fields of its answers")
        var schemes: [String] = []
        for scheme in web.responses.flatMap(\.schemes) where !schemes.contains(scheme) { schemes.append(scheme) }
        if web.site.isSecured {
            listInsideTLS(Listing(mechanisms: schemes))
        } else {
            list(Listing(mechanisms: schemes, plaintextMechanisms: schemes.filter { $0 == "BASIC" }))
        }
    }

    /// The site as a whole serves nobody, unless a service of Exchange answers all the same.
    private mutating func noteRefusal(of first: HTTPResponse, _ survey: ExchangeSurvey?, at site: HTTPSite) {
        let isRefusal = first.status >= 500 || first.status == 421 || first.status == 429 || first.isFromHTTPSys
        // Inside TLS a server that expected TLS speaks of the connection between a proxy and itself.
        let isMistaken = first.saysItExpectedTLS
        guard isRefusal || isMistaken, survey?.hasService != true else { return }
        guard !isMistaken else {
            refuse(first, HTTPWords.plainBehindTLS, fix: "Let the proxy speak TLS to the server behind it.")
            return
        }
        let refusal = HTTPWords.refusal(by: first)
        refuse(first, refusal.meaning, fix: refusal.fix)
    }

    /// What was asked for alone has to be there; what says nothing at all of it is no refusal.
    private mutating func noteAbsence(of path: ExchangePath, _ first: HTTPResponse, _ survey: ExchangeSurvey?) {
        guard let state = survey?.entries.first?.state else { return }
        let place = "\(path.title) (\(path.request.path))"
        let refusal = HTTPWords.refusal(by: first)
        switch state.kind {
        case .up, .broken: return
        case .absent where first.isFromHTTPSys: refuse(first, refusal.meaning, fix: refusal.fix)
        case .absent:
            refuse(
                first,
                "There is nothing at the place of \(place).",
                fix: "Let the name lead to the server that has it, and a proxy before it pass \(path.request.path) on."
            )
        case .off: refuse(first, "It does not serve \(place) here: \(state.detail).", fix: Self.fix(ofClosed: first))
        case .unknown:
            guard (400..<500).contains(first.status), ![401, 405].contains(first.status) else { return }
            let meaning = refusal.meaning.isEmpty ? "That is no answer of \(place)." : refusal.meaning
            refuse(first, meaning, fix: refusal.fix)
        }
    }

    private static func fix(ofClosed first: HTTPResponse) -> String? {
        guard first.status == 403 else { return nil }
        return first.isFromIIS
            ? "Look at IP Address and Domain Restrictions and SSL Settings of the path in IIS, or ask from where it is "
                + "allowed."
            : "Look at the access rules of what answers, or ask from where it is allowed."
    }

    private mutating func noteInstantMessaging(_ first: HTTPResponse) {
        let isTold = first["rvp-notifications-version"] != nil
        if isTold || first.status == 401 {
            let found = Product.exchange(
                "2000 Instant Messaging (RVP)",
                isTold ? .stated : .possible,
                .v2000 ... .v2000
            )
            product = found.shown(by: isTold ? "what it says of itself" : "how it answers")
        } else if first.status >= 500 {
            let refusal = HTTPWords.refusal(by: first)
            refuse(first, refusal.meaning, fix: refusal.fix)
        } else {
            trouble = .impostor("a web server without instant messaging", words: first.head.line)
        }
    }

    private mutating func refuse(_ first: HTTPResponse, _ meaning: String, fix: String?) {
        let title = first.title.flatMap { first.head.line.contains($0) ? nil : ", \"\($0)\"" } ?? ""
        refuse("\(first.head.line)\(title)", meaning: meaning, at: .answer)
        remedy = fix
        (service as? HTTPFacts).map { service = $0.withTitleTold() }
    }
}

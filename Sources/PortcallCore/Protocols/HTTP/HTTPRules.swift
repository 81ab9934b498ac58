extension Rule {
    static let httpServiceFailing = Rule(.httpServiceFailing) { seen in
        guard !seen.facts.isRefused, let web = seen.facts.service as? HTTPFacts, let survey = web.survey else {
            return []
        }
        return survey.faults.map { fault, entries in
            let names = entries.map { "\($0.path.title) (\($0.path.request.path))" }
            let evidence = entries.map { "\($0.path.request.path): \($0.response?.head.line ?? "no answer")" }
            let begin = survey.isOfOneService ? "" : names.count == 1 ? "is there and " : "are there and "
            let fail = names.count == 1 ? "does not work" : "do not work"
            return Sighting(
                evidence.joined(separator: "; "),
                severity: survey.isOfOneService ? .critical : nil,
                fix: fault.fix(for: entries, amongExchange: survey.showsExchange),
                [
                    "services": names.inWords.capitalizedAtStart, "fail": begin + fail,
                    "cause": fault.sentence(amongExchange: survey.showsExchange),
                ]
            )
        }
    }

    static let httpRedirectBroken = Rule(.httpRedirectBroken) { seen in
        guard !seen.facts.isRefused, let web = seen.facts.service as? HTTPFacts, let survey = web.survey else {
            return []
        }
        return survey.redirects.map { found in
            let answers = found.paths.compactMap { path in survey.response(to: path).map { (path, $0) } }
            let evidence = answers.map { path, response in
                "\(path): \(response.head.line), to \(response["location"] ?? "nowhere")"
            }
            return Sighting(
                evidence.prefix(3).joined(separator: "; "),
                severity: found.fault.severity,
                fix: found.fault.fix(for: answers.first?.1, isSecured: survey.place.isSecured),
                ["way": found.fault.sentence(found.paths)]
            )
        }
    }

    /// It was asked for by its name, and something answers that says nothing of it.
    static let exchangeUnusable = Rule(one: .serviceUnusable) { seen in
        guard
            seen.facts.trouble == nil, let web = seen.facts.service as? HTTPFacts, let survey = web.survey,
            survey.isOfOneService, survey.nowhere != .notAsked, web.gate == nil, let entry = survey.entries.first,
            entry.state.kind == .unknown, let response = entry.response
        else { return nil }
        return Sighting(
            HTTPGate.evidence(of: response, to: entry.path.request, at: survey.place),
            fix: response.fixOfAbsence(at: entry.path.request.path),
            [
                "lack":
                    "what answers shows nothing of \(entry.path.title) (\(entry.path.request.path)), or of Exchange "
                    + "at all; \(response.appearance(at: survey.place))"
                    + (survey.isAlike ? ", and a path that cannot exist is answered in the same way." : ".")
            ]
        )
    }

    static let httpGated = Rule(one: .httpGated) { seen in
        guard seen.facts.trouble == nil, let gate = (seen.facts.service as? HTTPFacts)?.gate else { return nil }
        return Sighting(gate.evidence, fix: gate.fix, ["gate": gate.sentence])
    }
}

extension HTTPFacts {
    /// Both begin their evidence with the path that they are about.
    func path(of finding: Finding) -> String? {
        guard [Explanation.httpServiceFailing.id, Explanation.httpRedirectBroken.id].contains(finding.id) else {
            return nil
        }
        return finding.evidence.split(separator: ": ").first.map(String.init).flatMap { path in
            (["/"] + ExchangePath.all.map(\.request.path)).first { $0 == path }
        }
    }
}

extension ExchangeSurvey {
    /// What came for that path.
    fileprivate func response(to path: String) -> HTTPResponse? {
        ([front].compactMap(\.self) + entries).first { $0.path.request.path == path }?.response
    }
}

extension HTTPResponse {
    /// What it is instead, as a sentence goes on.
    fileprivate func appearance(at site: HTTPSite) -> String {
        if HTTPWords.isBlockPage(self) { return "it is the block page of a web application firewall (F5's words)" }
        if let location = self["location"] { return "it leads to \(site.shortened(location))" }
        switch status {
        case 401: return "it demands a login (401) and names no way to log in"
        case 405, 501: return "it does not take this request (\(status))"
        default: return title.map { "it is a page called \"\($0)\"" } ?? "its answer is \(status)"
        }
    }

    fileprivate func fixOfAbsence(at path: String) -> String {
        if HTTPWords.isBlockPage(self) { return "Let the firewall pass \(path) on; its log names the support ID." }
        guard self["location"] == nil else {
            return "Ask at the place that it leads to, or let this name lead to the server of Exchange."
        }
        return "Let this name lead to the server of Exchange, or let the proxy that answers pass \(path) on to it."
    }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    var inWords: String {
        guard count > 1, let last else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) and \(last)"
    }
}

extension [String] {
    /// The first three, and how many more.
    var inFewWords: String { count > 4 ? "\(prefix(3).joined(separator: ", ")) and \(count - 3) more" : inWords }
}

extension String {
    var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}

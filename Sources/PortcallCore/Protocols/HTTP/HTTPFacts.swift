/// What only a web server has to tell, and what its answers say of Exchange's services.
struct HTTPFacts: ServiceFacts {
    /// The answer to the first request.
    let first: HTTPResponse
    /// nil where no service of Exchange was asked for.
    var survey: ExchangeSurvey?
    let site: HTTPSite
    /// Services are told of even where none is there.
    var isExchangeExpected = false
    /// A refusal quotes it.
    private var isTitleTold = false

    init(first: HTTPResponse, survey: ExchangeSurvey?, site: HTTPSite, isExchangeExpected: Bool) {
        self.first = first
        self.survey = survey
        self.site = site
        self.isExchangeExpected = isExchangeExpected
    }

    func withTitleTold() -> HTTPFacts {
        var told = self
        told.isTitleTold = true
        return told
    }

    /// What stands before the services and answers in their place.
    var gate: HTTPGate? { survey.flatMap { HTTPGate($0) } }

    /// Why not all is well though nothing is known to be broken: none of Exchange's services shows, or the front page is
    /// refused.
    var doubt: String? {
        guard survey?.isOfOneService != true else { return nil }
        let entries = survey?.entries ?? []
        let isNoneUp = entries.allSatisfy { entry in
            entry.response == nil || entry.state.kind == .off && entry.response?.status == 403
        }
        guard entries.isEmpty else { return isNoneUp ? "no service of Exchange shows that it is up" : nil }
        let isRefused = (400..<500).contains(first.status) && ![401, 404, 410].contains(first.status)
        return isRefused ? "the front page is refused (\(first.status)), so nothing is known of the site" : nil
    }

    /// Those whose fields tell of the server; what answers everything alike tells of itself alone.
    var responses: [HTTPResponse] {
        [first] + (survey?.entries.compactMap(\.response) ?? [])
    }

    var record: Record {
        var record = Record()
        record["status"] = .integer(first.status)
        record["headers"] = .record(headers)
        record["server"] = first["server"].map { .text($0) }
        record["title"] = first.title.map { .text($0) }
        for (label, names) in Self.telling {
            record[label] = value(of: names).map { .text($0) }
        }
        guard let services else { return record }
        record["services"] = .list(services.entries.map { .record($0.record) })
        if services.isAlike { record["services_note"] = .text(alike) }
        return record
    }

    /// A line a service; those that are not there share one.
    var lines: [FactLine] {
        let answered =
            (servers.map { [FactLine("answered by", $0, from: "X-FEServer and X-CalculatedBETarget")] } ?? []) + shown
        guard let services else { return answered }
        guard !services.isAlike else { return answered + [FactLine("services", alike)] }
        // What Exchange has had no more since 2010 is missed by nobody.
        let absent = services.entries.filter { $0.state.kind == .absent && !Self.given.contains($0.path.request.path) }
            .map(\.path.request.path)
        return answered + services.entries.filter { $0.state.kind != .absent }.map(\.line)
            + (absent.isEmpty ? [] : [FactLine("not there", absent.joined(separator: ", "))])
    }

    /// The services of Exchange, where they are worth telling of.
    private var services: ExchangeSurvey? {
        guard let survey, isExchangeExpected || survey.entries.contains(where: { $0.state.kind != .absent }) else {
            return nil
        }
        return survey
    }

    /// Which servers of Exchange took part: the one that answered, and the one with the mailboxes.
    private var servers: String? {
        guard let front = value(of: ["x-feserver"]), survey?.isAlike != true else { return nil }
        return value(of: ["x-calculatedbetarget"]).map { "\(front), for \($0)" } ?? front
    }

    /// The first answer that has one of these fields.
    func value(of names: [String]) -> String? {
        responses.lazy.compactMap { response in names.lazy.compactMap { response[$0] }.first }.first
    }

    /// Lower-case name and value; of one that came twice, the values in one (RFC 9110 section 5.3).
    private var headers: Record {
        var record = Record()
        for field in first.head.fields { record[field.name] = .text(first[field.name]) }
        return record
    }

    private static let given: Set = ["/exchange/", "/public/"]

    private static let telling: [(label: String, names: [String])] = [
        ("exchange_version", ["x-owa-version"]),
        ("front_end", ["x-feserver"]),
        ("back_end", ["x-calculatedbetarget", "x-beserver"]),
        ("activesync", ["ms-server-activesync"]),
        ("strict_transport_security", ["strict-transport-security"]),
    ]

    /// Where the answer leads, and what the page of an error calls itself.
    private var shown: [FactLine] {
        if (300..<400).contains(first.status), let location = first["location"] {
            let place = String(site.shortened(location).prefix(300)) + (location.contains("?") ? "?…" : "")
            return [FactLine("leads to", place, from: "Location")]
        }
        guard first.status >= 400, !isTitleTold, let title = first.title else { return [] }
        return first.head.line.contains(title) ? [] : [FactLine("page", title, from: "the title of its page")]
    }

    /// Why nothing is told of the services.
    private var alike: String {
        let isToTLS =
            survey?.nowhere.response.flatMap { site.direction(of: $0, from: HTTPRequest.nowhere.path) } == .tls
        let how = isToTLS ? "every path leads to TLS" : gate?.summary ?? "every path gets the same answer"
        return "not known, for a path that cannot exist is answered like them: \(how)"
    }
}

extension ExchangeSurvey.Entry {
    var line: FactLine {
        let question = "\(path.request.method.rawValue) \(path.request.path)"
        return FactLine(path.name, "\(state.kind.rawValue): \(state.detail)", state.mark, from: question)
    }

    var record: Record {
        var record = Record([
            ("name", .text(path.name)),
            ("path", .text(path.request.path)),
            ("status", response.map { .integer($0.status) } ?? .null),
            ("state", .text(state.kind.rawValue)),
            ("detail", .text(state.detail)),
            ("auth", .texts(response?.schemes ?? [])),
        ])
        for (label, name) in Self.telling { record[label] = response?[name].map { .text($0) } }
        return record
    }

    private static let telling = [
        ("location", "location"), ("exchange_version", "x-owa-version"), ("front_end", "x-feserver"),
        ("back_end", "x-calculatedbetarget"), ("activesync", "ms-server-activesync"),
    ]
}

extension ExchangeState {
    /// As its finding weighs: one service that is broken among others is a warning.
    fileprivate var mark: FactLine.Mark {
        switch kind {
        case .up: .good
        case .broken: isHopeless ? .bad : .doubtful
        case .off, .absent, .unknown: .neutral
        }
    }
}

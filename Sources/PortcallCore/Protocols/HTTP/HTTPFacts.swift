/// What only a web server has to tell, and what its answers say of Exchange's services.
struct HTTPFacts: ServiceFacts {
    /// The answer to the first request.
    let first: HTTPResponse
    /// nil where no service of Exchange was asked for.
    var survey: ExchangeSurvey?
    /// Services are told of even where none is there.
    var isExchangeExpected = false

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
        if services.isAlike { record["services_note"] = .text(Self.alike) }
        return record
    }

    /// A line a service; those that are not there share one.
    var lines: [FactLine] {
        let answered = servers.map { [FactLine("answered by", $0)] } ?? []
        guard let services else { return answered }
        guard !services.isAlike else { return answered + [FactLine("services", Self.alike)] }
        let absent = services.entries.filter { $0.state.kind == .absent }.map(\.path.request.path)
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

    private static let telling: [(label: String, names: [String])] = [
        ("exchange_version", ["x-owa-version"]),
        ("front_end", ["x-feserver"]),
        ("back_end", ["x-calculatedbetarget", "x-beserver"]),
        ("activesync", ["ms-server-activesync"]),
        ("strict_transport_security", ["strict-transport-security"]),
    ]

    private static let alike = """
        Every path is answered alike, one that cannot exist too: a proxy or a filter answers by itself, so nothing is \
        known of the services behind it.
        """
}

extension ExchangeSurvey.Entry {
    var line: FactLine { FactLine(path.name, "\(state.kind.rawValue): \(state.detail)", state.kind.mark) }

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

extension ExchangeState.Kind {
    fileprivate var mark: FactLine.Mark {
        switch self {
        case .up: .good
        case .broken: .bad
        case .off, .absent, .unknown: .neutral
        }
    }
}

extension SweepEntry {
    /// Reads what a line of JSON told that a sweep has printed; nil where it is no such line.
    package init?(json line: some Sequence<UInt8>) {
        var reader = JSONSkimmer(line)
        var line = Line()
        do throws(MalformedJSON) {
            try reader.object { (reader, name) throws(MalformedJSON) in try line.take(name, &reader) }
            try reader.finish()
        } catch {
            return nil
        }
        guard line.schema == Record.schema, let target = line.target, let outcome = line.outcome else { return nil }
        self.init(target: target, outcome)
    }

    /// The members that count.
    private struct Line {
        var schema: String?
        var target: String?
        private var service: String?
        private var error: String?
        private var number: Int?
        private var verdict: String?
        private var sightings: [Sighting] = []

        init() {}

        var outcome: Outcome? {
            if let error { return .unjudged(error, line: number) }
            guard let service, verdict != nil else { return nil }
            return .judged(service: service, sightings)
        }

        mutating func take(_ name: String, _ reader: inout JSONSkimmer) throws(MalformedJSON) {
            switch Record.Label(rawValue: name) {
            case .schema?: schema = try reader.text()
            case .target?: target = try reader.text()
            case .service?: service = try reader.text()
            case .error?: error = try reader.text()
            case .line?: number = try reader.integer()
            case .verdict?: verdict = try reader.text()
            case .findings?:
                var found: [Sighting] = []
                try reader.array { (reader) throws(MalformedJSON) in
                    if let sighting = try Self.sighting(&reader) { found.append(sighting) }
                }
                sightings = found
            default: try reader.skip()
            }
        }

        /// Nil for a note.
        private static func sighting(_ reader: inout JSONSkimmer) throws(MalformedJSON) -> Sighting? {
            var (id, severity): (String?, Severity?) = (nil, nil)
            try reader.object { (reader, name) throws(MalformedJSON) in
                switch Record.Label(rawValue: name) {
                case .id?: id = try reader.text()
                case .severity?: severity = Severity(rawValue: try reader.text())
                default: try reader.skip()
                }
            }
            guard let id, let severity, severity > .note else { return nil }
            return Sighting(id: id, severity: severity)
        }
    }
}

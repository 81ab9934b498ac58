/// What there are metrics of, in the order in which they are printed.
enum MetricFamily: String, CaseIterable {
    case up = "portcall_up"
    case verdict = "portcall_verdict"
    case finding = "portcall_finding"
    case duration = "portcall_check_duration_seconds"
    case stage = "portcall_stage_duration_seconds"
    case timestamp = "portcall_check_timestamp_seconds"
    case target = "portcall_target_info"
    case tls = "portcall_tls_info"
    case verified = "portcall_chain_verified"
    case nameMatches = "portcall_name_matches"
    case notBefore = "portcall_certificate_not_before_timestamp_seconds"
    case notAfter = "portcall_certificate_not_after_timestamp_seconds"
    case warn = "portcall_certificate_warn_seconds"
    case pathNotAfter = "portcall_path_not_after_timestamp_seconds"
    case certificate = "portcall_certificate_info"
    case run = "portcall_run_timestamp_seconds"
    case build = "portcall_build_info"

    /// What `# HELP` says of it.
    var help: String {
        switch self {
        case .up: "Whether a well-formed message of the expected protocol came: 1 yes, 0 no."
        case .verdict: "The worst finding: 0 ok, 1 warning, 2 critical."
        case .finding: "A finding above a note: 1 warning, 2 critical."
        case .duration: "How long the whole check took."
        case .stage: "How long a stage of the check took."
        case .timestamp: "When the check began."
        case .target: "What was called, and whom it concerns."
        case .tls: "What the TLS handshake settled."
        case .verified: "Whether the chain holds, the name apart: 1 yes, 0 no."
        case .nameMatches: "Whether the certificate names the host: 1 yes, 0 no."
        case .notBefore: "When the server's certificate begins."
        case .notAfter: "When the server's certificate ends, also where it is not trusted."
        case .warn: "How long before its end a certificate is warned about."
        case .pathNotAfter: "When the first certificate of the verified path ends."
        case .certificate: "The server's certificate."
        case .run: "When the run ended."
        case .build: "The version of portcall."
        }
    }

    /// Of two samples with the same labels the worse one stays.
    func isWorse(_ one: MetricValue, than other: MetricValue) -> Bool {
        switch self {
        case .verdict, .finding: one.milli > other.milli
        case .up, .verified, .nameMatches, .notAfter, .pathNotAfter: one.milli < other.milli
        case .duration, .stage, .timestamp, .target, .tls, .notBefore, .warn, .certificate, .run, .build: false
        }
    }
}

/// The value of a sample: a number with three decimals at most.
struct MetricValue: Equatable {
    /// In thousandths.
    let milli: Int

    static let one = MetricValue(milli: 1_000)

    static func milliseconds(_ count: Int) -> Self { MetricValue(milli: count) }
    static func whole(_ count: Int) -> Self { MetricValue(milli: count * 1_000) }
    static func seconds(_ moment: Timestamp) -> Self { whole(Int(moment.seconds)) }

    private init(milli: Int) {
        self.milli = milli
    }

    /// 0, 1 or 2.
    init(_ severity: Severity?) {
        let count =
            switch severity {
            case nil, .note: 0
            case .warning: 1
            case .critical: 2
            }
        self.init(milli: count * 1_000)
    }

    /// 1 or 0; nil where the value is no flag.
    init?(flag value: Record.Value) {
        guard case .flag(let flag) = value else { return nil }
        self.init(milli: flag ? 1_000 : 0)
    }

    /// Seconds since 1970; nil where the value is no moment.
    init?(moment value: Record.Value) {
        guard let moment = value.asText.flatMap({ Timestamp($0) }) else { return nil }
        self = .seconds(moment)
    }

    var text: String {
        let (whole, rest) = abs(milli).quotientAndRemainder(dividingBy: 1_000)
        let sign = milli < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        let digits = String(rest + 1_000).dropFirst()
        return "\(sign)\(whole).\(digits)"
    }
}

/// The samples of one family, in the order in which they came.
struct MetricSamples {
    private let family: MetricFamily
    private var places: [String: Int] = [:]
    private var samples: [(labels: String, value: MetricValue)] = []

    init(_ family: MetricFamily) {
        self.family = family
    }

    /// Two samples with the same labels would be refused, so the worse one stays; a label without a value is left out.
    mutating func add(_ labels: [(String, String?)], _ value: MetricValue) {
        let told = labels.compactMap { name, text in
            text.flatMap { $0.isEmpty ? nil : "\(name)=\"\($0.escaped.asLabelValue)\"" }
        }
        let labels = told.isEmpty ? "" : "{\(told.joined(separator: ","))}"
        guard let place = places[labels] else {
            places[labels] = samples.count
            samples.append((labels, value))
            return
        }
        if family.isWorse(value, than: samples[place].value) { samples[place].value = value }
    }

    /// Nil where there are none.
    var text: String? {
        guard !samples.isEmpty else { return nil }
        let lines = samples.map { "\(family.rawValue)\($0.labels) \($0.value.text)\n" }
        return "# HELP \(family.rawValue) \(family.help)\n# TYPE \(family.rawValue) gauge\n\(lines.joined())"
    }
}

extension String {
    fileprivate var asLabelValue: String {
        replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

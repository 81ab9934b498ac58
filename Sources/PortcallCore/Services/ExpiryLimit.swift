/// How long before a certificate ends something is to be said: a number of days, or a share of its lifetime.
public enum ExpiryLimit: Equatable, Sendable {
    case days(Int)
    /// In per cent of the lifetime.
    case share(Int)

    /// Reads `14` or `20%`; nil for anything else, more than a hundred years or more than the whole lifetime.
    public init?(_ text: String) {
        let isShare = text.hasSuffix("%")
        let digits = isShare ? text.dropLast() : text[...]
        guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(digits) else {
            return nil
        }
        guard number <= (isShare ? 100 : 36_500) else { return nil }
        self = isShare ? .share(number) : .days(number)
    }

    /// As it is read.
    public var text: String {
        switch self {
        case .days(let days): String(days)
        case .share(let share): "\(share)%"
        }
    }

    /// Of this certificate.
    func seconds(of certificate: Certificate) -> Int {
        switch self {
        case .days(let days): days * 86_400
        case .share(let share): max(0, Int(certificate.notAfter.seconds - certificate.notBefore.seconds)) / 100 * share
        }
    }
}

extension Criteria {
    /// How long before its end a certificate is warned about: 21 days, or a fifth of a shorter lifetime in whole days.
    func warnSeconds(of certificate: Certificate) -> Int {
        warnLimit?.seconds(of: certificate) ?? max(0, min(21, certificate.lifetimeDays / 5)) * 86_400
    }

    /// How long before its end a certificate is critical; nil where only the end itself is.
    func criticalSeconds(of certificate: Certificate) -> Int? { criticalLimit?.seconds(of: certificate) }

    /// What it weighs that a certificate ends soon; nil while there is time enough.
    func severity(of certificate: Certificate, at now: Timestamp) -> Severity? {
        let left = Int(certificate.notAfter.seconds - now.seconds)
        if let limit = criticalSeconds(of: certificate), left <= limit { return .critical }
        return left <= warnSeconds(of: certificate) ? .warning : nil
    }
}

extension Finding {
    /// The same finding, as much as the criteria say.
    func weighed(by criteria: Criteria) -> Finding {
        var finding = self
        if criteria.forgiven.contains(id) { finding.severity = .note }
        if let severity = criteria.severities[id] { finding.severity = severity }
        if criteria.ignored.contains(id) || criteria.exemptions[id] != nil {
            finding.severity = .note
            finding.isIgnored = true
            finding.exemption = criteria.exemptions[id]
        }
        return finding
    }
}

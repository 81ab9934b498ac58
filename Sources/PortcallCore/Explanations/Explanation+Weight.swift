/// What a finding weighs, as its page says it.
extension Explanation {
    /// What it weighs unless a call gives a reason for another.
    ///
    /// - Parameter service: the one that the page is told for; nil for all.
    /// - Returns: that of the contract.
    func severity(on service: Service?) -> Severity {
        guard let policy = service?.policy else { return severity }
        switch id {
        case Self.starttlsNotOffered.id: return policy.withoutTLS
        case Self.starttlsRefused.id: return policy.refusingTLS
        default: return policy.isTrustOpportunistic && weighsLessOnPort25 ? .warning : severity
        }
    }

    /// Where it weighs otherwise.
    ///
    /// - Parameter service: as above.
    /// - Returns: a sentence; empty where it never does.
    func exceptions(on service: Service?) -> String {
        let isToBeTold = service == nil && weighsLessOnPort25
        let onPort25 = isToBeTold ? "a warning on 25, where TLS between mail servers is opportunistic" : ""
        let isOfService = [Self.starttlsNotOffered.id, Self.starttlsRefused.id].contains(id) && service != nil
        let all = [isOfService ? "" : otherwise, onPort25].filter { !$0.isEmpty }
        return all.isEmpty ? "" : "It is \(all.joined(separator: ", and "))."
    }

    private var weighsLessOnPort25: Bool {
        severity == .critical && (Mitigation.ofTrust + Mitigation.ofHandshake).contains(id)
    }
}

/// Why a finding weighs less on a port than elsewhere: where mail servers call each other, TLS is better than nothing.
enum Mitigation {
    static let unverified =
        "most mail servers that deliver to this port do not verify; those do that MTA-STS, DANE, or a connector or policy "
        + "of their own holds to it, and DANE-EE (usage 3, RFC 7671 section 5.1) goes by its record alone, by no date, "
        + "name or issuer"
    static let inClear = "a mail server that ends the handshake mostly delivers in clear then"

    /// What concerns only who verifies.
    static let ofTrust = [
        Explanation.certificateExpired, .certificateNotYetValid, .intermediateExpired, .certificateNameMismatch,
        .certificateSelfSigned, .certificateUntrustedRoot, .chainIncomplete, .certificateLifetime,
    ].map(\.id)

    /// What concerns who cannot complete a handshake.
    static let ofHandshake = [Explanation.tlsWeakDH, .tlsWeakSignature, .tlsNoSecureRenegotiation].map(\.id)
}

extension Observation {
    /// Nil where it weighs what it weighs everywhere, or less for a reason of its own.
    func mitigation(of explanation: Explanation, _ severity: Severity?) -> String? {
        guard plan.service.policy.isTrustOpportunistic, let severity, severity < explanation.severity else {
            return nil
        }
        guard severity == .warning || explanation.severity == .warning else { return nil }
        if Mitigation.ofTrust.contains(explanation.id) { return Mitigation.unverified }
        return Mitigation.ofHandshake.contains(explanation.id) ? Mitigation.inClear : nil
    }
}

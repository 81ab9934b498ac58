/// Which finding silences which, so that one cause is told once.
enum Precedence {
    /// The finding on the left states the cause of those on the right.
    private static let causes: [String: Set<String>] = [
        "middlebox-masking": ["starttls-not-offered", "starttls-refused", "service-refusing", "wrong-protocol"],
        "wrong-protocol": ["malformed-reply", "service-refusing", "closed-early"],
        "certificate-revoked": ["staple-invalid"],
        "certificate-malformed": ["chain-incomplete", "certificate-untrusted-root", "certificate-self-signed"],
        "certificate-self-signed": ["certificate-untrusted-root", "chain-incomplete", "certificate-profile"],
        "intermediate-expired": ["certificate-untrusted-root", "chain-incomplete"],
        "certificate-expired": ["certificate-expires-soon"],
        "service-refusing": ["closed-early"],
        "starttls-refused": ["closed-early"],
        "tls-client-certificate-required": ["service-refusing"],
        "ldap-bind-refused": ["rootdse-unreadable", "closed-early"],
        "ldap-tls-required": ["rootdse-unreadable", "closed-early"],
        "ldap-signing-required": ["rootdse-unreadable", "closed-early"],
        "rootdse-unreadable": ["closed-early"],
    ]

    static func apply(to findings: [Finding]) -> [Finding] {
        let silenced = findings.reduce(into: Set<String>()) { $0.formUnion(causes[$1.id] ?? []) }
        return findings.filter { !silenced.contains($0.id) }
    }
}

extension Certificate {
    /// The hosts it is for.
    var hosts: Set<String> { Set(names.dns.map { $0.lowercased() } + names.ip) }

    /// Whether the two are one certificate for a key of each kind: the same hosts, and dates a day apart at most.
    func isTwin(of other: Certificate) -> Bool {
        key.type != other.key.type && !hosts.isEmpty && hosts == other.hosts
            && abs(notBefore.seconds - other.notBefore.seconds) <= Self.daySeconds
            && abs(notAfter.seconds - other.notAfter.seconds) <= Self.daySeconds
    }

    private static let daySeconds: Int64 = 86_400
}

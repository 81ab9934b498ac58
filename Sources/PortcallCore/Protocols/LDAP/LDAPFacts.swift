/// What one round of questions came to: in clear, or inside TLS.
package struct LDAPRound: Sendable {
    /// The answer to the anonymous bind; nil where none was needed.
    package var bind: LDAPResult?
    package var search: LDAPResult?
    /// The answer to StartTLS.
    package var upgrade: LDAPResult?
    /// Where the server would rather be asked for its rootDSE.
    package var references: [String] = []
    package var rootDSE: RootDSE?

    /// On one line.
    var answer: String {
        if let rootDSE { return rootDSE.title }
        guard let search else { return "" }
        return search.isSuccess ? "no rootDSE" : "no rootDSE: \(search.words)"
    }
}

/// What only LDAP has to tell.
package struct LDAPFacts: ServiceFacts {
    package let inClear: LDAPRound
    package let insideTLS: LDAPRound

    /// What was read last.
    package var rootDSE: RootDSE? { insideTLS.rootDSE ?? inClear.rootDSE }

    /// Every answer the server gave, the last one first.
    var results: [LDAPResult] {
        [insideTLS.search, insideTLS.bind, inClear.upgrade, inClear.search, inClear.bind].compactMap(\.self)
    }

    /// The rootDSE tells it; the way a refusal is worded may.
    var product: Product? {
        if let rootDSE { return rootDSE.product(of: results.lazy.compactMap(\.windowsRelease).first) }
        guard let refusal = results.first(where: { $0.microsoftCode != nil }) else { return nil }
        return Product(refusal.windowsRelease.map { "Active Directory on \($0)" } ?? "Active Directory", .likely)
    }

    package var record: Record {
        var record = Record()
        let refused = [("bind", insideTLS.bind ?? inClear.bind), ("search", insideTLS.search ?? inClear.search)]
        for case (let name, let result?) in refused where !result.isSuccess { record[name] = .text(result.words) }
        guard let rootDSE else { return record }
        record["root_dse"] = .record(Record(rootDSE.attributes.map { ($0.name, .texts($0.values)) }))
        record["directory"] = .record(rootDSE.understood)
        return record
    }

    package var lines: [FactLine] { rootDSE?.lines ?? [] }

    /// SASL has mechanisms that sign and seal without TLS.
    package var consequenceWithoutTLS: String? {
        guard !inClear.refusals.contains(where: \.demandsTLS) else {
            return "nobody can use this port, for it answers on encrypted connections only."
        }
        return
            "what clients do not seal themselves (GSSAPI, GSS-SPNEGO) crosses the network in clear, passwords of simple "
            + "binds among it."
    }
}

extension Observation {
    /// What a directory told, where one was called.
    package var directory: LDAPFacts? { facts.service as? LDAPFacts }

    /// Seconds that the directory's clock is ahead of ours, at the moment its rootDSE came.
    package var clockSkew: Int? {
        guard let theirs = directoryTime, let moment = clockMoment else { return nil }
        return skew(of: theirs, at: moment)
    }

    /// The directory's clock, as its first rootDSE has it.
    var directoryTime: Timestamp? {
        directory?.inClear.rootDSE?.currentTime ?? directory?.insideTLS.rootDSE?.currentTime
    }

    /// When that came.
    var clockMoment: Duration? {
        guard let directory, let answered = moments[.answer] else { return nil }
        let isInClear = directory.inClear.rootDSE?.currentTime != nil
        return isInClear ? answered : max(answered, moments[.handshake] ?? answered)
    }
}

import PortcallCore
import PortcallTLS
import PortcallWorkshop
import Testing

/// A chain with one fault, or with what is nearly one, and the sentence of the specification it stands for.
struct ChainTrial: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The ids of the findings; none for a near miss.
    let findings: [String]
    /// Words that the first finding has.
    var words = ""
    /// What the leaf is asked for.
    var name: ServerName? = .dns("mx.example.net")
    let make: @Sendable (Authority) throws -> String

    /// A server's certificate, changed.
    static func leaf(
        _ rule: String,
        _ findings: String...,
        says words: String = "",
        for name: ServerName? = .dns("mx.example.net"),
        _ change: @escaping @Sendable (inout CertificateOrder) -> Void
    ) -> ChainTrial {
        ChainTrial(testDescription: rule, findings: findings, words: words, name: name) { try $0.server(change).pem }
    }

    /// An intermediate, changed, above a good server's certificate.
    static func authority(
        _ rule: String,
        _ findings: String...,
        says words: String = "",
        server: @escaping @Sendable (inout CertificateOrder) -> Void = { _ in },
        _ change: @escaping @Sendable (inout CertificateOrder) -> Void
    ) -> ChainTrial {
        ChainTrial(testDescription: rule, findings: findings, words: words) { authority in
            let between = try authority.below(authority.root, "Between CA", change)
            return try authority.leaf(below: between, server).pem
        }
    }

    /// Any other chain.
    static func chain(
        _ rule: String,
        _ findings: String...,
        says words: String = "",
        for name: ServerName? = .dns("mx.example.net"),
        _ make: @escaping @Sendable (Authority) throws -> String
    ) -> ChainTrial {
        ChainTrial(testDescription: rule, findings: findings, words: words, name: name, make: make)
    }
}

extension Authority {
    /// One more CA.
    func below(
        _ issuer: Identity,
        _ name: String,
        _ change: (inout CertificateOrder) -> Void = { _ in }
    ) throws -> Identity {
        var order = CertificateOrder(name, notBefore: day(-100), notAfter: day(1000)).asCA
        change(&order)
        return try CertificateWorkshop.make(order, issuer: issuer)
    }

    /// A server's certificate of another CA's.
    func leaf(below issuer: Identity, _ change: (inout CertificateOrder) -> Void = { _ in }) throws -> Identity {
        var order = CertificateOrder(
            "mx.example.net",
            dns: ["mx.example.net"],
            notBefore: day(-10),
            notAfter: day(80)
        )
        change(&order)
        return try CertificateWorkshop.make(order, issuer: issuer)
    }

    func verdict(on trial: ChainTrial) throws -> ChainVerdict {
        var criteria = Criteria()
        criteria.serverName = trial.name
        let chain = try judge().judge(file: Array(trial.make(self).utf8), name: trial.name, at: now).chain
        return ChainVerdict(ChainFile(name: "chain.pem", started: now, criteria: criteria, chain: chain))
    }
}

@Suite("A chain with one fault")
struct ChainTrialTests {
    private let authority: Authority

    init() throws { authority = try Authority() }

    static let trials =
        ChainTrial.authorities + ChainTrial.identifiers + ChainTrial.extensions + ChainTrial.fields + ChainTrial.keys
        + ChainTrial.nameConstraints + ChainTrial.names + ChainTrial.paths + ChainTrial.usages

    @Test("comes to one finding that names it, and to none where it is none", arguments: trials)
    func judge(trial: ChainTrial) throws {
        let verdict = try authority.verdict(on: trial)
        let told = verdict.findings.map { "\($0.message) \($0.evidence) \($0.refusedBy ?? [])" }.joined(separator: "\n")
        #expect(verdict.findings.map(\.id) == trial.findings, "\(told)")
        #expect(trial.words.isEmpty || told.contains(trial.words), "\(told)")
        // A rule that clients forgive is named, and so is the certificate it sits on.
        for finding in verdict.findings where finding.id == "certificate-profile" {
            #expect(finding.message.contains(/\((RFC|CA\/Browser) [^)]*section/), "\(finding.message)")
        }
    }

    @Test("is one of many")
    func many() {
        #expect(Self.trials.count >= 100)
        #expect(Set(Self.trials.map(\.testDescription)).count == Self.trials.count)
    }
}

/// One value in DER.
func der(_ tag: UInt8, _ contents: [UInt8]...) -> [UInt8] {
    let bytes = contents.flatMap(\.self)
    let length: [UInt8] =
        switch bytes.count {
        case ..<0x80: [UInt8(bytes.count)]
        case ..<0x100: [0x81, UInt8(bytes.count)]
        default: [0x82, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)]
        }
    return [tag] + length + bytes
}

/// An extension's contents as the workshop takes them.
func raw(_ bytes: [UInt8]) -> String {
    "DER:" + bytes.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
}

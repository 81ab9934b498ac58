import Portcall
import Testing

/// A port of the lab's Postfix, how it is called, and what is wrong with its configuration.
struct Configuration: Sendable, CustomTestStringConvertible {
    let name: String
    let service: String
    let findings: [String]

    init(_ name: String, _ findings: [String] = [], as service: String = "submission") {
        self.name = name
        self.service = service
        self.findings = findings
    }

    var testDescription: String { "\(name) as \(service)" }

    /// Called as what it is not, or refusing: then no greeting tells the product.
    var isUnnamed: Bool { name == "demands" || !isCalledAsItIs }

    var isCalledAsItIs: Bool { testDescription != "rsa as smtps" && testDescription != "implicit as submission" }

    static let all = [
        Configuration("rsa"),
        Configuration("rsa", as: "smtp"),
        Configuration("ecdsa"),
        Configuration("both"),
        Configuration("tls12"),
        Configuration("implicit", as: "smtps"),
        Configuration("postscreen", as: "smtp"),
        Configuration("asks", ["note tls-client-certificate-requested"]),
        Configuration("notls", ["critical starttls-not-offered"]),
        Configuration("notls", ["warning starttls-not-offered"], as: "smtp"),
        Configuration("mismatch", ["critical starttls-refused"]),
        Configuration("expired", ["critical certificate-expired"]),
        Configuration("expired", ["warning certificate-expired"], as: "smtp"),
        Configuration("implicitexpired", ["critical certificate-expired"], as: "smtps"),
        Configuration("soon", ["warning certificate-expires-soon"]),
        Configuration("wrongname", ["critical certificate-name-mismatch"]),
        Configuration("nointermediate", ["critical chain-incomplete"]),
        Configuration("selfsigned", ["critical certificate-self-signed"]),
        Configuration("untrusted", ["critical certificate-untrusted-root"]),
        Configuration("oldchain", ["critical intermediate-expired"]),
        Configuration("tls10", ["critical tls-version-old"]),
        Configuration("static", ["warning tls-no-forward-secrecy"]),
        Configuration(
            "demands",
            ["critical service-refusing", "note tls-client-certificate-requested"],
            as: "smtps"
        ),
        Configuration("rsa", ["critical not-implicit-tls"], as: "smtps"),
        Configuration("implicit", ["critical wants-implicit-tls"]),
    ]
}

@Suite("Postfix")
struct PostfixTests {
    @Test("is judged as it is configured", arguments: Configuration.all)
    func judge(configuration: Configuration) async throws {
        let verdict = try await Lab.check(configuration.service, configuration.name)
        #expect(verdict.findings.map { "\($0.severity.rawValue) \($0.id)" } == configuration.findings)
        #expect(verdict.observation.facts.product?.name == "Postfix" || configuration.isUnnamed)
    }

    @Test(
        "shows what other tools see before TLS",
        arguments: ["rsa", "ecdsa", "notls", "mismatch", "postscreen", "tls10"]
    )
    func capabilities(name: String) async throws {
        let others = try OtherTools(name)
        let verdict = try await Lab.check("submission", name)
        #expect(verdict.observation.facts.capabilities == others.capabilities)
        #expect(others.capabilities?.isEmpty == false)
    }

    @Test(
        "shows what openssl sees of TLS",
        arguments: Configuration.all.filter { !["notls", "mismatch"].contains($0.name) && $0.isCalledAsItIs }
    )
    func tls(configuration: Configuration) async throws {
        let others = try OtherTools(configuration.name)
        let verdict = try await Lab.check(configuration.service, configuration.name)
        let tls = try #require(verdict.observation.tls)
        let leaf = try #require(tls.certificates.first)
        #expect(tls.version == others.version)
        #expect(tls.cipher == others.cipher)
        #expect(tls.group == others.group)
        #expect(tls.asksForCertificate == others.asksForCertificate)
        #expect(tls.certificates.count == others.chainLength)
        #expect((tls.judgement.isVerified && tls.judgement.nameMatches == true) == others.isVerified)
        #expect(leaf.sha256 == others.sha256)
        #expect(leaf.serial == others.serial)
        #expect(leaf.subject == others.subject)
        #expect(leaf.notAfter.description == others.notAfter)
    }
}

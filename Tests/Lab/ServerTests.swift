import Portcall
import Testing

/// A port of the lab, how it is called, and what is wrong with its configuration.
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
    var isUnnamed: Bool { name == "demands" || name.hasSuffix("s-notls") || !isCalledAsItIs }

    var isCalledAsItIs: Bool {
        let isMailbox = name.hasPrefix("imap") || name.hasPrefix("pop3")
        guard !isMailbox else { return name.hasPrefix("\(service)-") }
        return testDescription != "rsa as smtps" && testDescription != "implicit as submission"
    }

    /// Called as what it is, and TLS comes about.
    var hasTLS: Bool { isCalledAsItIs && !name.hasSuffix("notls") && name != "mismatch" }

    static let all = postfix + dovecot

    static let postfix = [
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

    static let dovecot =
        ["imap", "imaps", "pop3", "pop3s"].flatMap { service in
            [
                Configuration("\(service)-rsa", as: service),
                Configuration("\(service)-ecdsa", as: service),
                Configuration("\(service)-expired", ["critical certificate-expired"], as: service),
                Configuration("\(service)-wrongname", ["critical certificate-name-mismatch"], as: service),
                Configuration("\(service)-nointermediate", ["critical chain-incomplete"], as: service),
                Configuration("\(service)-selfsigned", ["critical certificate-self-signed"], as: service),
            ]
        }
        + ["imap", "pop3"].flatMap { service in
            let passwords = "warning plaintext-auth-offered"
            return [
                Configuration("\(service)-passwords", [passwords], as: service),
                Configuration("\(service)s-passwords", as: "\(service)s"),
                Configuration("\(service)-notls", ["warning starttls-not-offered", passwords], as: service),
                Configuration("\(service)s-notls", ["critical tls-no-certificate"], as: "\(service)s"),
                Configuration("\(service)-rsa", ["critical not-implicit-tls"], as: "\(service)s"),
                Configuration("\(service)s-rsa", ["critical wants-implicit-tls"], as: service),
                Configuration("\(service)-rsa", ["critical wrong-protocol"], as: "smtp"),
            ]
        }
}

@Suite("Real servers")
struct ServerTests {
    @Test("are judged as they are configured", arguments: Configuration.all)
    func judge(configuration: Configuration) async throws {
        let verdict = try await Lab.check(configuration.service, configuration.name)
        #expect(verdict.findings.map { "\($0.severity.rawValue) \($0.id)" } == configuration.findings)
        let isMailbox = configuration.name.hasPrefix("imap") || configuration.name.hasPrefix("pop3")
        let product = verdict.observation.facts.product?.name
        #expect(product == (isMailbox ? "Dovecot" : "Postfix") || configuration.isUnnamed)
    }

    @Test(
        "show what other tools see before TLS",
        arguments: Configuration.all.filter {
            $0.isCalledAsItIs && ["submission", "imap", "pop3"].contains($0.service)
        }
    )
    func capabilities(configuration: Configuration) async throws {
        let others = try OtherTools(configuration.name)
        let verdict = try await Lab.check(configuration.service, configuration.name)
        #expect(verdict.observation.facts.capabilities == others.capabilities)
        #expect(others.capabilities?.isEmpty == false)
    }

    @Test("show what openssl sees of TLS", arguments: Configuration.all.filter(\.hasTLS))
    func tls(configuration: Configuration) async throws {
        let others = try OtherTools(configuration.name)
        let verdict = try await Lab.check(configuration.service, configuration.name)
        let tls = try #require(verdict.observation.tls)
        let leaf = try #require(tls.chain.certificates.first)
        #expect(tls.version == others.version)
        #expect(tls.cipher == others.cipher)
        #expect(tls.group == others.group)
        #expect(tls.asksForCertificate == others.asksForCertificate)
        #expect(tls.chain.certificates.count == others.chainLength)
        #expect((tls.chain.judgement.isVerified && tls.chain.judgement.nameMatches == true) == others.isVerified)
        #expect(leaf.sha256 == others.sha256)
        #expect(leaf.serial == others.serial)
        #expect(leaf.subject == others.subject)
        #expect(leaf.notAfter.description == others.notAfter)
    }
}

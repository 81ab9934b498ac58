import Portcall
import Testing

@Suite("Real servers")
struct ServerTests {
    @Test("are judged as they are configured", arguments: Configuration.all)
    func judge(configuration: Configuration) async throws {
        let verdict = try await Lab.check(configuration.service, configuration.name)
        #expect(verdict.findings.map { "\($0.severity.rawValue) \($0.id)" } == configuration.findings)
        let facts = verdict.observation.facts
        let isNamed =
            facts.opening != nil && facts.trouble == nil
            && facts.answer?.hasPrefix("no rootDSE") != true
            && !configuration.findings.contains("critical imap-preauth")
        #expect(facts.product?.name.hasPrefix(configuration.product) == true || !isNamed)
    }

    @Test("show what other tools see before TLS", arguments: Configuration.all.filter(\.hasCapabilities))
    func capabilities(configuration: Configuration) async throws {
        let others = try OtherTools(configuration.name)
        let verdict = try await Lab.check(configuration.service, configuration.name)
        #expect(verdict.observation.facts.capabilities == others.capabilities)
        #expect(others.capabilities?.isEmpty == false)
    }

    /// The moment and what is said of the connection differ from one request to the next.
    @Test("show what another client is answered on the web", arguments: Configuration.all.filter(\.isWeb))
    func head(configuration: Configuration) async throws {
        let others = try OtherTools(configuration.name).head
        let facts = try await Lab.check(configuration.service, configuration.name).observation.facts
        guard case .record(let headers)? = facts.service?.record["headers"] else {
            throw Lab.MissingServer(name: "web")
        }
        let ours = headers.fields.compactMap { field -> String? in
            if case .text(let value) = field.value { "\(field.label): \(value)" } else { nil }
        }
        #expect(facts.answer == others.first)
        #expect(ours.lasting == others.dropFirst().map(\.withNameInLowerCase).lasting)
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

    @Test(
        "choose a certificate by the server name",
        arguments: Configuration.all.filter { $0.name.hasSuffix("sni") }
    )
    func serverName(configuration: Configuration) async throws {
        let others = try OtherTools(configuration.name)
        let nameless = try await Lab.check(configuration.service, configuration.name, as: nil)
        #expect(nameless.observation.tls?.chain.leaf?.sha256 == others.sha256OfNameless)
        #expect(nameless.findings.map(\.id) == ["certificate-name-mismatch"])
        #expect(others.sha256 != others.sha256OfNameless)
    }
}

extension [String] {
    /// What differs from one request to the next left out.
    fileprivate var lasting: [String] { filter { !$0.hasPrefix("date:") && !$0.hasPrefix("connection:") } }
}

extension String {
    fileprivate var withNameInLowerCase: String {
        let name = prefix { $0 != ":" }
        return name.lowercased() + dropFirst(name.count)
    }
}

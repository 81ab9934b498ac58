import PortcallCore
import TestVectors
import Testing

@Suite("A command to confirm a finding with")
struct ConfirmationTests {
    static let targets = [
        "mail.example.com", "192.0.2.25", "[2001:db8::25]", "[fe80::1%eth0]", "xn--bcher-kva.example",
    ]

    private static func aim(_ host: String, _ service: Service, named name: String? = nil) throws -> Aim {
        let target = try Target("\(service.name)://\(host):\(service.port ?? 443)")
        var plan = Plan(target, started: try #require(Timestamp("2026-03-02T10:00:00Z")))
        plan.criteria.serverName = name.map { .dns($0) }
        let files = Aim.Files(roots: "/tmp/our root's.pem", certificate: "/tmp/a b.pem", key: "/tmp/key.pem")
        return Aim(plan, ports: [3268, 3269], forest: "corp.example", files: files)
    }

    @Test("is one for a POSIX shell, for every finding, service and target", arguments: targets)
    func readable(host: String) throws {
        var commands: Set<String> = []
        for service in Service.all {
            let aim = try Self.aim(host, service, named: service.port == 443 ? "other.example" : nil)
            commands.formUnion(Explanation.all.compactMap { $0.confirmation(for: aim, of: service) })
        }
        #expect(commands.count > 50)
        for command in commands {
            #expect(command.firstMatch(of: /\{[a-z]+\}|HOST|PORTS|FOREST| {2}/) == nil, "\(command)")
            #expect(!command.contains("[") || command.contains("'"), "\(command)")
        }
        #expect(try Shell.complaints(about: commands.sorted().joined(separator: "\n")) == "")
    }

    @Test("sends the name that was sent, and none for an address")
    func names() throws {
        let finding = try #require(Explanation.named("certificate-name-mismatch"))
        let imaps = try #require(Service.named("imaps"))
        let address = try #require(finding.confirmation(for: Self.aim("[2001:db8::25]", imaps), of: imaps))
        #expect(address.contains("-connect '[2001:db8::25]:993'") && !address.contains("-servername"))
        let named = try #require(
            finding.confirmation(for: Self.aim("192.0.2.1", imaps, named: "mx.example"), of: imaps)
        )
        #expect(named.contains("-connect 192.0.2.1:993 -") && named.contains(" -servername mx.example "))
        #expect(named.contains("-CAfile '/tmp/our root'\\''s.pem'"))
    }

    @Test("begins TLS as the service does")
    func starttls() throws {
        let finding = try #require(Explanation.named("tls-version-old"))
        for (name, words) in [("submission", "-starttls smtp"), ("pop3", "-starttls pop3"), ("ldap", "-starttls ldap")]
        {
            let service = try #require(Service.named(name))
            let command = try #require(finding.confirmation(for: Self.aim("mail.example.com", service), of: service))
            #expect(command.contains(words))
        }
    }
}

import Foundation
import Portcall
import PortcallCore
import Testing

/// Checkups of a real Samba, healthy and broken; `Tests/Lab/servers/samba` sets up each of them.
@Suite("A global catalog", .serialized)
struct GlobalCatalogTests {
    @Test("that is healthy is confirmed on every port")
    func healthy() async throws {
        let summary = try await Self.check("rsa")
        #expect(Self.findings(summary) == [])
        #expect(summary.severity == nil)
        #expect(summary.verdicts.count == 7)
        #expect(summary.verdicts.allSatisfy { $0.observation.facts.isConfirmed })
        #expect(summary.conclusion?.contains("is a global catalog of the forest ad.lab.test, and it is ready") == true)
        #expect(summary.conclusion?.contains("DNS names it.") == true)
    }

    /// What is wrong with one controller, and the only thing told of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let controller: String
        let finding: String
        /// The calls that have it; none where only all of them together show it.
        let services: [String]

        var testDescription: String { "\(controller): \(finding)" }

        static let all = [
            Fault(controller: "expired", finding: "certificate-expired", services: overTLS),
            Fault(controller: "wrongname", finding: "certificate-name-mismatch", services: overTLS),
            // Its TLS ports are closed: that is the same.
            Fault(controller: "nocertificate", finding: "tls-no-certificate", services: ["ldap", "gc"]),
            // The flag was taken from it while it ran. It is in no list of global catalogs either, and rightly so.
            Fault(controller: "unready", finding: "gc-not-ready", services: ["gc", "gcs"]),
            // It has the flag since it was started.
            Fault(controller: "closed", finding: "gc-port-closed", services: []),
            Fault(controller: "filtered", finding: "port-filtered", services: []),
            Fault(controller: "replaced", finding: "gc-not-global-catalog", services: ["gc", "gcs"]),
            Fault(controller: "demoted", finding: "gc-not-global-catalog", services: []),
            Fault(controller: "ahead", finding: "clock-skew", services: overTLS + ["kerberos"]),
            Fault(controller: "unlisted", finding: "srv-missing", services: []),
            // Its services are those of the others but for ntp_signd.
            Fault(controller: "timeless", finding: "dc-not-advertised", services: []),
        ]

        private static let overTLS = ["ldap", "gc", "ldaps", "gcs"]
    }

    @Test("that is broken is told by that, and by nothing else", arguments: Fault.all)
    func fault(_ fault: Fault) async throws {
        let summary = try await Self.check(fault.controller)
        let together = fault.services.isEmpty ? ["summary \(fault.finding)"] : []
        #expect(Self.findings(summary) == fault.services.map { "\($0) \(fault.finding)" } + together)
    }

    @Test("of another forest than is meant is told as that")
    func wrongForest() async throws {
        let summary = try await Self.check("rsa", forest: "corp.example")
        #expect(
            Self.findings(summary) == ["ldap", "gc", "ldaps", "gcs", "cldap"].map { "\($0) gc-wrong-forest" }
        )
    }

    @Test("is asked whether the others that DNS names are ones")
    func stale() async throws {
        let summary = try await Self.check("rsa", asking: "bind/zones")
        #expect(Self.findings(summary) == ["summary srv-stale"])
        let evidence = try #require(summary.findings.first?.evidence)
        #expect(evidence.contains("dc3.ad.lab.test: an OpenLDAP server answers"))
        #expect(evidence.contains("dc4.ad.lab.test: "))
        #expect(!evidence.contains("dc2.ad.lab.test"))
    }

    @Test("is well where the name server is silent, and that is said")
    func silence() async throws {
        let summary = try await Self.check("rsa", asking: "samba/silent")
        #expect(Self.findings(summary) == [])
        #expect(summary.findings.map(\.id) == ["srv-unknown"])
        #expect(summary.conclusion?.contains("Its own DNS, asked instead of this machine's, names it.") == true)
    }

    @Test("that is down is told once, by its address or by its name")
    func down() async throws {
        let summary = try await Self.check("rsa", host: "127.0.0.99")
        #expect(Self.findings(summary) == ["summary connect-refused"])
        let unknown = try await Self.check("rsa", host: "dc4.ad.lab.test")
        #expect(Self.findings(unknown) == ["ldap resolve-failed"])
    }

    @Test("is found by the name that only its own DNS knows")
    func named() async throws {
        let summary = try await Self.check("rsa", host: "dc1.ad.lab.test")
        #expect(Self.findings(summary) == [])
        #expect(summary.verdicts.allSatisfy { $0.observation.address == "127.0.0.20" })
    }

    @Test("of a forest is found by its DNS, and each is checked")
    func forest() async throws {
        let well = try await Self.checkForest(asking: "samba/rsa")
        #expect(well.severity == nil)
        #expect(well.conclusion?.hasPrefix("DNS names 1 global catalog of ad.lab.test, and it is as it") == true)
        let broken = try await Self.checkForest(asking: "bind/zones")
        #expect(broken.conclusion?.hasPrefix("DNS names 4 global catalogs of ad.lab.test") == true)
        let found = broken.verdicts.reduce(into: [String: Set<String>]()) { found, verdict in
            let ids = verdict.findings.filter { $0.severity != .note }.map(\.id)
            found[verdict.observation.plan.target.host.text, default: []].formUnion(ids)
        }
        #expect(
            found == [
                "dc1.ad.lab.test": [], "dc2.ad.lab.test": ["certificate-expired"],
                "dc3.ad.lab.test": ["gc-not-global-catalog"], "dc4.ad.lab.test": ["resolve-failed"],
            ]
        )
        // The second and the third call themselves the first, whose address is another.
        #expect(broken.findings.map(\.id) == ["srv-stale", "dc-identity-differs", "dc-identity-differs"])
    }

    @Test("at another address than its DNS has is told as that")
    func elsewhere() async throws {
        let summary = try await Self.check("expired")
        let finding = try #require(summary.findings.first { $0.id == "dc-identity-differs" })
        #expect(finding.message.contains("127.0.0.21 (where it was called)"))
        #expect(finding.message.contains("127.0.0.20 (what DNS has for dc1.ad.lab.test)"))
    }
}

extension GlobalCatalogTests {
    /// Checks a controller, known by its name server, which is asked about it.
    private static func check(
        _ controller: String,
        host: String? = nil,
        asking server: String? = nil,
        forest: String? = nil
    ) async throws -> CheckupSummary {
        let address = try Lab.target("samba/\(controller)").split(separator: ":")[0]
        var plan = try plan(host ?? String(address))
        plan.criteria.forest = forest
        return try await run(GlobalCatalog(plan), asking: server ?? "samba/\(controller)")
    }

    private static func checkForest(asking server: String) async throws -> CheckupSummary {
        try await run(ForestCatalogs("ad.lab.test", try plan("ad.lab.test")), asking: server)
    }

    private static func plan(_ host: String) throws -> Plan {
        Plan(try Target(hostAlone: host), started: Caller.now, criteria: Criteria(serverName: .dns("mail.lab.test")))
    }

    private static func run(_ checkup: some Checkup, asking server: String) async throws -> CheckupSummary {
        var settings = Caller.Settings()
        settings.roots = .file(Lab.folder.appending(path: "pki/root.crt").path())
        settings.nameServer = try NameServer(Lab.target(server))
        return try #require(try await Caller(settings).run(checkup) { _ in })
    }

    /// Above a note: `SERVICE FINDING`, and those of all calls together.
    ///
    /// All but the first are copies of it at other addresses, which is told of each and is not what they are for.
    private static func findings(_ summary: CheckupSummary) -> [String] {
        let each = summary.verdicts.flatMap { verdict in
            verdict.findings.filter { $0.severity != .note }.map {
                "\(verdict.observation.plan.service.name) \($0.id)"
            }
        }
        let isCopy = summary.verdicts.first?.observation.address != "127.0.0.20"
        let together = summary.findings.filter { $0.severity != .note }
            .filter { !isCopy || $0.id != "dc-identity-differs" }
        return each + together.map { "summary \($0.id)" }
    }
}

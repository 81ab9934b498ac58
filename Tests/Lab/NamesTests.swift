import Foundation
import Portcall
import PortcallCore
import PortcallTLS
import Testing

/// Look-ups and calls of a real BIND, whose zones `Tests/Lab/servers/bind` writes.
@Suite("The DNS")
struct NamesTests {
    @Test(
        "is validated: signed, not signed, signed long ago",
        arguments: [
            ("lab.test MX", ["10 mail.lab.test.", "20 backup.lab.test."], "found (secure)"),
            ("lab.test TXT", ["\"v=spf1 mx -all\" \"and more\""], "found (secure)"),
            (
                "_ldap._tcp.gc._msdcs.lab.test SRV", ["0 100 3268 dc1.lab.test.", "10 50 3269 dc2.lab.test."],
                "found (secure)"
            ),
            ("_imap._tcp.lab.test SRV", ["0 0 0 ."], "found (secure)"),
            (
                "_25._tcp.mail.lab.test TLSA",
                ["3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"], "found (secure)"
            ),
            ("alias.lab.test A", ["127.0.0.1"], "found (secure)"), ("mail.lab.test AAAA", ["::1"], "found (secure)"),
            ("nothing.lab.test A", [], "no such name (secure)"), ("lab.test SRV", [], "no such record (secure)"),
            ("plain.test MX", ["10 mail.lab.test."], "found (not signed)"),
            ("nullmx.test MX", ["0 ."], "found (not signed)"),
            ("1.2.0.10.in-addr.arpa PTR", ["dc1.lab.test."], "found (not signed)"),
        ]
    )
    func lookUp(question: String, data: [String], words: String) async throws {
        let answer = try await Self.answer(question)
        #expect(answer.data.map(\.description).sorted() == data)
        #expect(answer.words == words)
    }

    @Test("gives what does not validate, and says so")
    func bogus() async throws {
        let answer = try await Self.answer("bogus.test MX")
        #expect(answer.hosts == ["mail.lab.test"])
        guard case .bogus(let reason) = answer.validation else {
            Issue.record("\(answer)")
            return
        }
        #expect(reason.contains("validation failure"))
    }

    @Test("is asked over TCP for what does not fit into a datagram")
    func large() async throws {
        #expect(try await Self.answer("large.lab.test A").addresses.count == 60)
    }

    @Test(
        "is a service like others: any answer confirms it",
        arguments: [
            (nil, "REFUSED"), ("lab.test. MX", "NOERROR"), ("nothing.lab.test. A", "NXDOMAIN"),
            ("broken.test. A", "SERVFAIL"),
        ]
    )
    func call(question: String?, code: String) async throws {
        for service in ["dns", "dns-udp"] {
            var plan = Plan(try Target("\(service)://\(Lab.target("bind/zones"))"), started: Caller.now)
            plan.wishes["question"] = question
            let verdict = try await Caller(roots: TrustRoots(pem: "")).check(plan).verdict
            #expect(verdict.findings == [])
            #expect(verdict.observation.facts.isConfirmed)
            #expect(verdict.observation.facts.answer?.hasPrefix(code) == true)
        }
    }

    private static func answer(_ question: String) async throws -> DNSAnswer {
        let caller = try Caller(
            roots: TrustRoots(pem: ""),
            nameServer: NameServer(Lab.target("bind/zones")),
            anchors: Lab.folder.appending(path: "bind/anchors").path()
        )
        let answers = await caller.lookUp([try DNSQuestion(question)])
        return try #require(answers.first)
    }
}

/// A real KDC, and one with another clock.
@Suite("Kerberos")
struct KerberosTests {
    @Test(
        "tells its clock",
        arguments: ["kerberos", "kerberos-udp"],
        [("healthy", [] as [String]), ("ahead", ["clock-skew"])]
    )
    func clock(service: String, server: (name: String, findings: [String])) async throws {
        let target = try Target("\(service)://\(Lab.target("kerberos/\(server.name)"))")
        let verdict = try await Caller(roots: TrustRoots(pem: "")).check(Plan(target, started: Caller.now)).verdict
        #expect(verdict.findings.map(\.id) == server.findings)
        #expect(verdict.observation.facts.isConfirmed)
    }
}

extension Lab {
    /// `ADDRESS:PORT`.
    static func target(_ name: String) throws -> String {
        guard let port = ports[name] else { throw MissingServer(name: name) }
        return port.target
    }
}

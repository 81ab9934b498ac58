import PortcallCore
import TestVectors
import Testing

@Suite("The table of services")
struct ServiceTests {
    @Test("has each name once, for a service is compared by it")
    func names() {
        #expect(Set(Service.all.map(\.name)).count == Service.all.count)
    }

    @Test("names a row of its own wherever two ports should be one server")
    func counterparts() {
        for row in Service.all {
            guard let counterpart = row.policy.counterpart else { continue }
            #expect(Service.named(counterpart)?.security == .implicit, "\(row.name)")
        }
    }

    @Test("has one row at most that --all calls for a port, and each has a port, and streams")
    func all() {
        let rows = Service.all.filter(\.isCheckedWithAll)
        #expect(rows.allSatisfy { $0.port != nil && $0.transport == .tcp })
        #expect(Set(rows.map(\.port)).count == rows.count)
    }

    @Test("lists in the documents what --all calls")
    func fields() throws {
        let words = "every \(EveryPort.fields(joinedBy: "and")) port"
        for document in ["../README.md", "README.md"] {
            #expect(try Vector.read(document).contains(words), "Vectors/\(document)")
        }
    }
}

@Suite("A service without a port of its own")
struct PortlessServiceTests {
    private let service = Service(
        "anything",
        "what speaks TLS",
        Service.all[0].kind,
        port: nil,
        security: .implicit,
        reference: "RFC 8446",
        role: "Any."
    )

    @Test("is called on the port that is named, and on no other")
    func target() throws {
        let host = Host.name("mx.example.net")
        let target = try Target(text: "anything://mx:4242", service: service, host: host, portTyped: 4242)
        #expect(target.port == 4242)
        #expect(throws: MalformedTarget.noPortOfItsOwn("anything")) {
            try Target(text: "anything://mx", service: service, host: host, portTyped: nil)
        }
        #expect("\(MalformedTarget.noPortOfItsOwn("anything"))".contains("anything://HOST:PORT"))
    }

    @Test("is listed as one that takes any, and found by no port")
    func list() {
        #expect(ServicePrinter().print([service]).hasPrefix("any/tcp       anything     what speaks TLS"))
        #expect(!service.matches("25"))
    }

    @Test("is called by a checkup where a server says, and a row's own port need not be named")
    func calling() throws {
        let plan = Plan(try Target(hostAlone: "2001:db8::25"), started: Timestamp(seconds: 0))
        #expect(plan.calling(service, port: 4242).target.text == "anything://[2001:db8::25]:4242")
        let smtp = try #require(Service.named("smtp"))
        #expect(plan.calling(smtp, port: 25).target == (try Target("smtp://[2001:db8::25]")))
        #expect(plan.calling(smtp, port: 2525).target == (try Target("smtp://[2001:db8::25]:2525")))
    }
}

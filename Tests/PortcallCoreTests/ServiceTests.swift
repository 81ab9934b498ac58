import PortcallCore
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
}

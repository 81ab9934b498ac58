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

    @Test("has one row at most that --all calls for a port")
    func all() {
        let rows = Service.all.filter(\.isCheckedWithAll)
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

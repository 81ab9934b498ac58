import Testing

@testable import PortcallCore

@Suite("What a server may cost")
struct BoundTests {
    @Test("in bytes is a mebibyte a call, whatever it speaks", arguments: Service.all.map(\.name))
    func bytes(service: String) throws {
        var call = try connected(service)
        let block = Array(repeating: UInt8(ascii: "a"), count: 65_536)
        var taken = 0
        while !call.isOver, taken < 2 * Call.byteLimit {
            _ = call.handle(.received(block), at: .seconds(1))
            taken += block.count
        }
        #expect(call.isOver)
        #expect(taken <= Call.byteLimit + block.count)
    }

    @Test("in bytes of a handshake is as much, and told as a limit")
    func handshake() throws {
        var call = try connected("smtps")
        let head: [UInt8] = [0x16, 3, 3, 0x40, 0]
        _ = call.handle(.received(head), at: .seconds(1))
        let rest = Array(repeating: UInt8(0), count: Call.byteLimit - head.count)
        #expect(call.handle(.received(rest), at: .seconds(1)).count == 1)
        #expect(!call.isOver)
        _ = call.handle(.received([0]), at: .seconds(1))
        #expect(call.isOver)
        #expect(Verdict(call.observation).findings.map(\.id) == ["limit-exceeded"])
    }

    @Test("in connections is sixteen a call, however often a server hangs up")
    func connections() throws {
        var call = try connected("http")
        while !call.isOver, call.observation.connections < 2 * Call.connectionLimit {
            _ = call.reconnect()
            guard call.wantsConnection else { continue }
            _ = call.handle(.connected(address: "192.0.2.25", local: Endpoint("192.0.2.1")), at: .seconds(1))
        }
        #expect(call.isOver)
        #expect(call.observation.connections == Call.connectionLimit)
    }

    @Test("in other hosts is sixty-four global catalogs of a forest, however many the DNS names")
    func catalogs() throws {
        let plan = Plan(try Target(hostAlone: "corp.example"), started: Timestamp(seconds: 0))
        var forest = ForestCatalogs("corp.example", plan)
        let records = (1...100).map { "0 100 3268 dc\($0).corp.example" }.joined(separator: "; ")
        let answer = try #require(DNSAnswer("_gc._tcp.corp.example SRV found insecure \(records)"))
        guard case .run(let checkups) = forest.next(.answers([answer])) else {
            Issue.record("nobody is called")
            return
        }
        #expect(checkups.count == ForestCatalogs.limit)
        #expect(ForestCatalogs.limit == 64 && GlobalCatalog.otherLimit == 8)
    }

    /// A call whose connection is up.
    private func connected(_ name: String) throws -> Call {
        let service = try #require(Service.named(name))
        let target = Target(text: name, service: service, host: .name("mx.example.net"), port: service.port ?? 2500)
        var call = Call(Plan(target, started: Timestamp(seconds: 0)))
        _ = call.handle(.connected(address: "192.0.2.25", local: Endpoint("192.0.2.1")), at: .zero)
        return call
    }
}

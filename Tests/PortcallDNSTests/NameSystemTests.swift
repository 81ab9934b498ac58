import PortcallCore
import PortcallDNS
import Testing

/// What libunbound answers by itself, without asking anybody.
@Suite("Look-ups")
struct NameSystemTests {
    private let names = NameSystem(forwarders: { ["127.0.0.1@1"] })

    @Test("give the records in a form that is understood")
    func found() async throws {
        let answer = await names.answer(try DNSQuestion("localhost A"), within: .seconds(10))
        #expect(answer.outcome == .found)
        #expect(answer.addresses == ["127.0.0.1"])
    }

    @Test("tell a name that does not exist from a record that does not")
    func absent() async throws {
        let answer = await names.answer(try DNSQuestion("name.invalid MX"), within: .seconds(10))
        #expect(answer.outcome == .noSuchName)
        let other = await names.answer(try DNSQuestion("localhost MX"), within: .seconds(10))
        #expect(other.outcome == .noData)
    }

    @Test("fail with a reason where no server answers", arguments: ["example.test MX", "1.2.0.10.in-addr.arpa PTR"])
    func failed(question: String) async throws {
        let answer = await names.answer(try DNSQuestion(question), within: .seconds(10))
        guard case .failed = answer.outcome else {
            Issue.record("\(answer)")
            return
        }
    }

    @Test("fail where the server asked has no address")
    func nobody() async throws {
        let nobody = NameSystem(forwarders: { [] })
        let answer = await nobody.answer(try DNSQuestion("example.test MX"), within: .seconds(10))
        #expect(answer.outcome == .failed("the name server has no address"))
    }

    @Test("do not outlive their time")
    func late() async throws {
        let answer = await names.answer(try DNSQuestion("example.test MX"), within: .zero)
        #expect(answer.outcome == .failed("no answer in time"))
    }

    @Test("end with their task")
    func cancelled() async throws {
        let question = try DNSQuestion("example.test MX")
        let task = Task { await names.answer(question, within: .seconds(600)) }
        task.cancel()
        #expect(await task.value.outcome == .failed("interrupted"))
    }

    @Test("are made many at once")
    func many() async throws {
        let question = try DNSQuestion("localhost AAAA")
        let answers = await withTaskGroup(of: DNSAnswer.self) { group in
            for _ in 0..<100 { group.addTask { await names.answer(question, within: .seconds(10)) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.addresses == ["::1"] })
        #expect(answers.count == 100)
    }
}

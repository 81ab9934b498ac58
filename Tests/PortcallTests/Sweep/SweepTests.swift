import Portcall
import PortcallCore
import PortcallDemo
import PortcallTLS
import TestVectors
import Testing

@Suite("A sweep of the library")
struct SweepTests {
    private func plans(_ targets: [String]) throws -> [Plan] {
        try targets.map { Plan(try Target($0), started: Caller.now, timeout: .seconds(10)) }
    }

    /// What each target comes to.
    private func sweep(
        _ plans: [Plan],
        _ limits: Sweep.Limits = Sweep.Limits(),
        from caller: Caller
    ) async -> [(String, [String])] {
        var results: [(String, [String])] = []
        await Sweep(caller, within: limits).run(plans) { result in
            (result.verdict.observation.plan.target.text, result.verdict.conclusion)
        } report: {
            results.append($0)
        }
        return results
    }

    @Test("tells every call once, whatever the limits", arguments: [1, 2, 7, 1000])
    func all(inFlight: Int) async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        let targets = (1...200).map { "tcp://127.0.0.1:\($0 % 9 + 1)" }
        var limits = Sweep.Limits()
        limits.inFlight = inFlight
        limits.perHost = inFlight
        let results = await sweep(try plans(targets), limits, from: caller)
        #expect(results.map(\.0).sorted() == targets.sorted())
        #expect(results.allSatisfy { $0.1 == ["critical connect-refused"] })
    }

    @Test("comes to the same as a call does: a healthy server, a name without address, and an address apiece")
    func same() async throws {
        let transcript = try Transcript(Vector.read("smtp/no-tls-and-passwords.call"))
        let server = try await DemoServer(playing: transcript, nil)
        let caller = try Caller(roots: TrustRoots(pem: ""))
        let target = "\(transcript.plan.service.name)://127.0.0.1:\(server.port)"
        let results = await sweep(try plans([target, "smtp://name.invalid", "smtp://name.invalid"]), from: caller)
        await server.stop()
        #expect(results.first { $0.0 == target }?.1 == transcript.expected)
        #expect(
            results.filter { $0.0 == "smtp://name.invalid" }.map(\.1) == [
                ["critical resolve-failed"], ["critical resolve-failed"],
            ]
        )
    }

    @Test("of every address makes each a call")
    func eachAddress() async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        var limits = Sweep.Limits()
        limits.callsEachAddress = true
        let results = await sweep(try plans(["tcp://localhost:9"]), limits, from: caller)
        #expect((1...2).contains(results.count))
    }

    @Test("of nothing is over at once")
    func none() async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        #expect(await sweep([], from: caller).isEmpty)
    }

    @Test("begins no further call once it is stopped, and lets those under way finish")
    func stopped() async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        var limits = Sweep.Limits()
        limits.inFlight = 1
        let sweep = Sweep(caller, within: limits)
        let plans = try plans(Array(repeating: "tcp://127.0.0.1:9", count: 500))
        var results = 0
        await sweep.run(plans) { _ in
        } report: { _ in
            results += 1
            sweep.stop()
        }
        #expect((1..<500).contains(results))
    }

    @Test("ends the calls under way at once when its task is cancelled", .timeLimit(.minutes(2)))
    func cancelled() async throws {
        let server = try await DemoServer(playing: Transcript("-- submission mx.example.net:587\n-- timeout"), nil)
        let (stages, stage) = AsyncStream.makeStream(of: Stage.Name?.self)
        var settings = Caller.Settings()
        settings.onStage = { stage.yield($1) }
        let sweep = Sweep(try Caller(settings))
        // Nothing else ends the call.
        let target = try Target("submission://127.0.0.1:\(server.port)")
        let plan = Plan(target, started: Caller.now, timeout: .seconds(3600))
        let work = Task {
            var results = 0
            await sweep.run([plan]) { _ in
            } report: { _ in
                results += 1
            }
            return results
        }
        for await reached in stages where reached == .greeting { break }
        work.cancel()
        #expect(await work.value == 0)
        for await reached in stages where reached == nil { break }
        await server.stop()
    }

    @Test("reads on only when it has use for more")
    func demand() async throws {
        let caller = try Caller(roots: TrustRoots(pem: ""))
        var limits = Sweep.Limits()
        limits.inFlight = 2
        let given = Counter()
        let batch = try plans(Array(repeating: "tcp://127.0.0.1:9", count: 20))
        var (told, most) = (0, 0)
        await Sweep(caller, within: limits).run {
            await given.next() <= 50 ? batch : nil
        } judge: { _ in
        } report: { _ in
            told += 1
            most = max(most, await given.count * 20 - told)
        }
        #expect(told == 1000)
        #expect(most <= 60)
    }

    private actor Counter {
        private(set) var count = 0
        func next() -> Int {
            count += 1
            return count
        }
    }
}

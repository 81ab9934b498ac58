import PortcallCore
import Testing

@Suite("A pace")
struct PaceTests {
    /// When calls begin that are asked for every `tick`, and as late as `late` says.
    private func begin(_ limit: Int, for time: Duration, tick: Duration, pause: Range<Int> = 0..<0) -> [Duration] {
        var pace = Pace(limit)
        var begun: [Duration] = []
        var now = Duration.zero
        var count = 0
        while now < time {
            while !pause.contains(count), pace.delay(at: now) == nil {
                pace.begin(at: now)
                begun.append(now)
            }
            now += tick
            count += 1
        }
        return begun
    }

    private func mostInASecond(_ begun: [Duration]) -> Int {
        begun.indices.map { first in begun[first...].prefix { $0 < begun[first] + .seconds(1) }.count }.max() ?? 0
    }

    @Test("lets no more calls begin in any second", arguments: [1, 3, 10, 50, 1000])
    func strict(limit: Int) {
        for tick in [Duration.microseconds(100), .milliseconds(1), .milliseconds(7), .milliseconds(40)] {
            let begun = begin(limit, for: .seconds(4), tick: tick)
            #expect(mostInASecond(begun) <= limit, "\(tick)")
        }
    }

    @Test("is kept, however late its timers are by some milliseconds", arguments: [10, 100, 1000])
    func kept(limit: Int) {
        let begun = begin(limit, for: .seconds(10), tick: .milliseconds(3))
        #expect(begun.count >= limit * 10 * 95 / 100)
    }

    @Test("is even: calls do not begin all at once")
    func even() {
        let begun = begin(10, for: .seconds(2), tick: .milliseconds(1))
        #expect(begun == (0..<20).map { .milliseconds($0 * 100) })
    }

    @Test("makes no burst after a pause")
    func pause() {
        let begun = begin(100, for: .seconds(10), tick: .milliseconds(1), pause: 3000..<8000)
        let after = begun.filter { $0 >= .seconds(8) && $0 < .milliseconds(8010) }
        #expect(after.count <= 7)
        #expect(mostInASecond(begun) <= 100)
    }
}

@Suite("Calls at once")
struct TurnstileTests {
    /// Those of so many tries that come in.
    private func enter(_ tries: Int, _ turnstile: inout Turnstile<Int>) -> [Int] {
        var calls: [Int] = []
        for _ in 0..<tries { calls += turnstile.enter().map { [$0.call] } ?? [] }
        return calls
    }

    @Test("are no more than the limit")
    func limit() {
        var turnstile = Turnstile<Int>(limit: 3, limitOfAddress: 9)
        for call in 0..<5 { turnstile.arrive(call, at: ["10.0.0.\(call)"]) }
        #expect(enter(5, &turnstile) == [0, 1, 2])
        #expect(turnstile.inside == 3 && turnstile.outside == 2)
        turnstile.leave(["10.0.0.1"])
        #expect(enter(1, &turnstile) == [3])
        #expect(enter(1, &turnstile).isEmpty)
    }

    @Test("are no more to one address, and who waits for it keeps nobody else out")
    func address() {
        var turnstile = Turnstile<Int>(limit: 100, limitOfAddress: 2)
        for call in 0..<5 { turnstile.arrive(call, at: ["10.0.0.1"]) }
        turnstile.arrive(5, at: ["10.0.0.2"])
        #expect(enter(9, &turnstile) == [0, 1, 5])
        #expect(turnstile.inside == 3 && !turnstile.hasPlace)
        turnstile.leave(["10.0.0.1"])
        #expect(enter(1, &turnstile) == [2])
    }

    @Test("count at each address that they may go on to")
    func several() {
        var turnstile = Turnstile<Int>(limit: 100, limitOfAddress: 1)
        turnstile.arrive(0, at: ["10.0.0.1", "10.0.0.2"])
        turnstile.arrive(1, at: ["10.0.0.2"])
        #expect(enter(1, &turnstile) == [0])
        #expect(enter(1, &turnstile).isEmpty)
        turnstile.leave(["10.0.0.1", "10.0.0.2"])
        #expect(enter(1, &turnstile) == [1])
    }

    @Test("leave an address to the next where another of theirs is taken")
    func passedOn() {
        var turnstile = Turnstile<Int>(limit: 100, limitOfAddress: 1)
        turnstile.arrive(0, at: ["a"])
        turnstile.arrive(1, at: ["b"])
        turnstile.arrive(2, at: ["a", "b"])
        turnstile.arrive(3, at: ["a"])
        #expect(enter(4, &turnstile) == [0, 1])
        turnstile.leave(["a"])
        #expect(enter(1, &turnstile) == [3])
        turnstile.leave(["b"])
        #expect(enter(1, &turnstile).isEmpty)
        turnstile.leave(["a"])
        #expect(enter(1, &turnstile) == [2])
    }

    /// Whatever the order, everybody gets in, and no limit is passed.
    @Test("all come to their turn", arguments: 1...20 as ClosedRange<UInt64>)
    func all(seed: UInt64) {
        var random = Sequence(seed: seed)
        var turnstile = Turnstile<[String]>(limit: 7, limitOfAddress: 2)
        var inside: [[String]] = []
        var (arrived, entered) = (0, 0)
        while entered < 500 {
            if arrived < 500, random.next() % 2 == 0 {
                let addresses = Set((0...(random.next() % 3)).map { _ in "\(random.next() % 6)" })
                turnstile.arrive(addresses.sorted(), at: addresses.sorted())
                arrived += 1
            }
            while let (call, _) = turnstile.enter() {
                inside.append(call)
                entered += 1
            }
            let counts = inside.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
            #expect(inside.count <= 7 && counts.values.allSatisfy { $0 <= 2 })
            #expect(!inside.isEmpty || arrived == entered)
            if !inside.isEmpty { turnstile.leave(inside.remove(at: Int(random.next() % UInt64(inside.count)))) }
        }
        #expect(turnstile.outside == 0)
    }

    private struct Sequence {
        var seed: UInt64
        mutating func next() -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return seed >> 33
        }
    }
}

@Suite("What is remembered")
struct RecentTests {
    @Test("is at least the last so many, and never more than twice as many")
    func bounded() {
        var recent = Recent<Int, Int>(100)
        for key in 0..<10_000 {
            recent[key] = key
            #expect(recent.count <= 200)
        }
        let last = (9_900..<10_000).filter { recent[$0] == $0 }
        #expect(last.count == 100)
        let first = recent[0]
        #expect(first == nil)
    }

    @Test("is what was asked for, too")
    func asked() {
        var recent = Recent<Int, Int>(10)
        recent[-1] = 1
        for key in 0..<1000 {
            recent[key] = key
            guard key % 5 == 0 else { continue }
            let asked = recent[-1]
            #expect(asked == 1)
        }
    }
}

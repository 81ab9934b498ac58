import Dispatch
import NIOCore
import PortcallCore
import Testing

@testable import Portcall

@Suite("Look-ups of names")
struct NamePoolTests {
    /// Look-ups that go on until they are let go, and how many go on at once.
    private final class Resolver: @unchecked Sendable {
        // @unchecked: the variables are read and written on `queue` only.
        private let queue = DispatchQueue(label: "resolver")
        private let gate = DispatchSemaphore(value: 0)
        private let arrived = DispatchSemaphore(value: 0)
        private var running = 0
        private var most = 0

        func look() -> NamePool.Answer {
            queue.sync {
                running += 1
                most = max(most, running)
            }
            arrived.signal()
            gate.wait()
            queue.sync { running -= 1 }
            return .success([])
        }

        func await(_ count: Int) { for _ in 0..<count { arrived.wait() } }

        func letGo(_ count: Int) { for _ in 0..<count { gate.signal() } }

        var mostAtOnce: Int { queue.sync { most } }
    }

    private func submit(_ count: Int, to pool: NamePool, _ done: DispatchGroup) throws {
        for number in 0..<count {
            done.enter()
            pool.submit(NamePool.LookUp(host: try Host("mx\(number).example.net"), family: .any) { _ in done.leave() })
        }
    }

    @Test("are so many at once, and the others have their turn")
    func limit() throws {
        let (resolver, done) = (Resolver(), DispatchGroup())
        let pool = NamePool(8, patience: .hours(1)) { _, _ in resolver.look() }
        try submit(20, to: pool, done)
        resolver.await(4)
        resolver.letGo(20)
        done.wait()
        #expect(resolver.mostAtOnce == 4)
    }

    @Test("that are kept waiting no longer count, and are never more than there are threads")
    func silent() throws {
        let (resolver, done) = (Resolver(), DispatchGroup())
        let pool = NamePool(8, patience: .zero) { _, _ in resolver.look() }
        try submit(20, to: pool, done)
        resolver.await(8)
        resolver.letGo(20)
        done.wait()
        #expect(resolver.mostAtOnce == 8)
    }

    @Test("ask the system's resolver")
    func system() throws {
        let done = DispatchSemaphore(value: 0)
        let pool = NamePool(2)
        pool.submit(
            NamePool.LookUp(host: try Host("localhost"), family: .ipv4) { answer in
                #expect((try? answer.get().map(\.text)) == ["127.0.0.1"])
                done.signal()
            }
        )
        done.wait()
    }
}

@Suite("The names of a sweep")
struct NameBookTests {
    private func key(_ name: String) -> NameKey { NameKey(name: name, family: .any) }

    private func plan(_ target: String) throws -> Plan { Plan(try Target(target), started: Timestamp(seconds: 0)) }

    @Test("are looked up once, whoever waits for them")
    func once() throws {
        var book = NameBook()
        let isFirst = try [("a", "smtp://a"), ("a", "imap://a"), ("b", "smtp://b")].map {
            book.expect(key($0), try plan($1))
        }
        #expect(isFirst == [true, false, true])
        #expect(book.waiting == 3)
        let plans = book.settle(key("a"), .failure(ResolveFailure(reason: "no such host")), .seconds(1))
        #expect(plans.map(\.target.text) == ["smtp://a", "imap://a"])
        #expect(book.waiting == 1)
        let (known, unknown) = (book.answer(to: key("a")), book.answer(to: key("b")))
        #expect(known?.spent == .zero)
        #expect(unknown == nil)
    }

    @Test("are known as long as they are among the last ten thousand, and no more than twice as many are kept")
    func bounded() throws {
        var book = NameBook()
        for number in 0..<50_000 {
            _ = book.settle(key("\(number)"), .success([]), .zero)
        }
        let known = (40_000..<50_000).count { book.answer(to: key("\($0)")) != nil }
        let first = book.answer(to: key("1"))
        #expect(known == 10_000)
        #expect(first == nil)
    }

    @Test("that nobody answered in time are told as that, and an answer that comes late counts for the next")
    func late() throws {
        var book = NameBook()
        _ = book.expect(key("a"), try plan("smtp://a"))
        let failure = ResolveFailure(waited: .milliseconds(1500))
        #expect(failure.reason == "no name server answered within 1.5 s")
        let told = book.settle(key("a"), .failure(failure), .seconds(1))
        let late = book.settle(key("a"), .success([]), .seconds(9))
        #expect(told.count == 1 && late.isEmpty && book.waiting == 0)
        let answer = try book.answer(to: key("a"))?.answer.get()
        #expect(answer == [])
    }
}

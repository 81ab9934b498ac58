import Portcall
import PortcallCore
import TestVectors
import Testing

@Suite("A finding that states the cause of another")
struct SilenceTests {
    struct Pair: Hashable, Sendable, CustomTestStringConvertible {
        let cause: String
        let silenced: String

        var testDescription: String { "\(cause) over \(silenced)" }
    }

    static let pairs = Explanation.all.flatMap { cause in cause.silences.map { Pair(cause: cause.id, silenced: $0) } }

    @Test("names another one that exists", arguments: pairs)
    func exists(pair: Pair) {
        #expect(Explanation.named(pair.silenced) != nil)
        #expect(pair.silenced != pair.cause)
    }

    /// A pair that no vector needs may be wrong, and nobody would see it.
    @Test("is needed by a vector for each that it silences")
    func needed() throws {
        let seen = try Vector.all.reduce(into: Set<Pair>()) { seen, vector in
            let observation = try vector.transcript.judged(reading: Vector.read).observation
            let ids = Set(Verdict.sightings(in: observation).map(\.id))
            seen.formUnion(Self.pairs.filter { ids.contains($0.cause) && ids.contains($0.silenced) })
        }
        let unneeded = Self.pairs.filter { !seen.contains($0) }.map(\.testDescription)
        #expect(unneeded == [])
    }
}

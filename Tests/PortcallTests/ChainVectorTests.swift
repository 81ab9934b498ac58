import Portcall
import PortcallCore
import TestVectors
import Testing

@Suite("Vectors with chains")
struct ChainVectorTests {
    @Test("lead to the findings they state, however the bytes arrive", arguments: Vector.withChains, [Int.max, 7, 1])
    func conclude(_ vector: Vector, chunk: Int) throws {
        let performance = try vector.transcript.play(chunk: chunk, reading: Vector.read)
        #expect(performance.differences == [])
        #expect(Verdict(performance.observation).conclusion == vector.transcript.expected)
    }

    /// Without this, a vector would count as tested because nothing was found in its place.
    @Test("are there")
    func exist() {
        #expect(Vector.withChains.count >= 60)
        #expect(Vector.withoutChains.count >= 90)
    }
}

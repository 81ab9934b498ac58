import PortcallCore
import TestVectors
import Testing

@Suite("Vectors")
struct VectorTests {
    @Test(
        "lead to the findings they state, however the bytes arrive",
        arguments: Vector.withoutChains,
        [Int.max, 7, 1]
    )
    func conclude(_ vector: Vector, chunk: Int) {
        let performance = vector.transcript.play(chunk: chunk)
        #expect(performance.differences == [])
        #expect(Verdict(performance.observation).conclusion == vector.transcript.expected)
    }

    @Test("are told the same however the bytes arrive", arguments: Vector.withoutChains)
    func tell(_ vector: Vector) {
        let whole = vector.transcript.play().observation
        let inPieces = vector.transcript.play(chunk: 1).observation
        #expect(inPieces.facts.isConfirmed == whole.facts.isConfirmed)
        #expect(inPieces.facts.product?.name == whole.facts.product?.name)
        #expect(inPieces.stages.map(\.outcome) == whole.stages.map(\.outcome))
        #expect(Verdict(inPieces).findings.map(\.message) == Verdict(whole).findings.map(\.message))
    }

    @Test("lead to lines whose labels leave room for the text", arguments: Vector.withoutChains)
    func label(_ vector: Vector) {
        let lines = vector.transcript.play().observation.facts.service?.lines ?? []
        #expect(lines.allSatisfy { $0.label.count <= 12 && !$0.text.isEmpty })
    }

    @Test("say in their first line why they are kept", arguments: Vector.all)
    func comment(_ vector: Vector) {
        #expect(vector.transcript.comments.first?.isEmpty == false)
        #expect(!vector.transcript.expected.isEmpty)
    }

    @Test("read back from what they write", arguments: Vector.all)
    func roundTrip(_ vector: Vector) throws {
        let again = try Transcript(vector.transcript.description)
        #expect(again.description == vector.transcript.description)
        #expect(again.expected == vector.transcript.expected)
    }

    @Test("are judged the same once they are recorded and played again", arguments: Vector.withoutChains)
    func replay(_ vector: Vector) throws {
        let first = Verdict(vector.transcript.play().observation)
        let again = try Transcript(vector.transcript.recorded.description)
        let second = Verdict(again.play().observation)
        #expect(JSONPrinter().print(second.record) == JSONPrinter().print(first.record))
    }
}

extension Transcript {
    /// The transcript that a call writes while this one is played to it.
    var recorded: Transcript {
        play(isRecording: true).transcript ?? self
    }
}

import Foundation
import Portcall
import PortcallCore
import Testing

/// One file under `Vectors/`.
struct Vector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let transcript: Transcript

    private static let root =
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Vectors").standardized

    static let all: [Vector] = {
        guard let files = FileManager.default.enumerator(atPath: root.path()) else { return [] }
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".call") }.sorted().map { name in
            do {
                let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
                return Vector(testDescription: name, transcript: try Transcript(text))
            } catch {
                fatalError("Vectors/\(name): \(error)")
            }
        }
    }()

    /// Those whose chains are judged, which takes OpenSSL.
    static let withChains = all.filter { $0.transcript.chain != nil }

    /// Reads a file that a transcript names.
    static func read(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }
}

extension Verdict {
    /// As a vector's `=>` lines state it.
    var conclusion: [String] {
        findings.isEmpty ? ["ok"] : findings.map { "\($0.severity.rawValue) \($0.id)" }
    }
}

@Suite("Vectors with chains")
struct ChainVectorTests {
    @Test("lead to the findings they state, however the bytes arrive", arguments: Vector.withChains, [Int.max, 7, 1])
    func conclude(_ vector: Vector, chunk: Int) throws {
        let performance = try vector.transcript.play(chunk: chunk, reading: Vector.read)
        #expect(performance.differences == [])
        #expect(Verdict(performance.observation).conclusion == vector.transcript.expected)
    }

    @Test("are the better part of certificates")
    func exist() {
        #expect(Vector.withChains.count >= 60)
    }
}

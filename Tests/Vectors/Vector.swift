package import Foundation
package import PortcallCore

/// One file under `Vectors/`.
package struct Vector: Sendable, CustomStringConvertible {
    /// The path below `Vectors/`.
    package let description: String
    package let transcript: Transcript

    /// Every vector there is; one that cannot be read ends the tests.
    package static let all: [Vector] = {
        guard let files = FileManager.default.enumerator(atPath: root.path()) else { return [] }
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".call") }.sorted().map { name in
            do {
                return Vector(description: name, transcript: try Transcript(read(name)))
            } catch {
                fatalError("Vectors/\(name): \(error)")
            }
        }
    }()

    /// Those that Core alone can judge.
    package static let withoutChains = all.filter { $0.transcript.chain == nil }

    /// Those whose chains are judged, which takes OpenSSL.
    package static let withChains = all.filter { $0.transcript.chain != nil }

    /// The folder that holds them.
    package static let root =
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Vectors").standardized

    /// Reads a file below `Vectors/`, as a transcript names it.
    package static func read(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }
}

extension Verdict {
    /// As a vector's `=>` lines state it.
    package var conclusion: [String] {
        findings.isEmpty ? ["ok"] : findings.map { "\($0.severity.rawValue) \($0.id)" }
    }
}

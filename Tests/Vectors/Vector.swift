package import Foundation
package import PortcallCore

/// One file under `Vectors/`.
package struct Vector: Sendable, CustomStringConvertible {
    /// The path below `Vectors/`.
    package let description: String
    package let transcript: Transcript

    /// Every vector there is; one that cannot be read ends the tests.
    package static let all = readAll(".call") { Vector(description: $0, transcript: try Transcript($1)) }

    /// Whatever ends like that, below `Vectors/`.
    static func readAll<Item>(_ ending: String, _ make: (String, String) throws -> Item) -> [Item] {
        guard let files = FileManager.default.enumerator(atPath: root.path()) else { return [] }
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted().map { name in
            do {
                return try make(name, read(name))
            } catch {
                fatalError("Vectors/\(name): \(error)")
            }
        }
    }

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

/// Several calls that belong together, in a file under `Vectors/`.
package struct CheckupVector: Sendable, CustomStringConvertible {
    /// The path below `Vectors/`.
    package let description: String
    package let transcript: CheckupTranscript

    package static let all = Vector.readAll(".checkup") {
        CheckupVector(description: $0, transcript: try CheckupTranscript($1))
    }
}

extension CheckupSummary {
    /// As a vector's `=>` lines state it.
    package var conclusion: [String] { findings.conclusion }
}

extension Verdict {
    /// As a vector's `=>` lines state it.
    package var conclusion: [String] { findings.conclusion }
}

extension [Finding] {
    fileprivate var conclusion: [String] { isEmpty ? ["ok"] : map { "\($0.severity.rawValue) \($0.id)" } }
}

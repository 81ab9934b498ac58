import Foundation
import PortcallCore
import Testing

/// One file under `Vectors/`.
struct Vector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let transcript: Transcript

    /// Those that need no chain judged, which Core alone can play; the others run in `PortcallTests`.
    static let all = files.filter { $0.transcript.chain == nil }

    static let files: [Vector] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Vectors").standardized
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
}

extension Verdict {
    /// As a vector's `=>` lines state it.
    var conclusion: [String] {
        findings.isEmpty ? ["ok"] : findings.map { "\($0.severity.rawValue) \($0.id)" }
    }
}

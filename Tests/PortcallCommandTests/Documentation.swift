import Foundation
import Portcall
import PortcallCore
import PortcallDemo
import PortcallWorkshop
import TestVectors
import Testing

/// A file of this repository, as lines.
struct Source: Sendable, CustomTestStringConvertible {
    /// Its path.
    let testDescription: String
    /// Without indentation, for a page shows the inside of a type as well.
    let lines: [String]

    init(_ path: String) {
        testDescription = path
        let text = try? String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
        lines = (text ?? "").trimmedLines
    }

    static let examples = files(in: "Examples", ".swift")
    static let all = examples + files(in: "Sources", ".swift")
    static let vectors = files(in: "Vectors", ".call")

    private static let root = Vector.root.appending(path: "..").standardized

    static func files(in folder: String, _ ending: String) -> [Source] {
        guard let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path()) else { return [] }
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
            .map { Source("\(folder)/\($0)") }
    }

    /// What stands between its fences of that language, a block each.
    func blocks(_ language: String) -> [[String]] {
        var blocks: [[String]] = []
        var isInside = false
        for line in lines {
            if line == "```\(language)" {
                isInside = true
                blocks.append([])
            } else if line.hasPrefix("```") {
                isInside = false
            } else if isInside {
                blocks[blocks.count - 1].append(line)
            }
        }
        return blocks
    }
}

/// A page that shows programs.
typealias Page = Source

extension Page {
    static let pages = [Source("README.md")] + files(in: "Sources/Portcall/Portcall.docc", ".md")
}

extension [String] {
    /// Whether these lines stand in it one after the other.
    func hasInside(_ block: [String]) -> Bool {
        guard !block.isEmpty, count >= block.count else { return false }
        return (0...count - block.count).contains { self[$0..<$0 + block.count].elementsEqual(block) }
    }
}

extension String {
    /// Its lines without the spaces around them, and without empty ones at the end.
    var trimmedLines: [String] {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return Array(lines.reversed().drop(while: \.isEmpty).reversed())
    }
}

/// A program of the documentation.
struct Example {
    private let name: String

    init(_ name: String) {
        self.name = name
    }

    /// What it prints of a server that plays a vector on loopback.
    ///
    /// - Parameters:
    ///   - vector: played with real TLS, whose root the program trusts as it trusts the machine's.
    ///   - change: what the server does with its certificates.
    /// - Returns: its standard output.
    /// - Throws: what keeps this machine from serving, or from starting it.
    func run(checking vector: String, serving change: (Identity) -> Identity) async throws -> String {
        let transcript = try Vector.transcript(vector)
        let authority = try Authority("Example", at: Caller.now)
        let identity = change(try authority.server(.ip("127.0.0.1")) { $0.dns = ["mail.example.com"] })
        let server = try await DemoServer(playing: transcript, ServerSettings(identity))
        let roots = FileManager.default.temporaryDirectory.appending(path: "portcall-\(name)-\(server.port).pem")
        defer { try? FileManager.default.removeItem(at: roots) }
        try authority.root.pem.write(to: roots, atomically: true, encoding: .utf8)
        let output = try run("\(transcript.plan.service.name)://127.0.0.1:\(server.port)", trusting: roots)
        await server.stop()
        return output
    }

    /// What it prints of a target.
    func run(_ target: String, trusting roots: URL) throws -> String {
        var program = Portcall(target, environment: ["SSL_CERT_FILE": roots.path()])
        program.program = Portcall.built(name)
        return try program.run().output
    }
}

import Foundation
import Portcall
import PortcallCore
import TestVectors
import Testing

/// What holds for the screen of every vector, whatever it is about.
@Suite("The screen of a call")
struct ScreenTests {
    private static func verdict(_ vector: Vector) throws -> Verdict {
        try vector.transcript.judged(reading: Vector.read)
    }

    /// The marks of the ladder: the lines below the headline, up to the first that is not indented.
    private static func marks(_ screen: String) -> Set<Character> {
        let stages = Stage.Name.allCases.map { $0 == .capabilitiesAfterTLS ? "after TLS" : $0.rawValue }
        let lines = screen.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("  ") }
        return Set(
            lines.compactMap { line in
                let text = line.dropFirst(4)
                return stages.contains { text.hasPrefix("\($0) ") || text == $0 } ? line.dropFirst(2).first : nil
            }
        )
    }

    @Test("has the worst of the verdict in the ladder, and nothing ill where all is well", arguments: Vector.all)
    func marks(vector: Vector) throws {
        let verdict = try Self.verdict(vector)
        let marks = Self.marks(TextPrinter().print(verdict))
        switch verdict.severity {
        case nil: #expect(marks.isDisjoint(with: ["✗", "!"]))
        case .warning: #expect(marks.contains("!") && !marks.contains("✗"))
        case .critical, .note: #expect(marks.contains("✗"))
        }
    }

    @Test("is no wider than the terminal, in letters of one column and of two", arguments: [48, 80, 132])
    func width(columns: Int) throws {
        for vector in Vector.all {
            let verdict = try Self.verdict(vector)
            let screen = TextPrinter(Style(width: columns)).print(verdict)
            let wide = screen.split(separator: "\n").map(String.init).filter {
                $0.columns > columns && !$0.hasSuffix(" \\")
            }
            // A part of a command is never broken, for it would be another command.
            #expect(wide.filter { !$0.contains("portcall explain") && !$0.hasPrefix("  ") } == [], "\(vector)")
        }
    }

    @Test("is ASCII alone where the terminal has nothing else", arguments: Vector.all)
    func ascii(vector: Vector) throws {
        let style = Style(isASCII: true)
        let verdict = try Self.verdict(vector)
        let screens = TextPrinter(style).print(verdict) + CertificatePrinter(style).print(verdict)
        #expect((screens + TextPrinter(style).printBriefly(verdict)).utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("tells nothing more than once where it is short", arguments: Vector.all)
    func once(vector: Vector) throws {
        let verdict = try Self.verdict(vector)
        let lines = TextPrinter().print(verdict).split(separator: "\n").map(String.init)
        let seen = lines.filter { $0.hasPrefix("  Seen: ") }.map { $0.dropFirst(8) }
        for text in seen where text.count > 30 {
            #expect(!lines.contains { $0.contains(text) && !$0.hasPrefix("  Seen: ") }, "\(text)")
        }
    }

    @Test("ends with a command that a shell can read", arguments: Vector.all)
    func command(vector: Vector) throws {
        let verdict = try Self.verdict(vector)
        guard verdict.severity != nil else { return }
        let files = Aim.Files(roots: "/tmp/it's a root.pem", certificate: "/tmp/a b.pem", key: "/tmp/key.pem")
        let screen = TextPrinter(Style(width: 60), files: files).print(verdict)
        guard let command = screen.firstRange(of: "Confirm it by hand:\n") else { return }
        let text = screen[command.upperBound...].split(separator: "\nMore: ")[0]
        #expect(try Self.isReadable(String(text)), "\(text)")
        #expect(text.firstMatch(of: /\{[a-z]+\}|HOST|PORT|FOREST/) == nil, "\(text)")
    }

    private static func isReadable(_ command: String) throws -> Bool {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-n", "-c", command]
        try shell.run()
        shell.waitUntilExit()
        return shell.terminationStatus == 0
    }
}

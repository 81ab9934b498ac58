import Foundation
import Portcall
import PortcallCore
import TestVectors
import Testing

/// What holds for the screen of every vector, whatever it is about.
@Suite("The screen of a call")
struct ScreenTests {
    /// Of every vector, judged once for all tests.
    private static let verdicts = Result {
        try Vector.all.map { ($0, try $0.transcript.judged(reading: Vector.read)) }
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

    @Test("has the worst of the verdict in the ladder, and nothing ill where all is well")
    func marks() throws {
        for (vector, verdict) in try Self.verdicts.get() {
            let marks = Self.marks(TextPrinter().print(verdict))
            switch verdict.severity {
            case nil: #expect(marks.isDisjoint(with: ["✗", "!"]), "\(vector)")
            case .warning: #expect(marks.contains("!") && !marks.contains("✗"), "\(vector)")
            case .critical, .note: #expect(marks.contains("✗"), "\(vector)")
            }
        }
    }

    @Test("is no wider than the terminal, in letters of one column and of two", arguments: [48, 80, 132])
    func width(columns: Int) throws {
        for (vector, verdict) in try Self.verdicts.get() {
            let screen = TextPrinter(Style(width: columns)).print(verdict)
            let wide = screen.split(separator: "\n").map(String.init).filter {
                $0.columns > columns && !$0.hasSuffix(" \\")
            }
            // A part of a command is never broken, for it would be another command.
            #expect(wide.filter { !$0.contains("portcall explain") && !$0.hasPrefix("  ") } == [], "\(vector)")
        }
    }

    @Test("is ASCII alone where the terminal has nothing else")
    func ascii() throws {
        for (vector, verdict) in try Self.verdicts.get() {
            let style = Style(isASCII: true)
            let screens = TextPrinter(style).print(verdict) + CertificatePrinter(style).print(verdict)
            #expect((screens + TextPrinter(style).printBriefly(verdict)).utf8.allSatisfy { $0 < 0x80 }, "\(vector)")
        }
    }

    @Test("tells nothing more than once where it is short")
    func once() throws {
        for (vector, verdict) in try Self.verdicts.get() {
            let lines = TextPrinter().print(verdict).split(separator: "\n").map(String.init)
            let seen = lines.filter { $0.hasPrefix("  Seen: ") }.map { $0.dropFirst(8) }
            for text in seen where text.count > 30 {
                #expect(!lines.contains { $0.contains(text) && !$0.hasPrefix("  Seen: ") }, "\(vector): \(text)")
            }
        }
    }

    @Test("says where its facts come from, where all is wanted")
    func origins() throws {
        let printer = TextPrinter(Style(width: 1000, isVerbose: true))
        for (vector, verdict) in try Self.verdicts.get() where verdict.observation.facts.product != nil {
            let lines = printer.print(verdict).split(separator: "\n")
            let product = lines.first { $0.hasPrefix("    product ") }
            #expect(product?.contains(" [from ") == true, "\(vector)")
            let certificate = lines.first { $0.hasPrefix("    certificate ") }
            #expect(certificate?.contains(" [from the certificate") != false, "\(vector)")
        }
    }

    @Test("ends with a command that a shell can read")
    func command() throws {
        let files = Aim.Files(roots: "/tmp/it's a root.pem", certificate: "/tmp/a b.pem", key: "/tmp/key.pem")
        let printer = TextPrinter(Style(width: 60), files: files)
        let commands = try Self.verdicts.get().compactMap { _, verdict -> String? in
            let screen = printer.print(verdict)
            guard let title = screen.firstRange(of: "Confirm it by hand. ") else { return nil }
            // What it shows ends in a colon, and goes on over a line where it is long.
            guard let colon = screen[title.upperBound...].firstRange(of: ":\n  ") else { return nil }
            return screen[colon.upperBound...].split(separator: "\nMore: ").first.map(String.init)
        }
        #expect(commands.count > 300)
        for command in commands {
            #expect(command.firstMatch(of: /\{[a-z]+\}|HOST|PORT|FOREST/) == nil, "\(command)")
        }
        #expect(try Shell.complaints(about: commands.joined(separator: "\n")) == "")
    }
}

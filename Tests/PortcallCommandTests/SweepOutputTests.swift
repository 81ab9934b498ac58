import Foundation
import PortcallCore
import Testing

@Suite("A sweep's file")
struct SweepOutputTests {
    /// Ports of loopback that nobody listens on, one of them twice, and a line that names no target.
    private static let lines = (1...9).map { "tcp://127.0.0.1:\($0)" } + ["tcp://127.0.0.1:1", "nonsense"]

    private static func sweep(_ folder: SweepFolder, _ options: String...) -> Portcall {
        Portcall(["sweep", folder.list, "--json", "--output", folder.results] + options)
    }

    private func inFolder(_ body: (SweepFolder) throws -> Void) throws {
        let folder = try SweepFolder(Self.lines.joined(separator: "\n"))
        defer { folder.remove() }
        try body(folder)
    }

    /// Each target is there as often as the list has it.
    private func expectWhole(_ folder: SweepFolder) throws {
        let told = try folder.entries().map(\.target)
        #expect(told.sorted() == Self.lines.sorted())
    }

    @Test("has the results, and standard output stays empty; without --resume it is begun anew")
    func written() throws {
        try inFolder { folder in
            try folder.write(Array("something else".utf8))
            let result = try Self.sweep(folder).run()
            #expect(result.output == "" && result.code == 2)
            try expectWhole(folder)
            let code = try Self.sweep(folder).run().code
            #expect(code == 2)
            try expectWhole(folder)
        }
    }

    @Test("that has everything is left as it is: nobody is called, and exit code and summary are of all of it")
    func complete() throws {
        try inFolder { folder in
            _ = try Self.sweep(folder).run()
            let before = try folder.written()
            let result = try Self.sweep(folder, "--resume").run()
            let after = try folder.written()
            #expect(after == before)
            #expect(result.code == 2)
            #expect(result.errors.contains("11 results in"))
            #expect(result.errors.contains("11 of them known before: 10 critical, 1 not judged."))
            #expect(result.errors.contains("no target                                 1  line 11"))
        }
    }

    /// As a killed sweep leaves it: whole lines, and perhaps the beginning of one more.
    @Test(
        "that is cut anywhere is completed, with every target as often as the list has it",
        arguments: [0, 1, 5, 11, 12]
    )
    func cut(part: Int) throws {
        try inFolder { folder in
            _ = try Self.sweep(folder).run()
            let whole = Array(try folder.written())
            try folder.write(whole.prefix(whole.count * part / 12))
            let result = try Self.sweep(folder, "--resume").run()
            #expect(result.code == 2)
            try expectWhole(folder)
        }
    }

    @Test("that lacks only its last line feed has that line anew, and not twice")
    func lineFeed() throws {
        try inFolder { folder in
            _ = try Self.sweep(folder).run()
            try folder.write(try folder.written().dropLast())
            _ = try Self.sweep(folder, "--resume").run()
            try expectWhole(folder)
        }
    }

    @Test("of a sweep that was killed is completed")
    func killed() throws {
        let silent = try SilentServer()
        let target = "submission://127.0.0.1:\(silent.port)"
        let folder = try SweepFolder((Self.lines + [target]).joined(separator: "\n"))
        defer { folder.remove() }
        _ = try Self.sweep(folder, "-t", "60").run {
            silent.awaitConnection()
            kill($0.processIdentifier, SIGKILL)
        }
        _ = try Self.sweep(folder, "--resume", "-t", "1").run()
        let told = try folder.entries().map(\.target)
        #expect(told.sorted() == (Self.lines + [target]).sorted())
    }

    @Test("that is no sweep's is refused and left as it is")
    func foreign() throws {
        try inFolder { folder in
            try folder.write(Array("my notes\nof today".utf8))
            let result = try Self.sweep(folder, "--resume").run()
            #expect(result.code == 3 && result.output == "")
            #expect(result.errors.hasSuffix("results.jsonl: line 1 is no result of a sweep; nothing was changed\n"))
            let after = try folder.written()
            #expect(after == Data("my notes\nof today".utf8))
        }
    }

    @Test("must not be the list")
    func list() throws {
        try inFolder { folder in
            let result = try Portcall("sweep", folder.list, "--output", folder.list).run()
            #expect(result.code == 3 && result.errors.contains("it is the list itself"))
            let list = try String(contentsOfFile: folder.list, encoding: .utf8)
            #expect(list == Self.lines.joined(separator: "\n"))
        }
    }

    @Test("stays as it was where this machine has no trusted roots")
    func kept() throws {
        try inFolder { folder in
            try folder.write(Array("before".utf8))
            let code = try Self.sweep(folder, "--ca-file", "/nonexistent.pem").run().code
            let after = try folder.written()
            #expect(code == 3 && after == Data("before".utf8))
        }
    }

    @Test("that finds no room keeps whole lines, is told once, and exits 3")
    func full() throws {
        try inFolder { folder in
            _ = try Self.sweep(folder).run()
            let whole = try folder.written().count
            // The shell counts in blocks of 512 bytes; the limit falls into a line.
            let blocks = whole / 1024
            let arguments = ["sweep", folder.list, "--json", "--output", folder.results]
            let result = try Portcall(arguments, preparation: "ulimit -f \(blocks)").run()
            #expect(result.code == 3)
            #expect(result.errors.contains("results.jsonl: File too large\n"))
            let entries = try folder.entries()
            #expect(!entries.isEmpty && entries.count < Self.lines.count)
            #expect(result.errors.contains("\(entries.count) results in"))
            // With room again it is completed.
            _ = try Self.sweep(folder, "--resume").run()
            try expectWhole(folder)
        }
    }

    @Test(
        "that is a full device is told once, and exits 3",
        .enabled(if: OutputTests.hasFullDevice)
    )
    func device() throws {
        try inFolder { folder in
            let result = try Portcall("sweep", folder.list, "--output", "/dev/full").run()
            #expect(result.code == 3 && result.output == "")
            #expect(result.errors.hasPrefix("portcall: /dev/full: No space left on device\n0 results in"))
            let printed = try Portcall(["sweep", folder.list], redirection: ">/dev/full").run()
            #expect(printed.code == 3)
            #expect(printed.errors.hasPrefix("portcall: standard output: No space left on device\n0 results in"))
        }
    }

    @Test("that nobody reads any more ends it without a word, and the exit code is of what was written")
    func left() throws {
        try inFolder { folder in
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            var command = Portcall("sweep", folder.list)
            command.output = pipe.fileHandleForWriting
            let result = try command.run()
            #expect(result.code == 0)
            #expect(result.errors.hasPrefix("0 results in"))
        }
    }
}

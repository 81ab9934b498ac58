import Foundation
import PortcallCore
import Testing

/// A list, and what becomes of it, in a folder of its own.
struct SweepFolder {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "portcall-\(UUID().uuidString)")
    var list: String { folder.appending(path: "list.txt").path() }
    var results: String { folder.appending(path: "results.jsonl").path() }

    init(_ text: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(toFile: list, atomically: false, encoding: .utf8)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func written() throws -> Data { try Data(contentsOf: URL(filePath: results)) }

    func write(_ data: some Sequence<UInt8>) throws { try Data(data).write(to: URL(filePath: results)) }

    /// What the file's lines tell, each of which must be whole.
    func entries() throws -> [SweepEntry] {
        let data = try written()
        #expect(data.isEmpty || data.last == UInt8(ascii: "\n"))
        return try data.split(separator: UInt8(ascii: "\n")).map { try #require(SweepEntry(json: $0)) }
    }
}

/// Ports of loopback that nobody listens on, so that a call is over at once.
private let closed = (1...9).map { "tcp://127.0.0.1:\($0)" }

@Suite("A sweep")
struct SweepTests {
    private func run(
        _ text: String,
        _ options: String...,
        check: (SweepFolder, Portcall.Result) throws -> Void
    ) throws {
        let folder = try SweepFolder(text)
        defer { folder.remove() }
        try check(folder, Portcall(["sweep", folder.list] + options).run())
    }

    private func targets(_ output: String) throws -> [String] {
        try output.split(separator: "\n").map { try #require(SweepEntry(json: Array($0.utf8))).target }
    }

    @Test("tells every target once, and one that stands twice twice")
    func once() throws {
        try run((closed + [closed[0]]).joined(separator: "\n"), "--json") { _, result in
            let told = try targets(result.output)
            #expect(told.sorted() == (closed + [closed[0]]).sorted())
            #expect(result.code == 2)
            #expect(result.errors.contains("10 results in"))
            #expect(result.errors.contains("connect-refused                          10  tcp://127.0.0.1:"))
            #expect(result.errors.contains("tcp                    10  10 critical"))
            #expect(!result.errors.contains("\r"))
        }
    }

    @Test("reports a line that names no target with its number, and goes on")
    func unreadable() throws {
        try run("\(closed[0])\n\nnonsense\n\(closed[1]) # fine\n", "--json") { _, result in
            let told = try targets(result.output)
            #expect(told.sorted() == [closed[0], closed[1], "nonsense"].sorted())
            #expect(result.output.contains(#""kind":"error","target":"nonsense","error":"it names no port and no"#))
            #expect(result.output.contains(#""line":3}"#))
            #expect(result.code == 2)
        }
        try run("nonsense\n") { _, result in
            #expect(result.output.hasPrefix("ERROR     nonsense"))
            #expect(result.output.contains("line 1: it names no port and no service"))
            #expect(result.code == 3)
        }
    }

    @Test("of an empty list prints nothing and exits 0", arguments: ["", "# nobody\n", "\u{FEFF}\r\n"])
    func empty(text: String) throws {
        try run(text) { _, result in
            #expect(result.output == "" && result.code == 0)
            #expect(result.errors == "0 results in 0.0 s.\n")
        }
    }

    @Test("has a line a result for people: the target as typed and what is wrong, or a sentence")
    func formats() throws {
        try run(closed[0]) { _, result in
            #expect(result.output == "CRITICAL  \(closed[0].padded(44))connect-refused\n")
        }
        try run(closed[0], "--quiet") { _, result in
            #expect(result.output.contains("connect-refused: 127.0.0.1 refuses"))
            #expect(result.output.split(separator: "\n").count == 1)
        }
    }

    @Test("reads standard input, and calls at once what has come")
    func standardInput() throws {
        let (input, output) = (Pipe(), Pipe())
        let process = Process()
        process.executableURL = Portcall.binary
        process.arguments = ["sweep", "-", "--json"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        for target in closed {
            try input.fileHandleForWriting.write(contentsOf: Data("\(target)\n".utf8))
            // Nothing more is written before this one is told.
            let told = try targets(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self))
            #expect(told == [target])
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }

    @Test("has each target in one of its shards")
    func shards() throws {
        let folder = try SweepFolder(closed.joined(separator: "\n"))
        defer { folder.remove() }
        let parts = try (1...3).map { part in
            try targets(try Portcall("sweep", folder.list, "--json", "--shard", "\(part)/3").run().output)
        }
        #expect(parts.joined().sorted() == closed.sorted())
    }

    @Test(
        "says what is wrong with its options",
        arguments: [
            (["--resume"], "--resume goes on with the FILE of --output"),
            (["--resume", "--output", "x"], "--resume reads what was written before, and needs --json"),
            (["--resume", "--output", "x", "--json", "--each-address"], "--resume and --each-address exclude"),
            (["--shard", "5/4"], "--shard takes I/N"), (["--rate", "0"], "--rate takes 1 to"),
            (["--per-host", "0"], "--per-host takes 1 to"), (["--in-flight", "0"], "--in-flight takes 1 to 100000"),
            (["--transcript", "-"], "name a file"), (["--service", "smpt"], "did you mean smtp"),
            (["--timeout", "x"], "--timeout"),
        ]
    )
    func misused(options: [String], words: String) throws {
        let result = try Portcall(["sweep", "/nonexistent.txt"] + options).run()
        #expect(result.code == 64)
        #expect(result.output == "" && result.errors.contains(words), "\(result.errors)")
    }

    @Test("of a list that cannot be opened exits 3 and says why")
    func missing() throws {
        let result = try Portcall("sweep", "/nonexistent.txt").run()
        #expect(result.code == 3)
        #expect(result.errors == "portcall: /nonexistent.txt: No such file or directory\n")
    }

    @Test("keeps its calls under the limits of descriptors and of memory, and says so")
    func limits() throws {
        let folder = try SweepFolder(closed.joined(separator: "\n"))
        defer { folder.remove() }
        let few = try Portcall(["sweep", folder.list, "--json"], preparation: "ulimit -n 64").run()
        let told = try targets(few.output)
        #expect(told.sorted() == closed.sorted())
        #expect(few.errors.contains("calls at once and not 1000, for 64 files may be open (ulimit -n)"))
    }
}

@Suite("A sweep's interruption")
struct SweepInterruptionTests {
    @Test("lets what is under way finish, begins no further call, and exits 130", arguments: [SIGINT, SIGTERM, SIGHUP])
    func first(number: Int32) throws {
        let silent = try SilentServer()
        let target = "submission://127.0.0.1:\(silent.port)"
        let folder = try SweepFolder(([target] + closed).joined(separator: "\n"))
        defer { folder.remove() }
        let command = ["sweep", folder.list, "--in-flight", "1", "-t", "2", "--json"]
        let result = try Portcall(command).run {
            silent.awaitConnection()
            kill($0.processIdentifier, number)
        }
        let entries = try result.output.split(separator: "\n").map { try #require(SweepEntry(json: Array($0.utf8))) }
        #expect(entries.map(\.target) == [target])
        #expect(entries.first?.severity == .critical)
        #expect(result.code == 130)
        #expect(result.errors.hasPrefix("portcall: no further call begins"))
        #expect(result.errors.contains("1 result in"))
    }

    @Test("ends it at once when it comes again")
    func second() throws {
        let silent = try SilentServer()
        let folder = try SweepFolder("submission://127.0.0.1:\(silent.port)")
        defer { folder.remove() }
        let errors = Pipe()
        let process = Process()
        process.executableURL = Portcall.binary
        process.arguments = ["sweep", folder.list, "-t", "600"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        silent.awaitConnection()
        process.interrupt()
        // The first has been heard once it is told.
        #expect(!errors.fileHandleForReading.availableData.isEmpty)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { padding(toLength: width, withPad: " ", startingAt: 0) }
}

import Foundation
import PortcallCore
import PortcallDemo
import TestVectors
import Testing

@Suite("An output")
struct OutputTests {
    /// What prints, command by command; the ports of loopback may be open or closed.
    static let commands = [
        ["check", "smtp://127.0.0.1", "smtp://127.0.0.1"],
        ["check", "--transcript", "-", "smtp://127.0.0.1"],
        ["check", "--format", "nagios", "smtp://127.0.0.1"],
        ["check", "--format", "sarif", "smtp://127.0.0.1"],
        ["cert", "imaps://127.0.0.1"],
        ["cert", "--chain", "certificates/root.pem"],
        ["cert", "--chain", "certificates/root.pem", "--pem"],
        ["gc", "127.0.0.1", "--dns", "127.0.0.1", "--timeout", "5"],
        ["replay", "--json", "certificates/healthy.call"],
        ["replay", "--quiet", "certificates/healthy.call", "certificates/expired.call"],
        ["explain"],
        ["explain", "timeout"],
        ["ports"],
        ["ports", "--csv"],
        ["profile"],
        ["profile", "exchange"],
        ["profile", "exchange-edge", "127.0.0.1", "--json"],
        ["demo"],
        ["--help"],
        ["--version"],
        ["help", "gc"],
        ["check", "--help"],
    ]

    /// Of Linux alone.
    static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

    @Test(
        "that finds no room is told once, and exits 3",
        .enabled(if: hasFullDevice),
        arguments: commands
    )
    func full(command: [String]) throws {
        let result = try Portcall(command, redirection: ">/dev/full").run()
        #expect(result.errors == "portcall: standard output: No space left on device\n")
        #expect(result.code == 3)
    }

    @Test("that is closed is told once, and exits 3", arguments: commands)
    func closed(command: [String]) throws {
        let result = try Portcall(command, redirection: ">&-").run()
        #expect(result.errors == "portcall: standard output: Bad file descriptor\n")
        #expect(result.code == 3)
    }

    @Test("that nobody reads any more says nothing, and exits as the verdict has it")
    func unread() throws {
        let result = try intoClosedPipe(["replay", "certificates/expired.call", "certificates/healthy.call"])
        #expect(result.errors == "")
        #expect(result.code == 2)
    }

    @Test("that nobody reads any more ends with the call that is under way, written down")
    func unreadCalls() async throws {
        let closed = try await DemoServer(playing: Transcript("-- smtp mx.example.net"), nil)
        await closed.stop()
        let file = FileManager.default.temporaryDirectory.appending(path: "portcall-\(UUID().uuidString).call")
        defer { try? FileManager.default.removeItem(at: file) }
        // One that stands twice would be called once.
        let targets = (1...40).map { "smtp://127.0.0.\($0):\(closed.port)" }
        let result = try intoClosedPipe(["--transcript", file.path(), "--in-flight", "1"] + targets)
        #expect(result.errors == "")
        #expect(result.code == 2)
        let calls = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .count { $0.hasPrefix("-- typed smtp://127.0.0.") }
        #expect((1..<40).contains(calls))
    }

    @Test("that is slow and does not block is waited for")
    func slow() throws {
        let pipe = Pipe()
        try pipe.makeNarrow()
        var command = Portcall(["replay", "--json"] + Vector.all.map { Vector.path($0.description) })
        command.output = pipe.fileHandleForWriting
        var output = Data()
        let result = try command.run { _ in
            try pipe.fileHandleForWriting.close()
            output = pipe.fileHandleForReading.readDataToEndOfFile()
        }
        #expect(result.errors == "")
        #expect(output.count { $0 == 0x0A } == Vector.all.count)
    }

    @Test("that is a transcript without room exits 3, the verdict shown", .enabled(if: hasFullDevice))
    func fullTranscript() async throws {
        let closed = try await DemoServer(playing: Transcript("-- smtp mx.example.net"), nil)
        await closed.stop()
        let result = try Portcall("--quiet", "--transcript", "/dev/full", "smtp://127.0.0.1:\(closed.port)").run()
        #expect(result.code == 3)
        #expect(result.errors == "portcall: /dev/full: No space left on device\n")
        #expect(result.output.contains("connect-refused"))
    }

    @Test("that is a transcript which cannot be opened exits 3 before anybody is called")
    func unwritableTranscript() throws {
        let result = try Portcall("--transcript", "/nonexistent/call.txt", "smtp://127.0.0.1").run()
        #expect(result.code == 3)
        #expect(result.errors == "portcall: /nonexistent/call.txt: No such file or directory\n")
        #expect(result.output == "")
    }

    private func intoClosedPipe(_ arguments: [String]) throws -> Portcall.Result {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        var command = Portcall(arguments)
        command.output = pipe.fileHandleForWriting
        return try command.run()
    }
}

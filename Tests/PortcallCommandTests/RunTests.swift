import Foundation
import Portcall
import PortcallCore
import PortcallDemo
import TestVectors
import Testing

@testable import PortcallCommand

@Suite("Several targets")
struct RunTests {
    @Test("are called at once, and told in the order typed")
    func atOnce() async throws {
        let (first, second) = (try SilentServer(), try SilentServer())
        let refusing = try await DemoServer(playing: Vector.transcript("smtp/refusing-554.call"), nil)
        let targets =
            [first, second].map { "submission://127.0.0.1:\($0.port)" } + ["smtp://127.0.0.1:\(refusing.port)"]
        let result = try Portcall(["--quiet"] + targets).run { process in
            // Both are connected at the same time: neither is given up before its time is over.
            first.awaitConnection()
            second.awaitConnection()
            process.interrupt()
        }
        await refusing.stop()
        #expect(result.code == 130)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 3)
        for (line, target) in zip(lines, targets) { #expect(line.contains(target)) }
    }

    @Test(
        "that were not called are named after whatever asks to end",
        arguments: [SIGINT, SIGTERM, SIGHUP]
    )
    func interrupted(number: Int32) throws {
        let silent = try SilentServer()
        let target = "submission://127.0.0.1:\(silent.port)"
        let result = try Portcall("--in-flight", "1", target, "smtp://mx1.example.net", "smtp://mx2.example.net").run {
            silent.awaitConnection()
            kill($0.processIdentifier, number)
        }
        #expect(result.code == 130)
        #expect(result.output.contains("interrupted"))
        #expect(result.errors == "portcall: interrupted; not called: smtp://mx1.example.net, smtp://mx2.example.net\n")
    }

    @Test("go on where the hangup was ignored from the start, as nohup has it")
    func ignored() throws {
        let silent = try SilentServer()
        let command = Portcall(
            ["-t", "2", "-q", "submission://127.0.0.1:\(silent.port)"],
            preparation: "trap '' HUP"
        )
        let result = try command.run {
            silent.awaitConnection()
            kill($0.processIdentifier, SIGHUP)
        }
        #expect(result.code == 2)
        #expect(!result.output.contains("interrupted"))
    }

    @Test("of which all are well say nothing where --quiet is given twice")
    func quietTwice() throws {
        let files = [Vector.path("certificates/healthy.call"), Vector.path("certificates/expired.call")]
        let result = try Portcall(["replay", "-qq"] + files).run()
        #expect(result.code == 2)
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.output.hasPrefix("CRITICAL"))
        #expect(try Portcall("replay", "-q", "-q", files[0]).run().output == "")
    }

    @Test("that cannot be judged are an object each for programs")
    func errors() throws {
        let result = try Portcall("--json", "--ca-file", "/nonexistent.pem", "smtp://127.0.0.1", "imap://127.0.0.1")
            .run()
        #expect(result.code == 3)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.first?.contains(#""kind":"error","target":"smtp://127.0.0.1","error":"trusted roots /non"#) == true
        )
        let chain = try Portcall("cert", "--json", "--chain", "/nonexistent.pem").run()
        #expect(chain.code == 3 && chain.output.contains(#""kind":"error","target":"/nonexistent.pem""#))
        let replay = try Portcall("replay", "--json", "/nonexistent.call", Vector.path("certificates/expired.call"))
            .run()
        #expect(replay.code == 2 && replay.output.contains(#""kind":"error","target":"/nonexistent.call""#))
    }
}

@Suite("A file for the output")
struct OutputFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "portcall-\(UUID().uuidString)")
    private var file: String { folder.appending(path: "out.txt").path() }

    private func inFolder(_ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).allSatisfy { $0 == "out.txt" })
    }

    @Test("has what standard output would have, and nothing is printed")
    func replaced() throws {
        try inFolder {
            try "before".write(toFile: file, atomically: false, encoding: .utf8)
            let arguments = ["replay", "--json", Vector.path("certificates/expired.call")]
            let printed = try Portcall(arguments).run()
            let result = try Portcall(arguments + ["--output", file]).run()
            #expect(result.code == 2 && result.output == "" && result.errors == "")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == printed.output)
        }
    }

    @Test("stays as it was where nothing can be judged")
    func kept() throws {
        try inFolder {
            try "before".write(toFile: file, atomically: false, encoding: .utf8)
            let result = try Portcall("--ca-file", "/nonexistent.pem", "smtp://127.0.0.1", "--output", file).run()
            #expect(result.code == 3)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "before")
        }
    }

    @Test("is made anew with the mode of new files, behind a link that stays one")
    func link() throws {
        try inFolder {
            let target = folder.appending(path: "out.txt").path()
            let link = FileManager.default.temporaryDirectory.appending(path: "portcall-\(UUID().uuidString)").path()
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            defer { try? FileManager.default.removeItem(atPath: link) }
            for _ in 1...2 {
                let command = Portcall(
                    ["replay", Vector.path("certificates/healthy.call"), "--output", link],
                    preparation: "umask 027"
                )
                #expect(try command.run().code == 0)
                #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
                let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
                #expect(mode == 0o640)
            }
        }
    }

    @Test("stays as it was where there is no room, and a monitoring system is told", arguments: ["json", "nagios"])
    func full(format: String) throws {
        try inFolder {
            try "before".write(toFile: file, atomically: false, encoding: .utf8)
            let calls = Array(repeating: Vector.path("certificates/expired.call"), count: 3)
            let command = Portcall(
                ["replay", "--format", format, "--output", file] + calls,
                preparation: "trap '' XFSZ; ulimit -f \(format == "nagios" ? 0 : 1)"
            )
            let result = try command.run()
            #expect(result.code == 3)
            let words = "\(file): File too large"
            #expect(result.errors == (format == "nagios" ? "" : "portcall: \(words)\n"))
            #expect(result.output == (format == "nagios" ? "PORTCALL UNKNOWN: \(words)\n" : ""))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "before")
        }
    }

    @Test("is empty where there is nothing to tell, so that nothing old stays")
    func nothing() throws {
        try inFolder {
            try "before".write(toFile: file, atomically: false, encoding: .utf8)
            let result = try Portcall("replay", "-qq", Vector.path("certificates/healthy.call"), "--output", file).run()
            #expect(result.code == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "")
        }
    }

    @Test("that cannot be written is told before anybody is called, and a device is not replaced")
    func unwritable() throws {
        let result = try Portcall("smtp://127.0.0.1", "--output", "/nonexistent/out.txt").run()
        #expect(result.code == 3 && result.output == "")
        #expect(result.errors == "portcall: /nonexistent/out.txt: No such file or directory\n")
        let device = try Portcall("replay", Vector.path("certificates/expired.call"), "--output", "/dev/null").run()
        #expect(device.code == 3 && device.output == "")
        #expect(device.errors == "portcall: /dev/null: it is no regular file, and cannot be replaced\n")
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                == .typeCharacterSpecial
        )
    }
}

@Suite("A file that cannot be used")
struct UnusableFileTests {
    private static let root = "certificates/root.pem"

    @Test(
        "is told by its name and the cause",
        arguments: [
            (["--ca-file", "/nonexistent.pem"], "trusted roots /nonexistent.pem: No such file or directory"),
            (["--ca-file", "certificates"], "certificates: Is a directory"),
            (["--ca-file", "README.md"], "README.md: there is no PEM certificate in it"),
            (
                ["--client-cert", "nosuch", "--client-key", root],
                "client certificate nosuch: No such file or directory"
            ),
            (["--client-cert", root, "--client-key", "nosuch"], "client key nosuch: No such file or directory"),
            (
                ["--client-cert", "certificates", "--client-key", root],
                "client certificate certificates: Is a directory"
            ),
            (["--client-cert", root, "--client-key", "certificates"], "client key certificates: Is a directory"),
            (["--client-cert", root, "--client-key", root], "client key \(root): there is no PEM private key in it"),
        ]
    )
    func told(options: [String], words: String) throws {
        let result = try Portcall(["smtp://127.0.0.1"] + options).run()
        #expect(result.code == 3)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(!result.errors.contains("system lib"))
    }
}

@Suite("What is being waited for")
struct ProgressTests {
    private func plan(_ target: String) throws -> Plan { Plan(try Target(target), started: Timestamp(seconds: 0)) }

    @Test("is told with its stage and how long it has been awaited, of several calls with how many are done")
    func line() throws {
        let plans = [try plan("smtp://a.example.net"), try plan("imaps://b.example.net")]
        var board = ProgressBoard(plans.map { Errand($0, SingleCall($0)) })
        let start = ContinuousClock.now
        #expect(board.line(at: start) == nil)
        board.note(plans[0], awaits: .greeting, at: start)
        board.note(plans[1], awaits: .handshake, at: start + .seconds(2))
        #expect(
            board.line(at: start + .seconds(4))?.hasPrefix(
                "0 done, 2 under way; smtp://a.example.net: greeting, 4 s of 30 s"
            ) == true
        )
        board.note(plans[0], awaits: nil, at: start + .seconds(4))
        #expect(
            board.line(at: start + .seconds(5))?.hasPrefix("1 done, 1 under way; imaps://b.example.net: handshake, 3 s")
                == true
        )
        board.note(plans[1], awaits: nil, at: start + .seconds(5))
        #expect(board.line(at: start + .seconds(5)) == nil)
    }
}

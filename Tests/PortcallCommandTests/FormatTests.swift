import Foundation
import Portcall
import PortcallCore
import PortcallDemo
import TestVectors
import Testing

@Suite("--format")
struct FormatTests {
    private static let healthy = Vector.path("certificates/healthy.call")
    private static let expired = Vector.path("certificates/expired.call")

    @Test(
        "takes one form, and names two or one that is none",
        arguments: [
            (["--format", "json", "--format", "csv"], "json and csv are two formats"),
            (["--format", "junit", "--json"], "junit and json are two formats"),
            (["--format", "html", "-q"], "html and brief are two formats"),
            (["--format", "xml"], "'xml' is no format; they are text, brief, json, nagios"),
            (["--output", "-"], "--output takes a file"),
        ]
    )
    func usage(options: [String], words: String) throws {
        for command in [["replay", Self.healthy], ["check", "smtp://127.0.0.1"], ["cert", "imaps://127.0.0.1"]] {
            let result = try Portcall(command + options).run()
            #expect(result.code == 64 && result.output == "")
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test(
        "is the same as the option that was there before",
        arguments: [("json", "--json"), ("brief", "--quiet"), ("text", "--no-color")]
    )
    func same(format: String, option: String) throws {
        let named = try Portcall("replay", Self.expired, "--format", format.uppercased()).run()
        #expect(named.output == (try Portcall("replay", Self.expired, option).run().output))
        #expect(try Portcall("replay", Self.expired, "--format", format, option).run().code == 2)
    }

    @Test(
        "leaves no room for a transcript on standard output but beside text",
        arguments: [["--json"], ["--format", "csv"], ["--output", "/tmp/portcall.out"]]
    )
    func transcript(options: [String]) throws {
        let result = try Portcall(["smtp://127.0.0.1", "--transcript", "-"] + options).run()
        #expect(result.code == 64 && result.errors.contains("--transcript - and "))
    }

    @Test("has a target once that is given twice", arguments: ["text", "json", "csv", "junit"])
    func twice(format: String) async throws {
        let closed = try await DemoServer(playing: Transcript("-- smtp mx.example.net"), nil)
        await closed.stop()
        let target = "smtp://127.0.0.1:\(closed.port)"
        let once = try Portcall("check", target, "--format", format).run()
        let twice = try Portcall("check", target, target, "--format", format).run()
        let count = { (text: String) in text.split(separator: "\n").count }
        #expect(once.code == 2 && twice.code == 2)
        #expect(count(once.output) == count(twice.output))
    }

    @Test("comes whole or not at all where nobody reads it any more", arguments: Format.allCases.map(\.rawValue))
    func unread(format: String) throws {
        let result = try Portcall(
            ["replay", Self.expired, Self.healthy, "--format", format],
            redirection: "| head -c 1 >/dev/null"
        ).run()
        #expect(result.errors == "")
    }

    @Test("names what calls show together after the command and the host")
    func together() throws {
        let file = Vector.path("checkups/gc-port-closed.checkup")
        let csv = try Portcall("replay", file, "--format", "csv").run()
        #expect(csv.output.contains("\r\ngc dc1.corp.example,,,,,,,critical,,gc-port-closed"))
        let junit = try Portcall("replay", file, "--format", "junit").run()
        #expect(junit.output.contains(#"<testcase classname="portcall.gc" name="gc dc1.corp.example" time="0.000">"#))
        let nagios = try Portcall("replay", file, "--format", "nagios").run()
        #expect(nagios.output.contains(" - gc dc1.corp.example gc-port-closed"))
        #expect(nagios.code == 2 && csv.code == 2 && junit.code == 2)
    }

    @Test("tells what could not be judged, and exits 3", arguments: Format.allCases.map(\.rawValue))
    func unjudged(format: String) throws {
        let result = try Portcall("replay", Self.healthy, "/nonexistent.call", "--format", format).run()
        #expect(result.code == 3)
        guard format != "text", format != "brief" else { return }
        #expect(format == "prometheus" || result.output.contains("/nonexistent.call"), "\(result.output)")
    }

    @Test("of a file without the network names the file")
    func chain() throws {
        let arguments = ["cert", "--chain", "certificates/root.pem", "--ca-file", "certificates/root.pem"]
        let junit = try Portcall(arguments + ["--format", "junit"]).run()
        #expect(junit.output.contains(#"classname="portcall.chain" name="certificates/root.pem""#))
        let sarif = try Portcall(arguments + ["--format", "sarif"]).run()
        let results = try JSON.read(sarif.output)["runs"].values.first?["results"].values ?? []
        let places = results.compactMap { $0["locations"].values.first?["physicalLocation"]["artifactLocation"]["uri"] }
        #expect(!places.isEmpty && places.allSatisfy { $0 == .text("certificates/root.pem") })
    }
}

@Suite("--format nagios")
struct NagiosTests {
    @Test(
        "says what is wrong with the arguments where a monitoring system looks",
        arguments: [
            ["--bogus", "--format", "nagios", "smtp://127.0.0.1"],
            ["smtp://127.0.0.1", "--format=nagios", "--timeout", "soon"],
            ["check", "--format", "nagios"],
            ["check", "--format", "nagios", "--format", "json", "smtp://127.0.0.1"],
            ["cert", "--format", "nagios", "--pem", "imaps://127.0.0.1"],
            ["sweep", "--format", "nagios", "hosts.txt"],
        ]
    )
    func usage(arguments: [String]) throws {
        let result = try Portcall(arguments).run()
        #expect(result.code == 3 && result.errors == "")
        #expect(result.output.hasPrefix("PORTCALL UNKNOWN: "), "\(result.output)")
    }

    @Test(
        "says what this machine fails in there too",
        arguments: [
            ["--ca-file", "/nonexistent.pem"], ["--transcript", "/nonexistent/call.txt"],
            ["--output", "/nonexistent/out.txt"], ["--output", "/dev/null"],
        ]
    )
    func failure(options: [String]) throws {
        let result = try Portcall(["smtp://127.0.0.1", "--format", "nagios"] + options).run()
        #expect(result.code == 3 && result.errors == "")
        #expect(result.output.hasPrefix("PORTCALL UNKNOWN: "), "\(result.output)")
        #expect(result.output.contains(options[1]))
    }

    @Test("calls what cannot be reached critical")
    func unreachable() async throws {
        let closed = try await DemoServer(playing: Transcript("-- smtp mx.example.net"), nil)
        await closed.stop()
        let target = "smtp://127.0.0.1:\(closed.port)"
        let result = try Portcall(target, "--format", "nagios").run()
        #expect(result.code == 2 && result.errors == "")
        #expect(result.output.hasPrefix("PORTCALL CRITICAL: \(target) connect-refused - "))
        #expect(result.output.contains("\nMore: portcall explain connect-refused\n"))
    }

    @Test("is unknown where somebody ends it, with what is known")
    func interrupted() throws {
        let silent = try SilentServer()
        let targets = ["submission://127.0.0.1:\(silent.port)", "smtp://mx1.example.net"]
        let result = try Portcall(["--format", "nagios", "--in-flight", "1"] + targets).run {
            silent.awaitConnection()
            $0.interrupt()
        }
        #expect(result.code == 3 && result.errors == "")
        #expect(result.output.hasPrefix("PORTCALL UNKNOWN: interrupted, 1 call, "), "\(result.output)")
        #expect(result.output.contains("\nnot called: smtp://mx1.example.net\n"))
    }
}

@Suite("A document that somebody ends")
struct InterruptedDocumentTests {
    @Test(
        "has what is known, and the call that was cut off",
        arguments: Format.allCases.filter { $0 != .nagios }.map(\.rawValue)
    )
    func interrupted(format: String) throws {
        let silent = try SilentServer()
        let result = try Portcall("submission://127.0.0.1:\(silent.port)", "--format", format).run {
            silent.awaitConnection()
            $0.interrupt()
        }
        #expect(result.code == 130)
        #expect(result.output.contains("interrupted"))
    }

    @Test("leaves the file as it was", arguments: Format.allCases.map(\.rawValue))
    func file(format: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "portcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "out").path()
        try "before".write(toFile: file, atomically: false, encoding: .utf8)
        let silent = try SilentServer()
        let arguments = ["submission://127.0.0.1:\(silent.port)", "--format", format, "--output", file]
        let result = try Portcall(arguments).run {
            silent.awaitConnection()
            // Made before the first call.
            #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.path()).count) == 2)
            $0.interrupt()
        }
        #expect(result.code == (format == "nagios" ? 3 : 130))
        #expect(result.output.hasPrefix("PORTCALL UNKNOWN: interrupted") == (format == "nagios"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "before")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["out"])
    }
}

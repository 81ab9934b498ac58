import Foundation
import Portcall
import PortcallCore
import PortcallDemo
import PortcallWorkshop
import TestVectors
import Testing

@Suite("portcall check")
struct CheckTests {
    @Test("exits with the worst of several targets, each of them shown")
    func several() async throws {
        let closed = try await DemoServer(playing: Transcript("-- submission mx.example.net"), nil)
        await closed.stop()
        let refusing = try await DemoServer(playing: Vector.transcript("smtp/refusing-554.call"), nil)
        let result = try Portcall(
            "--quiet",
            "submission://127.0.0.1:\(closed.port)",
            "smtp://127.0.0.1:\(refusing.port)"
        ).run()
        await refusing.stop()
        #expect(result.code == 2)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains(/^CRITICAL  submission:\S+ +connect-refused: 127.0.0.1 refuses/) == true)
        #expect(lines.last?.contains(/^CRITICAL  smtp:\S+ +service-refusing: The server is there/) == true)
    }

    @Test(
        "finds a usage error before the first call, and names the part that is wrong",
        arguments: [
            (["mx.example.net:4242"], "no service is known on port 4242"),
            (["gopher://mx.example.net"], "'gopher' is not a service"),
            (["smtp://mx.example.net:99999"], "'99999' is not a port"),
            (["smtp://"], "no host name"),
            (["smtp://a b"], "'a b'"),
            (["smtp://[2001:db8::1"], "closing bracket"),
            (["2001:db8::1:25"], "brackets"),
            (["smtp://mx.example.net", "--expect", "sha256:12"], "--expect"),
            (["smtp://mx.example.net", "--ignore", "nothing-like-it"], "nothing-like-it"),
            (["smtp://mx.example.net", "--at", "yesterday"], "--at"),
            (["smtp://mx.example.net", "--timeout", "0"], "--timeout"),
            (["smtp://mx.example.net", "--helo", "a\r\nMAIL FROM:<x>"], "--helo"),
            (["smtp://mx.example.net", "--ipv4", "--ipv6"], "exclude"),
            (["gc", "dc1.example.net", "--dns", "2001:db8::53"], "--dns: put the IPv6 address in brackets"),
            (["dns://ns.example.net", "--query", "example.com ANY"], "--query: ANY is not asked for"),
            (["smtp://mx.example.net", "--client-cert", "x.pem"], "go together"),
            (["127.0.0.1:25", "mx.example.net:0"], "'0' is not a port"),
        ]
    )
    func usage(arguments: [String], words: String) throws {
        let result = try Portcall(arguments).run()
        #expect(result.code == 64)
        #expect(result.output == "")
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(!result.errors.contains("\r"))
    }

    @Test("says which file it cannot use, and exits 3")
    func unusableFile() throws {
        let result = try Portcall("smtp://127.0.0.1", "--ca-file", "/nonexistent/roots.pem").run()
        #expect(result.code == 3)
        #expect(result.output == "")
        #expect(result.errors.contains("/nonexistent/roots.pem"))
        let key = Vector.path("certificates/root.pem")
        let client = try Portcall("smtp://127.0.0.1", "--client-cert", "/nonexistent.pem", "--client-key", key).run()
        #expect(client.code == 3)
        #expect(client.errors.contains("/nonexistent.pem"))
    }

    @Test("says that the machine has no trusted roots, and exits 3")
    func noRoots() throws {
        let nowhere = ["SSL_CERT_FILE": "/nonexistent/file", "SSL_CERT_DIR": "/nonexistent/folder"]
        let result = try Portcall("smtp://127.0.0.1", environment: nowhere).run()
        #expect(result.code == 3)
        #expect(result.errors.contains("no trusted roots"))
        #expect(result.errors.contains("/nonexistent/file"))
    }

    @Test("writes a transcript that replay judges the same, times apart")
    func transcript() async throws {
        let server = try await DemoServer(playing: Vector.transcript("smtp/no-tls-and-passwords.call"), nil)
        let file = FileManager.default.temporaryDirectory.appending(path: "portcall-\(server.port).call")
        defer { try? FileManager.default.removeItem(at: file) }
        let live = try Portcall(
            "--json",
            "--transcript",
            file.path(),
            "submission://127.0.0.1:\(server.port)"
        ).run()
        await server.stop()
        let again = try Portcall("replay", "--json", file.path()).run()
        #expect(live.code == 2)
        #expect(again.code == 2)
        #expect(again.output.withoutTimes == live.output.withoutTimes)
    }

    @Test("writes the roots down that it was given, so that replay trusts whom it trusted")
    func roots() async throws {
        let now = Caller.now
        let order = CertificateOrder("localhost", notBefore: now.adding(days: -1), notAfter: now.adding(days: 90))
        let identity = try CertificateWorkshop.make(order)
        let healthy = try Vector.transcript("imap/healthy-implicit.call")
        let server = try await DemoServer(playing: healthy, ServerSettings(identity))
        let folder = FileManager.default.temporaryDirectory
        let roots = folder.appending(path: "portcall-\(server.port).pem")
        let file = folder.appending(path: "portcall-\(server.port).call")
        defer { for made in [roots, file] { try? FileManager.default.removeItem(at: made) } }
        try identity.pem.write(to: roots, atomically: true, encoding: .utf8)
        let options = ["--json", "--ca-file", roots.path(), "--transcript", file.path()]
        let live = try Portcall(options + ["imaps://127.0.0.1:\(server.port)"]).run()
        await server.stop()
        let again = try Portcall("replay", "--json", file.path()).run()
        #expect(live.output.contains(#""verified":true"#))
        #expect(again.output.withoutTimes == live.output.withoutTimes)
    }

    @Test("says that an address is not of the family asked for")
    func family() throws {
        let result = try Portcall("imap://127.0.0.1", "--ipv6").run()
        #expect(result.code == 2)
        #expect(result.output.contains(/✗ connect +it is an address of another family than the one asked for/))
    }

    @Test("ends at once on an interrupt, with what it knows, and exits 130")
    func interrupt() throws {
        let silent = try SilentServer()
        let result = try Portcall("submission://127.0.0.1:\(silent.port)").run { process in
            silent.awaitConnection()
            process.interrupt()
        }
        #expect(result.code == 130)
        #expect(result.output.contains("warning: interrupted"))
    }

    @Test("colours a terminal, unless it is told not to")
    func colour() throws {
        #expect(try onTerminal([], [:]).contains("\u{1B}["))
        #expect(try !onTerminal(["--no-color"], [:]).contains("\u{1B}["))
        #expect(try !onTerminal([], ["NO_COLOR": "1"]).contains("\u{1B}["))
        #expect(try !onTerminal([], ["TERM": "dumb"]).contains("\u{1B}["))
    }

    private func onTerminal(_ options: [String], _ environment: [String: String]) throws -> String {
        let terminal = try Terminal()
        var command = Portcall(["replay", Vector.path("certificates/expired.call")] + options)
        command.environment = environment
        command.output = terminal.slave
        #expect(try command.run().code == 2)
        return terminal.whatWasWritten()
    }
}

@Suite("portcall cert")
struct CertTests {
    @Test("prints the chain as it was sent, or says that none came")
    func cert() async throws {
        let now = Caller.now
        let order = CertificateOrder("localhost", notBefore: now.adding(days: -1), notAfter: now.adding(days: 90))
        let identity = try CertificateWorkshop.make(order)
        let server = try await DemoServer(
            playing: Vector.transcript("imap/healthy-implicit.call"),
            ServerSettings(identity)
        )
        let pem = try Portcall("cert", "--pem", "imaps://127.0.0.1:\(server.port)").run()
        await server.stop()
        #expect(pem.output == identity.pem)
        #expect(pem.code == 2)
        let closed = try Portcall("cert", "--pem", "imaps://127.0.0.1:\(server.port)").run()
        #expect(closed.output == "")
        #expect(closed.errors.contains("no certificate came"))
    }
}

@Suite("portcall demo")
struct DemoTests {
    @Test("judges every one of its servers as it should")
    func demo() throws {
        let result = try Portcall("demo").run()
        #expect(result.errors == "")
        #expect(result.code == 0)
        #expect(result.output.contains("All \(DemoScene.all.count) servers were judged as they should be."))
        #expect(result.output.contains("tls-version-old"))
    }

    @Test("prints one object a server for scripts")
    func json() throws {
        let lines = try Portcall("demo", "--json").run().output.split(separator: "\n")
        #expect(lines.count == DemoScene.all.count)
        for line in lines { _ = try JSONDecoder().decode(JSONVerdict.self, from: Data(line.utf8)) }
    }
}

extension Vector {
    static func transcript(_ name: String) throws -> Transcript { try Transcript(read(name)) }
}

extension String {
    /// Milliseconds differ from one run to the next.
    fileprivate var withoutTimes: String { replacing(/"(ms|elapsed_ms)":\d+/, with: "\"ms\":0") }
}

import Foundation
import Portcall
import PortcallCore
import PortcallDemo
import PortcallWorkshop
import TestVectors
import Testing

@Suite("A policy")
struct PolicyTests {
    /// One server that offers passwords in clear, and one that refuses.
    private static func withServers(_ body: (_ open: String, _ refusing: String) throws -> Void) async throws {
        let open = try await DemoServer(playing: Vector.transcript("smtp/no-tls-and-passwords.call"), nil)
        let refusing = try await DemoServer(playing: Vector.transcript("smtp/refusing-554.call"), nil)
        try body("submission://127.0.0.1:\(open.port)", "smtp://127.0.0.1:\(refusing.port)")
        await open.stop()
        await refusing.stop()
    }

    private static func policy(_ open: String, _ refusing: String, until: String = "2999-12-31") -> String {
        """
        version = 1
        [defaults]
        timeout = 10
        critical = ["plaintext-auth-offered"]
        [[group]]
        name = "mail"
        owner = "mail-team"
        targets = ["\(open)"]
        [[group]]
        name = "other"
        targets = ["\(refusing)"]
        [[ignore]]
        finding = "plaintext-auth-offered"
        targets = ["submission://*"]
        reason = "CHG-1042"
        until = \(until)
        [[ignore]]
        finding = "starttls-not-offered"
        targets = ["\(open)"]
        reason = "CHG-1043"
        until = 2999-12-31
        """
    }

    @Test("is called in its order, with its exceptions, and the exit code is that of the worst")
    func calls() async throws {
        try await Self.withServers { open, refusing in
            let folder = try PolicyFolder(Self.policy(open, refusing))
            let result = try Portcall("check", "--policy", folder.policy, "--json").run()
            #expect(result.errors == "")
            #expect(result.code == 2)
            let lines = result.output.split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines[0].contains(open) && lines[0].contains("\"verdict\":\"ok\""))
            #expect(lines[0].contains("\"ignored\":{\"reason\":\"CHG-1042\",\"until\":\"2999-12-31\"}"))
            #expect(lines[1].contains(refusing) && lines[1].contains("\"verdict\":\"critical\""))
            #expect(lines[2].contains("\"kind\":\"summary\"") && lines[2].contains("\"calls\":2"))
            #expect(lines[2].contains("\"matched\":[\"\(open)\"]"))
        }
    }

    @Test("may be called in part, and then says nothing of what matched nothing")
    func groups() async throws {
        try await Self.withServers { open, refusing in
            let folder = try PolicyFolder(Self.policy(open, refusing))
            let mail = try Portcall("check", "--policy", folder.policy, "--group", "mail").run()
            #expect(mail.code == 0)
            #expect(mail.output.contains(open) && !mail.output.contains(refusing))
            #expect(!mail.output.contains("matched nothing"))
            let other = try Portcall("check", "--policy", folder.policy, "--group", "other").run()
            #expect(other.code == 2)
            #expect(!other.output.contains("matched nothing"))
        }
    }

    @Test("says which exceptions have ended, and the finding is back as it was")
    func ended() async throws {
        try await Self.withServers { open, refusing in
            let folder = try PolicyFolder(Self.policy(open, refusing, until: "2026-03-01"))
            let result = try Portcall("check", "--policy", folder.policy, "--at", "2026-01-01T00:00:00Z").run()
            #expect(result.code == 2)
            #expect(result.output.contains("critical: plaintext-auth-offered"))
            #expect(
                result.output.hasSuffix(
                    "1 exception has ended: plaintext-auth-offered for \(open) (CHG-1042) on 2026-03-01\n"
                )
            )
        }
    }

    @Test(
        "yields to the command line",
        arguments: [
            ([], 2), (["--warning", "plaintext-auth-offered"], 1), (["--ignore", "plaintext-auth-offered"], 0),
        ]
    )
    func options(options: [String], code: Int) async throws {
        try await Self.withServers { open, refusing in
            let folder = try PolicyFolder(Self.policy(open, refusing, until: "2026-03-01"))
            let arguments = ["check", "-q", "--policy", folder.policy, "--group", "mail"]
            let result = try Portcall(arguments + options).run()
            #expect(result.code == Int32(code), "\(result.output)")
        }
    }

    @Test("is listed, and nobody is called")
    func listed() throws {
        let folder = try PolicyFolder(Self.policy("submission://mail.example.com", "smtp://mx.example.net"))
        let text = try Portcall("policy", folder.policy).run()
        #expect(text.code == 0)
        #expect(text.output.contains("2 targets in 2 groups; nobody was called"))
        let json = try Portcall("policy", folder.policy, "--json").run()
        #expect(json.code == 0)
        let first = try #require(json.output.split(separator: "\n").first)
        #expect(
            first.hasPrefix(
                """
                {"schema":"portcall/1","kind":"policy-target","target":"submission://mail.example.com","group":"mail",\
                "owner":"mail-team","line":8,"warn_days":null,"critical_days":null,"expect":[],"exceptions":[{"finding":\
                "plaintext-auth-offered","targets":["submission://*"],"reason":"CHG-1042","until":"2999-12-31",
                """.trimmingCharacters(in: .newlines)
            ),
            "\(first)"
        )
    }

    @Test("with mistakes is told of all of them, and nobody is called")
    func mistakes() throws {
        let folder = try PolicyFolder(
            """
            version = 1
            [[group]]
            name = "mail"
            ca-file = "company.pem"
            client-cert = "../\(UUID().uuidString).pem"
            client-key = "."
            timout = 3
            targets = ["submission://127.0.0.1:1", "smtp://a..example"]
            """
        )
        try "no certificate".write(to: folder.url.appending(path: "company.pem"), atomically: true, encoding: .utf8)
        for arguments in [["check", "--policy", folder.policy], ["policy", folder.policy, "--json"]] {
            let result = try Portcall(arguments).run()
            #expect(result.code == 3)
            #expect(result.output == "")
            let lines = result.errors.split(separator: "\n")
            #expect(lines.count == 5, "\(result.errors)")
            for (line, number) in zip(lines, 4...8) {
                #expect(line.hasPrefix("\(folder.policy):\(number): "), "\(line)")
            }
            #expect(result.errors.contains("there is no PEM certificate in it"))
            #expect(result.errors.contains("client-key: \(folder.url.path())/.: Is a directory") == true)
        }
        let json = try Portcall("check", "--policy", folder.policy, "--json").run()
        #expect(json.output.split(separator: "\n").allSatisfy { $0.contains("\"kind\":\"error\"") })
    }

    @Test("is a usage error where something does not go with it")
    func usage() throws {
        let folder = try PolicyFolder(Self.policy("submission://mail.example.com", "smtp://mx.example.net"))
        for (arguments, words) in [
            (["--policy", folder.policy, "smtp://mx.example.net"], "leave 'smtp://mx.example.net' out"),
            (["--policy", folder.policy, "--all"], "leave --all out"),
            (["--policy", folder.policy, "--service", "smtp"], "leave --service out"),
            (["--policy", folder.policy, "--group", "mial"], "'mial' is no group of"),
            (["--policy", folder.policy, "--query", "example.com MX"], "none of the services called knows it"),
            (["--policy", folder.policy, "--timeout", "0"], "--timeout takes seconds"),
            (["--group", "mail", "smtp://mx.example.net"], "--group goes with --policy"),
        ] {
            let result = try Portcall(["check"] + arguments).run()
            #expect(result.code == 64, "\(arguments): \(result.errors)")
            #expect(result.output == "")
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test("may be no file at all")
    func noFile() throws {
        let folder = try PolicyFolder("version = 1")
        let pipe = folder.url.appending(path: "pipe").path()
        #expect(mkfifo(pipe, 0o600) == 0)
        for (path, words) in [
            (folder.url.path(), "Is a directory"), ("/nonexistent.toml", "No such file"),
            (pipe, ":1: version is missing"),
            ("/dev/zero", "it has more than 8 MiB"),
        ] {
            let result = try Portcall("policy", path).run()
            #expect(result.code == 3)
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test("has each of its targets judged by the roots of its own group, which lie beside it")
    func roots() async throws {
        let now = Caller.now
        let order = CertificateOrder("localhost", notBefore: now.adding(days: -1), notAfter: now.adding(days: 90))
        let (first, second) = (try CertificateWorkshop.make(order), try CertificateWorkshop.make(order))
        let healthy = try Vector.transcript("imap/healthy-implicit.call")
        let servers = [
            try await DemoServer(playing: healthy, ServerSettings(first)),
            try await DemoServer(playing: healthy, ServerSettings(second)),
            try await DemoServer(playing: healthy, ServerSettings(second)),
        ]
        let targets = servers.map { "imaps://127.0.0.1:\($0.port)" }
        let folder = try PolicyFolder(
            """
            version = 1
            defaults = { ca-file = "first.pem", server-name = "localhost" }
            group = [
              { name = "first", targets = ["\(targets[0])", "\(targets[1])"] },
              { name = "second", targets = ["\(targets[2])"], ca-file = "second.pem" },
            ]
            """
        )
        for (identity, name) in [(first, "first.pem"), (second, "second.pem")] {
            try identity.pem.write(to: folder.url.appending(path: name), atomically: true, encoding: .utf8)
        }
        let result = try Portcall("check", "--json", "--policy", folder.policy).run()
        let screens = try Portcall("check", "--policy", folder.policy).run()
        for server in servers { await server.stop() }
        let roots = screens.output.matches(of: /(first|second)\.pem/).map { String($0.1) }
        #expect(roots == ["first", "first", "second"], "\(screens.output)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 4, "\(result.errors)")
        let verified = lines.prefix(3).map { $0.contains(#""verified":true"#) }
        #expect(verified == [true, false, true])
    }

    @Test("names the address of each call, where one target of several is called at all its addresses")
    func addresses() throws {
        let folder = try PolicyFolder(
            """
            version = 1
            group = [{ name = "one", targets = ["smtp://127.0.0.1:1", "smtp://127.0.0.2:1"] }]
            target = [{ target = "smtp://127.0.0.1:1", each-address = true }]
            """
        )
        let metrics = try Portcall("check", "--policy", folder.policy, "--format", "prometheus").run().output
        #expect(metrics.contains(#"portcall_up{target="smtp://127.0.0.1:1",address="127.0.0.1"} 0"#))
        #expect(metrics.contains(#"portcall_up{target="smtp://127.0.0.2:1"} 0"#))
    }
}

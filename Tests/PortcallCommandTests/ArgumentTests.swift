import Foundation
import PortcallCore
import PortcallDemo
import TestVectors
import Testing

@Suite("Arguments")
struct ArgumentTests {
    @Test(
        "that are misspelt are told as what they are, and nobody is called",
        arguments: [
            (["smtp://mx.example.net", "--servername", "foo"], ["Unknown option '--servername'", "--server-name"]),
            (["--port", "587", "mx.example.net"], ["Unknown option '--port'"]),
            (["smtp://mx.example.net", "-p", "5"], ["Unknown option '-p'"]),
            (["mx.example.net:25", "--cafile", "x"], ["Unknown option '--cafile'", "--ca-file"]),
            (["smpt://mx.example.net"], ["'smpt' is not a service; did you mean smtp"]),
            (["chek", "mx.example.net"], ["'chek' is no command; did you mean check?"]),
            (["--json", "certs", "mx.example.net"], ["'certs' is no command; did you mean cert?"]),
            (["history", "--help"], ["'history' is no command"]),
            (
                ["--json", "gc", "dc1.corp.example"],
                ["'gc' is a command, which stands before its options: portcall gc"]
            ),
            (["-t", "5", "-4q", "sweep", "hosts"], ["'sweep' is a command"]),
            (["explain", "cert-expired"], ["did you mean certificate-expired?"]),
            (["smtp://mx.example.net", "--ignore", "cert-expired"], ["did you mean certificate-expired?"]),
            (["imaps://h:993:993"], ["'993:993' is not a port"]),
            (["mail.example.net/owa"], ["write https://mail.example.net/owa"]),
            (["cert", "mail.example.net"], ["names no port and no service", "--service"]),
            (["mx.example.net:4242"], ["no service is known on port 4242", "--service NAME"]),
            (["smtp://mx.example.net", "--dns", "192.0.2.1"], ["Unknown option '--dns'"]),
            (["smtp://mx.example.net", "--in-flight", "0"], ["--in-flight takes 1 to 4096"]),
            (["smtp://mx.example.net", "--critical-days", "101%"], ["--critical-days takes"]),
            (["smtp://mx.example.net", "--source", "mx"], ["--source: 'mx' is not an IP address"]),
            (["smtp://mx.example.net", "-6", "--source", "127.0.0.1"], ["the other family"]),
            (
                ["smtp://mx.example.net", "--ignore", "timeout", "--critical", "timeout"],
                ["'timeout' has been given another severity already"]
            ),
            (["check"], ["Name what to call"]),
        ]
    )
    func misspelt(arguments: [String], words: [String]) throws {
        let result = try Portcall(arguments).run()
        #expect(result.code == 64)
        #expect(result.output == "")
        for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
        #expect(!result.errors.contains("?."))
    }

    @Test("have a word behind an option for its value, and behind a flag for what to call")
    func values() throws {
        let options = try Declaration.read().commands.flatMap(\.shown).filter { $0.kind != .positional }
        for (option, kind) in options.flatMap({ option in option.typed.map { ($0, option.kind) } }) {
            // Two write a file of that name.
            guard !["--help", "-h", "--output", "--transcript"].contains(option) else { continue }
            let isCommand = try Portcall(option, "certs", "smtp://127.0.0.1:9").run().errors.contains("is no command")
            #expect(isCommand == (kind == .flag), "\(option)")
        }
    }

    @Test("take a host alone for all its ports, and one beside it for what it says")
    func hostAlone() throws {
        let lines = try Portcall("--json", "-t", "5", "127.0.0.1", "smtp://127.0.0.1:9").run().output.split(
            separator: "\n"
        )
        #expect(lines.count { $0.contains(#""target":"smtp://127.0.0.1""#) } == 1)
        #expect(lines.dropLast().last?.contains(#""kind":"summary","target":"127.0.0.1""#) == true)
        #expect(lines.last?.contains(#""target":"smtp://127.0.0.1:9""#) == true)
    }

    @Test(
        "take a URL as people paste it",
        arguments: [
            ("https://127.0.0.1:9/owa/?x=1", "owa", ""), ("https://127.0.0.1:9/EWS/Exchange.asmx", "ews", ""),
            ("https://127.0.0.1:9/mail/inbox", "https", "'/mail/inbox' is left out"),
            ("http://127.0.0.1:9/owa", "http", "'/owa' is left out"), ("imap://127.0.0.1:9/", "imap", ""),
        ]
    )
    func pasted(url: String, service: String, words: String) throws {
        let result = try Portcall("--json", url).run()
        #expect(result.output.contains(#""target":"\#(url)","service":"\#(service)""#), "\(result.output)")
        #expect(words.isEmpty ? result.errors == "" : result.errors.contains(words))
    }

    @Test(
        "come in short as well",
        arguments: [["-4", "-q", "-t", "2"], ["-4", "-q", "-t2"], ["-4q", "--timeout", "2"]]
    )
    func short(options: [String]) throws {
        let result = try Portcall(options + ["smtp://127.0.0.1:9"]).run()
        #expect(result.code == 2)
        #expect(result.output.hasPrefix("CRITICAL"))
        #expect(result.output.split(separator: "\n").count == 1)
    }

    @Test("choose the address that calls come from")
    func source() async throws {
        let server = try await DemoServer(playing: Vector.transcript("smtp/no-tls-and-passwords.call"), nil)
        let target = "submission://127.0.0.1:\(server.port)"
        let result = try Portcall("--source", "127.0.0.1", "--transcript", "-", target).run()
        let foreign = try Portcall("--source", "192.0.2.77", "--json", target).run()
        await server.stop()
        #expect(result.output.contains("-- connected 127.0.0.1 127.0.0.1"))
        #expect(foreign.code == 3)
        #expect(foreign.errors == "portcall: --source 192.0.2.77: it is not an address of this machine\n")
        #expect(foreign.output.hasPrefix(#"{"schema":"portcall/1","kind":"error","target":"\#(target)","error":""#))
    }

    @Test("set what findings weigh")
    func severities() async throws {
        let closed = try await DemoServer(playing: .init("-- smtp mx.example.net"), nil)
        await closed.stop()
        let target = "smtp://127.0.0.1:\(closed.port)"
        for (option, code) in [("--critical", 2), ("--warning", 1), ("--ignore", 0)] {
            let result = try Portcall("--json", target, option, "connect-refused").run()
            #expect(result.code == Int32(code))
            let ignored = option == "--ignore" ? #""ignored":{"reason":null,"until":null}"# : #""ignored":null"#
            #expect(result.output.contains(ignored))
        }
    }

    @Test("say when a certificate's end is critical, in days or as a share of its lifetime")
    func criticalDays() throws {
        let judged = ["--chain", "certificates/expires-soon.pem", "--ca-file", "certificates/root.pem"]
        let options = ["--at", "2026-03-02T10:00:00Z", "--json"]
        for (limit, code) in [("0", 1), ("90", 2), ("100%", 2)] {
            let result = try Portcall(["cert"] + judged + options + ["--critical-days", limit]).run()
            #expect(result.code == Int32(code), "\(result.output)")
            #expect(result.output.contains(#""warn_seconds":"#) && result.output.contains(#""critical_seconds":"#))
        }
        #expect(try Portcall(["cert"] + judged + options).run().output.contains(#""critical_seconds":null"#))
    }

    @Test(
        "show every command's help with examples",
        arguments: ["check", "cert", "gc", "replay", "explain", "ports", "demo"]
    )
    func help(command: String) throws {
        let result = try Portcall(command, "--help").run()
        #expect(result.code == 0)
        #expect(result.output.contains("USAGE: portcall "))
        #expect(result.output.contains("EXAMPLES"))
    }
}

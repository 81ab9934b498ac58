import Foundation
import Portcall
import TestVectors
import Testing

/// What the user sees, kept as files: a change of it is a change somebody meant.
///
/// With PORTCALL_RECORD set, the files are written anew, to be read before they are committed.
@Suite("The user's screen")
struct SnapshotTests {
    struct Screen: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]

        init(_ name: String, _ arguments: String...) {
            testDescription = name
            self.arguments = arguments
        }

        init(_ name: String, arguments: [String]) {
            testDescription = name
            self.arguments = arguments
        }
    }

    /// A file of the vectors, judged against their root at their time.
    private static func chain(_ file: String, _ options: String...) -> [String] {
        ["cert", "--chain", file, "--ca-file", "certificates/root.pem", "--at", "2026-03-02T10:00:00Z"] + options
    }

    static let screens = [
        Screen("help", "--help"),
        Screen("help-check", "check", "--help"),
        Screen("help-cert", "cert", "--help"),
        Screen("help-replay", "replay", "--help"),
        Screen("help-explain", "explain", "--help"),
        Screen("help-ports", "ports", "--help"),
        Screen("help-demo", "demo", "--help"),
        Screen("help-policy", "policy", "--help"),
        Screen("ports", "ports"),
        Screen("ports-465", "ports", "465"),
        Screen("ports-691", "ports", "691"),
        Screen("ports-fgw", "ports", "(FGW)", "--verbose"),
        Screen("profiles", "profile"),
        Screen("profile-hub", "profile", "exchange-2010-hub"),
        Screen("profile-front-end", "profile", "exchange-2000-front-end"),
        Screen("help-profile", "profile", "--help"),
        Screen("explain-smtp", "explain", "smtp"),
        Screen("explain-3343", "explain", "3343"),
        Screen("explain-sip", "explain", "sip"),
        Screen("explain", "explain"),
        Screen("explain-chain-incomplete", "explain", "chain-incomplete"),
        Screen("explain-service-refusing-https", "explain", "service-refusing", "https"),
        Screen("explain-starttls-refused-dovecot", "explain", "starttls-refused", "dovecot"),
        Screen("postfix", "replay", Vector.path("smtp/postfix-3.7-without-intermediate.call")),
        Screen("healthy", "replay", Vector.path("certificates/healthy.call")),
        Screen("broken", "replay", Vector.path("certificates/expired-and-other-name.call")),
        Screen("without-tls", "replay", Vector.path("smtp/no-tls-and-passwords.call")),
        Screen("unreachable", "replay", Vector.path("smtp/connect-timeout.call")),
        Screen("unresolved", "replay", Vector.path("smtp/resolve-failed.call")),
        Screen("another-protocol", "replay", Vector.path("smtp/ssh.call")),
        Screen("exchange-2003", "replay", Vector.path("smtp/exchange-2003.call")),
        Screen("exchange-2019", "replay", Vector.path("http/exchange-2019.call")),
        Screen("exchange-broken", "replay", Vector.path("http/two-faults.call")),
        Screen("alike", "replay", Vector.path("http/alike-login.call")),
        Screen("hostile", "replay", Vector.path("smtp/binary-garbage.call")),
        Screen("quiet", "replay", "--quiet", Vector.path("certificates/expired.call")),
        Screen("chain", arguments: chain("certificates/good.pem", "--server-name", "mx.example.net")),
        Screen("chain-without-name", arguments: chain("certificates/wrong-order.pem")),
        Screen(
            "chain-broken",
            arguments: chain("certificates/expired-and-other-name.pem", "--server-name", "mx.example.net")
        ),
        Screen("chain-incomplete", arguments: chain("certificates/without-intermediate.pem")),
        Screen("chain-unreadable", arguments: chain("certificates/unreadable-second.pem")),
        Screen("chain-quiet", arguments: chain("certificates/self-signed.pem", "--quiet")),
        Screen("chain-pem", arguments: chain("certificates/without-intermediate.pem", "--pem")),
        Screen("help-gc", "gc", "--help"),
        Screen("global-catalog", "replay", Vector.path("checkups/gc-healthy.checkup")),
        Screen("global-catalog-closed", "replay", Vector.path("checkups/gc-port-closed.checkup")),
        Screen("forest", "replay", Vector.path("checkups/forest-one-closed.checkup")),
        Screen("help-rpc", "rpc", "--help"),
        Screen("explain-rpc-endpoint-unreachable", "explain", "rpc-endpoint-unreachable"),
        Screen("explain-rpc-mapper-refuses", "explain", "rpc-mapper-refuses"),
        Screen("endpoint-map", "replay", Vector.path("msrpc/exchange-2010.call")),
        Screen("endpoint-map-refused", "replay", Vector.path("msrpc/access-denied.call")),
        Screen("outlook-anywhere", "replay", Vector.path("rpchttp/address-book-missing.call")),
        Screen("rpc", "replay", Vector.path("checkups/rpc-dropped-and-refused.checkup")),
        Screen("rpc-healthy", "replay", Vector.path("checkups/rpc-healthy.checkup")),
        Screen("every-port", "replay", Vector.path("checkups/certificate-forgotten.checkup")),
        Screen("verbose-directory", "replay", "--verbose", Vector.path("ldap/active-directory.call")),
        Screen("verbose-web", "replay", "--verbose", Vector.path("http/exchange-2019.call")),
        Screen("confirmed-by-hand", "replay", Vector.path("imap/nobody-can-log-in.call")),
        Screen("weighs-less", "replay", Vector.path("certificates/key-p-224-on-25.call")),
        Screen("revoked", "replay", Vector.path("certificates/revoked.call")),
        Screen("wrong-order", "replay", Vector.path("certificates/wrong-order.call")),
        Screen("tcp", "replay", Vector.path("tcp/ssh.call")),
        Screen("catalog-silent", "replay", Vector.path("checkups/gc-nothing-answers.checkup")),
        Screen("json", "replay", "--json", Vector.path("certificates/expired-and-other-name.call")),
    ]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    @Test("is as it was", arguments: screens)
    func snapshot(screen: Screen) throws {
        let result = try Portcall(screen.arguments).run()
        #expect(result.errors == "")
        try compare(result.output, with: screen.testDescription)
    }

    /// Of a vector, for a live server's certificates are new each time.
    @Test("is as it was, told from the certificate")
    func certificate() throws {
        for name in ["intermediate-expired", "chain-incomplete"] {
            let verdict = try Vector.transcript("certificates/\(name).call").judged(reading: Vector.read)
            let page = CertificatePrinter().print(verdict)
            #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
            try compare(page, with: "cert-\(name)")
        }
    }

    @Test("is as it was, of five rows with commas between")
    func table() throws {
        try compare(try Portcall("ports", "--csv", "MSExchangeRPC").run().output, with: "ports-csv")
    }

    /// Of a vector, for a run needs servers on ports of their own.
    @Test("is as it was, of a profile that was checked")
    func profile() throws {
        let file = try String(
            contentsOfFile: Vector.path("checkups/profile-path-missing-mapper.checkup"),
            encoding: .utf8
        )
        let summary = try #require(try CheckupTranscript(file).judged(reading: Vector.read).summary)
        let hub = try #require(Profile.named("exchange-2010-hub"))
        let page = ProfilePrinter().print(summary.verdicts, of: hub) + CheckupPrinter().details(summary)
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try compare(page, with: "profile-run")
    }

    private func compare(_ output: String, with name: String) throws {
        let file = Self.folder.appending(path: "\(name).txt")
        if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
            try output.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try output == String(contentsOf: file, encoding: .utf8))
    }

    @Test("is what the README shows")
    func readme() throws {
        let file = Vector.root.appending(path: "../README.md")
        var readme = try String(contentsOf: file, encoding: .utf8)
        let verdict = try Portcall("replay", Vector.path("smtp/postfix-3.7-without-intermediate.call")).run().output
        if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
            let start = try #require(readme.range(of: "$ portcall submission://mail.lab.test:27107\n")).upperBound
            let end = try #require(readme.range(of: "\n```", range: start..<readme.endIndex)).lowerBound
            readme.replaceSubrange(start..<end, with: verdict.trimmingCharacters(in: .newlines))
            try readme.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(readme.contains(verdict.trimmingCharacters(in: .newlines)))
    }

    @Test("fits a terminal of 80 columns", arguments: screens.filter { $0.testDescription != "json" })
    func width(screen: Screen) throws {
        let lines = try Portcall(screen.arguments).run().output.split(separator: "\n")
        // A line a call is whole in a pipe.
        let isBrief = screen.arguments.contains("--quiet")
        #expect(isBrief || lines.filter { $0.count > 80 && !$0.hasPrefix("    ") } == [])
    }
}

import ArgumentParser
import Portcall

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Read a policy file, and say what is wrong with it or what it would call.",
        usage: "portcall policy FILE [options]",
        discussion: """
            FILE is TOML: which targets to call, whose they are, by what they are judged, and
            which findings are let be, why and until when. Nobody is called; that does
            'portcall check --policy FILE'.

            EXAMPLES
              portcall policy portcall.toml
              portcall policy portcall.toml --json

            A POLICY
              version = 1

              [defaults]
              timeout = 10
              warn-days = 30               # or "20%"

              [[group]]
              name = "mail"
              owner = "mail-team@example.com"
              ca-file = "company.pem"      # beside this file
              targets = ["submission://mail.example.com", "smtp://mail.example.com"]

              [[target]]                   # what one target has of its own
              target = "smtp://mail.example.com"
              expect = ["self-signed"]

              [[ignore]]
              finding = "plaintext-auth-offered"
              targets = ["smtp://*"]
              reason = "printers cannot do TLS, CHG-1042"
              until = 2027-01-31           # the last day, in UTC

            EXIT CODES
              0 it can be run, 3 it cannot: every mistake as FILE:LINE, 64 usage.
            """
    )

    @Argument(help: "The policy.", completion: .file())
    var file: String

    @Flag(help: "Print one JSON object a target.")
    var json = false

    @Flag(help: "Never colour the output; the variable NO_COLOR does the same.")
    var noColor = false

    func run() throws {
        let screen = try Screen(try OutputOptions.parse([]))
        let policy = try screen.policy(file)
        let now = Caller.now
        guard !json else {
            return StandardOutput.print(policy.records(at: now).map { JSONPrinter().print($0) + "\n" }.joined())
        }
        StandardOutput.print(PolicyPrinter(Terminal.style(noColour: noColor)).print(policy, at: now))
    }
}

import Foundation
import PortcallCore
import TestVectors
import Testing

@Suite("portcall explain")
struct ExplainTests {
    @Test(
        "takes a service or a product that the page knows, and names the nearest else",
        arguments: [
            (["service-refusing", "xmpp"], "it may be smtp, submission"), (["timeout", "imsp"], "did you mean imap?"),
            (["gc-not-ready", "smtp"], "it may be gc, gcs"),
            (["starttls-refused", "dovecod"], "did you mean Dovecot?"),
            (["timout"], "did you mean timeout?"),
        ]
    )
    func unknown(words: [String], hint: String) throws {
        let result = try Portcall(["explain"] + words).run()
        #expect(result.code == 64)
        #expect(result.errors.replacing("\n", with: " ").contains(hint), "\(result.errors)")
    }

    @Test("is told what to say by the last line of a verdict")
    func pasted() throws {
        let screen = try Portcall("replay", Vector.path("http/two-faults.call")).run().output
        let line = try #require(screen.split(separator: "\n").last)
        let words = line.split(separator: " ").drop { $0 != "explain" }.map(String.init)
        let page = try Portcall(words).run()
        #expect(page.code == 0)
        #expect(page.output.hasPrefix("http-service-failing (warning), for https\n"))
    }

    @Test("says what the command's own options can do")
    func hints() throws {
        let page = try Portcall("explain", "service-refusing", "smtp").run().output
        #expect(page.contains("\nWith portcall\n  --helo NAME"))
        #expect(try !Portcall("explain", "service-refusing", "https").run().output.contains("--helo"))
        let hinted = try Explanation.all.map(\.id).filter { id in
            try Portcall("explain", id).run().output.contains("\nWith portcall\n")
        }
        // As many as the table has: one that names no finding would be missing.
        #expect(hinted.count == 17)
    }
}

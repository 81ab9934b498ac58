import Foundation
import PortcallCore
import TestVectors
import Testing

@Suite("Settings")
struct SettingTests {
    @Test("are listed in Vectors/README.md")
    func listed() throws {
        let file = Vector.root.appending(path: "README.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        let head = "| line | option | means |\n|---|---|---|\n"
        let start = try #require(page.range(of: head)).upperBound
        let end = try #require(page.range(of: "\n\n", range: start..<page.endIndex)).lowerBound
        let table = Setting.documented.map(\.row).joined(separator: "\n")
        if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
            let whole = page.replacingCharacters(in: start..<end, with: table)
            try whole.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(page[start..<end] == table)
        }
    }

    @Test("have one name each, as a line and as an option", arguments: Service.all.map(\.name))
    func unique(service: String) throws {
        let settings = Setting.general + (try #require(Service.named(service))).kind.settings
        #expect(Set(settings.map(\.word)).count == settings.count)
        #expect(Set(settings.map(\.option)).count == settings.count)
    }

    @Test(
        "say what is wrong with a value",
        arguments: [
            ("smtp", "helo", "a b", " takes a host name or an address in brackets, not 'a b'"),
            ("dns", "question", "a b c", ": 'a b c' is not a name and a type, as 'example.com MX'"),
            ("cldap", "question", "corp.example A", " takes the name of a domain here, not 'corp.example A'"),
            ("https", "exchange", "yes", " takes no value"),
            ("msrpc", "interface", "EMSMDB", " takes a UUID and a version, as UUID:4.0, not 'EMSMDB'"),
            ("smtp", "warn-days", "-1", " takes 0 to 36500 days, or 0% to 100% of the lifetime"),
            ("smtp", "time-limit", "0", " takes seconds, from 0.001 to 86400"),
            ("smtp", "nonce", "x", " takes a number of 64 bits"),
            ("smtp", "ignore", "nothing", ": 'nothing' is no finding"),
        ]
    )
    func wrong(service: String, word: String, value: String, reason: String) throws {
        let text = "-- \(service) mx.example.net:25\n-- \(word) \(value)\n"
        let failure = #expect(throws: MalformedTranscript.self) { try Transcript(text) }
        #expect(failure?.reason == "'\(word)'\(reason)")
    }

    @Test("of another protocol are kept, for checkups have calls of several")
    func foreign() throws {
        let text = "-- imap mx.example.net:143\n-- helo [127.0.0.1]\n-- at 2026-03-02T10:00:00Z\n"
        #expect(try Transcript(text).plan.wishes == ["helo": "[127.0.0.1]"])
    }
}

extension Setting {
    /// Every row, in the order in which transcripts have them.
    fileprivate static var documented: [Setting] { identity + ofProtocols.map(\.setting) + general }

    fileprivate var row: String {
        let services = Setting.ofProtocols.filter { $0.setting.word == word && $0.setting.help == help }
            .flatMap(\.services).map(\.name)
        let line = "`-- \(word)" + (value.map { " \($0.uppercased())" } ?? "") + "`"
        let meaning = help + (services.isEmpty ? "" : " (\(services.joined(separator: ", "))).")
        return "| \(line) | \(place == .transcript ? "" : "`--\(option)`") | \(meaning) |"
    }
}

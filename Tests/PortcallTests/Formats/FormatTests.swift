import Foundation
import Portcall
import PortcallCore
import TestVectors
import Testing

/// What holds for every vector in every format, whatever the server said.
@Suite("A document of every vector")
struct FormatTests {
    @Test("has no character that could act on whoever reads it", arguments: Format.allCases)
    func harmless(format: Format) throws {
        let text = format.print(try Entry.vectors.get())
        let allowed: Set<Unicode.Scalar> = format == .csv ? ["\n", "\r"] : ["\n"]
        let active = text.unicodeScalars.filter { !allowed.contains($0) && String($0).escaped != String($0) }
        #expect(Array(active) == [])
    }

    @Test("is whole without a call", arguments: Format.allCases)
    func empty(format: Format) throws {
        let text = format.print([], closing: .ended(0))
        switch format {
        case .text, .brief, .json: #expect(text == "")
        case .csv: #expect(text == CSVDocument.header)
        case .nagios:
            #expect(text.hasPrefix("PORTCALL OK: 0 calls | ok=0;;;0;0 warning=0;;;0;0 critical=0;;;0;0 time="))
        case .prometheus: #expect(text.contains("portcall_build_info{version=\"1.0.0\"} 1\n"))
        case .junit: #expect(text.contains("tests=\"0\" failures=\"0\" errors=\"0\""))
        case .sarif: #expect(try JSON.read(text)["runs"].values.first?["results"] == .list([]))
        case .markdown: #expect(text == "## portcall: no calls\n")
        case .html: #expect(text.contains("<h1>portcall: no calls</h1>"))
        }
    }

    @Test("has every call and every finding above a note", arguments: Format.allCases.filter { $0 != .nagios })
    func complete(format: Format) throws {
        let entries = try Entry.vectors.get()
        let text = format.print(entries)
        for entry in entries {
            // People and JSON name what calls show together otherwise; a test has a name of its own.
            let isNamed = if case .together = entry { ![.text, .brief, .json].contains(format) } else { true }
            let target = format == .markdown ? entry.target.replacing("_", with: "\\_") : entry.target
            let isTold = format != .sarif || !entry.findings.isEmpty
            if isNamed, isTold, format != .junit { #expect(text.contains(target), "\(entry.target)") }
        }
        for id in Set(entries.flatMap(\.findings).filter { $0.severity > .note }.map(\.id)) {
            #expect(text.contains(id), "\(id)")
        }
    }
}

@Suite("JSON of every vector")
struct JSONFormatTests {
    @Test("is as the schema has it")
    func schema() throws {
        let schema = try JSONSchema(Vector.read("schema.json"))
        var complaints: Set<String> = []
        for entry in try Entry.vectors.get() + [.failure(target: "a.pem", reason: "no such file")] {
            let line = Format.json.print([entry])
            for complaint in schema.complaints(about: try JSON.read(line)) {
                complaints.insert("\(entry.target): \(complaint)")
            }
        }
        #expect(complaints == [])
    }

    @Test("of the port reference and of the profiles is as the schema has it")
    func reference() throws {
        let schema = try JSONSchema(Vector.read("schema.json"))
        let paths = Profile.all.flatMap(\.paths).map(\.record)
        for record in PortRow.all.map(\.record) + Profile.all.map(\.record) + paths {
            #expect(schema.complaints(about: try JSON.read(JSONPrinter().print(record))) == [])
        }
    }

    @Test("of a policy ends with what its calls come to, and its exceptions")
    func policy() throws {
        var closing = Closing.ended
        let exception = Record([
            ("finding", .text("certificate-expired")), ("targets", .list([.text("smtp://*")])),
            ("reason", .text("CHG-1042")), ("until", .text("2027-01-31")), ("days_left", .integer(3)),
            ("matched", .list([])),
        ])
        closing.policy = PolicyOutcome(file: "portcall.toml", exceptions: [exception])
        let line = Format.json.print([], closing: closing)
        let value = try JSON.read(line)
        #expect(try JSONSchema(Vector.read("schema.json")).complaints(about: value) == [])
        #expect(value["kind"] == .text("summary"))
        #expect(value["exceptions"].values.count == 1)
    }
}

@Suite("SARIF of every vector")
struct SARIFFormatTests {
    private static var schema: JSONSchema {
        get throws {
            let file = Vector.root.appending(path: "../Tests/Lab/formats/schemas/sarif-2.1.0.json")
            return try JSONSchema(String(contentsOf: file, encoding: .utf8))
        }
    }

    @Test("is as the standard's schema has it, call by call and all in one")
    func schema() throws {
        let schema = try Self.schema
        let entries = try Entry.vectors.get()
        for entry in entries.prefix(40) {
            #expect(schema.complaints(about: try JSON.read(Format.sarif.print([entry]))) == [])
        }
        let all = try JSON.read(Format.sarif.print(entries + [.failure(target: "a.pem", reason: "no such file")]))
        #expect(schema.complaints(about: all) == [])
    }

    @Test("has a result a finding, each with its rule and a place")
    func results() throws {
        let entries = try Entry.vectors.get()
        let run = try #require(try JSON.read(Format.sarif.print(entries))["runs"].values.first)
        let rules = run["tool"]["driver"]["rules"].values
        #expect(run["results"].values.count == entries.flatMap(\.findings).count)
        for result in run["results"].values {
            let index = Int(try #require(result["ruleIndex"].number))
            #expect(rules[index]["id"] == result["ruleId"])
            let place = try #require(result["locations"].values.first)["physicalLocation"]
            let uri = try #require(place["artifactLocation"]["uri"].text)
            #expect(uri.firstMatch(of: /^[A-Za-z0-9._~%\/-]+$/) != nil && !uri.hasPrefix("/"))
            #expect(place["region"]["startLine"] == .number(1))
        }
    }
}

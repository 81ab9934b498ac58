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
        let text = try format.vectors()
        let lines = text.replacing(format == .csv ? "\r\n" : "\n", with: "\n").split(separator: "\n")
        #expect(lines.filter { String($0).escaped != $0 } == [])
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
        let text = Data(try format.vectors().utf8)
        // People and JSON name what calls show together otherwise; a test has a name of its own.
        let named = entries.filter { entry in
            if case .together = entry, [.text, .brief, .json].contains(format) { return false }
            return format != .junit && (format != .sarif || !entry.findings.isEmpty)
        }
        let findings = entries.flatMap(\.findings).filter { $0.severity > .note }
        let escaped = { (text: String) in
            guard format == .markdown else { return text }
            return text.reduce(into: "") { $0 += "_[]~".contains($1) ? "\\\($1)" : String($1) }
        }
        for words in Set(named.map { escaped($0.target) } + findings.map(\.id)) {
            #expect(text.range(of: Data(words.utf8)) != nil, "\(words)")
        }
    }
}

@Suite("JSON of every vector")
struct JSONFormatTests {
    @Test("is as the schema has it")
    func schema() throws {
        let schema = try JSONSchema(Vector.read("schema.json"))
        var complaints: Set<String> = []
        let failure = Format.json.print([.failure(target: "a.pem", reason: "no such file")])
        for line in (try Format.json.vectors() + failure).split(separator: "\n") {
            let value = try JSON.read(String(line))
            complaints.formUnion(schema.complaints(about: value).map { "\(value["target"]): \($0)" })
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
        closing.summary = Record([
            ("schema", .text("portcall/1")), ("kind", .text("summary")), ("target", .text("portcall.toml")),
            ("verdict", .text("ok")), ("findings", .list([])), ("calls", .integer(0)), ("exceptions", .list([])),
        ])
        let line = Format.json.print([], closing: closing)
        let value = try JSON.read(line)
        #expect(try JSONSchema(Vector.read("schema.json")).complaints(about: value) == [])
        #expect(value["kind"] == .text("summary"))
        #expect(value["exceptions"] == .list([]))
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

    @Test("is as the standard's schema has it")
    func schema() throws {
        #expect(try Self.schema.complaints(about: JSON.read(Format.sarif.vectors())) == [])
        let failure = try JSON.read(Format.sarif.print([.failure(target: "a.pem", reason: "no such file")]))
        #expect(try Self.schema.complaints(about: failure) == [])
    }

    @Test("has a result a finding, each with its rule and a place")
    func results() throws {
        let entries = try Entry.vectors.get()
        let run = try #require(try JSON.read(Format.sarif.vectors())["runs"].values.first)
        let rules = run["tool"]["driver"]["rules"].values
        #expect(run["results"].values.count == entries.flatMap(\.findings).count)
        for result in run["results"].values {
            let index = Int(try #require(result["ruleIndex"].number))
            #expect(rules[index]["id"] == result["ruleId"])
            let place = try #require(result["locations"].values.first)["physicalLocation"]
            let uri = try #require(place["artifactLocation"]["uri"].text)
            let isPlain = uri.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._~%/-".contains($0)) }
            #expect(isPlain && !uri.hasPrefix("/"))
            #expect(place["region"]["startLine"] == .number(1))
        }
    }
}

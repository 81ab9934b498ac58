import Foundation
import Portcall
import PortcallCore
import TestVectors
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("A test report of every vector")
struct JUnitFormatTests {
    /// Counts what a reader of XML sees.
    private final class Counter: NSObject, XMLParserDelegate {
        var elements: [String: Int] = [:]
        var suites: [[String: String]] = []

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements[name, default: 0] += 1
            if name == "testsuite" { suites.append(attributes) }
        }
    }

    @Test("is XML whose counts are right, and fails exactly where the verdict is not ok")
    func counts() throws {
        let entries = try Entry.vectors.get() + [.failure(target: "a.pem", reason: "no such file")]
        let parser = XMLParser(data: Data(Format.junit.print(entries).utf8))
        let counter = Counter()
        parser.delegate = counter
        #expect(parser.parse())
        #expect(counter.elements["testcase"] == entries.count)
        #expect(counter.elements["failure"] == entries.count { $0.severity != nil })
        #expect(counter.elements["error"] == 1)
        let suite = try #require(counter.suites.first)
        #expect(suite["tests"] == String(entries.count) && suite["errors"] == "1")
        #expect(suite["failures"] == String(entries.count { $0.severity != nil }))
    }
}

@Suite("A page of every vector")
struct HTMLFormatTests {
    @Test("asks nobody for anything, and has nothing that runs")
    func quiet() throws {
        let text = Format.html.print(try Entry.vectors.get())
        #expect(!text.contains("<script") && !text.contains("src=") && !text.contains("url("))
        let links = text.matches(of: /href="([^"]*)"/).map { $0.1 }
        #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("#") })
        let places = Set(text.matches(of: /\sid="([^"]*)"/).map { $0.1 })
        #expect(links.allSatisfy { places.contains($0.dropFirst()) })
    }

    @Test("has a row a call, a section a call and an article a finding")
    func parts() throws {
        let entries = try Entry.vectors.get()
        let text = Format.html.print(entries)
        #expect(text.matches(of: /<tr data-target=/).count == entries.count)
        #expect(text.matches(of: /<section id="c/).count == entries.count)
        #expect(text.matches(of: /<article data-finding=/).count == entries.flatMap(\.findings).count)
        for tag in ["section", "article", "details", "dl", "ol", "li", "table", "tr", "td", "pre", "code", "strong"] {
            let opened = text.matches(of: try Regex("<\(tag)[ >]")).count
            #expect(opened == text.matches(of: try Regex("</\(tag)>")).count, "\(tag)")
        }
    }

    @Test("of a thousand calls is smaller than 20 MB")
    func size() throws {
        let entries = try Entry.vectors.get()
        let thousand = (0..<1_000).map { entries[$0 % entries.count] }
        #expect(Format.html.print(thousand).utf8.count < 20_000_000)
    }
}

@Suite("Markdown of every vector")
struct MarkdownFormatTests {
    @Test("has a row a call, and what notifies or links only in code")
    func rows() throws {
        let entries = try Entry.vectors.get()
        let lines = Format.markdown.print(entries).split(separator: "\n", omittingEmptySubsequences: false)
        let rows = lines.filter { $0.hasPrefix("| ") }
        // The labels besides.
        #expect(rows.count >= entries.count + 1)
        var fence: Substring?
        for line in lines {
            let ticks = line.prefix { $0 == "`" }
            if ticks.count >= 3, fence == nil {
                fence = ticks
            } else if line == fence {
                fence = nil
            } else if fence == nil {
                let plain = String(line).withoutCode
                #expect(!plain.contains("@"), "\(line)")
                #expect(plain.firstMatch(of: /(^|[^\\])[<>]/) == nil, "\(line)")
            }
        }
        #expect(fence == nil)
    }
}

extension String {
    /// What stands outside of code spans.
    fileprivate var withoutCode: String {
        var plain = ""
        var rest = self[...]
        while let start = rest.firstIndex(of: "`") {
            let isEscaped = start > rest.startIndex && rest[rest.index(before: start)] == "\\"
            let ticks = rest[start...].prefix { $0 == "`" }
            guard !isEscaped, let end = rest[ticks.endIndex...].firstRange(of: ticks) else {
                plain += rest[..<ticks.endIndex]
                rest = rest[ticks.endIndex...]
                continue
            }
            plain += rest[..<start]
            rest = rest[end.upperBound...]
        }
        return plain + rest
    }
}

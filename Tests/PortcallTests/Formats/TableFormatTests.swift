import Foundation
import Portcall
import PortcallCore
import TestVectors
import Testing

@Suite("A table of every vector")
struct TableFormatTests {
    /// Reads RFC 4180 without our help.
    private func rows(_ text: String) -> [[String]] {
        var (rows, row, cell) = ([[String]](), [String](), "")
        var isQuoted = false
        var rest = Array(text.unicodeScalars)[...]
        while let letter = rest.popFirst() {
            switch letter {
            case "\"" where isQuoted && rest.first == "\"": cell.unicodeScalars.append(rest.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted && rest.first == "\n":
                rest.removeFirst()
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(letter)
            }
        }
        #expect(row.isEmpty && cell.isEmpty)
        return rows
    }

    @Test("has a row a call, and no cell that a spreadsheet would work out")
    func cells() throws {
        let entries = try Entry.vectors.get()
        let rows = rows(Format.csv.print(entries))
        #expect(rows.count == entries.count + 1)
        #expect(Set(rows.map(\.count)) == [24])
        for cell in rows.flatMap(\.self) where Int(cell) == nil {
            #expect(!["=", "+", "-", "@", "\t"].contains { cell.hasPrefix($0) }, "\(cell)")
        }
        for (entry, row) in zip(entries, rows.dropFirst()) {
            #expect(row[0] == entry.target)
            #expect(row[7] == (entry.severity?.rawValue ?? "ok"))
        }
    }
}

@Suite("Metrics of every vector")
struct PrometheusFormatTests {
    @Test("are lines that Prometheus reads, each family whole and each sample once")
    func lines() throws {
        let text = Format.prometheus.print(try Entry.vectors.get())
        var families: [Substring] = []
        var samples: Set<Substring> = []
        let sample =
            /([a-z_]+)(\{[a-z0-9_]+="(?:[^"\\]|\\[\\"n])*"(?:,[a-z0-9_]+="(?:[^"\\]|\\[\\"n])*")*\})? -?[0-9]+(\.[0-9]+)?/
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# TYPE ") {
                let name = line.split(separator: " ")[2]
                #expect(!families.contains(name))
                families.append(name)
            } else if !line.hasPrefix("# HELP ") {
                let match = try #require(line.wholeMatch(of: sample), "\(line)")
                #expect(match.1 == families.last)
                #expect(samples.insert(line.prefix { $0 != " " || line.hasSuffix("}") }).inserted || match.2 != nil)
            }
        }
        #expect(families.first == "portcall_up" && families.last == "portcall_build_info")
    }

    @Test("keep the certificate's end where the certificate is expired, untrusted or another's")
    func facts() throws {
        for case .call(let verdict, _) in try Entry.vectors.get() {
            guard let leaf = verdict.observation.tls?.chain.leaf else { continue }
            let text = Format.prometheus.print([.call(verdict, as: .whole)])
            #expect(text.contains("portcall_certificate_not_after_timestamp_seconds{"))
            #expect(text.contains("\"} \(leaf.notAfter.seconds)\n"))
        }
    }
}

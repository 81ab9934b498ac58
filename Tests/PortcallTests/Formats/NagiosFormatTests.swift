import Portcall
import PortcallCore
import TestVectors
import Testing

@Suite("What a monitoring system is told")
struct NagiosFormatTests {
    private static let words = ["OK", "WARNING", "CRITICAL", "UNKNOWN"]

    @Test("of every vector is a status, a line and numbers, within what such systems take")
    func single() throws {
        for entry in try Entry.vectors.get() {
            let text = Format.nagios.print([entry], closing: .ended(entry.severity.code))
            try check(text, entry.severity.code)
        }
    }

    @Test("of all vectors is within what such systems take too")
    func several() throws {
        let text = Format.nagios.print(try Entry.vectors.get())
        try check(text, 2)
        #expect(text.hasSuffix("…\n"))
    }

    private func check(_ text: String, _ code: Int) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.first)
        #expect(first.hasPrefix("PORTCALL \(Self.words[code]): "))
        #expect(first.utf8.count <= 1_024 && text.utf8.count <= 8_000)
        #expect(text.count { $0 == "|" } == 1)
        let numbers = try #require(first.split(separator: " | ").last)
        for number in numbers.split(separator: " ") {
            let form = /[a-z]+=-?[0-9]+(\.[0-9]{3})?s?(;([0-9]+:)?(;([0-9]+:)?(;0(;[0-9]+)?)?)?)?/
            #expect(number.wholeMatch(of: form) != nil, "\(number)")
        }
    }

    @Test("of a certificate has thresholds that lead to portcall's own verdict")
    func thresholds() throws {
        for case .call(let verdict, _) in try Entry.vectors.get() where verdict.observation.tls?.chain.leaf != nil {
            let text = Format.nagios.print([.call(verdict, as: .whole)], closing: .ended(verdict.severity.code))
            let number = try #require(text.firstMatch(of: /certificate=(-?[0-9]+)s;(?:([0-9]+):)?;(?:([0-9]+):)?\n/))
            let left = try #require(Int(number.1))
            let warns = number.2.flatMap { Int($0) }.map { left < $0 } ?? false
            let isCritical = number.3.flatMap { Int($0) }.map { left < $0 } ?? false
            let own = verdict.findings.filter { ["certificate-expired", "certificate-expires-soon"].contains($0.id) }
            let worst = own.map(\.severity).max()
            // Another cause may silence what is said of the dates.
            guard let worst, worst > .note else { continue }
            #expect(worst == .critical ? isCritical : warns, "\(verdict.observation.plan.target.text): \(number.0)")
        }
    }

    @Test(
        "of thresholds follows what the findings would weigh",
        arguments: [
            ("submission mx.example.net:587", "", ";1814400:;0:"),
            ("smtp mx.example.net:25", "", ";1814400:;"),
            ("smtp mx.example.net:25", "-- critical-days 7\n", ";1814400:;604800:"),
            ("submission mx.example.net:587", "-- warning certificate-expired\n", ";1814400:;"),
            ("submission mx.example.net:587", "-- critical certificate-expires-soon\n", ";;1814400:"),
            ("submission mx.example.net:587", "-- ignore certificate-expires-soon\n", ";;0:"),
            (
                "submission mx.example.net:587",
                "-- ignore certificate-expires-soon\n-- ignore certificate-expired\n", ";;"
            ),
        ]
    )
    func limits(target: String, settings: String, text: String) throws {
        let healthy = try Vector.read("certificates/healthy.call")
            .replacing("-- submission mx.example.net:587\n", with: "-- \(target)\n\(settings)")
        let verdict = try Transcript(healthy).judged(reading: Vector.read)
        let printed = Format.nagios.print([.call(verdict, as: .whole)], closing: .ended(verdict.severity.code))
        #expect(printed.split(separator: "\n").first?.hasSuffix("s\(text)") == true, "\(printed)")
    }
}

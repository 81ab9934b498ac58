import PortcallCore
import TestVectors
import Testing

extension SweepEntry {
    fileprivate init(_ target: String, _ service: String = "smtp", _ sightings: (String, Severity)...) {
        self.init(
            target: target,
            .judged(service: service, sightings.map { Sighting(id: $0.0, severity: $0.1) })
        )
    }
}

@Suite("A sweep's summary")
struct SweepSummaryTests {
    private var entries: [SweepEntry] {
        [
            SweepEntry("smtp://a"),
            SweepEntry("smtp://b", "smtp", ("starttls-not-offered", .warning)),
            SweepEntry("imaps://c", "imaps", ("certificate-expired", .critical), ("certificate-expired", .critical)),
            SweepEntry("imaps://d", "imaps", ("certificate-expired", .critical), ("greeting-slow", .warning)),
            SweepEntry("smtp://e", "smtp", ("timeout", .critical)),
            SweepEntry(RosterLine(number: 7, text: "nonsense"), "it names no port and no service"),
            SweepEntry(target: "smtp://f", .unjudged("this machine can open no more files", line: nil)),
        ]
    }

    private var summary: SweepSummary { entries.reduce(into: SweepSummary()) { $0.note($1) } }

    @Test("has critical findings first, then what could not be judged, then warnings, the most frequent first")
    func order() {
        #expect(
            summary.tallies.map(\.id) == [
                "certificate-expired", "timeout", nil, nil, "greeting-slow", "starttls-not-offered",
            ]
        )
        #expect(summary.tallies.map(\.count) == [2, 1, 1, 1, 1, 1])
        #expect(summary.severity == .critical && summary.counts.unjudged == 2 && summary.counts.all == 7)
    }

    @Test("has three targets a finding, however many have it")
    func examples() {
        var summary = SweepSummary()
        for number in 0..<1000 { summary.note(SweepEntry("smtp://\(number)", "smtp", ("timeout", .critical))) }
        #expect(summary.tallies.map(\.examples) == [["smtp://0", "smtp://1", "smtp://2"]])
        #expect(summary.tallies.map(\.count) == [1000])
    }

    @Test("is a line a finding and a line a service")
    func printed() {
        let text = SweepPrinter(Style(width: 120)).print(summary, after: .milliseconds(1234), earlier: 2)
        #expect(
            text == """
                7 results in 1.2 s, 2 of them known before: 3 critical, 2 not judged, 1 warning, 1 ok.

                CRITICAL  certificate-expired                       2  imaps://c, imaps://d
                CRITICAL  timeout                                   1  smtp://e
                ERROR     no target                                 1  line 7
                ERROR     not called                                1  smtp://f
                WARNING   greeting-slow                             1  imaps://d
                WARNING   starttls-not-offered                      1  smtp://b

                smtp                    3  1 critical, 1 warning, 1 ok
                imaps                   2  2 critical

                """
        )
    }

    @Test("tells lines that name no target apart from calls that could not be made, read back from both forms")
    func unjudged() throws {
        let reasons = ["line 7: it names no port", "this machine can open no more files"]
        let read = try reasons.map { reason in
            try #require(SweepEntry(csv: CSVDocument.row(error: reason, target: "smtp://f").utf8.dropLast()))
        }
        #expect(read.map(\.outcome) == [.unjudged(reasons[0], line: 7), .unjudged(reasons[1], line: nil)])
        let json = JSONPrinter().print(Record(error: reasons[1], target: "smtp://f"))
        #expect(SweepEntry(json: json.utf8) == read[1])
    }

    @Test("of nothing is one line")
    func empty() {
        #expect(SweepPrinter(Style()).print(SweepSummary(), after: .zero) == "0 results in 0.0 s.\n")
    }

    @Test("says how far it has come and what is left")
    func progress() {
        let printer = SweepPrinter(Style())
        #expect(
            printer.progress(summary, expected: 1007, rate: 50)
                == "7 done of about 1,007, 50 a second; 3 critical, 1 warning, about 20 s left"
        )
        #expect(printer.progress(summary, expected: nil, rate: 1.5) == "7 done, 1.5 a second; 3 critical, 1 warning")
    }

    @Test("counts results in thousands")
    func thousands() {
        var summary = SweepSummary()
        for number in 0..<12_345 { summary.note(SweepEntry("smtp://\(number)")) }
        #expect(SweepPrinter(Style()).print(summary, after: .seconds(200)).hasPrefix("12,345 results in 3 min 20 s: "))
    }
}

@Suite("A line of a sweep")
struct SweepEntryTests {
    @Test("has the target as typed, the verdict and the findings by their ids")
    func text() {
        let printer = SweepPrinter(Style())
        #expect(printer.line(SweepEntry("smtp://a")) == "OK        smtp://a\n")
        #expect(
            printer.line(SweepEntry("smtp://b", "smtp", ("timeout", .critical), ("greeting-slow", .warning)))
                == "CRITICAL  smtp://b                                    timeout, greeting-slow\n"
        )
        #expect(
            printer.line(SweepEntry(RosterLine(number: 3, text: "x"), "it names no port"))
                == "ERROR     x                                           line 3: it names no port\n"
        )
    }

    @Test("in JSON is read back as what it told", arguments: Vector.withoutChains)
    func readBack(vector: Vector) throws {
        let verdict = Verdict(vector.transcript.play().observation)
        let entry = try #require(SweepEntry(json: Array(JSONPrinter().print(verdict.record).utf8)))
        #expect(entry.target == SweepEntry(verdict).target)
        #expect(entry.outcome == SweepEntry(verdict).outcome)
    }

    @Test("that names no target is read back too")
    func unreadable() {
        let line = RosterLine(number: 12, text: #"a "b" \ c"#)
        let text = JSONPrinter().print(Record(line, error: "it names no port"))
        #expect(SweepEntry(json: Array(text.utf8)) == SweepEntry(line, "it names no port"))
    }

    @Test(
        "that is anything else is none",
        arguments: [
            "", "{}", "[]", "x", #"{"schema":"portcall/1"}"#, #"{"schema":"portcall/1","target":"a"}"#,
            #"{"schema":"other/1","target":"a","service":"smtp","verdict":"ok"}"#,
            #"{"schema":"portcall/1","target":"a","service":"smtp","verdict":"ok""#,
            #"{"schema":"portcall/1","target":"a","service":"smtp","verdict":"ok"}}"#,
            #"{"schema":"portcall/1","target":"a","service":"smtp","verdict":"ok","findings":[{"id":1}]}"#,
            #"{"schema":"portcall/1","target":"a\"#, #"{"schema":7,"target":"a"}"#,
            String(repeating: "[", count: 10_000), #"{"a":"# + String(repeating: "[", count: 10_000),
        ]
    )
    func foreign(text: String) { #expect(SweepEntry(json: Array(text.utf8)) == nil) }

    @Test("cut short anywhere is none")
    func cut() {
        let text = Array(#"{"schema":"portcall/1","target":"a","service":"smtp","verdict":"ok","findings":[]}"#.utf8)
        #expect(SweepEntry(json: text) != nil)
        for count in text.indices { #expect(SweepEntry(json: text.prefix(count)) == nil, "\(count)") }
    }
}

@Suite("What an earlier sweep has told")
struct ResumeIndexTests {
    @Test("is told as often as it was")
    func often() {
        var index = ResumeIndex(capacity: 3)
        for target in ["smtp://a", "smtp://b", "smtp://a"] { index.note(target) }
        let asked = ["a", "a", "a", "b", "b", "c"]
        let taken = asked.map { index.take("smtp://\($0)") }
        #expect(taken == [true, true, false, true, false, false])
    }

    @Test("is found among very many")
    func many() {
        var index = ResumeIndex(capacity: 10_000)
        for number in 0..<10_000 { index.note("smtp://mx\(number).example.net") }
        let taken = (0..<10_000).count { index.take("smtp://mx\($0).example.net") }
        let again = (0..<10_000).count { index.take("smtp://mx\($0).example.net") }
        #expect(taken == 10_000 && again == 0)
    }

    /// A fingerprint and a count, in arrays that were not made larger than needed.
    @Test("takes no more than 32 bytes a result")
    func memory() {
        #expect(ResumeIndex.bytesOfResult <= 32)
    }
}

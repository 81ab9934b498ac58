/// A page of its own: no script, no request to anything, readable on a telephone, on a desk and on paper.
///
/// First what is wrong, worst first, then all calls in a table, then each with all that is known of it.
struct HTMLDocument: Document {
    private let run: Run
    private var entries: [Entry] = []

    init(_ run: Run) {
        self.run = run
    }

    mutating func add(_ entry: Entry) -> String {
        if entry.isTold { entries.append(entry) }
        return ""
    }

    func end(_ closing: Closing) -> String {
        var explained: Set<String> = []
        let sections = entries.enumerated().map { place, entry in
            HTMLSection(entry, number: place + 1).text(explained: &explained)
        }
        return head + "<h1>portcall: \(entries.counts.asXML)\(closing.isInterrupted ? ", interrupted" : "")</h1>\n"
            + "<p>\(run.started.asHTMLMoment) to \(closing.ended.asHTMLMoment), portcall \(run.version.asXML)</p>\n"
            + closing.notices.map { "<p class=\"notice\">\($0.asXML)</p>\n" }.joined()
            + (closing.uncalled.isEmpty
                ? "" : "<p class=\"notice\">Not called: \(closing.uncalled.joined(separator: ", ").asXML)</p>\n")
            + wrong + table + sections.joined() + "</main>\n</body>\n</html>\n"
    }

    private var head: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>portcall: \(entries.counts.asXML)</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <main>

        """
    }

    /// With their numbers, which the sections have too.
    private var numbered: [(entry: Entry, number: Int)] { entries.enumerated().map { ($0.element, $0.offset + 1) } }

    private var wrong: String {
        let bad = numbered.filter { $0.entry.severity != nil || $0.entry.isFailure }
        let sorted = bad.sorted { ($0.entry.rank, $0.number) < ($1.entry.rank, $1.number) }
        guard !sorted.isEmpty else { return entries.isEmpty ? "" : "<p>Nothing worse than a note was found.</p>\n" }
        let lines = sorted.map { entry, number in
            "<li data-verdict=\"\(entry.htmlWord)\"><strong>\(entry.htmlWord)</strong> "
                + "<a href=\"#c\(number)\">\(entry.target.asXML)</a>: \(entry.reason.asXML)</li>\n"
        }
        return "<h2>What is wrong</h2>\n<ol class=\"wrong\">\n\(lines.joined())</ol>\n"
    }

    private var table: String {
        guard !entries.isEmpty else { return "" }
        let labels = ["verdict", "target", "address", "findings", "product", "TLS", "certificate until"]
        let rows = numbered.map { entry, number in
            let seen = entry.observation
            let ids = entry.findings.significant.map(\.id).withoutRepetition.joined(separator: ", ")
            let cells = [
                "<strong>\(entry.htmlWord)</strong>", "<a href=\"#c\(number)\">\(entry.target.asXML)</a>",
                (seen?.calledAddress ?? "").asXML, ids.asXML, (seen?.facts.product?.name ?? "").asXML,
                (seen?.tls?.version ?? "").asXML, entry.leaf?.notAfter.asHTML ?? "",
            ]
            let data = zip(labels, cells).map { "<td data-label=\"\($0)\">\($1)</td>" }.joined()
            return "<tr data-target=\"\(entry.target.asXML)\" data-verdict=\"\(entry.htmlWord)\">\(data)</tr>\n"
        }
        let head = labels.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return
            "<h2>All calls</h2>\n<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
    }
}

extension Entry {
    /// The worst first.
    fileprivate var rank: Int {
        switch severity {
        case .critical: 0
        case .warning: 1
        case nil, .note: isFailure ? 2 : 3
        }
    }

    /// In a few words.
    fileprivate var reason: String {
        if case .failure(_, let reason) = self { return reason }
        return findings.first.map { "\($0.id). \($0.message)" } ?? ""
    }

    /// `ok`, `warning`, `critical`, or that it could not be judged.
    var htmlWord: String { isFailure ? "not judged" : severity.word }

    var observation: Observation? {
        if case .call(let verdict, _) = self { verdict.observation } else { nil }
    }
}

extension Timestamp {
    /// The day for people, the moment for programs.
    var asHTML: String { "<time datetime=\"\(description)\">\(date)</time>" }

    /// The moment, to the second.
    fileprivate var asHTMLMoment: String {
        let time = description.dropFirst(date.count + 1).dropLast()
        return "<time datetime=\"\(description)\">\(date) \(time) UTC</time>"
    }
}

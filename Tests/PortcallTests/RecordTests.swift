import Portcall
import PortcallCore
import TestVectors
import Testing

/// Programs read a record and people a screen, each made from the same values: what only one of them has is a decision.
@Suite("A record")
struct RecordTests {
    @Test("has nothing that no screen shows, but for what is excused, and nothing is excused for nothing")
    func leaves() throws {
        var hidden: [Leaf: String] = [:]
        for vector in Vector.all {
            let verdict = try vector.transcript.judged(reading: Vector.read)
            for leaf in verdict.hiddenLeaves { hidden[leaf] = vector.description }
        }
        for vector in CheckupVector.all {
            let (verdicts, summary) = try vector.transcript.judged(reading: Vector.read)
            let leaves = verdicts.flatMap(\.hiddenLeaves) + (summary?.hiddenLeaves ?? [])
            for leaf in leaves { hidden[leaf] = vector.description }
        }
        var unused = Self.excuses
        for (leaf, vector) in hidden {
            let excuse = Self.excuses.first { leaf.isExcused(by: $0) }
            if let excuse { unused.remove(excuse) } else { Issue.record("\(leaf), of \(vector)") }
        }
        #expect(unused == [])
    }

    /// Paths, with all below them; or one value of a path.
    static let excuses = told.union(shortened).union(left)

    /// Told otherwise: by a mark, in other words, or by what stands on the screen at all.
    private static let told: Set = [
        "confirmed", "verdict: ok", "calls: 0", "stages.outcome", "stages.name: capabilities-after-tls",
        "protocol.product_certainty: stated", "tls.mode: implicit", "tls.verified", "tls.name_matches",
        "tls.certificates.ca", "tls.certificates.days_left", "tls.certificates.extensions.name",
        "tls.certificates.extensions.critical", "protocol.details.preauthenticated",
        "protocol.details.verbs.expected_from_internet", "protocol.details.services.location",
        "protocol.details.directory.kind", "protocol.details.directory.global_catalog_ready",
        "protocol.details.directory.synchronized", "protocol.details.directory.read_only",
        "protocol.details.netlogon.flags", "protocol.details.netlogon.opcode", "protocol.details.authoritative",
        "protocol.details.truncated", "protocol.details.recursion_offered", "protocol.details.answers",
        "protocol.details.endpoints.sequence", "protocol.details.endpoints.address",
        "protocol.details.interfaces.accepted",
        // Told where some refuse and others do not.
        "findings.refused_by",
        // Of two problems with one cause the finding that states it stands for both.
        "tls.problems", "tls.certificates.problems",
    ]

    /// Shown where there is a place for it: a ladder has no rung for the address of a datagram, and a line each for
    /// the greeting; lists end early, and of services that are not there or all alike only that is told.
    private static let shortened: Set = [
        "address", "port", "protocol.greeting", "protocol.auth", "protocol.auth_after_tls", "tls.ocsp: none",
        "protocol.details.services.name", "protocol.details.services.path", "protocol.details.services.status",
        "protocol.details.services.state: unknown", "protocol.details.services.state: not there",
        "protocol.details.services.detail",
        "protocol.details.endpoints.pipe", "protocol.details.endpoints.port",
    ]

    /// Left to programs: nobody needs it to see what is wrong.
    private static let left: Set = [
        "schema", "kind", "started", "elapsed_ms", "tls.warn_seconds", "tls.critical_seconds", "tls.signature",
        "tls.secure_renegotiation",
        "tls.resumable",
        "protocol.details.id", "protocol.details.headers", "protocol.details.server", "protocol.details.title",
        "protocol.details.exchange_version", "protocol.details.back_end", "protocol.details.activesync",
        "protocol.details.services.exchange_version", "protocol.details.services.activesync",
        "protocol.details.root_dse", "protocol.details.directory.capabilities", "protocol.details.directory.controls",
        "protocol.details.directory.extensions", "protocol.details.directory.features",
        "protocol.details.directory.current_time", "protocol.details.directory.vendor",
        "protocol.details.netlogon.domain_guid", "protocol.details.netlogon.netbios_domain",
        "protocol.details.netlogon.netbios_host", "protocol.details.question",
        "protocol.details.endpoints.uuid", "protocol.details.endpoints.annotation", "protocol.details.interfaces.uuid",
    ]
}

extension Verdict {
    /// What its record has and no screen of it shows.
    fileprivate var hiddenLeaves: [Leaf] {
        let style = Style(width: Screen.width, isVerbose: true)
        let text = TextPrinter(style).print(self)
        let call = Screen(text)
        let both = Screen(text + CertificatePrinter(style).print(self))
        return record.leaves.filter { !($0.path.hasPrefix("tls.") ? both : call).shows($0) }
    }
}

extension CheckupSummary {
    /// What its record has and the screen below the calls does not show.
    fileprivate var hiddenLeaves: [Leaf] {
        let style = Style(width: Screen.width, isVerbose: true)
        let screen = Screen("\(TextPrinter(style).heading(target))\n\(CheckupPrinter(style).details(self))")
        return record.leaves.filter { !screen.shows($0) }
    }
}

/// A value of a record that has no others in it.
private struct Leaf: Hashable, CustomStringConvertible {
    /// The labels that lead to it.
    let path: String
    let text: String
    var isFlag = false

    var description: String { "\(path): \(text)" }

    func isExcused(by excuse: String) -> Bool {
        path == excuse || path.hasPrefix("\(excuse).") || description == excuse
    }
}

extension Record {
    fileprivate var leaves: [Leaf] { fields.flatMap { $0.value.leaves(at: $0.label) } }
}

extension Record.Value {
    /// Where there is nothing, there is nothing to show.
    fileprivate func leaves(at path: String) -> [Leaf] {
        switch self {
        case .null, .text(""): []
        case .text(let text): [Leaf(path: path, text: text)]
        case .integer(let number): [Leaf(path: path, text: String(number))]
        case .flag(let flag): [Leaf(path: path, text: String(flag), isFlag: true)]
        case .list(let values): values.flatMap { $0.leaves(at: path) }
        case .record(let record): record.fields.flatMap { $0.value.leaves(at: "\(path).\($0.label)") }
        }
    }
}

/// What a person sees, however it is laid out.
private struct Screen {
    /// So wide that nothing is cut.
    static let width = 2_000

    private let text: String

    init(_ text: String) { self.text = Self.plain(text) }

    /// Of a moment the day is enough; a flag is told in words, if at all.
    func shows(_ leaf: Leaf) -> Bool {
        !leaf.isFlag && (shows(leaf.text) || Timestamp(leaf.text).map { shows($0.date) } == true)
    }

    private func shows(_ value: String) -> Bool {
        text.contains(Self.plain(value.replacing("\n", with: " ").escaped))
    }

    private static func plain(_ text: String) -> String {
        let words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        return words.map { String(Substring($0)) }.joined(separator: " ").lowercased()
    }
}

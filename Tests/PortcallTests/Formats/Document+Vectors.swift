import Portcall
import PortcallCore
import TestVectors

extension Entry {
    /// Every vector, judged once for all tests: the calls that stand alone, and those that belong together.
    static let vectors = Result {
        let calls = try Vector.all.map { Entry.call(try $0.transcript.judged(reading: Vector.read), as: .whole) }
        let checkups = try CheckupVector.all.flatMap { vector in
            let (verdicts, summary) = try vector.transcript.judged(reading: Vector.read)
            let together = summary.map { Entry.together($0, named: vector.transcript.title ?? "", as: .details) }
            return verdicts.map { Entry.call($0, as: .whole) } + [together].compactMap(\.self)
        }
        return calls + checkups
    }
}

extension Format {
    /// The whole document of these entries, as of a fixed time.
    func print(_ entries: [Entry], closing: Closing = .ended, in run: Run = .fixed) -> String {
        var document = document(of: run)
        return document.begin() + entries.map { document.add($0) }.joined() + document.end(closing)
    }
}

extension Run {
    static let fixed = Run(version: "1.0.0", started: Timestamp("2026-03-02T10:00:00Z") ?? Timestamp(seconds: 0))
}

extension Closing {
    static let ended = Closing(
        exitCode: 2,
        ended: Timestamp("2026-03-02T10:00:01Z") ?? Timestamp(seconds: 0),
        elapsed: .milliseconds(212)
    )

    static func ended(_ code: Int) -> Closing {
        var closing = ended
        closing.exitCode = code
        return closing
    }
}

extension Severity? {
    /// Of the process.
    var code: Int { self == .critical ? 2 : self == nil ? 0 : 1 }
}

/// Everything portcall has to say about one finding: the words of the finding itself, and its page in `explain`.
///
/// `message` and `fix` may contain places such as `{host}`; a rule fills them in.
public struct Explanation: Sendable {
    /// The stable id of the contract.
    public let id: String
    /// The severity unless a rule has a reason for another.
    public let severity: Severity
    /// Where it weighs otherwise, and what: `a note where none of them need be open`; empty where it never does.
    public let otherwise: String
    /// What is wrong and what it means, in one or two sentences.
    public let message: String
    /// What to do about it, in one sentence or two.
    public let fix: String
    /// What it means, at length: one string a paragraph.
    public let meaning: [String]
    /// How to see the same by hand, whatever the protocol.
    public let confirm: [Probe]
    /// How to mend it, product by product; what only one protocol knows is its `Advice`.
    public let remedies: [Remedy]
    /// The ids of findings whose cause this one states, so that they are not told beside it.
    package let silences: [String]
    /// The stages that it is about, where that is not what all of its kind are about.
    let ownStages: [Stage.Name]

    package init(
        _ id: String,
        _ severity: Severity,
        otherwise: String = "",
        at ownStages: Stage.Name...,
        silences: [String] = [],
        message: String,
        fix: String,
        meaning: [String],
        confirm: [Probe],
        remedies: [Remedy]
    ) {
        self.id = id
        self.severity = severity
        self.otherwise = otherwise
        self.ownStages = ownStages
        self.silences = silences
        self.message = message
        self.fix = fix
        self.meaning = meaning
        self.confirm = confirm
        self.remedies = remedies
    }
}

extension String {
    /// Fills `{place}`s with the values given; a place without a value stays, and a test holds that none does.
    ///
    /// One pass: a value may be the server's, and what looks like a place in it is none.
    func filled(with places: [String: String]) -> String {
        var filled = ""
        var rest = utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            filled += Substring(rest[..<open])
            let name = String(Substring(rest[rest.index(after: open)..<close]))
            filled += places[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        filled += Substring(rest)
        return filled.utf8.last == UInt8(ascii: " ") ? String(filled.dropLast()) : filled
    }
}

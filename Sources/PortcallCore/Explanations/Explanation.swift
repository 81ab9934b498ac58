/// Everything portcall has to say about one finding: the words of the finding itself, and its page in `explain`.
///
/// `message` and `fix` may contain places such as `{host}`; a rule fills them in.
public struct Explanation: Sendable {
    /// The stable id of the contract.
    public let id: String
    /// The severity unless a rule has a reason for another.
    public let severity: Severity
    /// What is wrong and what it means, in one or two sentences.
    public let message: String
    /// What to do about it, in one sentence or two.
    public let fix: String
    /// What it means, at length: one string a paragraph.
    public let meaning: [String]
    /// How to see the same by hand.
    public let confirm: [Probe]
    /// How to mend it, product by product.
    public let remedies: [Remedy]

    package init(
        _ id: String,
        _ severity: Severity,
        message: String,
        fix: String,
        meaning: [String],
        confirm: [Probe],
        remedies: [Remedy]
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.fix = fix
        self.meaning = meaning
        self.confirm = confirm
        self.remedies = remedies
    }

    /// One thing to do by hand: why, and the command to type.
    public struct Probe: Sendable {
        public let purpose: String
        public let command: String

        package init(_ purpose: String, _ command: String) {
            self.purpose = purpose
            self.command = command
        }
    }

    /// What to do on one product.
    public struct Remedy: Sendable {
        /// `Exchange`, `Postfix`, `Exim`, `Windows`, `Firewall`, `Any server`.
        public let product: String
        public let text: String

        package init(_ product: String, _ text: String) {
            self.product = product
            self.text = text
        }
    }
}

extension Explanation {
    /// Fills `{place}`s with the values given; a place without a value stays, and a test holds that none does.
    ///
    /// One pass: a value may be the server's, and what looks like a place in it is none.
    func filled(_ template: String, with places: [String: String]) -> String {
        var filled = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            filled += places[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        filled += rest
        return filled.hasSuffix(" ") ? String(filled.dropLast()) : filled
    }
}

/// Words by which a server refuses something, and what is needed besides to know what it means by them.
package struct Refusal: Sendable {
    /// As they came, on one line.
    let words: String
    /// What they answer; nil for what no stage waits for.
    let stage: Stage.Name?
    /// Who says them, as far as it is known by then.
    let product: Product?
    /// The words in lower case, parted by single spaces, one at both ends.
    private let text: String

    init(_ words: String, at stage: Stage.Name?, from product: Product?) {
        self.words = words
        self.stage = stage
        self.product = product
        text = Self.phrase(words)
    }

    /// Has the phrase, word by word, whatever stands around it; `…` in it stands for any words.
    func says(_ phrase: String) -> Bool {
        var rest = text[...]
        for part in phrase.split(separator: "…") {
            guard let found = rest.firstRange(of: Self.phrase(String(part))) else { return false }
            rest = rest[rest.index(before: found.upperBound)...]
        }
        return true
    }

    /// It serves only who shows a certificate of its own, and says so.
    var demandsCertificate: Bool {
        [
            "no required ssl certificate", "no client certificate", "client certificate required",
            "client certificate is required", "requires a client certificate", "must present a client certificate",
            "must provide a client certificate", "ssl certificate error",
        ].contains(where: says)
    }

    private static func phrase(_ text: String) -> String {
        " \(text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")) "
    }
}

/// Why a server refuses, where its words are known.
package struct Reason: Equatable, Sendable {
    /// A sentence.
    let meaning: String
    /// What to do about it; nil where there is nothing more to say than of any refusal.
    let fix: String?
    /// Not the server says it, but something in front that could not reach it.
    let isInPlaceOfServer: Bool

    init(_ meaning: String, fix: String? = nil, isInPlaceOfServer: Bool = false) {
        self.meaning = meaning
        self.fix = fix
        self.isInPlaceOfServer = isInPlaceOfServer
    }
}

extension Reason {
    /// Nothing is known of the words but that they refuse where TLS was due.
    static let inClear = Reason(
        "It refuses before TLS could begin.",
        fix: "Act on the server's own words: TLS may be well, and the refusal comes before it."
    )
}

/// One thing that servers are known to say, and what it means: phrases, who says them, and in answer to what.
struct KnownRefusal: Sendable {
    /// Whose words they are.
    enum Speaker: Sendable {
        /// They say it themselves, whoever does.
        case anybody
        /// Only where it is known that this product answers.
        case only(String)
        /// This product's own words, unless it is known that another one answers.
        case presumably(String)
    }

    private let phrases: [String]
    /// Beside these the others mean something else.
    private let exceptions: [String]
    private let speaker: Speaker
    /// Empty for all of them.
    private let stages: Set<Stage.Name>
    private let reason: Reason

    init(
        _ phrases: String...,
        by speaker: Speaker = .anybody,
        at stages: Set<Stage.Name> = [],
        unless exceptions: [String] = [],
        means reason: Reason
    ) {
        self.phrases = phrases
        self.exceptions = exceptions
        self.speaker = speaker
        self.stages = stages
        self.reason = reason
    }

    /// The first that fits counts.
    static func reason(for refusal: Refusal, among known: [KnownRefusal]) -> Reason? {
        known.first { $0.fits(refusal) }?.reason
    }

    private func fits(_ refusal: Refusal) -> Bool {
        guard stages.isEmpty || refusal.stage.map(stages.contains) == true else { return false }
        let isSpeaker =
            switch speaker {
            case .anybody: true
            case .only(let name): refusal.product?.isOf(name) == true
            case .presumably(let name): refusal.product?.isOf(name) != false
            }
        return isSpeaker && phrases.contains(where: refusal.says) && !exceptions.contains(where: refusal.says)
    }
}

extension Product {
    /// Of this family, as remedies name it: `Exchange` for `Microsoft Exchange Server 2019`.
    func isOf(_ family: String) -> Bool {
        name.split { $0 == " " || $0 == "," || $0 == "/" }.contains { $0 == family }
    }
}

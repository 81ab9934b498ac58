/// How one protocol is spoken of, where the words for people depend on it.
package struct ProtocolWords: Equatable, Sendable {
    /// What turns TLS on in mid-conversation: `STARTTLS`, `STLS`, `StartTLS`.
    package let upgrade: String
    /// What `openssl s_client -starttls` calls the protocol; nil where it does not know it.
    package let startTLS: String?
    /// The products that its servers are: what `Remedy` has for others does not concern it.
    package let products: [String]
    /// How to see its dialogue by hand.
    package let dialogue: DialogueByHand
    /// How its servers are given a certificate.
    package let certificate: [Remedy]
    /// What it adds to the pages of findings that others have too.
    package let advice: [Advice]
    /// What its servers tell of themselves in answer to, or in: `EHLO`, `the rootDSE`.
    package let source: String?
    /// What a call without a fault shows, in whole sentences, where that is less than that all is well; `{called}` says
    /// of several addresses which was called.
    package let health: String?

    package init(
        upgrade: String = "STARTTLS",
        startTLS: String? = nil,
        products: [String] = [],
        dialogue: DialogueByHand = DialogueByHand(),
        certificate: [Remedy] = [],
        advice: [Advice] = [],
        source: String? = nil,
        health: String? = nil
    ) {
        self.upgrade = upgrade
        self.startTLS = startTLS
        self.products = products
        self.dialogue = dialogue
        self.certificate = certificate
        self.advice = advice
        self.source = source
        self.health = health
    }
}

/// How an operator sees the dialogue of one protocol by hand.
package struct DialogueByHand: Equatable, Sendable {
    package let inClear: [Explanation.Probe]
    /// After the protocol's own request for TLS.
    package let upgraded: [Explanation.Probe]
    /// Where TLS comes first.
    package let implicit: [Explanation.Probe]
    /// The answer to the protocol's own request for TLS, where that is a refusal.
    package let refused: [Explanation.Probe]

    package init(
        inClear: [Explanation.Probe] = [],
        upgraded: [Explanation.Probe] = [],
        implicit: [Explanation.Probe] = [],
        refused: [Explanation.Probe] = []
    ) {
        self.inClear = inClear
        self.upgraded = upgraded
        self.implicit = implicit
        self.refused = refused
    }
}

extension DialogueByHand {
    /// Of a protocol whose server greets and then takes lines.
    ///
    /// - Parameters:
    ///   - lines: what is sent; the last of them ends the connection. They have neither quotes nor backslashes.
    ///   - answer: what is to be looked for, as a sentence has it.
    ///   - upgrade: what asks for TLS.
    /// - Returns: commands that end by themselves.
    static func sending(_ lines: String..., toSee answer: String, upgrade: String) -> Self {
        let begin = "(printf '\(lines.map { "\($0)\\n" }.joined())'; sleep 5) | \(Self.inTLS)"
        let goodbye = [upgrade, lines.last ?? ""]
        return Self(
            inClear: [.init("See the greeting and \(answer):", sent(lines))],
            upgraded: [.init("Begin TLS, and see \(answer):", begin)],
            implicit: [.init("With TLS from the first byte, see the greeting and \(answer):", begin)],
            refused: [.init("Ask for TLS, and see the answer:", sent(goodbye))]
        )
    }

    private static func sent(_ lines: [String]) -> String {
        "printf '\(lines.map { "\($0)\\r\\n" }.joined())' | nc -w 5 {host} {port}"
    }

    /// Takes lines, and ends when the server or its input does: not every system has a program that ends others.
    static let inTLS = "openssl s_client -connect {host}:{port}{starttls} -crlf -quiet -no_ign_eof"
}

extension ProtocolWords {
    package typealias Advice = Explanation.Advice
    package typealias Probe = Explanation.Probe
    package typealias Remedy = Explanation.Remedy
}

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

    package init(
        upgrade: String = "STARTTLS",
        startTLS: String? = nil,
        products: [String] = [],
        dialogue: DialogueByHand = DialogueByHand(),
        certificate: [Remedy] = [],
        advice: [Advice] = []
    ) {
        self.upgrade = upgrade
        self.startTLS = startTLS
        self.products = products
        self.dialogue = dialogue
        self.certificate = certificate
        self.advice = advice
    }
}

/// How an operator sees the dialogue of one protocol by hand.
package struct DialogueByHand: Equatable, Sendable {
    package let inClear: [Explanation.Probe]
    /// After the protocol's own request for TLS.
    package let upgraded: [Explanation.Probe]
    /// Where TLS comes first.
    package let implicit: [Explanation.Probe]

    package init(
        inClear: [Explanation.Probe] = [],
        upgraded: [Explanation.Probe] = [],
        implicit: [Explanation.Probe] = []
    ) {
        self.inClear = inClear
        self.upgraded = upgraded
        self.implicit = implicit
    }
}

extension DialogueByHand {
    /// Of a protocol whose server greets and then takes `lines`, as a sentence has them.
    static func typing(_ lines: String) -> Self {
        let begin = "openssl s_client -connect {host}:{port}{starttls} -crlf -quiet"
        return Self(
            inClear: [.init("See the greeting, and type \(lines):", "nc -C {host} {port}")],
            upgraded: [.init("Begin TLS, and type \(lines):", begin)],
            implicit: [.init("With TLS from the first byte see the greeting, and type \(lines):", begin)]
        )
    }
}

extension ProtocolWords {
    package typealias Advice = Explanation.Advice
    package typealias Probe = Explanation.Probe
    package typealias Remedy = Explanation.Remedy
}

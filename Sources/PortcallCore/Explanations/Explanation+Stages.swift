extension Explanation {
    /// The stages that it is about, the most telling first: the first of them that a call has is where to look.
    ///
    /// Empty for what ends a call wherever it is, which is about the stage that failed.
    package var stages: [Stage.Name] {
        ownStages.isEmpty ? Self.kinds.first { $0.words.contains { $0.id == id } }?.stages ?? Self.said : ownStages
    }

    private static let kinds: [(words: [Explanation], stages: [Stage.Name])] = [
        (reaching + talking + identity + ending, []), (upgrade, [.starttls]),
        (purpose, [.capabilitiesAfterTLS] + said), (handshake, [.handshake]),
        (dates + trust + strength + stapling, [.trust, .handshake]),
    ]

    /// Where TLS, or what it was made for, came to an end.
    private static let ending = [tlsNoCertificate, tlsHandshakeFailed, tlsEnded, tlsClientCertificateRequired]

    /// What a protocol has words of its own for is about what its server said.
    private static let said: [Stage.Name] = [.answer, .capabilities, .greeting]
}

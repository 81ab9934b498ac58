extension ChainRule {
    /// The key that shall be installed with a chain is another one's.
    static let keyForeign = ChainRule(one: .certificateKeyMismatch) { seen in
        guard let file = seen.keyFile, let leaf = seen.facts.leaf, !file.belongs(to: leaf) else { return nil }
        let others = seen.facts.certificates.enumerated().dropFirst()
        let owner = others.first { file.belongs(to: $0.element) }
        let other =
            owner.map { ", but to that of '\($0.element.shortName)', number \($0.offset + 1) of the file" } ?? ""
        return Sighting(
            "public key of \(file.name): sha256 \(file.spkiSHA256); of the certificate: \(leaf.spkiSHA256)",
            fix: owner == nil ? nil : "Put that certificate first in the file, if it is the server's own.",
            [
                "file": file.name, "kind": file.key.words, "subject": leaf.shortName, "own": leaf.key.words,
                "other": other,
            ]
        )
    }
}

extension Explanation {
    static let certificateKeyMismatch = Explanation(
        "certificate-key-mismatch",
        .critical,
        message:
            "The private key in {file} ({kind}) does not belong to the certificate of '{subject}' ({own}){other}; a "
            + "server that is given both does not start, or has no certificate.",
        fix: "Find the key that was made with the request for this certificate, or have one issued for this key.",
        meaning: [
            "A certificate holds a public key, and serves only together with the private key that was made with it. "
                + "Whoever renews with a new key must install both; where only one of the two is replaced, the server "
                + "says 'key values mismatch' and does not start, or goes on without TLS."
        ],
        confirm: [
            Probe("The two must print the same:", "openssl x509 -noout -pubkey -in FILE; openssl pkey -pubout -in KEY")
        ],
        remedies: [
            Remedy(
                "Windows",
                "The key stays where the request was made: certutil -repairstore my SERIAL joins it to the certificate."
            ),
            Remedy("Any server", "Look for the key beside the request, by the time at which both were made."),
        ]
    )
}

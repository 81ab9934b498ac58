/// Any service that begins with TLS: the handshake and the certificate alone, whatever is spoken inside.
package struct TLSAloneDialogue: Dialogue {
    package private(set) var facts = Facts()
    package let awaits = "the TLS handshake"

    package mutating func next(_ input: inout ByteQueue) -> Step {
        facts.isConfirmed = true
        return .part([])
    }
}

extension ProtocolKind {
    static let tls = ProtocolKind(
        name: "TLS",
        opening: [],
        requests: HarmlessRequests(["nothing but a TLS handshake"]) { _ in false },
        words: .anyTLS,
        open: { _, _ in TLSAloneDialogue() }
    )
}

extension ProtocolWords {
    static let anyTLS = ProtocolWords(
        dialogue: DialogueByHand(
            implicit: [
                Probe(
                    "Begin TLS, and see what was agreed on:",
                    "openssl s_client -connect {host}:{port} -servername {host} -brief </dev/null"
                )
            ]
        ),
        certificate: [
            Remedy("Any server", "Give it key, leaf and intermediates, in the place and form that its manual names.")
        ],
        advice: [
            Advice(.notImplicitTls, Remedy("Any server", "Switch TLS on for this port, or ask the port that has it."))
        ],
        health: "TLS and the certificate are as they should be{called}. What is spoken inside was not looked at."
    )
}

extension ProtocolWords {
    /// The netlogon ping, which domain controllers alone answer.
    static let cldap = ProtocolWords(
        products: ["Windows", "Samba"],
        dialogue: DialogueByHand(
            inClear: [
                Probe("With Samba's tools, ask the same:", "net ads lookup -S {host}"),
                Probe("From Windows, have the domain's controllers asked:", "nltest /dsgetdc:DOMAIN /force"),
            ]
        ),
        advice: [
            Advice(
                .timeout,
                meaning: [
                    "A datagram that nobody wants is often dropped without a word, so silence may be a firewall, a "
                        + "machine that is no domain controller, or one that does not know the domain asked for."
                ],
                windows,
                samba
            ),
            Advice(.connectRefused, windows, samba),
            Advice(
                .serviceRefusing,
                meaning: ["The Netlogon service is paused while a domain controller starts or is being demoted."],
                windows,
                samba
            ),
        ],
        source: "the netlogon answer"
    )

    private static let windows = Remedy(
        "Windows",
        "Get-Service NTDS,Netlogon on the domain controller; dcdiag /test:Advertising tells whether it offers itself."
    )

    private static let samba = Remedy(
        "Samba",
        "cldap must be among server services; interfaces must cover the address."
    )
}

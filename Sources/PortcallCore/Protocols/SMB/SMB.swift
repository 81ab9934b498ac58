extension ProtocolKind {
    static let smb = ProtocolKind(
        name: "SMB",
        opening: [.answer],
        signatures: [.smb],
        requests: .smb,
        rules: [
            Rule(one: .clockSkew) { seen in
                guard
                    let time = (seen.facts.service as? SMBFacts)?.serverTime, let moment = seen.moments[.answer]
                else { return nil }
                let skew = seen.skew(of: time, at: moment)
                guard abs(skew) > ClockSkew.tolerated else { return nil }
                return Sighting(seen.evidence(ofClock: "SystemTime: \(time)", at: moment), ClockSkew.places(skew))
            }
        ],
        explanations: [.clockSkew],
        answerLimit: LengthPrefix.smb.limit,
        isNumbered: true,
        words: .smb,
        meaningOfClosing:
            "A server that speaks SMB 1 alone, as Windows 2000 and 2003 do, hangs up so: it does not know "
            + "the request.",
        open: { _, line in SMBDialogue(line) }
    )
}

extension ProtocolWords {
    static let smb = ProtocolWords(
        products: ["Windows", "Samba"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "Begin a session without a name, and see what is negotiated:",
                    "smbclient -L //{host} -p {port} -N -d 4"
                )
            ]
        ),
        advice: [
            Advice(
                .clockSkew,
                confirm: [Probe("Ask nmap for its clock:", "nmap -p {port} --script smb2-time {host}", .over(.tcp))]
            ),
            Advice(
                .connectRefused,
                Remedy("Windows", "Get-Service LanmanServer; Get-SmbServerConfiguration shows how it is set."),
                Remedy("Samba", "smbd must run; interfaces must cover the address, and smb ports the port.")
            ),
            Advice(
                .closedBeforeGreeting,
                meaning: [
                    "Windows 2000 and 2003 speak SMB 1 alone, and hang up on who begins with SMB 2. portcall does not "
                        + "ask them in SMB 1, so nothing more is known of them here."
                ],
                windows,
                samba
            ),
            Advice(.closedEarly, windows, samba),
            Advice(
                .serviceRefusing,
                meaning: ["The status is NT's own; STATUS_NOT_SUPPORTED says that no dialect is common to both."],
                windows,
                samba
            ),
            Advice(.timeout, windows, samba),
            Advice(.wrongProtocol, windows, samba),
        ],
        source: "its answer to the negotiation"
    )

    private static let windows = Remedy(
        "Windows",
        "Get-SmbServerConfiguration shows EnableSMB2Protocol and RequireSecuritySignature; the log is "
            + "Microsoft-Windows-SMBServer/Operational."
    )

    private static let samba = Remedy(
        "Samba",
        "testparm -s shows server min protocol, server max protocol, server signing and hosts allow; look at log.smbd."
    )
}

extension ProtocolWords {
    static let kerberos = ProtocolWords(
        products: ["Windows", "Samba", "MIT Kerberos", "Heimdal", "FreeIPA"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "Ask for a ticket with an account of yours, and see which KDC says what:",
                    "KRB5_TRACE=/dev/stderr kinit USER@REALM"
                )
            ]
        ),
        advice: [
            Advice(
                .connectRefused,
                windows,
                Remedy("Samba", "kdc must be among server services, and interfaces must cover the address."),
                Remedy("MIT Kerberos", "kdc_listen and kdc_tcp_listen in kdc.conf (kdc_ports, kdc_tcp_ports)."),
                Remedy("Heimdal", "kdc --ports says where it listens; without it, on 88 over both.")
            ),
            Advice(
                .timeout,
                meaning: [
                    "A domain controller that is starting, or that cannot reach its own directory, leaves requests "
                        + "unanswered; clients then go to another one after a second or more."
                ],
                windows,
                samba,
                mit
            ),
            Advice(
                .closedEarly,
                meaning: ["A KDC closes a TCP connection whose message it cannot read or finds too long."],
                windows,
                samba,
                mit
            ),
            Advice(.closedBeforeGreeting, windows, samba, mit),
            Advice(
                .serviceUnusable,
                meaning: [
                    "Error 29, KDC_ERR_SVC_UNAVAILABLE: the KDC is there and cannot reach what it needs, as its "
                        + "database or its directory. Clients that know another KDC go on to that one; the others "
                        + "get no ticket."
                ],
                windows,
                samba,
                mit,
                Remedy("FreeIPA", "ipactl status: the KDC reads its accounts from the directory server beside it.")
            ),
        ],
        source: "the KRB-ERROR"
    )

    private static let windows = Remedy(
        "Windows",
        "Get-Service Kdc on the domain controller, and the System log (source Kerberos-Key-Distribution-Center)."
    )

    private static let samba = Remedy(
        "Samba",
        "Look into the log of the process that is the KDC (samba-tool processes)."
    )

    private static let mit = Remedy("MIT Kerberos", "Look into the file of [logging] kdc, and at its database.")
}

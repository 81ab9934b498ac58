extension ProtocolWords {
    static let irc = ProtocolWords(
        startTLS: "irc",
        products: ["Exchange", "InspIRCd", "ngIRCd", "UnrealIRCd"],
        dialogue: .sending(
            "MODE ISIRCX",
            "CAP LS 302",
            "QUIT",
            toSee: "the answers to MODE ISIRCX and CAP",
            upgrade: "STARTTLS"
        ),
        certificate: [
            Remedy(
                "InspIRCd",
                "Leaf and intermediates into the file of certfile, the key into that of keyfile, in the sslprofile that the "
                    + "bind names; then /REHASH -tls, or restart it."
            ),
            Remedy(
                "ngIRCd",
                "Leaf and intermediates into the file of CertFile, the key into that of KeyFile in the section SSL; the user "
                    + "it runs as must be able to read both. Then restart it."
            ),
            Remedy("UnrealIRCd", "certificate and key in the block set::tls; then unrealircd rehash -tls."),
        ],
        advice: [
            Advice(
                .connectRefused,
                meaning: ["Exchange 2000's Chat Service listens on 6667 and often on 7000 too, and never with TLS."],
                Remedy(
                    "Exchange",
                    "Get-Service MSExchangeChat, the Chat Service of Exchange 2000; later ones have none."
                )
                .of(.v2000 ... .v2000),
                Remedy("InspIRCd", "Every port has a bind; /STATS P lists them."),
                Remedy("ngIRCd", "Ports in the sections Global and SSL.")
            ),
            Advice(
                .serviceRefusing,
                meaning: [
                    "ERROR, and the numerics 463 and 465, are the last words of a server: it is full, it throttles who "
                        + "connects too often, or it has banned the address. Calls that follow each other quickly can be "
                        + "the reason themselves."
                ],
                Remedy("Exchange", "Look at the limits and bans of the community in the Exchange System Manager.")
                    .of(.v2000 ... .v2000),
                Remedy(
                    "InspIRCd",
                    "connect: allow, deny, limit, localmax, globalmax; connectban and connflood; /STATS K."
                ),
                Remedy("ngIRCd", "MaxConnections and MaxConnectionsIP in the section Limits."),
                Remedy("UnrealIRCd", "allow, ban and set::anti-flood::connect-flood.")
            ),
            Advice(
                .starttlsNotOffered,
                meaning: [
                    "IRC mostly has TLS on a port of its own, 6697, and STARTTLS is going out of use: so this is a note. "
                        + "Exchange 2000 has neither."
                ],
                inspircd,
                Remedy("ngIRCd", "It has no STARTTLS: let clients use a port of the section SSL."),
                Remedy("UnrealIRCd", "STARTTLS is in the options of set::tls, where it was not taken out.")
            ),
            Advice(.starttlsRefused, inspircd),
            Advice(
                .wrongProtocol,
                meaning: ["A web server or a mail server here mostly comes from a forwarding rule that is wrong."]
            ),
            Advice(.tlsNoCertificate, inspircd, Remedy("ngIRCd", "See the log for the file that it cannot load.")),
            Advice(
                .notImplicitTls,
                meaning: ["Exchange 2000 has no IRC over TLS."],
                Remedy("InspIRCd", "sslprofile in the bind of this port."),
                Remedy("ngIRCd", "The port belongs under Ports of the section SSL.")
            ),
            Advice(
                .wantsImplicitTls,
                Remedy("InspIRCd", "Take sslprofile out of the bind of this port."),
                Remedy("ngIRCd", "The port belongs under Ports of the section Global.")
            ),
        ],
        source: "the answers to MODE ISIRCX and CAP"
    )

    private static let inspircd = Remedy(
        "InspIRCd",
        "Load ssl_gnutls or ssl_openssl and starttls, with an sslprofile whose certfile and keyfile it can read."
    )
}

extension ProtocolWords {
    static let nntp = ProtocolWords(
        startTLS: "nntp",
        products: ["INN", "Leafnode", "Cyrus", "Windows", "Exchange"],
        dialogue: .sending("CAPABILITIES", "QUIT", toSee: "its list of capabilities", upgrade: "STARTTLS"),
        certificate: [
            Remedy(
                "INN",
                "Leaf and intermediates into the file of tlscertfile, the key into that of tlskeyfile (inn.conf); the "
                    + "news user must be able to read both. nnrpd reads them for each connection, one with -D when it "
                    + "is restarted."
            ),
            .cyrusCertificate,
            leafnode,
        ],
        advice: [
            Advice(
                .connectRefused,
                Remedy("INN", "innd has 119 and hands readers to nnrpd; 563 needs an nnrpd of its own, nnrpd -D -S."),
                Remedy("Leafnode", "inetd, xinetd or a systemd socket must have the port: it does not listen itself."),
                Remedy("Windows", "Get-Service NntpSvc, the NNTP service of Windows 2000 and 2003.")
            ),
            Advice(
                .timeout,
                Remedy(
                    "INN",
                    "Look at news.notice and at what nnrpd waits for: an authenticator, or DNS of the client."
                ),
                Remedy(
                    "Leafnode",
                    "It is started for each connection, by inetd or a systemd socket: look at the system log."
                )
            ),
            Advice(
                .closedEarly,
                Remedy("INN", "Look for nnrpd in news.notice, and for what it says last of this client."),
                Remedy("Leafnode", "Look at hosts.allow and hosts.deny where tcpd starts it, and at the system log.")
            ),
            Advice(.silent, Remedy("INN", "nnrpd looks the client's name up first: check DNS of the server.")),
            Advice(
                .serviceRefusing,
                meaning: [
                    "400 says that the service is unavailable for now: paused, throttled or short of disk. 502 says "
                        + "that this client is not served."
                ],
                Remedy(
                    "INN",
                    "ctlinnd mode shows whether it is paused or throttled and why, ctlinnd go '' lets it run again; "
                        + "readers.conf says who may read, incoming.conf which servers may feed."
                ),
                Remedy("Leafnode", "It serves its own networks alone unless allowSTRANGERS says otherwise."),
                Remedy("Windows", "Access, Connection control in the properties of the NNTP virtual server.")
            ),
            Advice(.starttlsNotOffered, inn, .cyrusTLS, leafnode, .exchange55News),
            Advice(.starttlsRefused, inn, .cyrusTLS),
            Advice(.tlsNoCertificate, inn, .cyrusTLS),
            Advice(
                .plaintextAuthOffered,
                Remedy(
                    "INN",
                    "require_encryption: true in the auth group of readers.conf (require_ssl in old versions)."
                ),
                .cyrusPasswords
            ),
            Advice(
                .notImplicitTls,
                Remedy("INN", "nnrpd must be started with -S on this port."),
                Remedy("Cyrus", "cmd=\"nntpd -s\" for this port in cyrus.conf.")
            ),
            Advice(
                .wantsImplicitTls,
                Remedy("INN", "nnrpd with -S begins with TLS: that belongs on 563."),
                Remedy("Cyrus", "Take -s out of this port's cmd in cyrus.conf.")
            ),
        ],
        source: "CAPABILITIES"
    )

    private static let inn = Remedy(
        "INN",
        "tlscertfile and tlskeyfile in inn.conf must name files that the news user can read, and fit each other; "
            + "innd itself has no STARTTLS, nnrpd has."
    )

    private static let leafnode = Remedy("Leafnode", "It has no TLS of its own: put stunnel before it.")
}

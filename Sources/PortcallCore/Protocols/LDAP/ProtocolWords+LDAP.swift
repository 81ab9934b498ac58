extension ProtocolWords {
    static let ldap = ProtocolWords(
        upgrade: "StartTLS",
        startTLS: "ldap",
        products: ["Windows", "OpenLDAP", "Samba", "389 Directory Server"],
        dialogue: DialogueByHand(
            inClear: [
                Probe("Read the rootDSE:", "ldapsearch -x -H ldap://{host}:{port} -s base -b '' '*' '+'")
            ],
            upgraded: [
                Probe(
                    "Read the rootDSE inside TLS:",
                    "LDAPTLS_REQCERT=never ldapsearch -x -ZZ -H ldap://{host}:{port} -s base -b '' '*' '+'"
                )
            ],
            implicit: [
                Probe(
                    "Read the rootDSE, with TLS from the first byte:",
                    "LDAPTLS_REQCERT=never ldapsearch -x -H ldaps://{host}:{port} -s base -b '' '*' '+'"
                )
            ]
        ),
        certificate: [
            Remedy(
                "Windows",
                "Put it, with its private key, into the computer's Personal store of the domain controller, which "
                    + "takes one with its full name that is meant for servers (template Kerberos Authentication); it "
                    + "looks for a new one when it starts, or is told to by renewServerCertificate on its rootDSE."
            ),
            Remedy(
                "OpenLDAP",
                "Leaf and intermediates into the file of TLSCertificateFile (intermediates that are not sent then, "
                    + "into that of TLSCACertificateFile), the key into that of TLSCertificateKeyFile (olcTLS… in "
                    + "cn=config); then restart slapd."
            ),
            Remedy(
                "Samba",
                "Leaf and intermediates into the file of tls certfile, the key into that of tls keyfile, which must "
                    + "be root's alone (mode 0600); then restart it."
            ),
            Remedy("389 Directory Server", "dsctl INSTANCE tls import-server-key-cert CERT KEY, then restart it."),
        ],
        advice: directoryReaching + directoryTalking + directorySecuring,
        source: "the rootDSE"
    )

    private static let directoryReaching = [
        Advice(
            .connectRefused,
            Remedy(
                "Windows",
                "Get-Service NTDS on the domain controller. Ports 3268 and 3269 are open on a global catalog alone; on "
                    + "636 and 3269 connections fail while no certificate is usable."
            ),
            Remedy("OpenLDAP", "slapd -h lists the addresses and ports (SLAPD_SERVICES on Debian); ldaps:/// is 636."),
            Remedy(
                "Samba",
                "ldap must be among server services, and interfaces must cover the address; with a tls keyfile that "
                    + "others can read (mode 0600 is wanted) it opens none of its LDAP ports, and its log says so."
            )
        ),
        Advice(
            .addressFailed,
            Remedy("OpenLDAP", "slapd -h 'ldap:///' listens on every address; one that names a host does not."),
            Remedy("Samba", "With bind interfaces only = yes, interfaces must cover the address.")
        ),
    ]

    private static let directoryTalking = [
        Advice(
            .timeout,
            Remedy(
                "Windows",
                "Look at the load of lsass and at the directory service log: searches without an index hold up "
                    + "others (event 1644, once '15 Field Engineering' is raised to 5)."
            ),
            Remedy("OpenLDAP", "loglevel stats shows the searches; one that waits for another server is a proxy's."),
            Remedy("Samba", "samba-tool processes lists its processes; look into the log of the one that serves LDAP.")
        ),
        Advice(
            .closedEarly,
            Remedy("Windows", "Event 1216 tells why, once '16 LDAP Interface Events' is raised to 2."),
            Remedy("OpenLDAP", "loglevel conns tells who closed; idletimeout and sockbuf_max_incoming are limits."),
            Remedy("Samba", "Look into the log of the process that serves LDAP: it may have ended there.")
        ),
        Advice(
            .closedBeforeGreeting,
            Remedy(
                "Windows",
                "ntdsutil 'ldap policies' shows how many connections a controller takes (MaxConnections)."
            ),
            Remedy("OpenLDAP", "Look for DENIED in the log, where TCP wrappers are built in.")
        ),
        Advice(
            .serviceRefusing,
            meaning: [
                "A notice of disconnection, or an answer such as busy (51) or unavailable (52): the directory is "
                    + "starting, stopping or overloaded, or does not serve this client."
            ],
            confirm: [.dcdiag],
            Remedy(
                "Windows",
                "dcdiag, and the directory service log. ntdsutil 'ldap policies' shows the limits, 'ipdeny list' "
                    + "the addresses that are refused."
            ),
            Remedy("OpenLDAP", "loglevel stats tells why; a database in 'restrict' or 'readonly' says so itself."),
            Remedy("Samba", "Look into the log of the process that serves LDAP: it may be starting.")
        ),
    ]

    private static let directorySecuring = [
        Advice(
            .starttlsNotOffered,
            meaning: [
                "StartTLS is an extended operation: 1.3.6.1.4.1.1466.20037 is missing from supportedExtension of the "
                    + "rootDSE, or was refused as unknown."
            ],
            confirm: [
                Probe(
                    "Ask for StartTLS, and see it refused:",
                    "LDAPTLS_REQCERT=never ldapsearch -x -ZZ -H ldap://{host}:{port} -s base -b ''"
                )
            ],
            .domainController,
            openLDAP,
            samba,
            Remedy("389 Directory Server", "nsslapd-security: on, with a certificate in its database.")
        ),
        Advice(
            .starttlsRefused,
            .domainController,
            openLDAP,
            samba,
            Remedy("389 Directory Server", "Look into its errors log for the certificate that it cannot use.")
        ),
        Advice(.tlsNoCertificate, .domainController, openLDAP, samba),
        Advice(
            .wantsImplicitTls,
            Remedy("Windows", "636 and 3269 are with TLS, 389 and 3268 begin in clear: compare what is forwarded."),
            Remedy("OpenLDAP", "slapd -h 'ldap:///' begins in clear, 'ldaps:///' with TLS.")
        ),
        Advice(
            .notImplicitTls,
            Remedy("Windows", "636 and 3269 are with TLS, 389 and 3268 begin in clear: compare what is forwarded."),
            Remedy("OpenLDAP", "slapd -h 'ldaps://:636/' begins with TLS, 'ldap://' in clear.")
        ),
        Advice(
            .plaintextAfterStarttls,
            meaning: ["RFC 4511 section 4.14.1: after its answer to StartTLS a server says nothing until TLS is up."]
        ),
        Advice(
            .tlsClientCertificateRequired,
            Remedy("OpenLDAP", "TLSVerifyClient allow (or never) instead of demand."),
            Remedy("389 Directory Server", "nsSSLClientAuth: allowed instead of required.")
        ),
        Advice(
            .certificateNameMismatch,
            meaning: [
                "Clients of a directory often call it by the domain's name, which every controller's certificate can "
                    + "have besides its own."
            ]
        ),
        Advice(
            .certificateNoServerAuth,
            Remedy("Windows", "Use the template Kerberos Authentication: it has Server Authentication.")
        ),
    ]

    private static let openLDAP = Remedy(
        "OpenLDAP",
        "TLSCertificateFile and TLSCertificateKeyFile (olcTLS… in cn=config) must name files that slapd's user can "
            + "read; without them it knows no StartTLS."
    )

    private static let samba = Remedy(
        "Samba",
        "tls enabled = yes, with tls certfile and tls keyfile; its log says what it cannot use."
    )
}

extension Explanation.Probe {
    fileprivate static let dcdiag = Self(
        "On Windows, see what is wrong with a domain controller:",
        "dcdiag /s:{host} /test:Advertising /test:Services",
        .with("Windows")
    )
}

extension Explanation.Remedy {
    static let domainController = Self(
        "Windows",
        "A domain controller needs a certificate for server authentication, with its full name and a private key, in "
            + "the computer's Personal store (template Kerberos Authentication); event 1220 or 36886 says that none "
            + "is usable. Once it is there StartTLS works, and so do ports 636 and 3269."
    )
}

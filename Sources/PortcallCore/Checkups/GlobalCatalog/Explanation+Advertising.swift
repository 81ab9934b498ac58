extension Explanation {
    static let dcIdentityDiffers = Explanation(
        "dc-identity-differs",
        .warning,
        message: "What answers as {host} is of different {what}: {one}, and {other}.",
        fix: "Find out which machines share the name or the address, and give each controller one of its own.",
        meaning: [
            "The directory's rootDSE, the answer to the netlogon ping, the realm of the Kerberos server and the address "
                + "records should all tell of the same domain controller. Where they do not, a client gets a ticket "
                + "from one and takes it to another, or reads here and writes there: logins fail now and then.",
            "A load balancer before domain controllers, a port forwarded elsewhere, an address that two machines have "
                + "or that was given away, and records that were left behind all look like this.",
        ],
        confirm: [
            Probe("Who answers on each port:", "ldapsearch -x -H ldap://{host}:3268 -s base -b '' dnsHostName"),
            Probe("Who answers the ping, with Samba's tools:", "net ads lookup -S {host}"),
            Probe("From Windows:", "nltest /dsgetdc:DOMAIN /force"),
            Probe("Which address DNS has:", "dig +short {host} A {host} AAAA"),
        ],
        remedies: [
            Remedy("Load balancer", "Do not put one before domain controllers: clients find them, and others, by DNS."),
            Remedy("Firewall", "Compare where 389 (TCP and UDP), 3268, 636, 3269 and 88 are forwarded to."),
            Remedy("DNS", "Correct the address records; nltest /dsregdns on the controller registers its own anew."),
        ]
    )

    static let dcNotAdvertised = Explanation(
        "dc-not-advertised",
        .warning,
        message: "{name} does not offer itself as {roles}, so clients that look for one never use it.",
        fix: "Restart the Netlogon service there, and look at its log.",
        meaning: [
            "Clients of Windows, and Exchange, look for a domain controller by the netlogon ping, and take one whose "
                + "answer has the flags of the roles that they need. Here a flag is missing of a role that the server "
                + "has by its rootDSE or its ports, or that every domain controller has (time).",
            "dcdiag fails such a server in its test Advertising. The flag of a reliable time server (0x200) may be "
                + "missing, and that of a writable one (0x100) where the controller is read-only.",
        ],
        confirm: [
            Probe("On Windows:", "dcdiag /s:{host} /test:Advertising"),
            Probe("Ask for one with the role:", "nltest /dsgetdc:DOMAIN /gc /kdc /timeserv /force"),
            Probe("With Samba's tools, see the flags:", "net ads lookup -S {host}"),
        ],
        remedies: [
            Remedy(
                "Windows",
                "A global catalog: event 1119 says that it is one; then restart Netlogon. A Kerberos server: "
                    + "Get-Service Kdc. A time server: w32tm /query /status, and AnnounceFlags of W32Time."
            ),
            Remedy(
                "Samba",
                "server services needs kdc for the Kerberos server and ntp_signd for the time server; samba-tool drs "
                    + "options DC shows IS_GC where it is a global catalog."
            ),
        ]
    )
}

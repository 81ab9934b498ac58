extension Explanation {
    /// Of every directory.
    static let directory = [
        ldapSigningRequired, ldapTLSRequired, ldapBindRefused, rootDSEUnreadable, dcNotSynchronized, clockSkew,
        gcWrongForest,
    ]

    static let ldapSigningRequired = Explanation(
        "ldap-signing-required",
        .note,
        otherwise: "a warning where the server then hangs up",
        silences: ["rootdse-unreadable", "closed-early"],
        message:
            "The directory wants stronger authentication than the bind in clear has: signing or TLS on Active Directory and "
            + "Samba, elsewhere perhaps a mechanism of SASL. {ended}",
        fix: "Let clients sign (GSSAPI, GSS-SPNEGO), or use TLS: port 636, or StartTLS where the server has it.",
        meaning: [
            "Result 8, strongerAuthRequired. It is how a domain controller should be configured, and what Windows "
                + "Server 2025 and Samba do by default; programs that send names and passwords in clear fail with it.",
            "On Windows this shows only when a client logs in with a name, so a domain controller that demands "
                + "signing may well pass this check without the note.",
        ],
        confirm: [
            Probe("Log in in clear (it must fail):", "ldapsearch -x -H ldap://{host}:{port} -D USER -W -s base -b ''"),
            Probe(
                "On the domain controller, event 2889 names clients that still do:",
                "Get-WinEvent -LogName 'Directory Service' | Where-Object Id -eq 2889"
            ),
        ],
        remedies: [
            Remedy(
                "Windows",
                "Leave the policy 'LDAP server signing requirements' at Require signing; mend the clients."
            ),
            Remedy("Samba", "ldap server require strong auth = yes is right; 'no' is for old clients, for a while."),
        ]
    )

    static let ldapTLSRequired = Explanation(
        "ldap-tls-required",
        .note,
        otherwise: "a warning where the server then hangs up",
        silences: ["rootdse-unreadable", "closed-early"],
        message: "The directory answers only on encrypted connections. {ended}",
        fix: "Let clients use the port for LDAP over TLS, or StartTLS where the server has it.",
        meaning: [
            "Result 13, confidentialityRequired: in clear not even the rootDSE is shown. That is a choice, and a "
                + "safe one; clients must be configured for TLS."
        ],
        confirm: [
            .dialogue, .dialogueInsideTLS,
        ],
        remedies: [
            Remedy("OpenLDAP", "security ssf=128 (olcSecurity) demands it; 0 allows clear text again."),
            Remedy(
                "389 Directory Server",
                "nsslapd-minssf demands it, and nsslapd-minssf-exclude-rootdse excepts the rootDSE."
            ),
        ]
    )

    static let ldapBindRefused = Explanation(
        "ldap-bind-refused",
        .warning,
        silences: ["rootdse-unreadable", "closed-early"],
        message: "The directory refuses the anonymous bind. {meaning} {learned}",
        fix: "If clients are to ask without a name, allow anonymous binds; else check this server from its own tools.",
        meaning: [
            "portcall asks without a name and without a password, and never with one. A server that refuses that is "
                + "alive and speaks LDAP; whether it serves those who log in cannot be seen from here.",
            "Active Directory allows the anonymous bind and then shows its rootDSE alone.",
        ],
        confirm: [.dialogue],
        remedies: [
            Remedy(
                "OpenLDAP",
                "disallow bind_anon (olcDisallows) refuses it, require authc (olcRequires) all without a name."
            ),
            Remedy(
                "389 Directory Server",
                "nsslapd-allow-anonymous-access: rootdse shows the rootDSE and nothing else."
            ),
            Remedy(
                "Samba",
                "Anonymous binds are allowed; a refusal comes from a proxy, or from a server that is starting."
            ),
            Remedy(
                "Windows",
                "Anonymous binds are allowed; code 53 comes from DenyUnauthenticatedBind or a server at its limits."
            ),
        ]
    )

    static let rootDSEUnreadable = Explanation(
        "rootdse-unreadable",
        .warning,
        silences: ["closed-early"],
        message:
            "The directory answers, and does not show its rootDSE, so nothing is known of what it holds. {meaning}",
        fix: "Let everybody read the rootDSE: clients find naming contexts and mechanisms there.",
        meaning: [
            "The entry without a name is what LDAP clients read first (RFC 4512 section 5.1). Without it they do not "
                + "know which part of the tree is here, nor how to log in. Referrals are shown and never followed."
        ],
        confirm: [.dialogue, .ldp],
        remedies: [
            Remedy("OpenLDAP", "access to dn.base=\"\" by * read, and no require authc."),
            Remedy(
                "389 Directory Server",
                "An ACI on the root entry for anyone, or nsslapd-allow-anonymous-access: rootdse."
            ),
            Remedy(
                "Windows",
                "Every domain controller shows it; something else answers, or the directory is starting."
            ),
            Remedy("Samba", "Samba shows it to everybody; look into the log of the process that serves LDAP."),
        ]
    )

    static let dcNotSynchronized = Explanation(
        "dc-not-synchronized",
        .warning,
        message: "{name} has not finished its first synchronization since it started, so it does not advertise itself.",
        fix: "Look at replication: a partner it needs cannot be reached, or DNS does not find it.",
        meaning: [
            "isSynchronized is FALSE. After a start a domain controller waits until every partition has been "
                + "replicated with one partner; until then it holds roles but does not use them, and clients are "
                + "sent elsewhere. Exchange does not use it."
        ],
        confirm: [
            Probe("See the state of replication:", "repadmin /showrepl {host}"),
            Probe("See what is wrong with it as a whole:", "dcdiag /s:{host} /test:Advertising /test:Replications"),
            .ldp,
        ],
        remedies: [
            Remedy(
                "Windows",
                "Mend what repadmin, event 1925 or event 2087 names, mostly DNS or a firewall; then it catches up."
            ),
            Remedy("Samba", "samba-tool drs showrepl, then samba-tool drs replicate from a partner that works."),
        ]
    )

    static let gcWrongForest = Explanation(
        "gc-wrong-forest",
        .critical,
        message: "The server belongs to the forest {forest}, and not to {wanted}.",
        fix: "Check the forest asked for and the host; delete a record of {wanted} that names this host.",
        meaning: [
            "The forest's root domain stands in rootDomainNamingContext and in the answer to the netlogon ping. A "
                + "server of another forest answers every question for other accounts: look for a stale SRV record, "
                + "for a name server of the wrong side, or for an address that has been given away."
        ],
        confirm: [.dialogue, .nltest, .srvRecords],
        remedies: [
            Remedy("DNS", "Delete the records in _msdcs that name the server, or point the name at the right address."),
            Remedy("Windows", "nltest /dsregdns on the right domain controllers registers their records anew."),
            Remedy("Samba", "samba_dnsupdate --verbose on the right controllers registers their records anew."),
        ]
    )
}

extension Explanation.Probe {
    static let ldp = Self(
        "On Windows, ldp.exe shows the rootDSE once Connection, Connect is done; from PowerShell:",
        "([ADSI]'LDAP://{host}:{port}/RootDSE').Properties"
    )
    static let nltest = Self("See which global catalog Windows finds:", "nltest /dsgetdc:DOMAIN /gc /force")
    static let srvRecords = Self("See which global catalogs DNS names:", "dig +short _gc._tcp.{forest} SRV")
}

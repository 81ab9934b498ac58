extension PortRows {
    /// Lists of ports in a blog and a book, and the settings of Outlook.com.
    static let lists = #"""
        = product Exchange 2000/2003 (blog list) | source a list of ports in a blog | role server | certainty stated
        G01 25:smtp | firewall list from a blog | name SMTP
        G02 53:dns 53:dns-udp | firewall list from a blog | name DNS
        G03 80:http | firewall list from a blog | name HTTP
        G04 110:pop3 | firewall list from a blog | name POP3
        G05 119:nntp | firewall list from a blog | name NNTP | note gone
        G06 135:msrpc | firewall list from a blog | name MSRPC / LOC-SRV | note The list says TCP and UDP: Exchange
            needs TCP alone, and the mapper over UDP is off since Windows Vista. LOC-SRV is an old name of the
            endpoint mapper.
        G07 143:imap | firewall list from a blog | name IMAP4
        G08 379:srs | firewall list from a blog | name LDAP SRS | note tcp-mixed
        G09 389:ldap 389:cldap | firewall list from a blog | name LDAP | note Over UDP it is the netlogon ping
            (CLDAP).
        G10 390:ldap55 | firewall list from a blog | name LDAP (5.5 on a DC) | note tcp-mixed
        G11 443:https | firewall list from a blog | name HTTP/SSL
        G12 465:smtps | firewall list from a blog | name SMTP/SSL | note Listed as if Exchange used it: Exchange 2000
            does not, and Exchange 2013 and later has plain SMTP with STARTTLS there (P09). The list leaves the
            transport out: it is TCP.
        G13 563:nntps | firewall list from a blog | name NNTP/SSL | note gone
        G14 636:ldaps | firewall list from a blog | name LDAP/SSL | note tcp
        G15 691:resvc | firewall list from a blog | name LSA (RESvc)
        G16 993:imaps | firewall list from a blog | name IMAP4/SSL
        G17 995:pop3s | firewall list from a blog | name POP3/SSL
        G18 3268:gc | firewall list from a blog | name LDAP GC
        G19 3269:gcs | firewall list from a blog | name LDAP GC/SSL
        = product Outlook.com / Office 365 | source the settings page of Outlook.com | role outlook.office365.com |
            encryption TLS | default Yes | login app password/OAuth | logins XOAUTH2 | certainty stated
        H01 993:imaps | client settings | name IMAP | note The page advises app passwords: log-in with a password is
            off today, IMAP lists LOGINDISABLED inside TLS, and XOAUTH2 alone is left.
        H02 995:pop3s | client settings | name POP | note The page advises app passwords: log-in with a password is
            off today, and XOAUTH2 alone is left.
        H03 587:submission | client settings | role smtp.office365.com | name SMTP | encryption STARTTLS | note The
            page advises app passwords: log-in with a password is off today, and XOAUTH2 alone is left.
        = product Exchange 2000/2003 (firewall chapter) | source the chapter "Exchange Server and Firewalls" | role
            server | certainty stated
        K01 25:smtp | "Exchange Server and Firewalls" | name SMTP
        K02 53:dns-udp | "Exchange Server and Firewalls" | name DNS | note The chapter has UDP alone: long answers, as
            of SRV records, need TCP too.
        K03 80:http | "Exchange Server and Firewalls" | name HTTP (OWA /exchange) | also OWA
        K04 88:kerberos | "Exchange Server and Firewalls" | name Kerberos | note The chapter has TCP alone and calls
            it rare: every path to Active Directory needs TCP and UDP.
        K05 102:x400 | "Exchange Server and Firewalls" | name X.400 MTA
        K06 110:pop3 | "Exchange Server and Firewalls" | name POP3
        K07 119:nntp | "Exchange Server and Firewalls" | name NNTP | note gone
        K08 135:msrpc | "Exchange Server and Firewalls" | name RPC | note The chapter says RPC: this is the endpoint
            mapper, and the programs have ports of their own.
        K09 143:imap | "Exchange Server and Firewalls" | name IMAP
        K10 389:ldap | "Exchange Server and Firewalls" | name LDAP
        K11 443:https | "Exchange Server and Firewalls" | name HTTPS
        K12 563:nntps | "Exchange Server and Firewalls" | name NNTP SSL | note gone
        K13 636:ldaps | "Exchange Server and Firewalls" | name LDAP SSL
        K14 993:imaps | "Exchange Server and Firewalls" | name IMAP4 SSL
        K15 995:pop3s | "Exchange Server and Firewalls" | name POP3 SSL
        K16 3268:gc 3269:gcs | "Exchange Server and Firewalls" | name GC
        """#

    /// What the reference lacks: Exchange 2013 and later, front ends, and what Exchange does not have.
    static let own = #"""
        = product Exchange 2013 and later | role Mailbox | source Microsoft, Network ports for clients and mail flow
            in Exchange | certainty stated
        P01 25:smtp | Internet, Edge Transport and other servers → Mailbox (Default Frontend) | encryption Yes, TLS |
            default Yes | login Anonymous, or Kerberos between servers
        P02 587:submission | SMTP clients → Mailbox (Client Frontend) | encryption Yes, TLS | default Yes | login
            Basic after TLS, NTLM/Kerberos
        P03 443:https | Autodiscover, ActiveSync, EWS, OAB, Outlook Anywhere, MAPI over HTTP, Outlook on the web |
            encryption Yes, HTTPS | default Yes | login Negotiate, NTLM, Basic, forms | also OWA ECP EAS rpcproxy
        P04 80:http | redirect to 443, calendars that are published, fallback of Autodiscover | encryption No |
            default No
        P05 143:imap 993:imaps | IMAP4 clients | encryption Yes, SSL, TLS | default Yes | login Basic, NTLM, Kerberos
            | note Off by default.
        P06 110:pop3 995:pop3s | POP3 clients | encryption Yes, SSL, TLS | default Yes | login Basic, NTLM, Kerberos |
            note Off by default.
        P07 717:smtp | transport service → front end (Outbound Proxy Frontend) | encryption Yes, TLS | default Yes |
            login Kerberos
        = product Exchange 2013 and later | role Mailbox | source Microsoft, Receive connectors in Exchange Server |
            certainty stated | encryption Yes, TLS | default Yes | login Kerberos
        P08 2525:smtp | front end and other servers → transport service (Default)
        P09 465:smtp | front end → transport service (Client Proxy) | note Plain SMTP with STARTTLS, and not TLS from
            the first byte; no client connects here.
        P10 475:smtp | transport service → Mailbox Transport Delivery
        = product Exchange 2013 and later | role Mailbox | source what its set-up makes | certainty recalled
        P11 81:http 444:https | front end → Exchange Back End (the second web site) | encryption Yes, HTTPS | default
            Yes | login Kerberos
        P12 135:msrpc | Exchange servers → Mailbox, by RPC | encryption Yes, RPC encryption | default Yes | login
            Kerberos | note Between Exchange servers Microsoft supports no closed port at all.
        P13 64327:replication | log copying and seeding of a DAG | encryption Yes | default No | login Kerberos
        P14 445:smb 3343:udp | cluster of a DAG | encryption Yes | default No | login Kerberos | others the heartbeat of
            the cluster answers to its own nodes alone
        P15 808:mrs | Mailbox Replication service (MRS) | encryption Yes | default Yes | login Kerberos
        = product Exchange 2013 and 2016 | role Unified Messaging | source Microsoft, UM protocols, ports, and
            services | certainty recovered | found V5 | encryption Yes, SIP over TLS | default No | login By IP
            address, MTLS
        P16 5060:sip 5061:sips | IP PBX or VoIP gateway → call router | note um
        P17 5062:sips 5063:sips | call router → UM service | note um
        P18 5065:sip 5067:sip 5066:sips 5068:sips | UM service → its worker | note um
        = product Exchange 2013 and later | role Edge Transport | certainty stated | encryption Yes, TLS | default Yes
            | source Microsoft, Network ports for clients and mail flow in Exchange
        P20 25:smtp | Internet → Edge Transport | login Anonymous, Certificate
        P21 25:smtp | Mailbox → Edge Transport | login Direct trust
        P22 50636:adldss | EdgeSync: Mailbox → Edge Transport (AD LDS) | encryption Yes, LDAPS | login Basic
        P23 50389:adlds | AD LDS on Edge, local/tools | encryption No | default No | certainty recalled
        P24 25:smtp | Internet → Edge Transport | product Exchange 2007 and 2010 | login Anonymous, Certificate |
            certainty recalled
        = product Exchange 2000/2003 | role front end | certainty recalled | source Front-End and Back-End Server
            Topology Guide for Exchange Server 2003 and Exchange 2000 Server
        P30 443:https | Outlook Web Access, ActiveSync and RPC over HTTP (2003), from the Internet | encryption SSL
            (needs Computer certificate) | default Yes | login Basic, forms (2003) | also OWA
        P31 80:http | the same without TLS | encryption No | default No | login Basic
        P32 25:smtp | mail from the Internet, and from POP3 and IMAP4 clients | encryption STARTTLS in band | default
            No | login Anonymous, Basic
        P33 110:pop3 995:pop3s | POP3 clients | encryption SSL | default No | login Basic
        P34 143:imap 993:imaps | IMAP4 clients | encryption SSL | default No | login Basic
        P35 119:nntp 563:nntps | public folders/newsgroups | encryption SSL | default No | login Anonymous, Basic
        = product Exchange 2003 to 2010 | role server | certainty recalled | source MS-RPCH
        P40 593:rpchttp | endpoint mapper over HTTP, behind an RPC proxy | encryption Yes, RPC encryption | default
            Yes | login NTLM/Kerberos
        = product no Exchange | role other mail servers | certainty stated
        P41 5060:sip-udp | SIP gateways in general | source RFC 3261 | note Unified Messaging listens on TCP alone;
            other gateways answer here.
        P42 4190:sieve | filters of mailboxes, put there by users' mail programs | source RFC 5804 | encryption Yes,
            TLS | default Yes | login any of SASL
        P43 24:lmtp | mail from a mail server into mailboxes, inside one site | source RFC 2033 | encryption Yes, TLS
            | default No
        """#
}

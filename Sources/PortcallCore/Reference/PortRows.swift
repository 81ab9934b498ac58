/// The rows of the port reference as they are written down; `PortRow` reads them once somebody asks.
///
/// A line that begins with `=` says what holds for the rows below it until the next, one that begins with `~` gives a
/// name to words that several rows have. A row is `ID PORTS | PATH | FIELD VALUE | …`: its ports are `PORT:SERVICE`, or
/// `PORT:tcp` and `PORT:udp` where portcall has nothing to say there, or a hyphen; a field without a value has none here.
/// A line that begins with spaces continues the one above.
enum PortRows {
    static let all = [words, exchange2000, exchange2010, rules, lists, own]

    /// What several rows say.
    static let words = #"""
        ~ dynamic the endpoint mapper on 135 hands out the port; portcall rpc HOST reads its map and calls what it
            names
        ~ any the rule lets the program listen on any port, so that there is none to call
        ~ gone NNTP left the product with Exchange 2007.
        ~ mixed Only where Exchange 5.5 is in the forest: elsewhere an open one is suspicious.
        ~ tcp The list says TCP and UDP; over UDP only 389 has it.
        ~ tcp-mixed The list says TCP and UDP; over UDP only 389 has it. Only where Exchange 5.5 is in the forest:
            elsewhere an open one is suspicious.
        ~ bing Microsoft writes Bing for Bin in the path of the program.
        ~ um The article has 5061, 5066 and 5068 secured and the others not; Microsoft's page on 2013 has the worker
            on 5065 and 5067 over TCP or mutual TLS, and on 5066 and 5068 in dual mode alone: expect either.
        ~ im Three descriptions contradict each other: mutual TLS from Office Communications Server to Client Access,
            Negotiate inside SSL from Unified Messaging, and a rule for the pool of OWA. In practice it is SIP over
            TLS, open only while instant messaging in OWA is set up.
        ~ um-control The article has 5061, 5066 and 5068 secured and the others not; Microsoft's page on 2013 has the
            worker on 5065 and 5067 over TCP or mutual TLS, and on 5066 and 5068 in dual mode alone: expect either.
            "Management" of 16000-17000 is "control" in the original.
        """#

    /// Exchange 2000 and 2003.
    static let exchange2000 = #"""
        = product Exchange 2000/2003 | source Microsoft KB 278339 (its number is recalled) | role server | name LDAP |
            certainty stated
        A01 389:ldap | AD, AD Connector, Exchange 5.5 directory
        A02 636:ldaps | DC or Exchange 5.5 | name LDAP/SSL | encryption SSL (needs Computer certificate)
        A03 379:srs | Site Replication Service (SRS) | note mixed
        A04 390:ldap55 | alternate for Exchange 5.5 on a Windows 2000 DC; "not a standard LDAP port" | note mixed
        A05 3268:gc | global catalog | name LDAP GC
        A06 3269:gcs | global catalog | name LDAP GC/SSL | encryption SSL (needs Computer certificate)
        A07 143:imap | runs in inetinfo.exe | name IMAP4
        A08 993:imaps | needs Computer certificate | name IMAP4/SSL | encryption SSL
        A09 110:pop3 | inetinfo.exe | name POP3
        A10 995:pop3s | needs Computer certificate | name POP3/SSL | encryption SSL
        A11 119:nntp | public folders/newsgroups | name NNTP
        A12 563:nntps | needs Computer certificate | name NNTP/SSL | encryption SSL
        A13 80:http | OWA, System Manager (W3Svc) | name HTTP
        A14 443:https | needs Computer certificate | name HTTP/SSL | encryption SSL
        A15 25:smtp | SMTPSvc in inetinfo.exe | name SMTP | encryption STARTTLS in band
        A16 465:smtps | Exchange 2000 itself does NOT use 465 | name SMTP/SSL | encryption SSL by industry practice |
            note Three statements are about 465: it is reserved for SMTP over TLS; Exchange 2000 does not use it;
            Exchange 2013 and later has plain SMTP with STARTTLS there (P09).
        A17 691:resvc | link state inside a routing group; between groups: verb on 25 | name SMTP/LSA (RESvc) | note
            The article calls the verb between groups X-LSA-2: on the wire it is X-LINK2STATE.
        A18 80:rvp | Instant Messaging; callback to client ephemeral port > 1024 | name RVP | also IM
        A19 6667:irc | Chat | name IRC/IRCX
        A20 7000:irc | Chat, "also very frequently used" | name IRC/IRCX
        A21 994:ircs | NOT supported by Exchange 2000 | name IRC/SSL | encryption SSL | note Listed though Exchange
            2000 does not support it: expect it closed.
        A22 102:x400 | MTA over RFC 1006 | name X.400
        A23 135:msrpc | endpoint mapper ("Locator") + dynamic ports | name MS-RPC | note The article calls it the RPC
            Locator Service: it is the endpoint mapper, and the Locator is another service.
        A24 1503:t120 | data conferencing (Conferencing Server MCU) | name T.120
        A25 522:uls | NOT implemented by Exchange; AD on 389 instead | name ULS | why its protocol was never
            published: what answers as a directory is an Internet Locator Server, and silence says nothing | also ILS
            | note Listed though Exchange has none: expect it closed.
        A26 1720:h323 | video call setup; media on dynamic UDP | name H.323
        A27 1731:audio | audio conferencing; media on dynamic port | name Audio | why its protocol was never
            published: that the port is open is all that can be known
        """#

    /// The data paths of Exchange 2010.
    static let exchange2010 = #"""
        = product Exchange 2010 SP1 | source TechNet bb331973, Exchange Network Port Reference (22 April 2011) | role
            Transport | encryption Yes, TLS | default Yes | login Kerberos | logins NTLM/Kerberos | certainty
            recovered | found V2
        B01 25:smtp | Hub Transport → Hub Transport | logins Kerberos
        B02 25:smtp | Hub Transport → Edge Transport | login Direct trust | logins Direct trust
        B03 25:smtp | Edge Transport → Hub Transport | login Direct trust | logins Direct trust
        B04 25:smtp | Edge Transport → Edge Transport | login Anonymous, Certificate | logins Anonymous, Certificate |
            note Of Exchange 2007 389 and 80 were listed here too.
        B05 135:msrpc | Mailbox → Hub Transport (Mail Submission service) | encryption Yes, RPC encryption | login
            NTLM; Kerberos if both roles on one server
        B06 135:msrpc | Hub Transport → Mailbox via MAPI | encryption Yes, RPC encryption | login NTLM; Kerberos if
            both roles on one server
        B07 25:smtp | Unified Messaging → Hub Transport | logins Kerberos | also Yes, using TLS | note The article has
            lost the name of this row, which reads "Yes, using TLS" there.
        B08 50636:adldss | EdgeSync: Hub Transport → Edge Transport (AD LDS) | encryption Yes, LDAPS | login Basic |
            logins Basic
        B09 50389:adlds | AD LDS on Edge, local/tools | encryption No | default No | login | logins | certainty stated
            | found
        B10 389:ldap 389:cldap 3268:gc 88:kerberos 88:kerberos-udp 53:dns 53:dns-udp 135:msrpc | Active Directory
            access from Hub Transport | encryption Yes, Kerberos encryption | logins Kerberos
        B11 443:https | AD RMS access from Hub Transport | encryption Yes, SSL | login NTLM/Kerberos | certainty
            recalled | found V4 | note The table says Yes with an asterisk, whose footnote is lost.
        B12 587:submission 25:smtp | SMTP clients → Hub Transport (e.g. Windows Live Mail) | login NTLM/Kerberos |
            found V4 | also Windows Mail live | note The article says "Windows Mail live", a slip of its translation.
        = product Exchange 2010 SP1 | source TechNet bb331973, Exchange Network Port Reference (22 April 2011) | role
            Mailbox | encryption Yes, RPC encryption | default Yes | login NTLM/Kerberos | logins NTLM/Kerberos |
            certainty recalled
        C01 389:ldap 389:cldap 3268:gc 88:kerberos 88:kerberos-udp 53:dns 53:dns-udp 135:msrpc | Active Directory
            access | encryption Yes, Kerberos encryption | login Kerberos | logins Kerberos | found V3
        C02 135:msrpc | Admin remote access (Remote Registry) | encryption Yes, IPsec | default No
        C03 445:smb | Admin remote access (SMB/File) | encryption Yes, IPsec | default No | found V4
        C04 135:msrpc | Availability Web service (Client Access → Mailbox) | certainty recovered | found V3
        C05 135:msrpc 3343:udp | Clustering | encryption Yes, IPsec | default No | certainty recovered | found V4 |
            others the heartbeat of the cluster answers to its own nodes alone | note The article says "Yes, RPC
            encryption", which seems to be the cell of the row that is lost below it (C06): the original says IPsec.
        C06 135:msrpc | Content indexing
        C07 64327:replication | Log shipping (DAG) | encryption Yes | default No | found V4 V5 | note Exchange 2007
            shipped its logs over 445: the port is of 2010 and later, and can be changed.
        C08 64327:replication | Seeding (DAG) | encryption Yes | default No | found V4 V5 | note Exchange 2007 seeded
            over 445: the port is of 2010 and later, and can be changed.
        C09 - | VSS backup | encryption No | default No | certainty recovered | why the article names no port: backup
            programs use SMB on the server itself, which others reach on 445 | also Server Message Block | note "Local
            Message Block" is the article's slip for Server Message Block.
        C10 135:msrpc | Mailbox Assistants | encryption No | default No
        C11 135:msrpc | MAPI access
        C12 135:msrpc | AD Topology service access
        C13 135:msrpc | System Attendant legacy access (listen) | encryption No | default No
        C14 389:ldap 389:cldap 3268:gc 88:kerberos 88:kerberos-udp 53:dns 53:dns-udp 135:msrpc | System Attendant
            legacy access to AD | encryption Yes, Kerberos encryption | login Kerberos | logins Kerberos
        C15 135:msrpc | System Attendant legacy access (as MAPI client)
        C16 135:msrpc | Offline address book accessing AD | login Kerberos | logins Kerberos
        C17 135:msrpc | Recipient Update Service RPC access | login Kerberos | logins Kerberos
        C18 389:ldap 389:cldap 3268:gc 88:kerberos 88:kerberos-udp 53:dns 53:dns-udp 135:msrpc | Recipient update to
            AD | encryption Yes, Kerberos encryption | login Kerberos | logins Kerberos
        = product Exchange 2010 SP1 | source TechNet bb331973, Exchange Network Port Reference (22 April 2011) | role
            Client Access | encryption Yes, HTTPS | default Yes | login Kerberos | logins Kerberos | certainty
            recalled
        D01 389:ldap 389:cldap 3268:gc 88:kerberos 88:kerberos-udp 53:dns 53:dns-udp 135:msrpc | Active Directory
            access | encryption Yes, Kerberos encryption | certainty recovered | found V3
        D02 80:http 443:https | Autodiscover service | login Basic/Integrated (Negotiate) | logins Basic, Digest,
            NTLM, Negotiate (Kerberos) | also autodiscover.xml
        D03 80:http 443:https | Availability service | login NTLM/Kerberos | logins NTLM, Kerberos | also EWS
        D04 808:mrs | Mailbox Replication service (MRS) | encryption Yes, RPC encryption | login Kerberos/NTLM |
            logins Kerberos, NTLM
        D05 80:http 443:https | Outlook accessing OAB | default No | login NTLM/Kerberos | logins NTLM/Kerberos |
            found V4 | also OAB
        D06 80:http 443:https | Outlook Web App | default Yes, self-signed | login Forms Based Authentication | logins
            Basic, Digest, FBA, NTLM (v2 only), Kerberos, Certificate | also OWA
        D07 110:pop3 995:pop3s | POP3 | encryption Yes, SSL, TLS | login Basic, Kerberos | logins Basic, Kerberos |
            found V4
        D08 143:imap 993:imaps | IMAP4 | encryption Yes, SSL, TLS | login Basic, Kerberos | logins Basic, Kerberos |
            found V4
        D09 80:http 443:https | Outlook Anywhere (RPC over HTTP) | login Basic | logins Basic or NTLM | also rpcproxy
        D10 80:http 443:https | Exchange ActiveSync | login Basic | logins Basic, Certificate | also EAS
        D11 5060:sip 5061:sips 5062:sips | Client Access → Unified Messaging | encryption Yes, SIP over TLS | login By
            IP address | logins By IP address | certainty recovered | found V3 | note And a dynamic port, to which the
            call is redirected.
        D12 80:http 443:https | Client Access → earlier-version Mailbox server | encryption Yes, IPsec | default No |
            login NTLM/Kerberos | logins Negotiate (Kerberos, fallback NTLM or Basic); POP/IMAP plain text
        D13 - | Client Access → Exchange 2010 Mailbox server | encryption Yes, RPC encryption | logins NTLM/Kerberos |
            why dynamic | note The article names no port: RPC begins at the endpoint mapper, 135.
        D14 80:http 443:https | Client Access ↔ Client Access (ActiveSync) | default Yes, self-signed | logins
            Kerberos, Certificate | certainty recovered | found V3
        D15 80:http 443:https | Client Access ↔ Client Access (Outlook Web Access) | encryption Yes, SSL
        D16 443:https | Client Access → Client Access (EWS) | encryption Yes, SSL
        D17 995:pop3s | Client Access → Client Access (POP3) | encryption Yes, SSL | login Basic | logins Basic |
            certainty recovered | found V3
        D18 993:imaps | Client Access → Client Access (IMAP4) | encryption Yes, SSL | login Basic | logins Basic |
            certainty recovered | found V3
        D19 5075:sips 5076:sips 5077:sips 5061:sips | Office Communications Server → Client Access (OWA IM
            integration) | encryption Yes, SSL | login mTLS (required) | logins mTLS (required) | note im
        = product Exchange 2010 SP1 | source TechNet bb331973, Exchange Network Port Reference (22 April 2011) | role
            Unified Messaging | encryption Yes, SSL | default Yes | login Kerberos | logins Kerberos | certainty
            recalled
        E01 389:ldap 389:cldap 3268:gc 88:kerberos 88:kerberos-udp 53:dns 53:dns-udp 135:msrpc | Active Directory
            access | encryption Yes, Kerberos encryption
        E02 5060:sip 5065:sip 5067:sip 5061:sips 5066:sips 5068:sips 16000-17000:tcp 1024-65535:udp | UM phone
            interaction (IP PBX/VoIP gateway) | encryption Yes, SIP/TLS, SRTP | default No | login By IP address |
            logins By IP address, MTLS | others 16000-17000 and the UDP ports are open during a call alone, and a silent
            UDP port proves nothing | note um-control
        E03 80:http 443:https | UM Web service | login Integrated Windows (Negotiate) | logins Basic, Digest, NTLM,
            Negotiate (Kerberos)
        E04 5075:sips 5076:sips 5077:sips | UM → Client Access | login Integrated Windows (Negotiate) | logins Basic,
            Digest, NTLM, Negotiate (Kerberos) | certainty stated | note im
        E05 - | UM → Client Access (Play on Phone) | encryption Yes, RPC encryption | login NTLM/Kerberos | logins
            NTLM/Kerberos | why dynamic
        E06 25:smtp | UM → Hub Transport | encryption Yes, TLS | certainty recovered | found V2
        E07 135:msrpc | UM → Mailbox | encryption Yes, RPC encryption | login NTLM/Kerberos | logins NTLM/Kerberos
        """#
}

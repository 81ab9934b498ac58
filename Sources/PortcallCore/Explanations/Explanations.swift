extension Explanation {
    /// Every finding that does not belong to one protocol.
    public static let general =
        reaching + talking + identity + upgrade + handshake + dates + trust + strength + stapling + joint + catalog
}

extension Explanation.Probe {
    static let openssl = Self(
        "See what TLS says there (add -starttls smtp, imap or pop3 as needed):",
        "openssl s_client -connect {host}:{port} -servername {host} -showcerts </dev/null"
    )
    static let verify = Self(
        "Let OpenSSL judge the chain and the name (add -starttls smtp, imap or pop3 as needed):",
        "openssl s_client -connect {host}:{port} -servername {host} -verify_hostname {host} -brief </dev/null"
    )
    static let file = Self(
        "Of a file, before it is installed, its leaf first:",
        "openssl verify -x509_strict -purpose sslserver -show_chain -untrusted FILE FILE"
    )
    static let connect = Self("From this machine:", "nc -vz {host} {port}")
    static let testNetConnection = Self("From Windows PowerShell:", "Test-NetConnection {host} -Port {port}")
    static let swaks = Self("See the dialogue up to EHLO:", "swaks --server {host} --port {port} --quit-after EHLO")
    static let swaksTLS = Self(
        "See the dialogue up to EHLO inside TLS:",
        "swaks --server {host} --port {port} -tls --quit-after EHLO"
    )
    static let exchangeCertificates = Self(
        "On Exchange, see which certificate serves what:",
        "Get-ExchangeCertificate | Format-List Subject,CertificateDomains,NotAfter,Services,Status"
    )
}

extension Explanation.Remedy {
    static let firewall = Self(
        "Firewall",
        "Allow TCP to {port} from here, or ask from where it is allowed; a rule that rejects refuses, one that drops "
            + "is silent."
    )
    static let renewExchange = Self(
        "Exchange",
        "Install the new certificate with Import-ExchangeCertificate, then give it its services with "
            + "Enable-ExchangeCertificate -Thumbprint … -Services SMTP (POP and IMAP for mailboxes, and restart those "
            + "services); a connector with TlsCertificateName set names it by issuer and subject, so set that anew too."
    )
    static let domainController = Self(
        "Windows",
        "A domain controller needs a certificate for server authentication, with its full name and a private key, in "
            + "the computer's Personal store (template Kerberos Authentication); event 1220 or 36886 says that none "
            + "is usable. Once it is there StartTLS works, and so do ports 636 and 3269."
    )
    static let renewPostfix = Self(
        "Postfix",
        "Put key, leaf and intermediates in that order into the file of smtpd_tls_chain_files (or leaf and "
            + "intermediates into smtpd_tls_cert_file), then run postfix reload."
    )
    static let renewExim = Self(
        "Exim",
        "Put leaf and intermediates into the file of tls_certificate, the key into that of tls_privatekey; Exim reads "
            + "them for each connection."
    )
    static let renewDovecot = Self(
        "Dovecot",
        "Put leaf and intermediates into the file of ssl_cert and the key into that of ssl_key (ssl_server_cert_file "
            + "and ssl_server_key_file since 2.4), then run doveadm reload."
    )
}

extension Explanation {
    /// Every finding that does not belong to one protocol.
    public static let general = ofAnyCall + acrossCalls

    private static let ofAnyCall =
        reaching + talking + identity + upgrade + handshake + dates + trust + strength + stapling

    /// Those that several calls show together, so that they are told of no single service.
    static let acrossCalls = joint + catalog
}

extension Explanation.Probe {
    static let openssl = Self(
        "See what TLS says there:",
        "openssl s_client -connect {host}:{port}{starttls} -servername {host} -showcerts </dev/null"
    )
    static let verify = Self(
        "Let OpenSSL judge the chain and the name:",
        "openssl s_client -connect {host}:{port}{starttls} -servername {host} -verify_hostname {host} -brief "
            + "</dev/null"
    )
    static let file = Self(
        "Of a file, before it is installed, its leaf first:",
        "openssl verify -x509_strict -purpose sslserver -show_chain -untrusted FILE FILE",
        .tls
    )
    static let connect = Self("From this machine:", "nc -vz {host} {port}", .over(.tcp))
    static let testNetConnection = Self(
        "From Windows PowerShell:",
        "Test-NetConnection {host} -Port {port}",
        .over(.tcp)
    )
    static let listeners = Self("On the server itself:", "ss -ltnp 'sport = :{port}'", .over(.tcp))
    static let bytes = Self("See the first bytes:", "nc -w 5 {host} {port} </dev/null | xxd | head", .over(.tcp))
    static let exchangeCertificates = Self(
        "On Exchange, see which certificate serves what:",
        "Get-ExchangeCertificate | Format-List Subject,CertificateDomains,NotAfter,Services,Status",
        .with("Exchange")
    )
}

extension Explanation.Remedy {
    static let firewall = Self(
        "Firewall",
        "Allow {transport} to {port} from here, or ask from where it is allowed; a rule that rejects refuses, one that "
            + "drops is silent."
    )
    static let program = Self(
        "Any server",
        "On the server, ss -lntup 'sport = :{port}' (Windows: netstat -abno) names the program."
    )
}

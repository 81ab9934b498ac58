extension Explanation {
    /// Every finding portcall can come to: the general ones, then those of each checkup and each protocol.
    public static let all: [Explanation] = {
        let own = CheckupKind.all.flatMap(\.explanations) + Service.all.flatMap(\.kind.explanations)
        return (general + own).reduce(into: []) { all, one in
            if !all.contains(where: { $0.id == one.id }) { all.append(one) }
        }
    }()

    /// The explanation of an id.
    public static func named(_ id: String) -> Explanation? {
        all.first { $0.id == id }
    }

    /// Every finding that belongs to no one protocol or checkup.
    public static let general =
        reaching + talking + identity + upgrade + purpose + handshake + dates + trust + strength + stapling

    /// Those that several calls show together, so that they are told of no single service.
    static let acrossCalls = CheckupKind.all.flatMap(\.explanations)
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
    static let datesOfAll = Self(
        "The dates of every certificate that is sent:",
        "openssl s_client -connect {host}:{port}{starttls} -servername {host} -showcerts </dev/null "
            + "| openssl crl2pkcs7 -nocrl -certfile /dev/stdin | openssl pkcs7 -print_certs -noout -text "
            + "| grep -E 'Subject:|Not After'"
    )
    static let wholeCertificates = Self(
        "Read every certificate that is sent, as it is written:",
        "openssl s_client -connect {host}:{port}{starttls} -servername {host} -showcerts </dev/null "
            + "| openssl crl2pkcs7 -nocrl -certfile /dev/stdin | openssl pkcs7 -print_certs -noout -text "
    )
    static let staple = Self(
        "See the response, or 'no response sent':",
        "openssl s_client -status -connect {host}:{port}{starttls} -servername {host} </dev/null "
            + "| sed -n '/^OCSP/,/^---/p'"
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
    /// Of servers that talk first their greeting, of web servers their answer, of most others what they object with.
    static let stranger = Self(
        "See what answers, whether it speaks first or waits:",
        #"(sleep 2; printf 'GET / HTTP/1.0\r\n\r\n') | nc -w 5 {host} {port} | cat -v | head"#,
        .over(.tcp)
    )
    static let strangerInsideTLS = Self(
        "See what answers inside TLS, whether it speaks first or waits:",
        #"(sleep 2; printf 'GET / HTTP/1.0\r\n\r\n'; sleep 3) | openssl s_client -connect {host}:{port}{starttls} "#
            + "-quiet -no_ign_eof 2>/dev/null | cat -v | head"
    )
    /// OpenSSL's own hello is smaller: `-bugs` pads it to 512 bytes, past the range that old load balancers stumble over.
    static let largeHello = Self(
        "Send a ClientHello of 512 bytes; where nothing comes within ten seconds, it is this:",
        "openssl s_client -connect {host}:{port}{starttls} -servername {host} -bugs -msg </dev/null & sleep 10; kill $!"
    )
    /// Of servers that leave a handshake unanswered.
    static let patientOpenssl = Self(
        "See how far the handshake comes within ten seconds:",
        "openssl s_client -connect {host}:{port}{starttls} -servername {host} -msg </dev/null & sleep 10; kill $!"
    )
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

extension ProtocolWords {
    static let http = ProtocolWords(
        products: ["Exchange", "Windows", "nginx", "Apache", "Proxy"],
        dialogue: DialogueByHand(
            inClear: [
                Probe(
                    "Ask for the front page, and see the answer:",
                    "curl -sv -m 10 http://{host}:{port}/ -o /dev/null"
                )
            ],
            implicit: [
                Probe(
                    "Ask for the front page, and see the answer:",
                    "curl -ksv -m 10 https://{host}:{port}/ -o /dev/null"
                )
            ]
        ),
        certificate: [
            Remedy(
                "Exchange",
                "Install the new certificate with Import-ExchangeCertificate, then Enable-ExchangeCertificate "
                    + "-Thumbprint … -Services IIS; the site Exchange Back End (444) keeps the one that set-up made."
            ),
            Remedy(
                "Windows",
                "Import it with its private key into the computer's Personal store, intermediates into Intermediate "
                    + "Certification Authorities, and choose it in the site's https binding; netsh http show sslcert "
                    + "shows what is bound."
            ),
            Remedy(
                "nginx",
                "Leaf and intermediates into the file of ssl_certificate, the key into that of ssl_certificate_key; "
                    + "then nginx -s reload."
            ),
            Remedy(
                "Apache",
                "Leaf and intermediates into the file of SSLCertificateFile, the key into that of "
                    + "SSLCertificateKeyFile; then apachectl graceful."
            ),
            Remedy("Proxy", "Where a proxy or load balancer ends TLS, the certificate belongs there."),
        ],
        advice: webReaching + webTalking + webSecuring,
        source: "the answers"
    )

    private static let webReaching = [
        Advice(
            .connectRefused,
            Remedy("Windows", "Get-Service W3SVC; Get-WebBinding shows the ports, and the site must be started."),
            Remedy("nginx", "nginx -T shows every listen line."),
            Remedy("Apache", "apachectl -S shows the sites; a Listen line must name the port.")
        ),
        Advice(
            .addressFailed,
            Remedy(
                "Windows",
                "Get-WebBinding shows the addresses of the bindings; netsh http show iplisten limits them."
            ),
            Remedy("nginx", "listen [::]:443 besides listen 443."),
            Remedy("Apache", "A Listen line without an address covers both families.")
        ),
    ]

    private static let webTalking = [
        Advice(
            .serviceUnusable,
            confirm: [
                Probe(
                    "See what answers there, and what its page calls itself:",
                    "curl -ksi -m 10 {scheme}://{host}:{port}{path} | grep -aioE '^(HTTP|server:|location:).*|<title>[^<]*'"
                )
            ]
        ),
        Advice(
            .timeout,
            Remedy(
                "Windows",
                "Look at the queue of the site's application pool, and for slow requests in its IIS log."
            ),
            Remedy("nginx", "Look for 'upstream timed out' in error_log."),
            Remedy("Apache", "Look for MaxRequestWorkers in the error log: it says when all workers are busy."),
            Remedy("Proxy", "Ask the server behind it directly, and compare.")
        ),
        Advice(
            .closedEarly,
            Remedy("Windows", "HTTP.sys writes why it closes into C:\\Windows\\System32\\LogFiles\\HTTPERR."),
            Remedy("nginx", "Look at error_log; return 444 closes without an answer."),
            Remedy("Apache", "Look for children that end with a signal in the error log."),
            Remedy("Proxy", "Ask the server behind it directly, and compare.")
        ),
        Advice(
            .closedBeforeGreeting,
            Remedy("Windows", "HTTP.sys writes why it closes into C:\\Windows\\System32\\LogFiles\\HTTPERR."),
            Remedy("nginx", "return 444 closes without an answer: look for it in the default server."),
            Remedy("Proxy", "A load balancer with no healthy server behind it closes so: look at its pool.")
        ),
        Advice(
            .serviceRefusing,
            meaning: [
                "503 says that the server is overloaded, in maintenance, or has nothing healthy behind it; 502 and 504 "
                    + "are a proxy's words about the server behind it. 421 and 429 are about this client's request: "
                    + "the name it asks for, or how often.",
                "HTTP.sys, the listener of Windows, says 503 by itself (Server: Microsoft-HTTPAPI/2.0) where the "
                    + "application pool is stopped.",
            ],
            confirm: [
                Probe(
                    "On Windows, see the application pools:",
                    "Get-WebAppPoolState | Format-Table ItemXPath,Value",
                    .with("Windows")
                )
            ],
            Remedy(
                "Windows",
                "Start-WebAppPool for the one that is stopped; the System log (source WAS) says why, and "
                    + "C:\\Windows\\System32\\LogFiles\\HTTPERR which pool was asked for."
            ),
            Remedy(
                "Exchange",
                "Start-WebAppPool MSExchangeOWAAppPool (or that of the service that fails), then Test-ServiceHealth; "
                    + "Get-ServerComponentState SERVER shows what was taken out of service."
            ),
            Remedy("nginx", "Look for 'no live upstreams' and 'limiting' in error_log."),
            Remedy("Apache", "Look for proxy errors and MaxRequestWorkers in the error log."),
            Remedy("Proxy", "See which members of the pool are healthy, and by what path that is decided.")
        ),
    ]

    private static let webSecuring = [
        Advice(
            .wantsImplicitTls,
            Remedy("nginx", "Take ssl out of this port's listen line, or let clients use https://."),
            Remedy("Windows", "Bind the site to this port as http, or let clients use https://."),
            Remedy("Apache", "SSLEngine off for this port, or let clients use https://."),
            Remedy("Proxy", "Where a proxy ends TLS, let it speak TLS to this port of the server.")
        ),
        Advice(
            .notImplicitTls,
            Remedy("Windows", "Bind the site to this port as https, with a certificate."),
            Remedy("nginx", "Add ssl to this port's listen line."),
            Remedy("Apache", "SSLEngine on in the site of this port.")
        ),
        Advice(
            .plaintextAuthOffered,
            meaning: ["Basic sends name and password merely encoded (RFC 7617)."],
            Remedy("Windows", "Require SSL for the site or path, or redirect http to https before any login."),
            Remedy("Exchange", "Require SSL on the virtual directories, or redirect port 80 to https."),
            Remedy("nginx", "return 301 https://$host$request_uri in the server of port 80, without auth_basic."),
            Remedy("Apache", "SSLRequireSSL where AuthType Basic stands, or a redirect to https.")
        ),
        Advice(
            .tlsNoCertificate,
            Remedy(
                "Windows",
                "Choose a certificate in the https binding; netsh http show sslcert shows what is bound."
            ),
            Remedy("Apache", "Look for AH02572 and the like in the error log: a site without a certificate.")
        ),
        Advice(
            .tlsClientCertificateRequired,
            meaning: [
                "IIS asks only once it knows which path is wanted: with TLS 1.2 it asks to begin the handshake anew "
                    + "(renegotiation), which portcall refuses, and so it is known what it wants. Other servers have "
                    + "other reasons to do so, though few do."
            ],
            Remedy(
                "Windows",
                "SSL Settings of the site or path, Client certificates: Ignore. Accept serves who has none, and asks by "
                    + "renegotiation as Require does, which not every client takes; netsh http show sslcert shows whether "
                    + "it asks at once (Negotiate Client Certificate), netsh http add sslcert … "
                    + "clientcertnegotiation=enable has it do so."
            ),
            Remedy("nginx", "ssl_verify_client optional instead of on."),
            Remedy("Apache", "SSLVerifyClient optional instead of require.")
        ),
        Advice(
            .certificateNameMismatch,
            meaning: [
                "A web server with several sites chooses by the name that the client sends; one it does not know gets "
                    + "the first site's, or the default's."
            ]
        ),
        Advice(
            .stapleMissing,
            Remedy("Windows", "IIS staples by itself; the server must reach the CA's responder."),
            Remedy("nginx", "ssl_stapling on, with ssl_trusted_certificate and a resolver."),
            Remedy("Apache", "SSLUseStapling on, with SSLStaplingCache.")
        ),
    ]
}

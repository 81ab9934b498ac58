internal import PortcallCore
internal import PortcallWorkshop

extension DemoScene {
    /// A healthy server first, then what administrators meet most.
    package static let all = [
        healthy, expired, incomplete, outdated, withoutTLS, masked, plainOn465, soonOn993, stoppedPool,
    ]

    private static let healthy = DemoScene(
        "A submission port as it should be",
        serve: { ServerSettings(try $0.server(name)) },
        transcript: submission(tls: "TLSv1.3")
    )

    private static let expired = DemoScene(
        "A certificate that expired, and was issued for another name",
        expected: ["certificate-expired", "certificate-name-mismatch"],
        serve: { authority in
            let old = try authority.server(.dns("old.example.com")) { order in
                (order.notBefore, order.notAfter) = (authority.day(-90), authority.day(-3))
            }
            return ServerSettings(old)
        },
        transcript: submission(tls: "TLSv1.3")
    )

    private static let incomplete = DemoScene(
        "The CA's intermediate certificate was not installed",
        expected: ["chain-incomplete"],
        serve: { ServerSettings(try $0.server(name).withoutIntermediate) },
        transcript: submission(tls: "TLSv1.3")
    )

    private static let outdated = DemoScene(
        "A server that speaks TLS 1.0 and no later version",
        expected: ["tls-version-old"],
        serve: { authority in
            var settings = ServerSettings(try authority.server(name))
            settings.versions = .tls10 ... .tls10
            return settings
        },
        transcript: submission(tls: "TLSv1")
    )

    private static let withoutTLS = DemoScene(
        "STARTTLS was forgotten, and passwords are taken in clear",
        expected: ["starttls-not-offered", "plaintext-auth-offered"],
        transcript: """
            -- submission mail.example.com
            S: 220 mail.example.com ESMTP Postfix
            C: EHLO client
            S: 250-mail.example.com
            S: 250-PIPELINING
            S: 250-SIZE 10240000
            S: 250 AUTH PLAIN LOGIN
            C: QUIT
            S: 221 2.0.0 Bye
            """
    )

    private static let masked = DemoScene(
        "A firewall between that rewrites SMTP",
        expected: ["middlebox-masking"],
        transcript: """
            -- submission mail.example.com
            S: 220 **************************************
            C: EHLO client
            S: 250-mail.example.com
            S: 250-8BITMIME
            S: 250 XXXXXXXA
            C: QUIT
            S: 221 2.0.0 Bye
            """
    )

    private static let plainOn465 = DemoScene(
        "Port 465 of Exchange 2013 and later",
        expected: ["not-implicit-tls"],
        transcript: """
            -- smtps mail.example.com
            S: 220 mail.example.com Microsoft ESMTP MAIL Service ready at Fri, 5 Aug 2016 16:24:41 -0700
            """
    )

    private static let soonOn993 = DemoScene(
        "The certificate of port 993 has two days left",
        expected: ["certificate-expires-soon"],
        serve: { authority in
            let old = try authority.server(name) { order in
                (order.notBefore, order.notAfter) = (authority.day(-88), authority.day(2))
            }
            return ServerSettings(old)
        },
        transcript: """
            -- imaps mail.example.com
            -- tls TLSv1.3 any
            S: * OK The Microsoft Exchange IMAP4 service is ready.
            C: a1 CAPABILITY
            S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=NTLM UIDPLUS MOVE ID
            S: a1 OK CAPABILITY completed.
            C: a2 ID NIL
            S: * ID ("name" "Microsoft.Exchange.Imap4.Imap4Server" "version" "15.20")
            S: a2 OK ID completed
            C: a3 LOGOUT
            S: * BYE Microsoft Exchange Server IMAP4 server signing off.
            S: a3 OK LOGOUT completed.
            """
    )

    private static let stoppedPool = DemoScene(
        "Outlook on the web, whose application pool is stopped",
        expected: ["http-service-failing"],
        serve: { ServerSettings(try $0.server(name)) },
        transcript: """
            -- owa mail.example.com
            -- tls TLSv1.3 any
            C: GET /owa/ HTTP/1.1
            C: Host: mail.example.com
            C: User-Agent: portcall
            C: Accept: */*
            C:
            S: HTTP/1.1 503 Service Unavailable
            S: Content-Type: text/html; charset=us-ascii
            S: Server: Microsoft-HTTPAPI/2.0
            S: Connection: close
            S: Content-Length: 0
            S:
            """
    )

    private static func submission(tls version: String) -> String {
        """
        -- submission mail.example.com
        S: 220 mail.example.com ESMTP Postfix
        C: EHLO client
        S: 250-mail.example.com
        S: 250-PIPELINING
        S: 250-SIZE 10240000
        S: 250-STARTTLS
        S: 250 8BITMIME
        C: STARTTLS
        S: 220 2.0.0 Ready to start TLS
        -- tls \(version) any
        C: EHLO client
        S: 250-mail.example.com
        S: 250-PIPELINING
        S: 250-SIZE 10240000
        S: 250 AUTH PLAIN LOGIN
        C: QUIT
        S: 221 2.0.0 Bye
        """
    }
}

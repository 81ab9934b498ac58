import PortcallCore
import TestVectors
import Testing

@testable import PortcallCore

@Suite("A challenge to log in")
struct ChallengeTests {
    @Test(
        "names its schemes in every form servers send",
        arguments: [
            ("Negotiate", ["NEGOTIATE"]),
            ("Negotiate, NTLM, Basic realm=\"mail\"", ["NEGOTIATE", "NTLM", "BASIC"]),
            ("Basic Realm=\"\",Basic Realm=\"\"", ["BASIC"]),
            ("NTLM TlRMTVNTUAACAAAA==", ["NTLM"]),
            ("Negotiate oYIBDzCCAQ==, NTLM", ["NEGOTIATE", "NTLM"]),
            ("Digest realm=\"a, Basic b\", nonce=\"x\\\", Basic\", qop=auth", ["DIGEST"]),
            (
                "Digest realm = \"a\" , nonce=\"b\", Bearer client_id=\"0\", token_types=\"app_asserted_user_v1\"",
                ["DIGEST", "BEARER"]
            ),
            ("basic realm=\"open", ["BASIC"]),
            ("", []), (",,", []), ("realm=\"x\"", []), ("\"Basic\"", []),
        ]
    )
    func schemes(field: String, expected: [String]) {
        #expect(Challenge.schemes(in: field) == expected)
    }

    @Test(
        "names what it is that a password is asked for",
        arguments: [
            ("Digest realm=\"a, realm=b\", nonce=\"1\"", ["a, realm=b"]),
            ("NTLM realm=\"x\", targetname=\"y\", Kerberos Realm = x, Basic realm=\"z\"", ["x", "z"]),
            ("Negotiate", []), ("Basic realm=\"\"", []), ("Digest nonce=\"realm=x\"", []),
        ]
    )
    func realms(field: String, expected: [String]) {
        #expect(Challenge.realms(in: field) == expected)
    }
}

@Suite("Where a redirect leads")
struct HTTPLocationTests {
    private static let site = HTTPSite(isSecured: true, host: "mail.example.com")

    @Test(
        "is told by what was asked",
        arguments: [
            ("/owa/", "/owa/", "itself"), ("", "/owa/", "itself"), ("#top", "/owa/", "itself"),
            ("https://MAIL.example.com:443/owa/", "/owa/", "itself"), ("./", "/owa/", "itself"),
            ("../owa/", "/owa/", "itself"), ("//mail.example.com/owa/", "/owa/", "itself"),
            ("/OWA/", "/owa/", "inside"), ("?a=b", "/owa/", "inside"), ("auth/logon.aspx", "/owa/", "inside"),
            ("https://mail.example.com", "/", "itself"), ("https://mail.example.com?a", "/", "inside"),
            ("http://mail.example.com/", "/", "clearText"), ("http://mail.example.com:8080/x", "/", "clearText"),
            ("https://mail.example.com:444/owa/", "/owa/", "elsewhere"),
            ("https://user@mail.example.com/owa/", "/owa/", "itself"),
            ("https://other.example.com/", "/", "elsewhere"), ("http://other.example.com/", "/", "elsewhere"),
            ("mailto:a@example.com", "/", "nil"), ("https:owa", "/", "nil"), ("https://mail:x/", "/", "nil"),
        ]
    )
    func direction(reference: String, path: String, direction: String) {
        let location = HTTPLocation(reference, from: path, at: Self.site)
        let told = location.map { "\(Self.site.direction(of: $0, from: path))" } ?? "nil"
        #expect(told == direction)
    }

    @Test(
        "has no dots left",
        arguments: [("a/./b/../c", "/x/a/c"), ("..", "/"), ("../../..", "/"), ("/a/b/..", "/a/"), ("/a//b", "/a//b")]
    )
    func dots(reference: String, path: String) {
        #expect(HTTPLocation(reference, from: "/x/y", at: Self.site)?.path == path)
    }
}

@Suite("A web server")
struct HTTPVerdictTests {
    @Test(
        "is named by the build it shows, wherever it shows it",
        arguments: [
            ("exchange-2019", "Microsoft Exchange Server 2019 CU15 (15.2.1748.10)"),
            ("exchange-2010", "Microsoft Exchange Server 2010 SP3 Update Rollup 18 (14.3.361.1)"),
            ("exchange-2003", "Microsoft Exchange Server 2003 SP2 or an update of it (6.5.7638.1)"),
            ("exchange-online", "Microsoft Exchange Online"),
            ("only-activesync-open", "Microsoft Exchange Server 2019 or Subscription Edition (15.2)"),
            ("rvp", "Microsoft Exchange 2000 Instant Messaging (RVP)"),
            ("not-exchange", "nginx"),
            ("forbidden", "Microsoft IIS 10.0 of Windows Server 2016 or later"),
            ("http-1.0", "SimpleHTTP 0.6"),
        ]
    )
    func product(name: String, product: String) throws {
        #expect(try observation(name).facts.product?.name == product)
    }

    @Test(
        "has services that are up, off, broken or not there",
        arguments: [
            ("exchange-2019", "up up up up up up up up,not there,not there"),
            ("exchange-2010", "up up up up up,not there,up up up,not there"),
            ("pool-stopped", "up up,broken,up up up up up,not there,not there"),
            ("forbidden", "off off,not there,not there,not there,not there,not there,not there,not there,not there"),
            ("path-filtered", "up,unknown,up up up up up up,not there,not there"),
            ("not-found-but-published", "up up up up up up up up,not there,not there"),
            ("redirect-circle-of-two", "broken,up up up up up up up,not there,not there"),
            ("gate-of-one-service", "unknown"), ("only-owa-by-redirect", "up"), ("unusable-page", "unknown"),
        ]
    )
    func states(name: String, states: String) throws {
        let web = try #require(try observation(name).facts.service as? HTTPFacts)
        let seen = web.survey?.entries.map(\.state.kind.rawValue).joined(separator: " ")
        #expect(seen == states.replacing(",", with: " "))
    }

    @Test(
        "is said to be well only where nothing stands before it",
        arguments: [
            ("gate-sign-in", false), ("gate-of-iis-in-clear", false), ("alike-pages", false), ("only-owa", true),
            ("gate-near-exchange", true), ("only-ews-by-challenge", true), ("redirects-to-tls", true),
        ]
    )
    func well(name: String, isWell: Bool) throws {
        let screen = TextPrinter().print(Verdict(try observation(name)))
        #expect(screen.contains("answers as it should") == isWell)
    }

    @Test(
        "shows where it leads and what its error is called",
        arguments: [
            ("redirect-to-clear-text", "leads to      http://mail.example.com/start/"),
            ("redirects-to-tls", "leads to      https://mail.example.com/"),
            ("gate-of-iis-in-clear", "page          403 - Forbidden: Access is denied."),
            ("refusing-cloud", "526: Invalid SSL certificate"),
            ("timeout-without-length", "301 Moved Permanently, to https://mail.example.com/webmail/"),
        ]
    )
    func shown(name: String, words: String) throws {
        let screen = TextPrinter(Style(width: 300)).print(Verdict(try observation(name)))
        #expect(screen.contains(words))
    }

    @Test(
        "is told to do what mends the reason",
        arguments: [
            ("only-oab-no-scheme", "Set-OabVirtualDirectory"), ("pool-stopped", "MSExchangeServicesAppPool"),
            ("late-certificate", "clientcertnegotiation"), ("refusing-name-not-bound", "Get-WebBinding"),
            ("refusing-isa", "To tab"), ("refusing-cloud", "valid certificate"), ("only-ews-balancer", "HAProxy"),
            ("redirect-of-owa-grows", "RedirectMatch"), ("redirect-to-clear-text", "absolute_redirect off"),
            ("timeout-without-length", "Content-Length"), ("refusing-gateway", "error_log of nginx"),
        ]
    )
    func fix(name: String, words: String) throws {
        #expect(Verdict(try observation(name)).findings.first?.fix.contains(words) == true)
    }

    @Test("names nothing that was not asked")
    func alone() throws {
        let vector = try #require(Vector.all.first { $0.description == "http/owa-alone-pool-stopped.call" })
        let findings = Verdict(vector.transcript.play().observation).findings
        #expect(findings.map(\.evidence) == ["/owa/: HTTP/1.1 503 Service Unavailable"])
    }

    @Test("is known by its words in clear, head or page", arguments: ["clear-on-tls-port", "clear-page-on-tls-port"])
    func clearText(name: String) throws {
        let message = Verdict(try observation(name)).findings.first?.message
        #expect(message?.contains("It is a web server that speaks plain HTTP there") == true)
    }

    @Test("keeps what the head said when the body is cut", arguments: ["closed-in-body-of-login", "timeout-in-body"])
    func begun(name: String) throws {
        let web = try #require(try observation(name).facts.service as? HTTPFacts)
        #expect(web.record["status"] == .integer(401))
    }

    @Test("shows each field once, twins joined and folds undone")
    func headers() throws {
        let web = try #require(try observation("lines-loose").facts.service as? HTTPFacts)
        let headers = try #require(web.record["headers"]?.asRecord)
        #expect(headers.fields.map(\.label) == ["server", "x-long", "x-twice", "content-length"])
        #expect(headers["x-long"] == .text("one two three"))
        #expect(headers["x-twice"] == .text("a, b"))
    }

    @Test(
        "concludes nothing of the services where every path is answered alike",
        arguments: [
            "alike-login", "alike-broken", "alike-pages", "redirects-to-tls", "gate-sign-in", "gate-that-forbids",
            "gate-of-iis-in-clear", "gate-into-language",
        ]
    )
    func alike(name: String) throws {
        let verdict = Verdict(try observation(name))
        #expect(verdict.observation.facts.service?.record["services_note"] != nil)
        #expect(verdict.observation.facts.product?.name.contains("Exchange") != true)
    }

    @Test(
        "is asked by the name and the port that was called",
        arguments: [
            ("https://mail.example.com", "mail.example.com"),
            ("https://mail.example.com:8443", "mail.example.com:8443"),
            ("http://192.0.2.1", "192.0.2.1"), ("http://[2001:db8::1]:81", "[2001:db8::1]:81"),
            ("http://[fe80::1%eth0]", "[fe80::1]"),
        ]
    )
    func host(target: String, host: String) throws {
        #expect(Plan(try Target(target), started: Timestamp(seconds: 0)).httpHost == host)
    }

    private func observation(_ name: String) throws -> Observation {
        try Transcript(Vector.read("http/\(name).call")).play().observation
    }
}

/// Why a server or a proxy says that it does not serve: a cause that it states beats a guess of ours.
struct HTTPStatement: Hashable, Sendable {
    /// In a few words, its own where they are short.
    let words: String
    /// What it means, a whole sentence.
    let sentence: String
    let fix: String

    private init(_ words: String, _ sentence: String, fix: String) {
        self.words = words
        self.sentence = sentence
        self.fix = fix
    }

    /// - Returns: nil where the answer states nothing that is understood, or nothing but its status.
    init?(of response: HTTPResponse) {
        if let known = Self.known.first(where: { $0.fits(response) }) {
            self = known.statement
        } else if let reason = response.statedReason {
            self.init(
                reason,
                "Its own words for why: \(reason)\(reason.hasSuffix(".") ? "" : ".")",
                fix: "Act on these words, at the server or the proxy that says them."
            )
        } else {
            return nil
        }
    }

    private struct Known: Sendable {
        let statuses: ClosedRange<Int>
        /// Where the Server field or another one shows who speaks; nil where the words are enough.
        let isSpeaker: (@Sendable (HTTPResponse) -> Bool)?
        /// In lower case; none where the status says it all.
        let marks: [String]
        let statement: HTTPStatement

        init(
            _ statuses: ClosedRange<Int>,
            by isSpeaker: (@Sendable (HTTPResponse) -> Bool)? = nil,
            saying marks: String...,
            means statement: HTTPStatement
        ) {
            self.statuses = statuses
            self.isSpeaker = isSpeaker
            self.marks = marks
            self.statement = statement
        }

        func fits(_ response: HTTPResponse) -> Bool {
            statuses.contains(response.status) && isSpeaker?(response) != false
                && (marks.isEmpty || response.says(marks))
        }
    }

    /// The particular ones first.
    private static let known = isa + cloudflare + balancers + proxies

    /// ISA Server and TMG put Windows' words for an error in brackets into the reason.
    private static let isa = [
        Known(
            500...502,
            saying: "target principal name is incorrect",
            means: HTTPStatement(
                "the target principal name is incorrect",
                "The proxy before it, ISA Server or TMG by these words, misses the name that its rule asks for in the "
                    + "certificate of the server behind it (the target principal name is incorrect).",
                fix: "On the To tab of the publishing rule, give a name that the certificate of the published server "
                    + "has, and let the proxy resolve it."
            )
        ),
        Known(
            500...502,
            saying: "certificate chain was issued by an authority that is not trusted",
            means: HTTPStatement(
                "the certificate chain behind it is not trusted",
                "The proxy before it, ISA Server or TMG by these words, does not trust the CA of the certificate that "
                    + "the server behind it shows.",
                fix: "Import that CA's root into Trusted Root Certification Authorities of the proxy's computer store."
            )
        ),
    ]

    private static func isCloudflare(_ response: HTTPResponse) -> Bool {
        response["cf-ray"] != nil || response["server"]?.lowercased() == "cloudflare"
    }

    private static func cloudflare(_ status: Int, _ words: String, fix: String) -> Known {
        Known(
            status...status,
            by: isCloudflare,
            means: HTTPStatement(words, "Cloudflare says by \(status) that \(words).", fix: fix)
        )
    }

    private static let cloudflare = [
        cloudflare(
            520,
            "the server behind it answers with what is no answer",
            fix: "Look at the server's log at that moment: it closed, reset or answered with too long a head."
        ),
        cloudflare(521, "the server behind it refuses its connections", fix: allow),
        cloudflare(522, "a connection to the server behind it does not come about in time", fix: allow),
        cloudflare(
            523,
            "the server behind it cannot be reached",
            fix: "Compare the address in Cloudflare's DNS with the server's."
        ),
        cloudflare(
            524,
            "the server behind it takes connections and does not answer in time",
            fix: "Look at the server's load, and for slow requests in its log."
        ),
        cloudflare(
            525,
            "TLS with the server behind it does not come about",
            fix: "Check TLS and the certificate of the server itself, on its own address."
        ),
        cloudflare(
            526,
            "the certificate of the server behind it is not valid",
            fix:
                "Give the server itself a valid certificate for this name: not expired, with its intermediates, from a "
                + "public CA or from Cloudflare's own for origins."
        ),
    ]

    private static let allow =
        "Check that the server runs and listens, and that its firewall lets Cloudflare's addresses in."

    private static func server(_ word: String) -> @Sendable (HTTPResponse) -> Bool {
        { $0["server"]?.lowercased().contains(word) == true }
    }

    private static let health = "See which servers its pool has, why their health checks fail, and what they ask for."

    private static let balancers = [
        Known(
            503...503,
            saying: "no server is available",
            means: HTTPStatement(
                "no server is available",
                "A load balancer (HAProxy's words) says so: no server behind it is healthy.",
                fix: "HAProxy: show servers state on its admin socket, or its statistics page, names those that are "
                    + "down; their check is the option httpchk of the backend."
            )
        ),
        Known(
            503...503,
            saying: "no healthy upstream",
            means: HTTPStatement(
                "no healthy upstream",
                "A proxy (Envoy's words) says so: no server behind it is healthy.",
                fix: health
            )
        ),
        Known(
            503...503,
            by: server("awselb"),
            means: HTTPStatement(
                "no registered target is healthy",
                "The load balancer of AWS says so: its target group has no healthy server.",
                fix: health
            )
        ),
        Known(
            502...502,
            by: server("microsoft-azure-application-gateway"),
            means: HTTPStatement(
                "no server behind it is healthy",
                "Azure's Application Gateway says so: no server of its pool is healthy, or none answers properly.",
                fix: "Look at Backend health of the gateway; where the server has an own CA, its root belongs in the "
                    + "backend settings."
            )
        ),
    ]

    private static let proxies = [
        Known(
            502...502,
            saying: "error reading from remote server",
            "invalid response from an upstream server",
            means: HTTPStatement(
                "a proxy got no proper answer from the server behind it",
                "A proxy (Apache's words) says so: the server behind it ended the connection or answered with what is "
                    + "no answer.",
                fix: "Look at the error log of Apache, where lines of proxy name the server and the reason; then ask "
                    + "that server itself."
            )
        ),
        Known(
            502...502,
            saying: "dns lookup failure for",
            means: HTTPStatement(
                "a proxy cannot resolve the name of the server behind it",
                "A proxy (Apache's words) says so: the name of the server behind it does not resolve there.",
                fix: "Let that name resolve on the proxy, or put the address into ProxyPass."
            )
        ),
        Known(
            503...503,
            saying: "backend fetch failed",
            "guru meditation",
            means: HTTPStatement(
                "backend fetch failed",
                "A cache (Varnish's words) says so: it gets nothing from the server behind it.",
                fix: "varnishadm backend.list shows which server is sick, varnishlog -g request -q 'RespStatus == 503' "
                    + "why."
            )
        ),
    ]
}

extension HTTPResponse {
    /// The reason in the status line where it is more than the usual phrase; ISA Server's stands in brackets.
    var statedReason: String? {
        let reason = head.line.cut(at: " ").1.cut(at: " ").1
        let usual = Self.usualReasons.first { reason.lowercased().hasPrefix($0) }
        let rest = reason.dropFirst(usual?.count ?? 0).trimmingPrefix { $0 == " " }
        let words = rest.hasPrefix("(") ? rest.dropFirst().prefix { $0 != ")" } : rest
        let stated = words.split(separator: " ").joined(separator: " ")
        return stated.split(separator: " ").count > 2 ? String(stated.prefix(200)) : nil
    }

    private static let usualReasons = [
        "internal server error", "not implemented", "bad gateway", "proxy error", "service unavailable",
        "service temporarily unavailable", "gateway timeout", "gateway time-out", "http version not supported",
        "forbidden", "bad request", "not found", "unauthorized", "too many requests", "misdirected request",
    ]
}

import PortcallCore
import PortcallTLS
import PortcallWorkshop

extension ChainTrial {
    private static let mismatch = "certificate-name-mismatch"
    private static let malformed = "certificate-malformed"
    private static let profile = "certificate-profile"

    /// A leaf with these names beside the one it is asked for.
    private static func beside(_ rule: String, _ finding: String..., names: String, says words: String = "")
        -> ChainTrial
    {
        ChainTrial(testDescription: rule, findings: finding, words: words) { authority in
            try authority.server { $0.extensions = [("subjectAltName", "DNS:mx.example.net,\(names)")] }.pem
        }
    }

    /// A leaf with these names alone.
    private static func only(
        _ rule: String,
        _ finding: String...,
        names: String,
        for name: ServerName = .dns("mx.example.net"),
        says words: String = ""
    ) -> ChainTrial {
        ChainTrial(testDescription: rule, findings: finding, words: words, name: name) { authority in
            try authority.server { $0.extensions = [("subjectAltName", names)] }.pem
        }
    }

    /// RFC 5280 section 4.2.1.6, RFC 6125 section 6.4 and the baseline: the names of a server.
    static let names: [ChainTrial] = [
        only("RFC 6125 6.4.1: case does not matter", names: "DNS:MX.EXAMPLE.NET"),
        only("RFC 6125 6.4.3: a wildcard is the leftmost label", names: "DNS:*.example.net"),
        only("RFC 6125 6.4.3: and covers one label", mismatch, names: "DNS:*.net"),
        only("RFC 6125 6.4.3: and is whole", mismatch, names: "DNS:m*.example.net"),
        only("RFC 6125 6.4.3: and is only there", mismatch, names: "DNS:mx.*.net"),
        only("RFC 6125 6.4.3: two are none", mismatch, names: "DNS:*.*.net"),
        only(
            "RFC 6125 6.4.3: not inside an A-label",
            mismatch,
            names: "DNS:xn--*.example.net",
            for: .dns("xn--mx.example.net")
        ),
        only(
            "RFC 6125 6.4.3: above an A-label it is fine",
            names: "DNS:*.xn--bcher-kva.example",
            for: .dns("mx.xn--bcher-kva.example")
        ),
        only("a dot at the end is no match", mismatch, names: "DNS:mx.example.net."),
        only(
            "RFC 6125 6.4.4: an address is no DNS name",
            mismatch,
            names: "DNS:192.0.2.25",
            for: .ip("192.0.2.25"),
            says: "as a DNS name"
        ),
        only("an address among the addresses", names: "IP:192.0.2.25", for: .ip("192.0.2.25")),
        only("a longer address", names: "IP:2001:db8::25", for: .ip("2001:db8::25")),
        beside("4.2.1.6: 'preferred name syntax': a space", profile, names: "DNS:mx example.net", says: "space"),
        .leaf("4.2.1.6: the name ' ' 'MUST NOT be used'", profile, says: "empty") {
            let names = der(0x82, Array("mx.example.net".utf8)) + der(0x82, [0x20])
            $0.extensions = [("subjectAltName", raw(der(0x30, names)))]
        },
        beside("baseline 7.1.2.7.12: an underscore", profile, names: "DNS:mx_1.example.net", says: "underscore"),
        beside("baseline 7.1.2.7.12: an address as a DNS name", profile, names: "DNS:192.0.2.25", says: "address"),
        beside("4.2.1.6: a URI as a DNS name", profile, names: "DNS:https//mx.example.net", says: "URI"),
        beside("4.2.1.6: a dot at the end", profile, names: "DNS:mx2.example.net.", says: "dot"),
        beside("4.2.1.6: an empty label", profile, names: "DNS:mx..example.net", says: "label"),
        beside("4.2.1.6: a label that begins with a hyphen", profile, names: "DNS:-mx.example.net", says: "characters"),
        beside("RFC 6125 6.4.3: a wildcard within a label", profile, names: "DNS:m*.example.org", says: "wildcard"),
        beside("RFC 6125 6.4.3: two wildcards", profile, names: "DNS:*.*.example.org", says: "wildcard"),
        beside("baseline 3.2.2.6: a wildcard over a public suffix", profile, names: "DNS:*.com", says: "suffix"),
        beside("a single label is a name", names: "DNS:mx"),
        beside("names of other kinds", names: "email:postmaster@example.net,URI:https://mx.example.net/"),
        // Go and Chromium refuse to parse both.
        beside("4.2.1.6: 'IA5String' is ASCII", malformed, names: "DNS:bücher.example", says: "ASCII"),
        .leaf("4.2.1.6: a byte of Latin 1 is not ASCII either", malformed, says: "ASCII") {
            let names = der(0x82, Array("mx.example.net".utf8)) + der(0x82, [0x62, 0xFC] + Array("cher.example".utf8))
            $0.extensions = [("subjectAltName", raw(der(0x30, names)))]
        },
        .leaf("4.2.1.6: an IPv4 address written as one of IPv6", malformed, says: "192.0.2.25") {
            let address = Array(repeating: UInt8(0), count: 10) + [0xFF, 0xFF, 192, 0, 2, 25]
            $0.extensions = [
                ("subjectAltName", raw(der(0x30, der(0x82, Array("mx.example.net".utf8)), der(0x87, address))))
            ]
        },
        .leaf("4.2.1.6: 'the octet string MUST contain exactly four octets'", malformed, says: "4 or 16") {
            $0.extensions = [
                (
                    "subjectAltName",
                    raw(der(0x30, der(0x82, Array("mx.example.net".utf8)), der(0x87, [192, 0, 2, 25, 1])))
                )
            ]
        },
        .leaf(
            "RFC 6125 6.4.4: a common name alone names no host, and the finding says so",
            mismatch,
            says: "common name"
        ) {
            $0.dns = []
        },
        .leaf("without a name asked for, a certificate without names", mismatch, says: "subjectAltName", for: nil) {
            $0.dns = []
        },
        .leaf("without a name asked for, a good one", for: nil) { _ in },
        .leaf("4.2.1.6: 'MUST contain at least one entry', and it names nobody", mismatch) {
            $0.extensions = [("subjectAltName", raw(der(0x30)))]
        },
        .leaf("4.2.1.6: 'MUST contain at least one entry', no name asked for", mismatch, says: "no host", for: nil) {
            $0.extensions = [("subjectAltName", raw(der(0x30)))]
        },
        .leaf("4.1.2.6: no subject, and a critical subjectAltName") {
            $0.commonName = nil
            $0.extensions = [("subjectAltName", "critical,DNS:mx.example.net")]
        },
        .leaf("baseline 7.1.2.7.12: a critical subjectAltName beside a subject", profile, says: "all the same") {
            $0.extensions = [("subjectAltName", "critical,DNS:mx.example.net")]
        },
        .leaf("4.1.2.6: 'the subjectAltName extension MUST be marked as critical'", profile, says: "not critical") {
            $0.commonName = nil
        },
    ]
}

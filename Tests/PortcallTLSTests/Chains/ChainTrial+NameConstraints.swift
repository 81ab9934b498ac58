import PortcallCore
import PortcallTLS
import PortcallWorkshop

extension ChainTrial {
    private static let violated = "certificate-constraint-violated"
    private static let profile = "certificate-profile"

    /// A CA that may issue for some names only, and a leaf with these.
    private static func bound(
        _ rule: String,
        _ finding: String...,
        by constraints: String,
        names: String = "DNS:mx.example.net",
        says words: String = ""
    ) -> ChainTrial {
        ChainTrial(testDescription: rule, findings: finding, words: words) { authority in
            let bound = try authority.below(authority.root, "Bound CA") {
                $0.extensions = [("nameConstraints", constraints)]
            }
            let leaf = try authority.leaf(below: bound) {
                $0.extensions = [("subjectAltName", names)]
                $0.organization = "Example"
            }
            return leaf.pem
        }
    }

    /// RFC 5280 section 4.2.1.10; OpenSSL, Go, Chromium and SChannel hold to the constraints, critical or not.
    static let nameConstraints: [ChainTrial] = [
        bound("4.2.1.10: a name permitted", by: "critical,permitted;DNS:example.net"),
        bound(
            "4.2.1.10: a name not permitted",
            violated,
            by: "critical,permitted;DNS:example.org",
            says: "'mx.example.net' is outside those that 'Bound CA'"
        ),
        bound(
            "4.2.1.10: a mask with a hole is no network",
            "certificate-malformed",
            by: "critical," + raw(der(0x30, der(0xA0, der(0x30, der(0x87, [10, 0, 0, 0, 255, 0, 255, 0]))))),
            says: "mask"
        ),
        bound("4.2.1.10: a name excluded", violated, by: "critical,excluded;DNS:mx.example.net", says: "may not"),
        bound(
            "4.2.1.10: a wildcard that covers a name excluded; Go and Chromium see it",
            violated,
            by: "critical,excluded;DNS:mx.example.net",
            names: "DNS:*.example.net",
            says: "covers"
        ),
        bound(
            "4.2.1.10: a wildcard beside a name excluded",
            by: "critical,excluded;DNS:a.b.example.net",
            names: "DNS:*.example.net"
        ),
        bound("4.2.1.10: a name not excluded", by: "critical,excluded;DNS:example.org"),
        bound(
            "4.2.1.10: excluded counts more than permitted",
            violated,
            by: "critical,permitted;DNS:example.net,excluded;DNS:mx.example.net"
        ),
        bound("4.2.1.10: one of two permitted", by: "critical,permitted;DNS:example.org,permitted;DNS:example.net"),
        bound(
            "4.2.1.10: only some names are permitted",
            violated,
            by: "critical,permitted;DNS:example.net",
            names: "DNS:mx.example.net,DNS:mx.example.org"
        ),
        bound(
            "4.2.1.10: 'zero or more labels to the left': not part of a label",
            violated,
            by: "critical,permitted;DNS:ample.net"
        ),
        bound(
            "4.2.1.10: an address permitted",
            by: "critical,permitted;DNS:example.net,permitted;IP:192.0.2.0/255.255.255.0",
            names: "DNS:mx.example.net,IP:192.0.2.25"
        ),
        bound(
            "4.2.1.10: an address not permitted",
            violated,
            by: "critical,permitted;IP:192.0.2.0/255.255.255.0",
            names: "DNS:mx.example.net,IP:198.51.100.1"
        ),
        bound(
            "4.2.1.10: an address excluded",
            violated,
            by: "critical,excluded;IP:0.0.0.0/0.0.0.0",
            names: "DNS:mx.example.net,IP:192.0.2.25"
        ),
        bound("4.2.1.10: no name of that kind, no restriction", by: "critical,permitted;IP:192.0.2.0/255.255.255.0"),
        bound(
            "4.2.1.10: a mailbox permitted",
            by: "critical,permitted;email:example.net",
            names: "DNS:mx.example.net,email:a@example.net"
        ),
        bound(
            "4.2.1.10: a mailbox not permitted",
            violated,
            by: "critical,permitted;email:example.org",
            names: "DNS:mx.example.net,email:a@example.net"
        ),
        bound(
            "4.2.1.10: a mailbox excluded",
            violated,
            by: "critical,excluded;email:.example.net",
            names: "DNS:mx.example.net,email:a@b.example.net"
        ),
        bound("4.2.1.10: a directory name permitted", by: directory("Example")),
        bound("4.2.1.10: a directory name not permitted", violated, by: directory("Other")),
        bound(
            "4.2.1.10: 'MUST mark as critical'; clients hold to them all the same",
            profile,
            by: "permitted;DNS:example.net",
            says: "not critical"
        ),
        bound("4.2.1.10: broken, though not critical", violated, profile, by: "permitted;DNS:example.org"),
        bound(
            "4.2.1.10: a dot before a DNS constraint has no meaning; clients take it for subdomains",
            profile,
            by: "critical,permitted;DNS:.example.net",
            says: "dot"
        ),
        bound(
            "4.2.1.10: 'MUST NOT issue certificates where name constraints is an empty sequence'",
            "certificate-malformed",
            by: "critical," + raw(der(0x30)),
            says: "empty"
        ),
        bound(
            "4.2.1.10: 'minimum MUST be zero'",
            violated,
            by: "critical," + raw(der(0x30, der(0xA0, der(0x30, der(0x82, Array("example.net".utf8)), der(0x80, [1])))))
        ),
        bound(
            "4.2.1.10: an address constraint of five bytes",
            violated,
            by: "critical," + raw(der(0x30, der(0xA0, der(0x30, der(0x87, [192, 0, 2, 0, 255]))))),
            names: "DNS:mx.example.net,IP:192.0.2.25"
        ),
        .leaf("4.2.1.10: 'MUST be used only in a CA certificate'", profile, says: "no CA") {
            $0.extensions = [("nameConstraints", "critical,permitted;DNS:example.net")]
        },
    ]

    /// A directory name with one organization.
    private static func directory(_ organization: String) -> String {
        let attribute = der(0x30, [0x06, 0x03, 0x55, 0x04, 0x0A], der(0x0C, Array(organization.utf8)))
        let name = der(0x30, der(0x31, attribute))
        return "critical," + raw(der(0x30, der(0xA0, der(0x30, der(0xA4, name)))))
    }
}

/// Written by a test after a measurement: `PORTCALL_RECORD=1 make clients`.
extension ClientTable {
    /// The versions that were measured.
    package static let versions: [Client: String] = [
        .openSSL: "OpenSSL 3.0.22",
        .python: "Python 3.11.7 (asked as 3.13 asks)",
        .gnuTLS: "GnuTLS 3.7.9",
        .go: "Go 1.27.3",
        .chrome: "Chromium 156.0.8078.108",
        .firefox: "Firefox 153.7.0esr",
        .java: "OpenJDK 17.0.21.1",
    ]

    /// A reason a line, and a mark for each client of `columns`: `-` takes, `r` refuses, `x` breaks the handshake
    /// off even where it verifies nothing, `~` varies, `.` not measured.
    static let measured = """
        address-length                      ---xr--
        address-mapped                      ---x---
        any-purpose-alone                   rr---r-
        authority-key-id-missing            -r-----
        authority-key-id-wrong              rrr---~
        basic-constraints-missing           rrrrrrr
        basic-constraints-not-critical      -r-----
        ca-as-server                        -----r-
        cannot-sign                         rrrrrrr
        cert-sign-of-no-ca                  -r-----
        certificate-lifetime                -------
        certificate-name-mismatch           rrrrrrr
        certificate-revoked                 --r-rr-
        common-name-alone                   ---rrr-
        constraint-with-minimum             rr--rrr
        curve-of-ca                         --rxrrr
        curve-spelled-out                   rrxxrrx
        curve-too-small                     xxxxrrx
        date-unreadable                     rr~-rr-
        distribution-point-empty            rr-----
        empty-purposes                      rr--rrr
        ends-before-it-begins               rrrrrrr
        expired                             rrrrrrr
        extension-twice                     ~~xxr~x
        extension-unreadable                ~~~~rr-
        extensions-of-old-version           -rxrr-x
        generalized-time                    -------
        issuer-key-differs                  rrrrrrr
        issuer-name-missing                 rrrrrrx
        issuer-not-sent                     rrrrrrr
        key-brainpool                       xxxxrrx
        key-ed25519                         ----rr-
        key-ed448                           ---xrr-
        key-just-too-small                  -------
        key-may-do-neither                  rrx-rrr
        key-may-not-sign                    ~~x-r~r
        key-may-only-agree                  --x-r-r
        key-may-only-encipher               --x-r-r
        key-other-curve                     xxxxrrx
        key-p-224                           xxxxrrx
        key-p-521                           ----r--
        key-rsa-pss                         ---xrr-
        key-secp256k1                       xxxxrrx
        key-too-small                       rr-----
        key-usage-empty                     rr--rrr
        key-usage-of-ca-missing             -r-----
        name-constraint-mask                --rxr--
        name-constraint-with-dot            -------
        name-constraints-empty              ---xrr-
        name-constraints-not-critical       -------
        name-constraints-of-no-ca           -------
        name-excluded                       rrrrrrr
        name-is-address                     -------
        name-nearly-matches                 ~rrr~r~
        name-not-ascii                      ---xr--
        name-not-comparable                 rrrxrrx
        name-not-permitted                  rr~rrrr
        name-syntax                         -------
        name-underscore                     -------
        name-with-dot-at-end                -------
        names-critical                      -------
        names-not-critical                  -r--r-x
        netscape-type                       rr----r
        not-ca                              rrrrrrr
        not-yet-valid                       rrrrrrr
        path-length-exceeded                rrrrrrr
        path-length-negative                rr-xrrr
        path-length-of-no-ca                -r-----
        policy-constraints-not-critical     -------
        policy-required                     --rrr-r
        policy-twice                        ---xr--
        precertificate                      rrrrrrr
        purpose-excludes-servers            rrrrrrr
        purpose-of-ca                       rrr~~r-
        purposes-critical                   -------
        purposes-missing                    -------
        root-unknown                        rrrrrrr
        self-signed                         rrrrrrr
        serial-negative                     ---x---
        serial-too-long                     -------
        serial-zero                         -------
        signature-algorithms-differ         rrxxrrx
        signature-kind-unknown              rr-xrrx
        signature-md5                       rrrxrrx
        signature-sha1                      rrrrrr-
        signature-wrong                     rrrrrrr
        staple-invalid                      --r--r-
        staple-missing                      --r--r-
        subject-key-id-missing              -r-----
        subject-missing                     -r---rx
        tls-no-forward-secrecy              -x-x--x
        tls-no-secure-renegotiation         xx-----
        tls-version-old                     xx-xrrx
        tls-weak-dh                         xx-xrr-
        tls-weak-signature                  xx-xr-x
        unknown-critical-extension          rr~~~~r
        version-unknown                     ---xr-x
        wildcard-excluded                   ---rrrr
        wildcard-over-suffix                -------
        wildcard-within-label               -------
        """
}

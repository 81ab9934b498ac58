extension TLSAlert: CustomStringConvertible {
    /// The name that RFC 8446 section 6 and its predecessors give the code, with the code: `handshake_failure (40)`.
    public var description: String { "\(name) (\(code))" }

    /// The name that RFC 8446 section 6 and its predecessors give the code.
    public var name: String { Self.known[code]?.name ?? "unknown alert" }

    /// What the alert usually means, as a sentence; nil for codes no document names.
    public var meaning: String? { Self.known[code]?.meaning }

    private static let known: [UInt8: (name: String, meaning: String)] = [
        0: ("close_notify", "The server ended the connection in good order."),
        10: ("unexpected_message", "The server did not expect what it was sent; often it does not speak TLS there."),
        20: ("bad_record_mac", "A record was damaged on its way, or a device between changed it."),
        21: ("decryption_failed", "A record could not be decrypted."),
        22: ("record_overflow", "A record was longer than TLS allows."),
        40: (
            "handshake_failure",
            "Most often it has no certificate with a key that it can use on this port, or none for the name asked for; "
                + "else it shares no cipher suite or group with this client, or wants a client certificate."
        ),
        41: ("no_certificate", "The server, an old one, wants a client certificate."),
        42: ("bad_certificate", "The server could not read the client certificate, or wants one."),
        43: ("unsupported_certificate", "The server does not take this type of client certificate."),
        44: ("certificate_revoked", "The server says that the client certificate is revoked."),
        45: ("certificate_expired", "The server says that the client certificate has expired."),
        46: ("certificate_unknown", "The server does not accept the client certificate."),
        47: ("illegal_parameter", "The server found a value in the handshake that cannot be."),
        48: ("unknown_ca", "The server does not know the CA of the client certificate."),
        49: ("access_denied", "The server read the client certificate and refuses access."),
        50: ("decode_error", "The server could not read the handshake; often it does not speak TLS there."),
        51: ("decrypt_error", "A signature or a key exchange did not verify."),
        70: ("protocol_version", "The server and this client share no TLS version."),
        71: ("insufficient_security", "The server wants stronger cipher suites than were offered."),
        80: ("internal_error", "The server failed inside; often it cannot use its own certificate or key."),
        86: ("inappropriate_fallback", "The server thinks that the client fell back to an older version."),
        90: ("user_canceled", "The server's operator cancelled the handshake."),
        100: ("no_renegotiation", "The server does not renegotiate."),
        109: ("missing_extension", "The server misses an extension it needs."),
        110: ("unsupported_extension", "The server got an extension it does not allow."),
        112: ("unrecognized_name", "The server has no certificate for the name asked for (SNI)."),
        113: ("bad_certificate_status_response", "The stapled OCSP response was not acceptable."),
        115: ("unknown_psk_identity", "The server does not know the pre-shared key."),
        116: ("certificate_required", "The server demands a client certificate."),
        120: ("no_application_protocol", "The server speaks none of the application protocols offered (ALPN)."),
    ]
}

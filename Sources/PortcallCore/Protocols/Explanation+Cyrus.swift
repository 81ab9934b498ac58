/// Cyrus serves mailboxes and news, and is set up alike for both.
extension Explanation.Remedy {
    static let cyrusCertificate = Self(
        "Cyrus",
        "Put leaf and intermediates into the file of tls_server_cert and the key into that of tls_server_key "
            + "(tls_cert_file and tls_key_file before 2.5) in imapd.conf; the user cyrus must be able to read both. "
            + "Then restart it."
    )

    static let cyrusTLS = Self(
        "Cyrus",
        "tls_server_cert and tls_server_key in imapd.conf must name files that the user cyrus can read, and fit each "
            + "other; look for 'TLS server engine' in the system log."
    )

    static let cyrusPasswords = Self("Cyrus", "allowplaintext: no in imapd.conf.")
}

/// How one protocol is spoken of, where the words for people depend on it.
package struct ProtocolWords: Sendable {
    /// What turns TLS on in mid-conversation: `STARTTLS`, `STLS`, `StartTLS`.
    package let upgrade: String
    /// What `openssl s_client -starttls` calls the protocol; nil where it does not know it.
    package let startTLS: String?

    package init(upgrade: String = "STARTTLS", startTLS: String? = nil) {
        self.upgrade = upgrade
        self.startTLS = startTLS
    }
}

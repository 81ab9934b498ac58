extension Certificate {
    /// What a certificate says besides, for those who look at it whole.
    public struct Details: Equatable, Sendable {
        /// 1, 2 or 3 (RFC 5280 section 4.1.2.1), or what else stands there.
        public var version = 3
        /// Key usages by their RFC 5280 names (`digitalSignature`); nil without the extension.
        public var keyUsages: [String]?
        /// How many CAs may stand below a CA; nil without a limit.
        public var pathLength: Int?
        /// What its own key is called, in lower-case hexadecimal.
        public var subjectKeyID: String?
        /// What the key of its issuer is called, in lower-case hexadecimal.
        public var authorityKeyID: String?
        /// What logs of certificates promised.
        public var transparency = Transparency.timestamps([])
        /// The other extensions, in words.
        public var others: [Extension] = []

        package init() {}
    }

    /// The signed certificate timestamps in a certificate (RFC 6962 section 3.3).
    @nonexhaustive
    public enum Transparency: Equatable, Sendable {
        /// None where the extension is not there.
        case timestamps([SignedTimestamp])
        /// The extension is there and cannot be read; clients that do not ask for transparency do not mind.
        case malformed
    }

    /// A log's promise to publish the certificate (RFC 6962 section 3.2).
    public struct SignedTimestamp: Equatable, Sendable {
        /// The hash of the log's key, in lower-case hexadecimal.
        public var logID: String
        /// When the log promised it.
        public var time: Timestamp

        package init(logID: String, time: Timestamp) {
            self.logID = logID
            self.time = time
        }
    }

    /// An extension as `openssl x509 -text` shows it.
    public struct Extension: Equatable, Sendable {
        /// OpenSSL's short name, else the identifier in dots and digits.
        public var name: String
        /// Whoever does not understand it must reject the certificate (RFC 5280 section 4.2).
        public var isCritical: Bool
        /// Its content, in words.
        public var text: String

        package init(name: String, isCritical: Bool, text: String) {
            self.name = name
            self.isCritical = isCritical
            self.text = text
        }
    }
}

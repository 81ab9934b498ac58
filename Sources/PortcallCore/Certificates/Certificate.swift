/// What one certificate says (RFC 5280), read once from the object OpenSSL made of it.
public struct Certificate: Equatable, Sendable {
    /// Distinguished name as RFC 4514 writes it.
    public var subject: String
    /// That of whoever signed it, written alike.
    public var issuer: String
    /// Upper-case hexadecimal, without separators.
    public var serial: String
    /// The first moment of its validity.
    public var notBefore: Timestamp
    /// The last moment of its validity.
    public var notAfter: Timestamp
    /// The names of the subjectAltName extension, which are all that counts for a host.
    public var names: Names
    /// The common names of the subject, which count for nothing and still explain many mistakes.
    public var commonNames: [String]
    /// The public key.
    public var key: Key
    /// The signature algorithm by its usual name, as `sha256WithRSAEncryption`.
    public var signature: String
    /// Extended key usages by their RFC 5280 names (`serverAuth`), else dotted; nil without the extension.
    public var usages: [String]?
    /// What Windows calls the thumbprint, as it shows it: upper-case hexadecimal, without separators.
    public var sha1: String
    /// Fingerprint of the whole certificate, in lower-case hexadecimal.
    public var sha256: String
    /// Fingerprint of its subjectPublicKeyInfo, in lower-case hexadecimal.
    public var spkiSHA256: String
    /// Basic constraints say CA, or a version 1 certificate is its own issuer.
    public var isCA: Bool
    /// Subject and issuer are the same name and the signature is its own.
    public var isSelfSigned: Bool
    /// The TLS feature extension demands a stapled OCSP response (RFC 7633).
    public var demandsStaple: Bool
    /// What else it says.
    public var details: Details
    /// The certificate as PEM text, with its line feeds.
    public var pem: String

    /// The hosts and mailboxes that a certificate is for (RFC 5280 section 4.2.1.6).
    public struct Names: Equatable, Sendable {
        /// Host names, wildcards as they stand there.
        public var dns: [String]
        /// Addresses as text.
        public var ip: [String]
        /// Mailboxes.
        public var email: [String]

        package init(dns: [String] = [], ip: [String] = [], email: [String] = []) {
            self.dns = dns
            self.ip = ip
            self.email = email
        }
    }

    /// What a public key is.
    public struct Key: Equatable, Sendable {
        /// `RSA`, `RSA-PSS`, `EC`, `Ed25519`, `Ed448`, `DSA`, else OpenSSL's name.
        public var type: String
        /// 0 where the key could not be read.
        public var bits: Int
        /// The named curve of an EC key, as `P-256`.
        public var curve: String?

        package init(type: String, bits: Int, curve: String? = nil) {
            self.type = type
            self.bits = bits
            self.curve = curve
        }
    }

    package init(
        subject: String,
        issuer: String,
        serial: String,
        notBefore: Timestamp,
        notAfter: Timestamp,
        names: Names,
        commonNames: [String],
        key: Key,
        signature: String,
        usages: [String]?,
        sha1: String,
        sha256: String,
        spkiSHA256: String,
        isCA: Bool,
        isSelfSigned: Bool,
        demandsStaple: Bool,
        details: Details = Details(),
        pem: String
    ) {
        self.subject = subject
        self.issuer = issuer
        self.serial = serial
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.names = names
        self.commonNames = commonNames
        self.key = key
        self.signature = signature
        self.usages = usages
        self.sha1 = sha1
        self.sha256 = sha256
        self.spkiSHA256 = spkiSHA256
        self.isCA = isCA
        self.isSelfSigned = isSelfSigned
        self.demandsStaple = demandsStaple
        self.details = details
        self.pem = pem
    }
}

extension Certificate {
    /// Names a person would call it by: the common name, else the first DNS name, else the whole subject.
    public var shortName: String { commonNames.first ?? names.dns.first ?? (subject.isEmpty ? "(no name)" : subject) }

    /// Length of the validity period.
    public var lifetimeDays: Int { notAfter.days(since: notBefore) }
}

internal import COpenSSL
package import PortcallCore

extension KeyFile {
    /// Reads a file: PEM of any kind, or DER (PKCS #8, or what came before it).
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what it is called.
    /// - Throws: why there is no key to be had from it; nobody is asked for a passphrase.
    package init(_ bytes: [UInt8], named name: String) throws(UnreadableKey) {
        ERR_clear_error()
        defer { ERR_clear_error() }
        guard let key = Self.pem(bytes) ?? Self.der(bytes) else { throw UnreadableKey(Self.reasonForNone(in: bytes)) }
        defer { EVP_PKEY_free(key) }
        let info = takeBytes { i2d_PUBKEY(key, $0) }
        self.init(name: name, key: Certificate.Key(key), spkiSHA256: Certificate.sha256(of: info))
    }

    private static func pem(_ bytes: [UInt8]) -> OpaquePointer? {
        guard let bio = BIO_new_mem_buf(bytes, CInt(clamping: bytes.count)) else { return nil }
        defer { BIO_free(bio) }
        return PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil)
    }

    private static func der(_ bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_AutoPrivateKey(nil, &start, buffer.count)
        }
    }

    /// By what stands in it instead.
    private static func reasonForNone(in bytes: [UInt8]) -> String {
        guard !bytes.isEmpty else { return "it is empty" }
        let has = { (mark: String) in bytes.firstRange(of: Array(mark.utf8)) != nil }
        if has("BEGIN ENCRYPTED PRIVATE KEY") || has("Proc-Type: 4,ENCRYPTED") {
            return "the private key in it is encrypted; 'openssl pkey -in FILE' writes it without a passphrase"
        }
        if has("BEGIN OPENSSH PRIVATE KEY") {
            return "the private key in it is one of OpenSSH's, which TLS servers do not read; "
                + "'ssh-keygen -p -m PEM -f FILE' rewrites it"
        }
        if has("PRIVATE KEY-----") { return "the private key in it cannot be read: \(lastError())" }
        if has("BEGIN CERTIFICATE REQUEST") || has("BEGIN NEW CERTIFICATE REQUEST") {
            return "there is a request for a certificate in it, and no private key"
        }
        if has("BEGIN CERTIFICATE") || has("BEGIN TRUSTED CERTIFICATE") {
            return "there is a certificate in it, and no private key"
        }
        if has("PUBLIC KEY-----") { return "there is a public key in it, and no private one" }
        return isLocked(bytes)
            ? "it is a PKCS #12 file; 'openssl pkcs12 -nocerts -nodes -in FILE' writes its key"
            : "there is no private key in it"
    }

    private static func isLocked(_ bytes: [UInt8]) -> Bool {
        let pointer = bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_PKCS12(nil, &start, buffer.count)
        }
        PKCS12_free(pointer)
        return pointer != nil
    }
}

internal import COpenSSL
internal import PortcallCore

extension ClientIdentity {
    /// Has a context show it to servers that ask.
    ///
    /// - Throws: which of the two cannot be used, and why.
    func use(in context: OpaquePointer) throws(TLSUnavailable) {
        let certificateName = certificate.name("the client certificate")
        try certificate.open("client certificate") { bio throws(TLSUnavailable) in
            guard let leaf = PEM_read_bio_X509(bio, nil, nil, nil) else {
                throw TLSUnavailable("client certificate \(certificateName): \(certificate.reasonForNoCertificate)")
            }
            defer { X509_free(leaf) }
            guard SSL_CTX_use_certificate(context, leaf) == 1 else {
                throw TLSUnavailable("client certificate \(certificateName): OpenSSL does not take it (\(lastError()))")
            }
            while let issuer = PEM_read_bio_X509(bio, nil, nil, nil) {
                portcall_SSL_CTX_add1_chain_cert(context, issuer)
                X509_free(issuer)
            }
        }
        let keyName = key.name("its key")
        try key.open("client key") { bio throws(TLSUnavailable) in
            // Nobody is asked for a passphrase: whoever runs this may not be there.
            guard let key = PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil) else {
                throw TLSUnavailable("client key \(keyName): \(self.key.reasonForNoKey)")
            }
            defer { EVP_PKEY_free(key) }
            guard SSL_CTX_use_PrivateKey(context, key) == 1 else {
                throw TLSUnavailable(
                    "client key \(keyName): it is not the key of the certificate in \(certificateName)"
                )
            }
        }
        ERR_clear_error()
    }
}

internal import COpenSSL
package import PortcallCore
internal import PortcallTLS

/// What a made OCSP response says.
package enum OCSPStatus: Sendable {
    case good
    case revoked(Timestamp)
    case unknown
}

extension CertificateWorkshop {
    /// An OCSP response for a certificate, in DER, signed by `signer`: the issuer, or whom it delegated to.
    ///
    /// - Throws: what OpenSSL does not take.
    package static func staple(
        for identity: Identity,
        issuer: Identity,
        signer: Identity? = nil,
        _ status: OCSPStatus,
        from: Timestamp,
        until: Timestamp
    ) throws(TLSUnavailable) -> [UInt8] {
        let signer = signer ?? issuer
        guard
            let leaf = X509Certificate.all(pem: identity.certificate).first,
            let issuing = X509Certificate.all(pem: issuer.certificate).first,
            let signing = X509Certificate.all(pem: signer.certificate).first,
            let basic = OCSP_BASICRESP_new(), let key = signer.privateKey
        else { throw TLSUnavailable("no OCSP response: \(lastError())") }
        defer {
            OCSP_BASICRESP_free(basic)
            EVP_PKEY_free(key)
        }
        let (first, last) = (ASN1_TIME_set(nil, time_t(from.seconds)), ASN1_TIME_set(nil, time_t(until.seconds)))
        let id = OCSP_cert_to_id(EVP_sha1(), leaf.pointer, issuing.pointer)
        defer {
            ASN1_STRING_free(first)
            ASN1_STRING_free(last)
            OCSP_CERTID_free(id)
        }
        switch status {
        case .good: OCSP_basic_add1_status(basic, id, V_OCSP_CERTSTATUS_GOOD, 0, nil, first, last)
        case .unknown: OCSP_basic_add1_status(basic, id, V_OCSP_CERTSTATUS_UNKNOWN, 0, nil, first, last)
        case .revoked(let moment):
            let when = ASN1_TIME_set(nil, time_t(moment.seconds))
            defer { ASN1_STRING_free(when) }
            let reason = OCSP_REVOKED_STATUS_KEYCOMPROMISE
            OCSP_basic_add1_status(basic, id, V_OCSP_CERTSTATUS_REVOKED, reason, when, first, last)
        }
        OCSP_basic_sign(basic, signing.pointer, key, EVP_sha256(), nil, 0)
        let response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic)
        defer { OCSP_RESPONSE_free(response) }
        return takeBytes { i2d_OCSP_RESPONSE(response, $0) }
    }
}

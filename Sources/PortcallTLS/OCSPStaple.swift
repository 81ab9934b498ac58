internal import COpenSSL
internal import PortcallCore

/// A stapled OCSP response (RFC 6960), verified against the chain it came with.
struct OCSPStaple {
    private let response: [UInt8]

    init(_ response: [UInt8]) {
        self.response = response
    }

    /// What it says of the leaf of `chain`, leaf first, at that time.
    func verify(_ chain: [X509Certificate], at time: Timestamp) -> TLSFacts.Staple {
        defer { ERR_clear_error() }
        guard let leaf = chain.first else { return .invalid("there is no certificate for it") }
        guard let issuer = chain.dropFirst().first ?? (leaf.isSelfSigned ? leaf : nil) else {
            return .invalid("the issuer's certificate is missing, so it cannot be verified")
        }
        let decoded = response.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_OCSP_RESPONSE(nil, &start, buffer.count)
        }
        guard let decoded else { return .invalid("it cannot be read") }
        defer { OCSP_RESPONSE_free(decoded) }
        let status = OCSP_response_status(decoded)
        guard status == OCSP_RESPONSE_STATUS_SUCCESSFUL else {
            return .invalid("the responder answered \(String(cString: OCSP_response_status_str(Int(status))))")
        }
        guard let basic = OCSP_response_get1_basic(decoded) else { return .invalid("it cannot be read") }
        defer { OCSP_BASICRESP_free(basic) }
        guard isSigned(basic, by: issuer, chain, at: time) else { return .invalid(Self.foreign) }
        return Self.status(in: basic, of: leaf, issuer, at: time)
    }

    private static let foreign = "it is signed neither by the issuer nor by a responder that the issuer has certified"

    /// Signed by the issuer itself, or by a responder the issuer has certified for it (RFC 6960 section 4.2.2.2).
    private func isSigned(
        _ basic: OpaquePointer,
        by issuer: X509Certificate,
        _ chain: [X509Certificate],
        at time: Timestamp
    ) -> Bool {
        guard let store = X509_STORE_new() else { return false }
        defer { X509_STORE_free(store) }
        X509_STORE_add_cert(store, issuer.pointer)
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), time_t(time.seconds))
        return withStack(chain) { OCSP_basic_verify(basic, $0, store, 0) == 1 }
    }

    private static func status(
        in basic: OpaquePointer,
        of leaf: X509Certificate,
        _ issuer: X509Certificate,
        at time: Timestamp
    ) -> TLSFacts.Staple {
        for digest in [EVP_sha1(), EVP_sha256()] {
            guard let id = OCSP_cert_to_id(digest, leaf.pointer, issuer.pointer) else { continue }
            defer { OCSP_CERTID_free(id) }
            var (status, reason): (CInt, CInt) = (0, 0)
            var revoked: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            var from: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            var until: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            guard OCSP_resp_find_status(basic, id, &status, &reason, &revoked, &from, &until) == 1 else { continue }
            if let from = Timestamp(from), from.seconds > time.seconds + 300 {
                return .invalid("it is valid from \(from) only")
            }
            if let until = Timestamp(until), until.seconds < time.seconds - 300 {
                return .invalid("it expired on \(until)")
            }
            return meaning(of: status, reason, Timestamp(revoked))
        }
        return .invalid("it is about another certificate")
    }

    private static func meaning(of status: CInt, _ reason: CInt, _ revoked: Timestamp?) -> TLSFacts.Staple {
        switch status {
        case V_OCSP_CERTSTATUS_GOOD: return .good
        case V_OCSP_CERTSTATUS_REVOKED:
            let why = reason >= 0 ? ", \(String(cString: OCSP_crl_reason_str(Int(reason))))" : ""
            return .revoked((revoked?.description ?? "at an unknown time") + why)
        default: return .unknown
        }
    }
}

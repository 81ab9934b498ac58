import COpenSSL
import PortcallTLS
import Testing

@Suite("OpenSSL's complaints")
struct ChainComplaintTests {
    /// About what is never asked of it: lists of revoked certificates, names, DANE, Suite B, its security levels, OCSP.
    private static let neverAsked: Set<Int32> = [
        X509_V_ERR_UNABLE_TO_GET_CRL, X509_V_ERR_UNABLE_TO_DECRYPT_CRL_SIGNATURE, X509_V_ERR_CRL_SIGNATURE_FAILURE,
        X509_V_ERR_CRL_NOT_YET_VALID, X509_V_ERR_CRL_HAS_EXPIRED, X509_V_ERR_ERROR_IN_CRL_LAST_UPDATE_FIELD,
        X509_V_ERR_ERROR_IN_CRL_NEXT_UPDATE_FIELD, X509_V_ERR_OUT_OF_MEM, X509_V_ERR_CERT_REVOKED,
        X509_V_ERR_NO_ISSUER_PUBLIC_KEY, X509_V_ERR_SUBJECT_ISSUER_MISMATCH, X509_V_ERR_AKID_SKID_MISMATCH,
        X509_V_ERR_AKID_ISSUER_SERIAL_MISMATCH, X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER,
        X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION, X509_V_ERR_KEYUSAGE_NO_CRL_SIGN,
        X509_V_ERR_KEYUSAGE_NO_DIGITAL_SIGNATURE, X509_V_ERR_DIFFERENT_CRL_SCOPE, X509_V_ERR_CRL_PATH_VALIDATION_ERROR,
        X509_V_ERR_APPLICATION_VERIFICATION, X509_V_ERR_SUITE_B_INVALID_VERSION,
        X509_V_ERR_SUITE_B_INVALID_ALGORITHM, X509_V_ERR_SUITE_B_INVALID_CURVE,
        X509_V_ERR_SUITE_B_INVALID_SIGNATURE_ALGORITHM, X509_V_ERR_SUITE_B_LOS_NOT_ALLOWED,
        X509_V_ERR_SUITE_B_CANNOT_SIGN_P_384_WITH_P_256, X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_EMAIL_MISMATCH,
        X509_V_ERR_IP_ADDRESS_MISMATCH, X509_V_ERR_DANE_NO_MATCH, X509_V_ERR_EE_KEY_TOO_SMALL,
        X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK, X509_V_ERR_INVALID_CALL, X509_V_ERR_STORE_LOOKUP,
        X509_V_ERR_NO_VALID_SCTS, X509_V_ERR_OCSP_VERIFY_NEEDED, X509_V_ERR_OCSP_VERIFY_FAILED,
        X509_V_ERR_OCSP_CERT_UNKNOWN, X509_V_ERR_UNNESTED_RESOURCE,
    ]

    @Test("have words of ours, each that a chain can meet")
    func words() {
        for code in Int32(1)..<200 where !Self.neverAsked.contains(code) {
            let words = X509_verify_cert_error_string(Int(code)).map { String(cString: $0) } ?? ""
            // Beyond the last one it has no words itself.
            guard !words.hasPrefix("error number") && words != "unknown certificate verification error" else {
                continue
            }
            #expect(ChainComplaint.hasWords(code), "\(code): \(words)")
        }
    }
}

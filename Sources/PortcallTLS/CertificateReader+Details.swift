internal import COpenSSL
internal import PortcallCore

extension Certificate.Details {
    init(_ x509: X509Certificate) {
        self.init()
        let pointer = x509.pointer
        version = X509_get_version(pointer) + 1
        keyUsages = Self.keyUsages(pointer)
        let length = X509_get_pathlen(pointer)
        pathLength = length < 0 ? nil : length
        subjectKeyID = X509_get0_subject_key_id(pointer).map { Hexadecimal.text(contents(of: $0), separator: "") }
        authorityKeyID = X509_get0_authority_key_id(pointer).map { Hexadecimal.text(contents(of: $0), separator: "") }
        transparency = Self.transparency(pointer)
        others = X509Extension.all(of: x509).filter { !Self.told.contains($0.nid) }.map {
            Certificate.Extension(name: $0.name, isCritical: $0.isCritical, text: $0.text)
        }
    }

    /// Extensions that have a place of their own.
    private static let told: Set<CInt> = [
        NID_basic_constraints, NID_key_usage, NID_ext_key_usage, NID_subject_alt_name, NID_subject_key_identifier,
        NID_authority_key_identifier, NID_ct_precert_scts,
    ]

    private static func keyUsages(_ pointer: OpaquePointer) -> [String]? {
        let usage = X509_get_key_usage(pointer)
        guard usage != UInt32.max else { return nil }
        return usageNames.compactMap { bit, name in usage & UInt32(bit) != 0 ? name : nil }
    }

    /// RFC 5280 section 4.2.1.3.
    private static let usageNames: [(CInt, String)] = [
        (KU_DIGITAL_SIGNATURE, "digitalSignature"), (KU_NON_REPUDIATION, "nonRepudiation"),
        (KU_KEY_ENCIPHERMENT, "keyEncipherment"), (KU_DATA_ENCIPHERMENT, "dataEncipherment"),
        (KU_KEY_AGREEMENT, "keyAgreement"), (KU_KEY_CERT_SIGN, "keyCertSign"), (KU_CRL_SIGN, "cRLSign"),
        (KU_ENCIPHER_ONLY, "encipherOnly"), (KU_DECIPHER_ONLY, "decipherOnly"),
    ]

    /// At most 20, whatever their version.
    private static func transparency(_ pointer: OpaquePointer) -> Certificate.Transparency {
        guard X509_get_ext_by_NID(pointer, NID_ct_precert_scts, -1) >= 0 else { return .timestamps([]) }
        guard let decoded = X509_get_ext_d2i(pointer, NID_ct_precert_scts, nil, nil) else { return .malformed }
        let list = OpaquePointer(decoded)
        defer { SCT_LIST_free(list) }
        return .timestamps(
            (0..<max(0, min(20, portcall_sk_SCT_num(list)))).map { index in
                let sct = portcall_sk_SCT_value(list, index)
                var start: UnsafeMutablePointer<UInt8>?
                let count = SCT_get0_log_id(sct, &start)
                let id = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
                return Certificate.SignedTimestamp(
                    logID: Hexadecimal.text(id, separator: ""),
                    time: Timestamp(milliseconds: Int64(min(SCT_get_timestamp(sct), lastMillisecond)))
                )
            }
        )
    }

    /// Of the year 9999.
    private static let lastMillisecond: UInt64 = 253_402_300_799_999
}

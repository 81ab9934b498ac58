internal import COpenSSL
internal import PortcallCore

/// One extension of a certificate, borrowed from it.
struct X509Extension {
    private let pointer: OpaquePointer
    let nid: CInt
    let isCritical: Bool

    /// All of a certificate's, at most 64; to be used while it is alive.
    static func all(of certificate: X509Certificate) -> [X509Extension] {
        (0..<min(64, X509_get_ext_count(certificate.pointer))).compactMap { index in
            X509_get_ext(certificate.pointer, index).map { X509Extension($0) }
        }
    }

    private init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        nid = OBJ_obj2nid(X509_EXTENSION_get_object(pointer))
        isCritical = X509_EXTENSION_get_critical(pointer) == 1
    }

    /// As RFC 5280 and OpenSSL call it, else in dots and digits.
    var name: String {
        guard nid != NID_undef, let name = OBJ_nid2sn(nid) else {
            return dotted(X509_EXTENSION_get_object(pointer))
        }
        return String(cString: name)
    }

    /// Its name, and who gave it where OpenSSL does not know.
    var title: String {
        switch name {
        case "1.3.6.1.4.1.311.21.10": "\(name) (Microsoft's application policies, by a template of AD CS)"
        case "1.3.6.1.4.1.311.21.7": "\(name) (Microsoft's certificate template)"
        case "1.3.6.1.4.1.311.20.2": "\(name) (Microsoft's name of a template)"
        default: name
        }
    }

    /// Clients look into it, and refuse a certificate where they cannot.
    var mustBeReadable: Bool { Self.essential.contains(nid) }

    private static let essential: Set<CInt> = [
        NID_basic_constraints, NID_key_usage, NID_ext_key_usage, NID_subject_alt_name, NID_name_constraints,
        NID_authority_key_identifier, NID_subject_key_identifier, NID_certificate_policies, NID_info_access,
        NID_crl_distribution_points,
    ]

    /// OpenSSL acts on it, so that it may be critical.
    var isSupported: Bool { X509_supported_extension(pointer) == 1 }

    /// One DER value of the right shape, and nothing after it.
    var isReadable: Bool {
        defer { ERR_clear_error() }
        guard let decoded = X509V3_EXT_d2i(pointer) else { return false }
        freeDecoded(decoded)
        return isWhole
    }

    private func freeDecoded(_ decoded: UnsafeMutableRawPointer) {
        guard let method = X509V3_EXT_get(pointer) else { return }
        if let item = method.pointee.it?() {
            ASN1_item_free(OpaquePointer(decoded), item)
        } else {
            method.pointee.ext_free?(decoded)
        }
    }

    private var isWhole: Bool {
        let bytes = contents(of: X509_EXTENSION_get_data(pointer))
        return bytes.withUnsafeBufferPointer { buffer in
            var (start, length, tag, kind) = (buffer.baseAddress, 0, CInt(0), CInt(0))
            guard ASN1_get_object(&start, &length, &tag, &kind, buffer.count) & 0x80 == 0, let start,
                let base = buffer.baseAddress
            else { return false }
            return start - base + length == buffer.count
        }
    }

    /// What it says, as `openssl x509 -text` has it, its lines joined; in hexadecimal where that knows nothing of it.
    var text: String {
        guard X509V3_EXT_get(pointer) != nil else {
            return Hexadecimal.text(contents(of: X509_EXTENSION_get_data(pointer)), separator: "").shortened(to: 64)
        }
        let lines = printed { X509V3_EXT_print($0, pointer, UInt(X509V3_EXT_DUMP_UNKNOWN), 0) }
            .split { $0 == 0x0A }
            .map { String(escaping: $0).trimmed }
            .filter { !$0.isEmpty }
        return lines.joined(separator: " ").shortened(to: 2000)
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }

    fileprivate func shortened(to limit: Int) -> String { count > limit ? "\(prefix(limit))…" : self }
}

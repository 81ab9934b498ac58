internal import COpenSSL

/// One certificate that OpenSSL has decoded, kept alive as long as this is.
package final class X509Certificate {
    package let pointer: OpaquePointer

    /// Shares a certificate that somebody else owns.
    init(sharing pointer: OpaquePointer) {
        X509_up_ref(pointer)
        self.pointer = pointer
    }

    /// Takes a certificate over.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit { X509_free(pointer) }

    /// As it was sent, in DER.
    var bytes: [UInt8] { takeBytes { i2d_X509(pointer, $0) } }

    func isSame(as other: X509Certificate) -> Bool { X509_cmp(pointer, other.pointer) == 0 }

    func isIssued(by issuer: X509Certificate) -> Bool { X509_check_issued(issuer.pointer, pointer) == X509_V_OK }

    /// By its name alone it could have issued the other.
    func isNamed(asIssuerOf other: X509Certificate) -> Bool {
        X509_NAME_cmp(X509_get_subject_name(pointer), X509_get_issuer_name(other.pointer)) == 0
    }

    /// It has one subjectAltName that can be read, or none; else nothing can be said of its names.
    var hasReadableNames: Bool {
        var state: CInt = 0
        guard let names = X509_get_ext_d2i(pointer, NID_subject_alt_name, &state, nil) else { return state == -1 }
        GENERAL_NAMES_free(OpaquePointer(names))
        return true
    }

    /// What it says contradicts itself or cannot be read, so that OpenSSL uses it for nothing.
    var isInvalid: Bool { X509_get_extension_flags(pointer) & UInt32(EXFLAG_INVALID) != 0 }

    /// Its own issuer, and signed by its own key.
    package var isSelfSigned: Bool {
        defer { ERR_clear_error() }
        return X509_self_signed(pointer, 1) == 1
    }

    /// All certificates of a PEM text that can be read.
    package static func all(pem: String) -> [X509Certificate] {
        CertificateFile(Array(pem.utf8), limit: 1000).certificates
    }

    /// All certificates of a stack.
    static func all(in stack: OpaquePointer?) -> [X509Certificate] {
        guard let stack else { return [] }
        return (0..<portcall_sk_X509_num(stack)).compactMap { index in
            portcall_sk_X509_value(stack, index).map { X509Certificate(sharing: $0) }
        }
    }
}

/// A stack that borrows certificates for the time of one call.
func withStack<Result>(_ certificates: [X509Certificate], _ body: (OpaquePointer?) -> Result) -> Result {
    let stack = portcall_sk_X509_new_null()
    defer { portcall_sk_X509_free(stack) }
    for certificate in certificates { _ = portcall_sk_X509_push(stack, certificate.pointer) }
    return body(stack)
}

internal import COpenSSL
package import PortcallCore

/// The roots that chains are judged against.
package final class TrustRoots: @unchecked Sendable {
    // @unchecked: an X509_STORE locks itself, and is not changed after it was filled.
    private let loaded: OpaquePointer?

    /// The store; the system's is loaded when the first chain is judged, and once in a process.
    var store: OpaquePointer? { loaded ?? SystemRoots.shared.store }

    /// Roots as PEM, or those of the system.
    ///
    /// - Throws: why they cannot be used, or that there are none at all.
    package convenience init(_ source: PEMSource?) throws(TLSUnavailable) {
        switch source {
        case nil: try self.init()
        case .file(let path)?: try self.init(file: path)
        case .text(let text)?:
            guard !X509Certificate.all(pem: text).isEmpty else {
                throw TLSUnavailable("no trusted roots in the text of them: there is no PEM certificate in it")
            }
            try self.init(pem: text)
        }
    }

    /// Those of the system.
    private init() throws(TLSUnavailable) {
        try SystemRoots.check()
        loaded = nil
    }

    private init(file: String) throws(TLSUnavailable) {
        ERR_clear_error()
        // Who cannot be opened has the system's reason, which OpenSSL's own words hide.
        try PEMSource.file(file).open("trusted roots") { _ throws(TLSUnavailable) in }
        guard let store = X509_STORE_new() else { throw TLSUnavailable("OpenSSL has no memory left") }
        guard X509_STORE_load_file(store, file) == 1 else {
            X509_STORE_free(store)
            throw TLSUnavailable("no trusted roots in \(file.escaped): \(PEMSource.file(file).reasonForNoCertificate)")
        }
        loaded = store
    }

    /// Roots given as PEM text; none where it is empty.
    package init(pem: String) throws(TLSUnavailable) {
        guard let store = X509_STORE_new() else { throw TLSUnavailable("OpenSSL has no memory left") }
        loaded = store
        for certificate in X509Certificate.all(pem: pem) {
            X509_STORE_add_cert(store, certificate.pointer)
        }
        ERR_clear_error()
    }

    deinit { X509_STORE_free(loaded) }
}

/// What OpenSSL finds by itself, `SSL_CERT_FILE` and `SSL_CERT_DIR` honoured.
private struct SystemRoots: @unchecked Sendable {
    // @unchecked: see TrustRoots.
    static let shared = SystemRoots()

    let store: OpaquePointer?

    private init() {
        store = X509_STORE_new()
        X509_STORE_set_default_paths(store)
        ERR_clear_error()
    }

    /// Whether there is any root, without reading them all.
    static func check() throws(TLSUnavailable) {
        let file = path(X509_get_default_cert_file_env(), X509_get_default_cert_file())
        let folder = path(X509_get_default_cert_dir_env(), X509_get_default_cert_dir())
        defer { ERR_clear_error() }
        guard !hasCertificate(file), !hasEntries(folder) else { return }
        throw TLSUnavailable(
            "this machine has no trusted roots: neither \(file) nor \(folder) has any",
            isWithoutRoots: true
        )
    }

    private static func path(_ variable: UnsafePointer<CChar>?, _ standard: UnsafePointer<CChar>?) -> String {
        let set = variable.flatMap { getenv($0) }.map { String(cString: $0) }
        return (set ?? standard.map { String(cString: $0) } ?? "").escaped
    }

    private static func hasCertificate(_ file: String) -> Bool {
        guard let bio = BIO_new_file(file, "r") else { return false }
        defer { BIO_free(bio) }
        guard let certificate = PEM_read_bio_X509(bio, nil, nil, nil) else { return false }
        X509_free(certificate)
        return true
    }

    private static func hasEntries(_ folder: String) -> Bool {
        guard let entries = OSSL_STORE_open(folder, nil, nil, nil, nil) else { return false }
        defer { OSSL_STORE_close(entries) }
        while OSSL_STORE_eof(entries) == 0 {
            guard let entry = OSSL_STORE_load(entries) else { continue }
            defer { OSSL_STORE_INFO_free(entry) }
            if OSSL_STORE_INFO_get_type(entry) == OSSL_STORE_INFO_NAME { return true }
        }
        return false
    }
}

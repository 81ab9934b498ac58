internal import COpenSSL
internal import PortcallCore

extension PEMSource {
    /// As an error names it: the file, or what the text is.
    func name(_ what: String) -> String {
        switch self {
        case .file(let path): path.escaped
        case .text: "the text of \(what)"
        }
    }

    /// Lends `read` the bytes as OpenSSL's BIO.
    ///
    /// - Throws: why the file cannot be opened, or what `read` throws.
    func open<Value>(_ what: String, _ read: (OpaquePointer) throws(TLSUnavailable) -> Value) throws(TLSUnavailable)
        -> Value
    {
        ERR_clear_error()
        let bio: OpaquePointer?
        switch self {
        case .file(let path):
            bio = BIO_new_file(path, "r")
            if bio == nil {
                throw TLSUnavailable("\(what) \(path.escaped): \(String(cString: strerror(portcall_errno())))")
            }
        case .text(let text):
            let bytes = Array(text.utf8)
            bio = BIO_new(BIO_s_mem())
            BIO_write(bio, bytes, CInt(clamping: bytes.count))
        }
        guard let bio else { throw TLSUnavailable("OpenSSL has no memory left") }
        defer { BIO_free(bio) }
        return try read(bio)
    }
}

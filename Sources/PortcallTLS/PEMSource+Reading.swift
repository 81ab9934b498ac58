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

extension PEMSource {
    /// Why there is no PEM certificate in what was read just now; empties OpenSSL's queue.
    var reasonForNoCertificate: String {
        let words = lastError()
        if let trouble { return trouble }
        return switch words {
        case "no certificate or crl found", "no start line", "unknown error": "there is no PEM certificate in it"
        default: "its certificate cannot be read (\(words))"
        }
    }

    /// Why there is no PEM private key in what was read just now; empties OpenSSL's queue.
    var reasonForNoKey: String {
        let words = lastError()
        if let trouble { return trouble }
        return switch words {
        case "no start line", "unsupported", "unknown error": "there is no PEM private key in it"
        case "bad password read", "problems getting password", "interrupted or cancelled":
            "it is encrypted; give it without a passphrase"
        default: "its key cannot be read (\(words))"
        }
    }

    /// Why nothing can be read of a file that can be opened, as a folder: OpenSSL finds nothing in it and says no more.
    private var trouble: String? {
        guard case .file(let path) = self, let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        guard fgetc(file) == EOF, ferror(file) != 0 else { return nil }
        return String(cString: strerror(portcall_errno()))
    }
}

internal import COpenSSL
internal import PortcallCore

/// The reason of the newest error on this thread's OpenSSL queue, and empties the queue.
package func lastError() -> String {
    let code = ERR_peek_last_error()
    ERR_clear_error()
    guard code != 0, let reason = ERR_reason_error_string(code) else { return "unknown error" }
    return String(cString: reason)
}

/// Bytes that OpenSSL made and that must be given back to it.
package func takeBytes(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> CInt) -> [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    let count = encode(&start)
    defer { CRYPTO_free(start, nil, 0) }
    guard count > 0 else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
}

/// What `write` puts into a memory BIO, as bytes.
package func printed(_ write: (OpaquePointer) -> Void) -> [UInt8] {
    guard let bio = BIO_new(BIO_s_mem()) else { return [] }
    defer { BIO_free(bio) }
    write(bio)
    var start: UnsafeMutablePointer<CChar>?
    let count = portcall_BIO_get_mem_data(bio, &start)
    guard count > 0, let start else { return [] }
    return UnsafeBufferPointer(start: start, count: count).map { UInt8(bitPattern: $0) }
}

/// Gives `body` a memory BIO that reads `bytes`.
package func withBIO<Result>(_ bytes: [UInt8], _ body: (OpaquePointer?) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes { buffer in
        let bio = BIO_new_mem_buf(buffer.baseAddress, CInt(clamping: buffer.count))
        defer { BIO_free(bio) }
        return try body(bio)
    }
}

extension Timestamp {
    /// Any ASN.1 time; nil for one that cannot be read.
    init?(_ time: UnsafePointer<ASN1_TIME>?) {
        guard let time, let epoch = ASN1_TIME_set(nil, 0) else { return nil }
        defer { ASN1_STRING_free(epoch) }
        var days: CInt = 0
        var seconds: CInt = 0
        guard ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else { return nil }
        self.init(seconds: Int64(days) * 86_400 + Int64(seconds))
    }
}

/// The bytes of an ASN.1 string.
func contents(of string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
    guard let string, let start = ASN1_STRING_get0_data(string) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: max(0, Int(ASN1_STRING_length(string)))))
}

/// The group or curve of a key by OpenSSL's name; nil for a key of another kind.
func groupName(of key: OpaquePointer?) -> String? {
    var buffer = [CChar](repeating: 0, count: 80)
    var count = 0
    guard EVP_PKEY_get_group_name(key, &buffer, buffer.count, &count) == 1 else { return nil }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// An object identifier in dots and digits.
func dotted(_ object: OpaquePointer?) -> String {
    var buffer = [CChar](repeating: 0, count: 128)
    let count = OBJ_obj2txt(&buffer, CInt(buffer.count), object, 1)
    return String(decoding: buffer.prefix(max(0, min(Int(count), 127))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

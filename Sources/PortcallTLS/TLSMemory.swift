internal import COpenSSL
internal import PortcallCore

/// What OpenSSL's callbacks note down for one engine while it works.
final class TLSMemory {
    /// The last fatal alert of each side.
    var received: TLSAlert?
    var sent: TLSAlert?
    var asksForCertificate = false
    var chainIsTooLong = false
    /// The other side wants to begin anew.
    var asksToRenegotiate = false
    /// What came behind the last record and is none.
    var records = RecordWatch()

    /// The memory of the engine that owns `ssl`; OpenSSL's slot 0 is the application's.
    static func of(_ ssl: OpaquePointer?) -> TLSMemory? {
        guard let ssl, let data = SSL_get_ex_data(ssl, 0) else { return nil }
        return Unmanaged<TLSMemory>.fromOpaque(data).takeUnretainedValue()
    }
}

/// Alerts come as level and description in one number; level 2 is fatal, and TLS 1.3 has no other that matters.
func noteAlert(_ ssl: OpaquePointer?, _ place: CInt, _ value: CInt) {
    guard place & SSL_CB_ALERT != 0, let memory = TLSMemory.of(ssl) else { return }
    let alert = TLSAlert(code: UInt8(truncatingIfNeeded: value))
    guard value >> 8 == SSL3_AL_FATAL else { return }
    if place & SSL_CB_READ != 0 { memory.received = alert } else { memory.sent = alert }
}

/// A handshake message of type 0, HelloRequest, is how a server of TLS 1.2 or below asks to begin anew.
func noteMessage(
    _ isOurs: CInt,
    _ version: CInt,
    _ type: CInt,
    _ message: UnsafeRawPointer?,
    _ count: Int,
    _ ssl: OpaquePointer?,
    _ argument: UnsafeMutableRawPointer?
) {
    guard isOurs == 0, type == SSL3_RT_HANDSHAKE, count == 4, let message else { return }
    if message.load(as: UInt8.self) == SSL3_MT_HELLO_REQUEST { TLSMemory.of(ssl)?.asksToRenegotiate = true }
}

/// Called by a client only when the server has asked for a certificate.
func noteRequest(_ ssl: OpaquePointer?, _ argument: UnsafeMutableRawPointer?) -> CInt {
    TLSMemory.of(ssl)?.asksForCertificate = true
    return 1
}

/// Accepts every chain of a sane length: it is judged once the handshake is over.
func countChain(_ context: OpaquePointer?, _ argument: UnsafeMutableRawPointer?) -> CInt {
    let count = portcall_sk_X509_num(X509_STORE_CTX_get0_untrusted(context))
    guard count > ChainJudge.lengthLimit else { return 1 }
    let ssl = X509_STORE_CTX_get_ex_data(context, SSL_get_ex_data_X509_STORE_CTX_idx())
    TLSMemory.of(ssl.map { OpaquePointer($0) })?.chainIsTooLong = true
    return 0
}

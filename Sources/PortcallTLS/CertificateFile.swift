internal import COpenSSL
internal import PortcallCore

/// The certificates of a file as administrators have them: PEM with whatever stands around it, DER, or PKCS #7.
///
/// A private key in it is noticed, and neither read nor kept.
struct CertificateFile {
    private(set) var certificates: [X509Certificate] = []
    /// What should have been a certificate, by its place in the file from 0, and why it is none.
    private(set) var faults: [(place: Int, reason: String)] = []
    /// The line where a private key begins, from 1.
    private(set) var keyLine: Int?
    /// A PKCS #12 file: its certificates are encrypted along with its key.
    private(set) var isLocked = false

    /// How many certificates are read.
    private let limit: Int

    init(_ bytes: [UInt8], limit: Int = ChainJudge.lengthLimit) {
        self.limit = limit
        ERR_clear_error()
        let blocks = PEMBlock.all(in: bytes)
        if blocks.isEmpty, bytes.first == 0x30 { readBinary(bytes) } else { read(blocks) }
        ERR_clear_error()
    }

    /// How many there are, those that cannot be read among them.
    var count: Int { certificates.count + faults.count }

    private mutating func read(_ blocks: [PEMBlock]) {
        for block in blocks {
            switch block.kind {
            case .privateKey: keyLine = keyLine ?? block.line
            case .other: continue
            case .certificate, .bundle:
                guard count < limit else {
                    faults.append((count, "is one more than the \(limit) that are read"))
                    return
                }
                read(block)
            }
        }
    }

    private mutating func read(_ block: PEMBlock) {
        let place = "cannot be read (line \(block.line))"
        guard block.isClosed else { return faults.append((count, "\(place): its END line is missing")) }
        guard let bytes = block.decoded else { return faults.append((count, "\(place): it is not Base64")) }
        if block.kind == .bundle, let bundle = Self.bundle(bytes) { return certificates += bundle }
        do {
            let (certificate, length) = try Self.certificate(bytes[...])
            guard length == bytes.count else {
                return faults.append((count, "\(place): \(bytes.count - length) bytes follow its end"))
            }
            certificates.append(certificate)
        } catch {
            faults.append((count, "\(place): \(error.reason)"))
        }
    }

    /// One certificate in DER or several, one after the other; else PKCS #7.
    private mutating func readBinary(_ bytes: [UInt8]) {
        if let bundle = Self.bundle(bytes) { return certificates += bundle }
        isLocked = Self.isLocked(bytes)
        var rest = bytes[...]
        while !isLocked, !rest.isEmpty, count < limit {
            do {
                let (certificate, length) = try Self.certificate(rest)
                certificates.append(certificate)
                rest = rest.dropFirst(length)
            } catch {
                return faults.append((count, "cannot be read (byte \(rest.startIndex)): \(error.reason)"))
            }
        }
    }

    /// Where in the ASN.1 it broke.
    private struct Undecodable: Error {
        let reason: String
    }

    private static func certificate(
        _ bytes: ArraySlice<UInt8>
    ) throws(Undecodable) -> (certificate: X509Certificate, length: Int) {
        ERR_clear_error()
        let (pointer, length) = bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            let pointer = d2i_X509(nil, &start, buffer.count)
            return (pointer, zip(start, buffer.baseAddress).map { $0 - $1 } ?? 0)
        }
        guard let pointer else { throw Undecodable(reason: decodingFault()) }
        return (X509Certificate(owning: pointer), length)
    }

    /// The certificates of a PKCS #7 message (RFC 5652 calls it certs-only), as Windows exports a chain.
    private static func bundle(_ bytes: [UInt8]) -> [X509Certificate]? {
        let message = bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_PKCS7(nil, &start, buffer.count)
        }
        guard let message else { return nil }
        defer { PKCS7_free(message) }
        guard portcall_PKCS7_type_is_signed(message) == 1, let signed = message.pointee.d.sign else { return nil }
        let all = X509Certificate.all(in: signed.pointee.cert).prefix(ChainJudge.lengthLimit)
        return Self.inOrder(Array(all))
    }

    /// A set has no order: the leaf is what has issued no other, and each is followed by its issuer.
    private static func inOrder(_ all: [X509Certificate]) -> [X509Certificate] {
        let isIssuer = { (one: X509Certificate) in all.contains { !$0.isSame(as: one) && $0.isIssued(by: one) } }
        guard var next = all.first(where: { !isIssuer($0) }) else { return all }
        var ordered = [next]
        while let issuer = all.first(where: { one in
            next.isIssued(by: one) && !ordered.contains { $0.isSame(as: one) }
        }) {
            ordered.append(issuer)
            next = issuer
        }
        return ordered + all.filter { one in !ordered.contains { $0.isSame(as: one) } }
    }

    private static func isLocked(_ bytes: [UInt8]) -> Bool {
        let pointer = bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_PKCS12(nil, &start, buffer.count)
        }
        PKCS12_free(pointer)
        return pointer != nil
    }
}

private func zip<Value>(_ a: Value?, _ b: Value?) -> (Value, Value)? {
    guard let a, let b else { return nil }
    return (a, b)
}

/// What OpenSSL's queue of errors says of a structure that it could not decode, innermost first; empties the queue.
private func decodingFault() -> String {
    var (reason, fields): (String?, [String]) = (nil, [])
    var data: UnsafePointer<CChar>?
    var flags: CInt = 0
    while case let code = ERR_get_error_all(nil, nil, nil, &data, &flags), code != 0 {
        if reason == nil { reason = ERR_reason_error_string(code).map { String(cString: $0) } }
        guard flags & ERR_TXT_STRING != 0, let data else { continue }
        let words = String(cString: data).split(separator: ", ").filter { $0.hasPrefix("Field=") }
        fields += words.map { $0 == "Field=cert_info" ? "tbsCertificate" : String($0.dropFirst(6)) }
    }
    let place = fields.isEmpty ? "" : " in \(fields.reversed().joined(separator: "."))"
    return "\(reason ?? "unknown error")\(place)"
}

internal import COpenSSL
internal import PortcallCore

/// The certificates of a file as administrators have them: PEM with whatever stands around it, DER, or PKCS #7.
///
/// A private key in it is noticed, and neither read nor kept.
struct CertificateFile {
    /// What is wrong with the file at one place.
    struct Fault {
        /// Of a certificate in the file, from 0.
        let place: Int
        /// A certificate that stands there is missed; else it was read all the same.
        let isLost: Bool
        let fault: CertificateFault
    }

    private(set) var certificates: [X509Certificate] = []
    private(set) var faults: [Fault] = []
    /// The line where a private key begins, from 1.
    private(set) var keyLine: Int?
    /// What it is instead, where there is no certificate in it.
    private(set) var otherKind: String?

    /// How many certificates are read.
    private let limit: Int
    /// Somebody has it before them, so that a line says something.
    private let hasLines: Bool

    init(_ bytes: [UInt8], limit: Int = ChainJudge.lengthLimit, hasLines: Bool = true) {
        self.limit = limit
        self.hasLines = hasLines
        ERR_clear_error()
        let blocks = PEMBlock.all(in: bytes)
        if blocks.isEmpty, bytes.first == 0x30 { readBinary(bytes) } else { read(blocks) }
        if count == 0, otherKind == nil { otherKind = ForeignFile.words(for: blocks, bytes) }
        ERR_clear_error()
    }

    /// How many there are, those that cannot be read among them.
    var count: Int { certificates.count + faults.count(where: \.isLost) }

    private mutating func lose(_ reason: ChainProblem.Reason, _ words: String) {
        faults.append(Fault(place: count, isLost: true, fault: CertificateFault(reason, words)))
    }

    private mutating func read(_ blocks: [PEMBlock]) {
        for block in blocks {
            if block.isGlued {
                let words =
                    "line \(block.line) has the END of one block and the BEGIN of the next: a line feed is missing there"
                let fault = CertificateFault(.missingLineFeed, "\(words), and OpenSSL reads neither")
                faults.append(Fault(place: max(0, count - 1), isLost: false, fault: fault))
            }
            switch block.kind {
            case .privateKey: keyLine = keyLine ?? block.line
            case .other, .request: continue
            case .certificate, .trustedCertificate, .bundle:
                guard count < limit else {
                    return lose(.tooMany, "the file has more than the \(limit) certificates that are read here")
                }
                read(block)
            }
        }
    }

    private mutating func read(_ block: PEMBlock) {
        let place = hasLines ? "cannot be read (line \(block.line))" : "cannot be read"
        if let mark = block.brokenMark {
            let right = mark.text.contains("END ") ? "END" : "BEGIN"
            let words = "line \(mark.line) is '\(mark.text)', and must be -----\(right) CERTIFICATE-----"
            return lose(.brokenMark, "\(words) to the letter")
        }
        guard block.isClosed else { return lose(.cutShort, "\(place): its END line is missing, the file is cut off") }
        guard let bytes = block.decoded else { return lose(.unreadable, "\(place): it is not Base64") }
        if block.kind == .bundle, let bundle = Self.bundle(bytes) { return certificates += bundle }
        do {
            let (certificate, length) = try Self.certificate(bytes[...])
            let isWhole = length == bytes.count || block.kind == .trustedCertificate
            guard isWhole else { return lose(.unreadable, "\(place): \(bytes.count - length) bytes follow its end") }
            certificates.append(certificate)
        } catch {
            lose(error.reason, "\(place): \(error.words)")
        }
    }

    /// One certificate in DER or several, one after the other; else PKCS #7.
    private mutating func readBinary(_ bytes: [UInt8]) {
        if let bundle = Self.bundle(bytes) { return certificates += bundle }
        var rest = bytes[...]
        while !rest.isEmpty, count < limit {
            do {
                let (certificate, length) = try Self.certificate(rest)
                certificates.append(certificate)
                rest = rest.dropFirst(length)
            } catch {
                otherKind = certificates.isEmpty ? ForeignFile.words(forDER: bytes) : nil
                guard otherKind == nil else { return }
                return lose(error.reason, "cannot be read (byte \(rest.startIndex)): \(error.words)")
            }
        }
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
        guard let pointer else { throw Undecodable(bytes) }
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
}

private func zip<Value>(_ a: Value?, _ b: Value?) -> (Value, Value)? {
    guard let a, let b else { return nil }
    return (a, b)
}

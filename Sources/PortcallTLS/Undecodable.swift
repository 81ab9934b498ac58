internal import COpenSSL
internal import PortcallCore

/// Why bytes are no certificate, and where in the ASN.1 they break.
struct Undecodable: Error {
    let reason: ChainProblem.Reason
    let words: String

    /// Reads what OpenSSL's queue of errors says of them, and empties the queue.
    init(_ bytes: ArraySlice<UInt8>) {
        let place = Self.place()
        if let announced = Self.announced(bytes), announced > bytes.count {
            reason = .cutShort
            words = "it is cut off: it says that it has \(announced) bytes, and \(bytes.count) are there"
            return
        }
        reason = .unreadable
        words = place.isEmpty ? "its bytes are no certificate" : "what stands at \(place) does not belong there"
    }

    /// How many bytes a DER value says it has, its head among them.
    private static func announced(_ bytes: ArraySlice<UInt8>) -> Int? {
        let head = Array(bytes.prefix(6))
        guard head.count > 1, head[0] == 0x30 else { return nil }
        guard head[1] > 0x80 else { return head[1] < 0x80 ? 2 + Int(head[1]) : nil }
        let count = Int(head[1] & 0x7F)
        guard count <= 4, head.count >= 2 + count else { return nil }
        return head[2..<(2 + count)].reduce(0) { $0 << 8 | Int($1) } + 2 + count
    }

    /// Which field, from the outside in.
    private static func place() -> String {
        var fields: [String] = []
        var data: UnsafePointer<CChar>?
        var flags: CInt = 0
        while ERR_get_error_all(nil, nil, nil, &data, &flags) != 0 {
            guard flags & ERR_TXT_STRING != 0, let data else { continue }
            let words = String(cString: data).split(separator: ", ").filter { $0.hasPrefix("Field=") }
            fields += words.map { $0 == "Field=cert_info" ? "tbsCertificate" : String($0.dropFirst(6)) }
        }
        return fields.reversed().joined(separator: ".")
    }
}

/// Files that people take for certificates.
enum ForeignFile {
    /// Nil where it is nothing that is known.
    static func words(for blocks: [PEMBlock], _ bytes: [UInt8]) -> String? {
        if blocks.contains(where: { $0.kind == .request }) { return request }
        // A private key among them is told by its line.
        if blocks.contains(where: { $0.kind == .privateKey }) { return nil }
        if let label = blocks.first?.label { return labelled(label) }
        if bytes.starts(with: [0xFE, 0xED, 0xFE, 0xED]) {
            return "it is a Java key store; 'keytool -list -rfc -keystore FILE' prints its certificates"
        }
        return bare(bytes)
    }

    private static func labelled(_ label: String) -> String {
        switch label {
        case "X509 CRL": list
        case "PUBLIC KEY", "RSA PUBLIC KEY": "it is a public key and no certificate"
        default: "there is no certificate in it, but '\(label.escaped)'"
        }
    }

    private static let request =
        "it is a certificate request (CSR), which goes to a CA; what the CA sends back is the certificate"
    private static let list = "it is a list of revoked certificates (CRL) and no certificate"

    /// Base64 of a certificate, and no lines around it.
    private static func bare(_ bytes: [UInt8]) -> String? {
        guard bytes.count < 200_000, let decoded = PEMBlock.decode(bytes), decoded.first == 0x30 else { return nil }
        return words(forDER: decoded)
            ?? "it is Base64 without the lines -----BEGIN CERTIFICATE----- and -----END CERTIFICATE----- around it"
    }

    /// What a DER value is that is no certificate; nil where it is none that is known.
    static func words(forDER bytes: [UInt8]) -> String? {
        defer { ERR_clear_error() }
        let isLocked = reads(bytes, d2i_PKCS12) { PKCS12_free($0) }
        if isLocked {
            return
                "it is a PKCS #12 file, which is encrypted; 'openssl pkcs12 -nokeys -in FILE' writes its certificates"
        }
        if reads(bytes, d2i_X509_REQ, { X509_REQ_free($0) }) { return request }
        if reads(bytes, d2i_X509_CRL, { X509_CRL_free($0) }) { return list }
        if isKey(bytes) { return "it is a private key and no certificate" }
        return reads(bytes, d2i_PUBKEY) { EVP_PKEY_free($0) } ? "it is a public key and no certificate" : nil
    }

    private static func isKey(_ bytes: [UInt8]) -> Bool {
        reads(bytes, d2i_AutoPrivateKey) { EVP_PKEY_free($0) }
            || reads(bytes, d2i_X509_SIG) { X509_SIG_free($0) }
    }

    private static func reads<Value>(
        _ bytes: [UInt8],
        _ decode: (UnsafeMutablePointer<Value?>?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int) -> Value?,
        _ free: (Value) -> Void
    ) -> Bool {
        let decoded = bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return decode(nil, &start, buffer.count)
        }
        guard let decoded else { return false }
        free(decoded)
        return true
    }
}

import Foundation

/// What openssl and the server's own words say, in the terms of a verdict.
struct OtherTools {
    /// Before TLS, one an element.
    let capabilities: [String]?
    let chainLength: Int?
    /// Status line and fields of a web server's answer.
    let head: [String]
    private let client: String
    private let certificate: String
    private let nameless: String

    init(_ name: String) throws {
        capabilities = (try? Lab.text("facts/\(name).capabilities"))?.split(separator: "\n").map(String.init)
        head = (try? Lab.text("facts/\(name).head"))?.split(separator: "\n").map(String.init) ?? []
        client = (try? Lab.text("facts/\(name).tls")) ?? ""
        certificate = (try? Lab.text("facts/\(name).x509")) ?? ""
        nameless = (try? Lab.text("facts/\(name).nameless")) ?? ""
        let count = try? Lab.text("facts/\(name).chain").trimmingCharacters(in: .whitespacesAndNewlines)
        chainLength = count.flatMap { Int($0) }
    }

    var version: String? { value(of: "Protocol version", in: client) }
    var cipher: String? { value(of: "Ciphersuite", in: client) }
    var isVerified: Bool { value(of: "Verification", in: client) == "OK" }
    /// As `X25519, 253 bits`; nil where keys were not agreed.
    var group: String? {
        let key = value(of: "Server Temp Key", in: client)?.split(separator: ", ").map(String.init)
        guard let key, key.first == "ECDH", key.count > 1 else { return key?.first?.lowercased() }
        return key[1] == "prime256v1" ? "secp256r1" : key[1]
    }
    var asksForCertificate: Bool {
        client.contains("Requested Signature Algorithms") || client.contains("client certificate CA names")
    }
    var serial: String? { value(of: "serial", separator: "=", in: certificate) }
    var subject: String? { value(of: "subject", separator: "=", in: certificate) }
    var sha256: String? { fingerprint(in: certificate) }
    /// That of the certificate which a client gets that sends no server name.
    var sha256OfNameless: String? { fingerprint(in: nameless) }
    var notAfter: String? {
        value(of: "notAfter", separator: "=", in: certificate)?.replacing(" ", with: "T")
    }

    private func fingerprint(in text: String) -> String? {
        value(of: "sha256 Fingerprint", separator: "=", in: text)?.replacing(":", with: "").lowercased()
    }

    private func value(of name: String, separator: String = ": ", in text: String) -> String? {
        for line in text.split(separator: "\n") where line.hasPrefix(name + separator) {
            return String(line.dropFirst(name.count + separator.count))
        }
        return nil
    }
}

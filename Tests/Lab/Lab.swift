import Foundation
import Portcall

/// The servers that `Tests/Lab/run` has started, and what others say of them.
struct Lab {
    /// Where they are described; `Tests/Lab/run` tells.
    static let folder = URL(filePath: ProcessInfo.processInfo.environment["PORTCALL_LAB"] ?? "/nonexistent")

    /// `ADDRESS:PORT` of each server; a line has its name, its port, and its address where that is not 127.0.0.1.
    static let servers: [String: String] = {
        let lines = (try? text("ports"))?.split(separator: "\n") ?? []
        return lines.reduce(into: [:]) { servers, line in
            let words = line.split(separator: " ")
            servers[String(words[0])] = "\(words.count > 2 ? words[2] : "127.0.0.1"):\(words[1])"
        }
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Calls a server of the lab as `mail.lab.test`, with the lab's root trusted.
    static func check(_ service: String, _ name: String) async throws -> Verdict {
        guard let server = servers[name] else { throw MissingServer(name: name) }
        var settings = Caller.Settings()
        settings.rootsFile = folder.appending(path: "pki/root.crt").path()
        let target = try Target("\(service)://\(server)")
        let criteria = Criteria(serverName: .dns("mail.lab.test"))
        return try await Caller(settings).check(Plan(target, started: Caller.now, criteria: criteria)).verdict
    }

    struct MissingServer: Error {
        let name: String
    }
}

/// What openssl and the server's own words say, in the terms of a verdict.
struct OtherTools {
    let capabilities: [String]?
    private let client: String
    private let certificate: String
    let chainLength: Int?

    init(_ name: String) throws {
        capabilities = (try? Lab.text("facts/\(name).ehlo")).map { Self.capabilities($0, of: name) }
        client = (try? Lab.text("facts/\(name).tls")) ?? ""
        certificate = (try? Lab.text("facts/\(name).x509")) ?? ""
        let count = try? Lab.text("facts/\(name).chain").trimmingCharacters(in: .whitespacesAndNewlines)
        chainLength = count.flatMap { Int($0) }
    }

    var version: String? { value(of: "Protocol version", in: client) }
    var cipher: String? { value(of: "Ciphersuite", in: client) }
    var isVerified: Bool { value(of: "Verification", in: client) == "OK" }
    /// As `X25519, 253 bits`; nil where keys were not agreed.
    var group: String? { value(of: "Server Temp Key", in: client)?.split(separator: ",").first.map { $0.lowercased() } }
    var asksForCertificate: Bool { client.contains("Requested Signature Algorithms") }
    var serial: String? { value(of: "serial", separator: "=", in: certificate) }
    var subject: String? { value(of: "subject", separator: "=", in: certificate) }
    var sha256: String? {
        value(of: "sha256 Fingerprint", separator: "=", in: certificate)?.replacing(":", with: "").lowercased()
    }
    var notAfter: String? {
        value(of: "notAfter", separator: "=", in: certificate)?.replacing(" ", with: "T")
    }

    /// An EHLO answer has a code before each line and a host in the first; CAPA has a status in the first; CAPABILITY
    /// is one line of atoms.
    private static func capabilities(_ text: String, of name: String) -> [String] {
        let lines = text.split(separator: "\n").map(String.init)
        if name.hasPrefix("pop3") { return Array(lines.dropFirst()) }
        if name.hasPrefix("imap-") { return lines.flatMap { $0.split(separator: " ").dropFirst(2).map(String.init) } }
        return lines.dropFirst().map { String($0.dropFirst(4)) }
    }

    private func value(of name: String, separator: String = ": ", in text: String) -> String? {
        for line in text.split(separator: "\n") where line.hasPrefix(name + separator) {
            return String(line.dropFirst(name.count + separator.count))
        }
        return nil
    }
}

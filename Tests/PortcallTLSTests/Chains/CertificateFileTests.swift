import Foundation
import PortcallCore
import PortcallTLS
import PortcallWorkshop
import Testing

@Suite("A file with a chain")
struct CertificateFileTests {
    private let authority: Authority
    private let pem: String

    init() throws {
        authority = try Authority()
        pem = try authority.server().pem
    }

    private func judge(_ bytes: [UInt8]) throws -> ChainFacts {
        try authority.judge().judge(file: bytes, name: .dns("mx.example.net"), at: now).chain
    }

    private func judge(_ text: String) throws -> ChainFacts { try judge(Array(text.utf8)) }

    static let shapes: [(String, @Sendable (String) -> String)] = [
        ("as it is", { $0 }), ("with CRLF", { $0.replacing("\n", with: "\r\n") }),
        ("with CR alone", { $0.replacing("\n", with: "\r") }), ("with a byte order mark", { "\u{FEFF}" + $0 }),
        ("with text around", { "subject=CN=x\n\n\($0)\nend\n" }),
        ("without a line feed at its end", { String($0.dropLast()) }),
        ("indented", { $0.replacing("-----BEGIN", with: "  -----BEGIN") }),
        (
            "with another block before",
            { "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + $0 }
        ),
        ("as X509 CERTIFICATE", { $0.replacing(" CERTIFICATE", with: " X509 CERTIFICATE") }),
    ]

    @Test("is read whatever stands around its certificates", arguments: Self.shapes.map(\.0))
    func reshaped(name: String) throws {
        let shape = try #require(Self.shapes.first { $0.0 == name }).1
        #expect(try judge(shape(pem)) == judge(pem))
        #expect(try judge(pem).certificates.count == 2)
    }

    private func bytes(_ certificate: String) throws -> [UInt8] {
        let text = certificate.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        return Array(try #require(Data(base64Encoded: text)))
    }

    @Test("is read in UTF-16 too, as PowerShell writes it")
    func wide() throws {
        #expect(try judge([0xFF, 0xFE] + pem.utf8.flatMap { [$0, 0x00] }) == judge(pem))
        #expect(try judge([0xFE, 0xFF] + pem.utf8.flatMap { [0x00, $0] }) == judge(pem))
    }

    @Test("may be in DER, one certificate or several")
    func binary() throws {
        let server = try authority.server()
        let all = try server.certificates.map(bytes)
        #expect(try judge(all[0]) == judge(server.certificate))
        #expect(try judge(all[0] + all[1]) == judge(server.pem))
    }

    @Test("may be a PKCS #7 message, whose certificates have no order", arguments: [true, false])
    func bundle(isReversed: Bool) throws {
        let server = try authority.server()
        let all = try server.certificates.map(bytes)
        let certificates = der(0xA0, isReversed ? all[1] + all[0] : all[0] + all[1])
        let data = der(0x30, [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01])
        let signed = der(0x30, [0x02, 0x01, 0x01], der(0x31), data, certificates, der(0x31))
        let oid: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
        #expect(try judge(der(0x30, oid, der(0xA0, signed))) == judge(server.pem))
    }

    @Test("says which certificate is broken, on which line, and where in it")
    func broken() throws {
        let server = try authority.server()
        let broken = try ChainTrial.altered(authority.intermediate.certificate) { $0[13] = 0x05 }
        let facts = try judge(server.certificate + broken)
        let problem = try #require(facts.judgement.problems.first { $0.kind == .malformed })
        let line = server.certificate.split(separator: "\n").count + 1
        #expect(problem.certificate == "certificate 2")
        #expect(problem.detail.contains("line \(line)"))
        #expect(problem.detail.contains("tbsCertificate.serialNumber"), "\(problem.detail)")
        #expect(facts.certificates.count == 1)
    }

    @Test(
        "says what is wrong with a block",
        arguments: [
            ("-----BEGIN CERTIFICATE-----\n", "END line"),
            ("-----BEGIN CERTIFICATE-----\nA*A=\n-----END CERTIFICATE-----", "Base64"),
            ("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", "Base64"),
            ("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----", "line 1"),
        ]
    )
    func block(text: String, words: String) throws {
        let facts = try judge(text)
        #expect(facts.judgement.problems.map(\.kind) == [.malformed])
        #expect(facts.judgement.problems[0].detail.contains(words), "\(facts.judgement.problems[0].detail)")
        #expect(facts.certificates.isEmpty && facts.judgement.nameMatches == nil)
    }

    @Test("says that the server's own certificate must be first")
    func order() throws {
        let server = try authority.server()
        let facts = try judge(server.certificates.reversed().joined())
        #expect(facts.judgement.misplacedLeaf == 1)
    }

    @Test("says where a line feed is missing between two blocks, and reads both")
    func glued() throws {
        let server = try authority.server()
        let facts = try judge(String(server.certificates[0].dropLast()) + server.certificates[1])
        let line = server.certificates[0].split(separator: "\n").count
        #expect(facts.judgement.problems.map(\.reason) == [.missingLineFeed])
        #expect(facts.judgement.problems[0].detail.contains("line \(line) "))
        #expect(facts.certificates.count == 2)
    }

    @Test(
        "says which mark is not written to the letter",
        arguments: ["----- BEGIN CERTIFICATE -----", "----BEGIN CERTIFICATE----", "\u{2014}--BEGIN CERTIFICATE-----"]
    )
    func mark(text: String) throws {
        let facts = try judge(pem + pem.replacing("-----BEGIN CERTIFICATE-----", with: text))
        #expect(
            facts.judgement.problems.contains { $0.reason == .brokenMark && $0.detail.contains("BEGIN CERTIFICATE") }
        )
    }

    @Test("takes OpenSSL's settings of trust behind a certificate for what they are")
    func trusted() throws {
        let server = try authority.server()
        let settings = der(0x30, der(0x30, [0x06, 0x08, 0x2B, 6, 1, 5, 5, 7, 3, 1]))
        let text = Data(try bytes(server.certificate) + settings).base64EncodedString(options: .lineLength64Characters)
        let block = "-----BEGIN TRUSTED CERTIFICATE-----\n\(text)\n-----END TRUSTED CERTIFICATE-----\n"
        #expect(try judge(block + server.certificates[1]) == judge(server.pem))
    }

    @Test("says what it is instead of a certificate")
    func foreign() throws {
        let server = try authority.server()
        let key = server.key.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        let bare = server.certificate.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined(separator: "\n")
        let cases: [([UInt8], String)] = [
            (Array(try #require(Data(base64Encoded: key))), "a private key"), (Array(bare.utf8), "without the lines"),
            (Array("-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----".utf8), "request"),
            (Array("-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----".utf8), "CRL"),
        ]
        for (bytes, words) in cases {
            let error = #expect(throws: UnreadableChain.self) { _ = try judge(bytes) }
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        }
        let half = try Array(bytes(server.certificate).prefix(100))
        #expect(try judge(half).judgement.problems.map(\.reason) == [.cutShort])
    }

    @Test("neither traps nor hangs, whatever is done to one of its bytes")
    func hostile() throws {
        let good = try bytes(authority.server().certificate)
        for index in good.indices where index % 3 == 0 {
            var bytes = good
            bytes[index] ^= index % 2 == 0 ? 0x01 : 0xFF
            _ = try? judge(bytes)
            _ = try? judge(Array(good.prefix(index)))
        }
    }

    @Test("shows the timestamps of transparency logs, and says where they cannot be read")
    func transparency() throws {
        let timestamp: [UInt8] = [0x00, 0x00, 0x01, 0x9B, 0x00, 0x00, 0x00, 0x00]
        let signature: [UInt8] = [0x04, 0x03, 0x00, 0x04, 1, 2, 3, 4]
        let sct = [0x00] + Array(repeating: 0xAB, count: 32) + timestamp + [0x00, 0x00] + signature
        let list = [UInt8((sct.count + 2) >> 8), UInt8(sct.count + 2), 0x00, UInt8(sct.count)] + sct
        let logged = try authority.server { $0.extensions = [("1.3.6.1.4.1.11129.2.4.2", raw(der(0x04, list)))] }
        let time = Timestamp(milliseconds: 0x19B_0000_0000)
        let expected = Certificate.SignedTimestamp(logID: String(repeating: "ab", count: 32), time: time)
        #expect(try judge(logged.pem).leaf?.details.transparency == .timestamps([expected]))
        let broken = try authority.server {
            $0.extensions = [("1.3.6.1.4.1.11129.2.4.2", raw(der(0x04, Array(list.dropLast()))))]
        }
        #expect(try judge(broken.pem).leaf?.details.transparency == .malformed)
        #expect(try judge(pem).leaf?.details.transparency == .timestamps([]))
    }
}

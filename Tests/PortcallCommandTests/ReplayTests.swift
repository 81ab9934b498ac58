import Foundation
import PortcallCore
import TestVectors
import Testing

@Suite("portcall replay")
struct ReplayTests {
    @Test("comes to what every vector states, in the contract's JSON")
    func vectors() throws {
        let files = Vector.all.map { Vector.path($0.description) }
        let result = try Portcall(["replay", "--json"] + files).run()
        #expect(result.errors == "")
        #expect(result.code == 2)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == files.count)
        for (vector, line) in zip(Vector.all, lines) {
            let verdict = try JSONDecoder().decode(JSONVerdict.self, from: Data(line.utf8))
            #expect(verdict.conclusion == vector.transcript.expected, "\(vector)")
            #expect(verdict.schema == "portcall/1")
            #expect(verdict.target == vector.transcript.plan.target.text)
        }
    }

    @Test(
        "exits as a monitoring system expects",
        arguments: zip(
            ["certificates/healthy.call", "certificates/expires-soon.call", "certificates/expired.call"],
            [Int32(0), 1, 2]
        )
    )
    func exitCode(name: String, code: Int32) throws {
        #expect(try Portcall("replay", Vector.path(name)).run().code == code)
    }

    @Test("says what is wrong with a file, and goes on with the others")
    func unreadable() throws {
        let good = Vector.path("certificates/healthy.call")
        let result = try Portcall("replay", "--quiet", "/nonexistent.call", Vector.path("README.md"), good).run()
        #expect(result.code == 3)
        #expect(result.errors.contains("/nonexistent.call"))
        #expect(result.errors.contains("README.md: line 3"))
        #expect(
            result.output == "OK        mx.example.net:587 (192.0.2.25)" + String(repeating: " ", count: 11)
                + "304 days left\n"
        )
    }
}

/// The keys of the contract, typed: a wrong type or a missing key does not decode.
struct JSONVerdict: Decodable {
    struct Finding: Decodable {
        let id: String
        let severity: String
        let message: String
        let evidence: String
        let fix: String
    }

    struct Stage: Decodable {
        let name: String
        let outcome: String
        let ms: Int?
        let detail: String
    }

    struct ProtocolFacts: Decodable {
        /// What only SMTP has, of all that may stand there.
        struct Details: Decodable { let size: Int? }

        let greeting: String?
        let capabilities: [String]?
        let capabilities_after_tls: [String]?
        let auth: [String]?
        let auth_after_tls: [String]?
        /// There for every call.
        let details: Details
    }

    struct TLS: Decodable {
        struct Certificate: Decodable {
            struct Names: Decodable {
                let dns: [String]
                let ip: [String]
                let email: [String]
            }

            struct Key: Decodable {
                let type: String
                let bits: Int
                let curve: String?
            }

            let subject: String
            let issuer: String
            let serial: String
            let not_before: String
            let not_after: String
            let days_left: Int
            let names: Names
            let key: Key
            let signature: String
            let usages: [String]?
            let sha256: String
            let spki_sha256: String
            let ca: Bool
        }

        let mode: String
        let version: String
        let cipher: String
        let group: String?
        let signature: String?
        let alpn: String?
        let resumable: Bool
        let client_certificate: String
        let ocsp: String
        let verified: Bool
        let problems: [String]
        let name_matches: Bool?
        let certificates: [Certificate]
    }

    let schema: String
    let target: String
    let service: String
    let confirmed: Bool
    let verdict: String
    let findings: [Finding]
    let stages: [Stage]
    let address: String?
    let port: Int
    let started: String
    let `protocol`: ProtocolFacts
    let tls: TLS?

    var conclusion: [String] { findings.isEmpty ? ["ok"] : findings.map { "\($0.severity) \($0.id)" } }
}

import Foundation
import TestVectors
import Testing

@Suite("portcall cert --chain")
struct ChainTests {
    private static let judged = ["--ca-file", "certificates/root.pem", "--at", "2026-03-02T10:00:00Z"]

    private func judge(_ file: String, _ options: String...) throws -> Portcall.Result {
        try Portcall(["cert", "--chain", file] + Self.judged + options).run()
    }

    @Test(
        "ends with the code of the worst finding",
        arguments: [
            ("good", 0), ("rsa-2048", 0), ("loose-ca", 1), ("expires-soon", 1), ("expired", 2), ("self-signed", 2),
            ("without-intermediate", 2), ("unreadable-second", 2), ("wrong-order", 0),
        ]
    )
    func codes(name: String, code: Int32) throws {
        let result = try judge("certificates/\(name).pem", "--quiet", "--server-name", "mx.example.net")
        #expect(result.code == code, "\(result.output)")
        #expect(result.errors == "")
    }

    @Test(
        "takes the options by which a call is judged",
        arguments: [
            ("self-signed", ["--expect", "self-signed"], Int32(0)), ("good", ["--expect", "self-signed"], 2),
            ("good", ["--warn-days", "400"], 1), ("loose-ca", ["--ignore", "certificate-profile"], 0),
            ("good", ["--server-name", "mx.example.org"], 2), ("wildcard", ["--server-name", "any.example.net"], 0),
            ("address", ["--server-name", "192.0.2.25"], 0), ("good", ["--at", "2028-01-01T00:00:00Z"], 2),
        ]
    )
    func options(name: String, options: [String], code: Int32) throws {
        let result = try Portcall(["cert", "--chain", "certificates/\(name).pem"] + Self.judged + options).run()
        #expect(result.code == code, "\(result.output)")
    }

    @Test("prints the object of a call, without an address, and null for what only a call settles")
    func json() throws {
        let result = try judge("certificates/good.pem", "--json", "--server-name", "mx.example.net")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let call = try Portcall("replay", "--json", "certificates/healthy.call").run().output
        let other = try #require(try JSONSerialization.jsonObject(with: Data(call.utf8)) as? [String: Any])
        #expect(Set(object.keys) == Set(other.keys).subtracting(["address", "connections"]))
        #expect(object["target"] as? String == "certificates/good.pem")
        #expect(object["service"] is NSNull && object["port"] is NSNull)
        #expect(object["confirmed"] as? Bool == false)
        #expect((object["protocol"] as? [String: Any])?.isEmpty == true)
        let stages = try #require(object["stages"] as? [[String: Any]])
        #expect(stages.map { $0["name"] as? String } == ["name", "trust"])
        #expect(stages.allSatisfy { $0["outcome"] as? String == "passed" && $0["ms"] is NSNull })
        let tls = try #require(object["tls"] as? [String: Any])
        let others = try #require(other["tls"] as? [String: Any])
        #expect(Set(tls.keys) == Set(others.keys))
        #expect(tls["version"] is NSNull && tls["mode"] is NSNull && tls["ocsp"] is NSNull)
        #expect(tls["verified"] as? Bool == true && tls["name_matches"] as? Bool == true)
        #expect(
            NSArray(array: tls["certificates"] as? [Any] ?? [])
                == NSArray(array: others["certificates"] as? [Any] ?? [])
        )
    }

    @Test("skips the stage name where no name was given")
    func nameless() throws {
        let output = try judge("certificates/good.pem", "--json").output
        #expect(output.contains(#"{"name":"name","outcome":"skipped","ms":null,"detail":""}"#))
        #expect(output.contains(#""name_matches":null"#))
    }

    @Test(
        "cannot judge what is no chain, and says why",
        arguments: [
            ("", "it is empty"), ("hello\n", "there is no certificate in it"),
            (
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "a private key in it and no certificate"
            ),
        ]
    )
    func nothing(text: String, words: String) throws {
        try withFile(text) { file in
            let result = try judge(file)
            #expect(result.code == 3)
            #expect(result.output == "")
            #expect(result.errors.contains(words) && result.errors.contains(file), "\(result.errors)")
        }
    }

    @Test(
        "cannot judge a file that is not there, a folder, or one that is far too large",
        arguments: [
            ("nonexistent.pem", "No such file"), ("certificates", "Is a directory"), ("/dev/zero", "more than 1 MiB"),
        ]
    )
    func unreadable(file: String, words: String) throws {
        let result = try judge(file)
        #expect(result.code == 3)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test("says that a private key is in the file, and never shows it", arguments: ["--json", "--pem", "--quiet"])
    func key(option: String) throws {
        let secret = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsecret"
        let key = "-----BEGIN PRIVATE KEY-----\n\(secret)\n-----END PRIVATE KEY-----\n"
        try withFile(key + Vector.read("certificates/good.pem")) { file in
            let result = try judge(file, option)
            #expect(result.code == 0)
            #expect(result.errors.contains("has a private key too (line 1)"))
            #expect(!(result.output + result.errors).contains("secret"))
        }
    }

    @Test(
        "is a usage error together with a target, or with what says how to call",
        arguments: [
            ["smtp://mx.example.net"], ["--helo", "mx.example.net"], ["--each-address"], ["--transcript", "-"],
            ["--service", "smtp"], ["--pem", "--json"], ["--at", "soon"],
        ]
    )
    func usage(arguments: [String]) throws {
        let result = try Portcall(["cert", "--chain", "certificates/good.pem"] + arguments).run()
        #expect(result.code == 64)
        #expect(result.output == "")
    }

    @Test("needs a file or a target")
    func neither() throws {
        let result = try Portcall("cert").run()
        #expect(result.code == 64)
        #expect(result.errors.contains("--chain"))
    }

    private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "portcall-\(UUID().uuidString).pem")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file.path())
    }
}

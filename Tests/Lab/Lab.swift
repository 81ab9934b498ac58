import Foundation
import Portcall

/// The servers that `Tests/Lab/run` has started, and what others say of them.
struct Lab {
    /// A line of the table that `Tests/Lab/servers/server` writes.
    struct Port: Sendable {
        /// `smtp`, `imap`, `pop3`, `nntp`.
        let protocolName: String
        /// `upgrade`, `implicit`, `clear` or `refusing`.
        let security: String
        /// `ADDRESS:PORT`.
        let target: String
    }

    /// Where they are described; `Tests/Lab/run` tells.
    static let folder = URL(filePath: ProcessInfo.processInfo.environment["PORTCALL_LAB"] ?? "/nonexistent")

    /// By `SERVER/NAME`.
    static let ports = ports(in: (try? text("ports")) ?? "")

    /// The table in such a file.
    static func ports(in table: String) -> [String: Port] {
        table.split(separator: "\n").reduce(into: [:]) { ports, line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 5 else { return }
            let address = words[4].contains(":") ? "[\(words[4])]" : words[4]
            ports[words[0]] = Port(protocolName: words[1], security: words[2], target: "\(address):\(words[3])")
        }
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Calls a server of the lab as `mail.lab.test`, with the lab's root trusted, once for all tests.
    static func check(_ service: String, _ name: String) async throws -> Verdict {
        try await Visits.shared.verdict(service, name)
    }

    /// Calls a server of the lab once more, with the lab's root trusted.
    static func check(_ service: String, _ name: String, as host: ServerName?) async throws -> Verdict {
        guard let port = ports[name] else { throw MissingServer(name: name) }
        return try await check("\(service)://\(port.target)", as: host)
    }

    /// Calls a target, with the lab's root trusted.
    static func check(_ target: String, as host: ServerName?) async throws -> Verdict {
        var settings = Caller.Settings()
        settings.roots = .file(folder.appending(path: "pki/root.crt").path())
        let criteria = Criteria(serverName: host)
        return try await Caller(settings).check(Plan(Target(target), started: Caller.now, criteria: criteria)).verdict
    }

    struct MissingServer: Error {
        let name: String
    }

    /// The tests of one configuration look at the same visit, and few visits go on at once: servers that start a process
    /// a call are slow in a crowd, and then greet late.
    private actor Visits {
        static let shared = Visits()
        private let gate = CallGate(limit: 8)
        private var visits: [String: Task<Verdict, any Error>] = [:]

        func verdict(_ service: String, _ name: String) async throws -> Verdict {
            let visit =
                visits["\(service)://\(name)"]
                ?? Task { [gate] in
                    await gate.enter()
                    let result = await Result { try await Lab.check(service, name, as: .dns("mail.lab.test")) }
                    await gate.leave()
                    return try result.get()
                }
            visits["\(service)://\(name)"] = visit
            return try await visit.value
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

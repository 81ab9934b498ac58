import Foundation
import Portcall

/// One server of the lab that is started for a fix alone, beside the lab's own.
struct Workbench {
    private let fix: Fix
    private let folder: URL

    /// Starts the server as it should be.
    init(_ fix: Fix) throws {
        self.fix = fix
        folder = Lab.folder.appending(path: "fixes/\(fix.server)")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pki = Lab.folder.appending(path: "pki")
        try FileManager.default.createSymbolicLink(at: folder.appending(path: "pki"), withDestinationURL: pki)
        try linkPackages()
        try run("start")
    }

    /// Runs a command that the server's file knows.
    func change(_ command: String) throws {
        try run("change", command)
    }

    func stop() throws {
        try run("stop")
    }

    /// Calls until it comes to that; a server takes a moment to read its settings anew.
    ///
    /// - Returns: what the last call came to.
    func verdict(until isExpected: (Verdict) -> Bool) async throws -> Verdict {
        for _ in 1..<20 {
            let verdict = try await call()
            if isExpected(verdict) { return verdict }
            try await Task.sleep(for: .milliseconds(250))
        }
        return try await call()
    }

    private func call() async throws -> Verdict {
        let name = "\(fix.server)/\(fix.port)"
        let ports = try Lab.ports(in: String(contentsOf: folder.appending(path: "ports"), encoding: .utf8))
        guard let port = ports[name] else { throw Lab.MissingServer(name: name) }
        return try await Lab.check("\(fix.service)://\(port.target)", as: .dns("mail.lab.test"))
    }

    /// What the lab has unpacked already is not unpacked once more.
    private func linkPackages() throws {
        let root = Lab.folder.appending(path: "\(fix.server)/root")
        guard FileManager.default.fileExists(atPath: root.path()) else { return }
        let home = folder.appending(path: fix.server)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: home.appending(path: "root"), withDestinationURL: root)
    }

    private func run(_ action: String, _ more: String...) throws {
        let servers = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../servers")
        let process = Process()
        process.executableURL = servers.appending(path: "server")
        process.arguments = [fix.server, action, folder.path()] + more
        // Beside the ports of the lab, which has less than a thousand.
        var environment = ProcessInfo.processInfo.environment
        let base = environment["PORTCALL_LAB_PORT"].flatMap { Int($0) } ?? 26_100
        environment["PORTCALL_LAB_PORT"] = String(base + 1000)
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(command: "\(action) \(more.joined())") }
    }

    struct Failure: Error {
        let command: String
    }
}

import Foundation

/// A policy in a folder of its own, gone after the test.
final class PolicyFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    var policy: String { url.appending(path: "portcall.toml").path() }

    init(_ policy: String) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try policy.write(toFile: self.policy, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}

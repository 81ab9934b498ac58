import Foundation

/// The shell of POSIX, which reads commands and runs none of them.
package enum Shell {
    /// What is wrong with the commands; empty where nothing is.
    package static func complaints(about commands: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sh")
        try commands.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let (shell, errors) = (Process(), Pipe())
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-n", file.path()]
        shell.standardInput = FileHandle.nullDevice
        shell.standardError = errors
        try shell.run()
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}

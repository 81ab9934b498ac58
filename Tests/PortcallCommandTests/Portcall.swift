import Foundation
import TestVectors

/// The built command, or a program of the documentation, run as a user runs it.
struct Portcall {
    let arguments: [String]
    var program = Portcall.binary
    var environment: [String: String] = [:]
    var output: FileHandle?
    /// What a shell does to its streams, as `>&-`.
    var redirection: String?
    /// What a shell does before it becomes the command.
    var preparation: String?

    struct Result {
        let output: String
        let errors: String
        let code: Int32
    }

    init(_ arguments: String..., environment: [String: String] = [:]) {
        self.arguments = arguments
        self.environment = environment
    }

    init(_ arguments: [String], redirection: String? = nil, preparation: String? = nil) {
        self.arguments = arguments
        self.redirection = redirection
        self.preparation = preparation
    }

    /// The binary beside the tests, or the one that PORTCALL_BINARY names: the release build, say.
    static let binary: URL = {
        if let path = ProcessInfo.processInfo.environment["PORTCALL_BINARY"] { return URL(filePath: path) }
        return built("portcall")
    }()

    /// What is built along with the tests.
    static func built(_ name: String) -> URL {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
        if FileManager.default.isExecutableFile(atPath: beside.path()) { return beside }
        return Vector.root.appending(path: "../.build/debug/\(name)")
    }

    /// Runs it to its end.
    func run(whileRunning body: (Process) throws -> Void = { _ in }) throws -> Result {
        let process = Process()
        let needsShell = redirection != nil || preparation != nil
        process.executableURL = needsShell ? URL(filePath: "/bin/sh") : program
        let line = "\(preparation ?? ":"); exec \"$0\" \"$@\" \(redirection ?? "")"
        process.arguments = (needsShell ? ["-c", line, program.path()] : []) + arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        let (standardOutput, standardError) = (Pipe(), Pipe())
        if let output { process.standardOutput = output } else { process.standardOutput = standardOutput }
        process.standardError = standardError
        process.standardInput = FileHandle.nullDevice
        process.currentDirectoryURL = Vector.root
        try process.run()
        try body(process)
        let text = output == nil ? standardOutput.fileHandleForReading.readDataToEndOfFile() : Data()
        let errors = standardError.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self),
            code: process.terminationStatus
        )
    }
}

extension Vector {
    /// The path of a vector's file.
    static func path(_ name: String) -> String { root.appending(path: name).path() }
}

import ArgumentParser

/// What is this machine's own fault: said on standard error, with exit code 3.
enum Failure {
    static func orExit<Value, Problem: Error>(_ body: () throws(Problem) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            Files.standardError("portcall: \(error)\n")
            throw ExitCode(3)
        }
    }
}

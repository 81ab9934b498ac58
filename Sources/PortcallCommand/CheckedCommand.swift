import ArgumentParser

/// A command whose arguments are looked at before it runs, once the parser knows every option.
///
/// The parser's own `validate` comes earlier, so that the value of a misspelt option would be told as a bad target.
protocol CheckedCommand: ParsableCommand {
    /// Throws what is wrong with the arguments.
    func check() throws
}

extension CheckedCommand {
    /// Throws what is wrong along with where the command's help is.
    func checkOrExplain() throws { try explaining { try check() } }

    /// What `body` makes; what it finds wrong with the arguments is told along with where the command's help is.
    func explaining<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as ValidationError where !MonitoringAnswer.isWanted {
            let usage = Self.configuration.usage.map { "Usage: \($0.replacing("\n", with: "\n       "))\n" } ?? ""
            Files.standardError(
                "Error: \(error.message)\n\(usage)  See 'portcall \(Self._commandName) --help' for more information.\n"
            )
            throw ExitCode.validationFailure
        }
    }
}

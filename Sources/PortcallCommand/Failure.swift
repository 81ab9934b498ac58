import ArgumentParser
import Portcall

extension Screen {
    /// What `body` makes; what this machine fails in is told, and ends with exit code 3.
    ///
    /// - Parameters:
    ///   - targets: what cannot be judged then, as typed.
    ///   - body: may fail for this machine's own fault.
    /// - Returns: what it makes.
    /// - Throws: the exit code.
    func orExit<Value, Problem: Error>(_ targets: [String], _ body: () throws(Problem) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            let hint = (error as? TLSUnavailable)?.isWithoutRoots == true ? "; --ca-file names roots to trust" : ""
            throw failing(targets, "\(error)\(hint)")
        }
    }

    /// Tells why nothing can be judged: in words on standard error, and for programs an object a target.
    func failing(_ targets: [String], _ reason: String) -> ExitCode {
        for target in targets { showError(target, reason) }
        Files.standardError("portcall: \(reason)\n")
        return ExitCode(3)
    }
}

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
            throw end(failing(targets, error.told), .failed)
        }
    }

    /// Tells why something cannot be judged: in words on standard error, and for programs an entry a target.
    func failing(_ targets: [String], _ reason: String) -> ExitCode {
        for target in targets { showFailure(target, reason) }
        tell(reason)
        return ExitCode(3)
    }
}

extension Error {
    /// What it is, and what to do about it on the command line.
    var told: String {
        let hint = (self as? TLSUnavailable)?.isWithoutRoots == true ? "; --ca-file names roots to trust" : ""
        return "\(self)\(hint)"
    }
}

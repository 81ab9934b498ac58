import ArgumentParser
import Portcall

extension ExitCode {
    /// As monitoring systems expect: that of the worst verdict.
    init(_ severities: [Severity?]) {
        let worst = severities.compactMap(\.self).max()
        self.init(worst.map { $0 == .critical ? 2 : 1 } ?? 0)
    }
}

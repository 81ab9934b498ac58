import ArgumentParser
import Portcall

extension ExitCode {
    /// What the helps of all commands that judge say of it.
    static let help = """
        EXIT CODES
          0 ok, 1 warning, 2 critical, 3 could not be judged, 64 usage, 130 interrupted.
          With several targets: the worst.
        """

    /// As monitoring systems expect: that of the worst verdict.
    init(_ severities: [Severity?]) {
        let worst = severities.compactMap(\.self).max()
        self.init(worst.map { $0 == .critical ? 2 : 1 } ?? 0)
    }
}

import ArgumentParser
import Portcall

extension ExitCode {
    /// What the helps of all commands that judge say of it.
    static let help = """
        EXIT CODES
          0 ok, 1 warning, 2 critical, 3 could not be judged, 64 usage,
          130 interrupted.
          With several targets: the worst.
        """

    /// As monitoring systems expect: that of the worst verdict; 3 where something could not be judged and nothing is
    /// critical.
    init(_ severities: [Severity?], isIncomplete: Bool = false) {
        let worst = severities.compactMap(\.self).max()
        self.init(worst == .critical ? 2 : isIncomplete ? 3 : worst == nil ? 0 : 1)
    }
}

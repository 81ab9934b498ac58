import ArgumentParser
import Portcall

/// What a monitoring system of the Nagios family is told where nothing can be judged: a line on standard output, exit
/// code 3, and nothing on standard error.
enum MonitoringAnswer {
    /// One of the formats named is for such a system, whatever else is wrong with the options.
    static let isWanted: Bool = {
        let options = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
        let values = zip(options, options.dropFirst()).filter { $0.0 == "--format" }.map(\.1)
        let joined = options.filter { $0.hasPrefix("--format=") }.map { String($0.dropFirst("--format=".count)) }
        return (values + joined).contains { Format(rawValue: $0.lowercased()) == .nagios }
    }()

    /// Says why, past any file.
    static func unknown(_ reason: String) -> ExitCode {
        StandardOutput.abandon(goesOn: true)
        StandardOutput.print(NagiosDocument.unknown(reason))
        return ExitCode(3)
    }
}

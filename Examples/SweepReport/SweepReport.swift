import Portcall

/// Calls all targets that are named, many at once, and prints a line for each as soon as it is known.
@main
struct SweepReport {
    static func main() async throws {
        let targets = CommandLine.arguments.dropFirst()
        let plans = try targets.map { Plan(try Target($0), started: Caller.now, timeout: .seconds(10)) }
        var limits = Sweep.Limits()
        limits.inFlight = 200
        let sweep = Sweep(try Caller(), within: limits)
        await sweep.run(plans) { result -> String in
            let findings = result.verdict.findings.filter { $0.severity > .note }.map(\.id)
            return "\(result.verdict.observation.plan.target.text) \(result.verdict.word) \(findings)"
        } report: { line in
            print(line)
        }
    }
}

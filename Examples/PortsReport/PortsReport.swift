import Portcall

/// Calls every port of a host that is usually checked, and says what they show together.
@main
struct PortsReport {
    static func main() async throws {
        let host = CommandLine.arguments.dropFirst().first ?? "mail.example.com"
        let caller = try Caller()
        let plan = Plan(try Target(hostAlone: host), started: Caller.now)
        let printer = CheckupPrinter()
        var answering: [Int] = []
        let summary = await caller.run(EveryPort(plan)) { result in
            let seen = result.verdict.observation
            if seen.address != nil { answering.append(seen.plan.target.port) }
            print(printer.line(result.verdict, of: host), terminator: "")
        }
        print("Ports that answer: \(answering)")
        for finding in summary?.findings ?? [] { print(finding.severity, finding.id, finding.message) }
    }
}

import Portcall

/// Calls every port of a host that is usually checked, and says what they show together.
@main
struct PortsReport {
    static func main() async throws {
        let host = CommandLine.arguments.dropFirst().first ?? "mail.example.com"
        let caller = try Caller()
        let plan = Plan(try Target(hostAlone: host), started: Caller.now)
        let printer = CheckupPrinter()
        let summary = await caller.run(EveryPort(plan)) { result in
            print(printer.line(result.verdict, of: host), terminator: "")
        }
        let seen = summary?.verdicts.map(\.observation) ?? []
        let answering = seen.filter { $0.address != nil }.map(\.plan.target.port)
        print("Ports that answer: \(answering)")
        for finding in summary?.findings ?? [] { print(finding.severity, finding.id, finding.message) }
    }
}

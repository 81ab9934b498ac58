import ArgumentParser
import Portcall

struct Ports: ParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "ports",
        abstract: "Look up what should answer on a port, for which product and role.",
        usage: "portcall ports [QUERY] [options]",
        discussion: """
            QUERY is a port, or a word: a service, a product, a role, a rule or a program.
            Everything that matches is shown, with what portcall calls there.

            EXAMPLES
              portcall ports
              portcall ports 691
              portcall ports "Hub Transport"
              portcall ports MSExchangeOWAAppPool --verbose
              portcall ports 443 --csv
            """
    )

    @Argument(help: "A port, or a word.", completion: .list(Service.all.map(\.name)))
    var query: String?

    @Flag(help: "Print one JSON object a row.")
    var json = false

    @Flag(help: "Print comma-separated values, labels first.")
    var csv = false

    @Flag(name: .shortAndLong, help: "Leave nothing out: encryption, log-in, sources, what portcall would send.")
    var verbose = false

    @Flag(help: "Never colour the output; the variable NO_COLOR does the same.")
    var noColor = false

    func check() throws {
        guard !(json && csv) else { throw ValidationError("--json and --csv exclude each other.") }
        guard let query else { return }
        let isForPeople = !json && !csv
        guard PortRow.matching(query).isEmpty, !isForPeople || services.isEmpty else { return }
        let hint = Nearest.hint(to: query, among: Service.all.map(\.name)) ?? "'portcall ports' lists all there is."
        throw ValidationError("'\(query.escaped)' matches no row of the reference; \(hint)")
    }

    func run() {
        let rows = query.map(PortRow.matching) ?? PortRow.all
        if json {
            StandardOutput.print(rows.map { JSONPrinter().print($0.record) + "\n" }.joined())
        } else if csv {
            StandardOutput.print(CSVPrinter().print(rows.map(\.record)))
        } else {
            StandardOutput.print(screen(rows))
        }
    }

    private func screen(_ rows: [PortRow]) -> String {
        var style = Terminal.style(noColour: noColor)
        style.isVerbose = verbose
        let table = rows.isEmpty ? [] : [PortPrinter(style).print(rows)]
        let printer = ServicePrinter(style)
        guard query != nil else { return (table + [printer.list(Service.all)]).joined(separator: "\n") }
        return (table + (services.isEmpty ? [] : [printer.print(services)])).joined(separator: "\n")
    }

    /// What portcall calls that the query is about.
    private var services: [Service] {
        query.map { query in Service.all.filter { $0.matches(query) } } ?? []
    }
}

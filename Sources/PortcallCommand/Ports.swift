import ArgumentParser
import Portcall

struct Ports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ports",
        abstract: "List the ports portcall knows, or look one up.",
        usage: "portcall ports [QUERY]",
        discussion: """
            QUERY is a port, a service or a word: everything that matches is shown.

            EXAMPLES
              portcall ports
              portcall ports 587
              portcall ports exchange
            """
    )

    @Argument(help: "A port, a service or a word.", completion: .list(Service.all.map(\.name)))
    var query: String?

    func run() throws {
        let found = Service.all.filter { service in query.map { service.matches($0) } ?? true }
        guard !found.isEmpty else {
            Files.standardError("portcall: no service matches '\((query ?? "").escaped)'\n")
            throw ExitCode(1)
        }
        StandardOutput.print(ServicePrinter(Terminal.style(noColour: true)).print(found))
    }
}

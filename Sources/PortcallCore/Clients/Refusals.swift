/// Who refuses a server for one reason, and who does not, seen from one service.
package struct Refusals: Equatable, Sendable {
    /// Those that call such a service.
    package let by: [Client]
    /// Those that do not call it, and would refuse it, as browsers a mail server.
    package let byStrangers: [Client]
    /// Those that call it and go on.
    package let notBy: [Client]

    /// Nil where nobody knows of any client what it does.
    package init?(_ reason: RefusalReason, by audience: Audience) {
        guard let cells = ClientTable.cells[reason], !cells.isEmpty else { return nil }
        let known = Client.allCases.filter { cells[$0] != nil }
        let refuses = { (client: Client) in cells[client]?.conduct.isRefusal(for: audience) == true }
        by = known.filter { $0.calls(audience) && refuses($0) }
        byStrangers = known.filter { !$0.calls(audience) && refuses($0) }
        notBy = known.filter { $0.calls(audience) && !refuses($0) }
    }

    /// Everybody who refuses it.
    package var all: [Client] { Client.allCases.filter { by.contains($0) || byStrangers.contains($0) } }

    /// Of those that call it some refuse it, and others do not.
    package var isContested: Bool { !by.isEmpty && !notBy.isEmpty }

    /// A warning where some refuse, critical where most do; a note where none does that calls the service.
    package var severity: Severity { by.isEmpty ? .note : by.count > notBy.count ? .critical : .warning }
}

extension Refusals {
    /// `Go, Java`: of those that do not call the service a person who runs it need not know.
    var words: String { by.map(\.rawValue).joined(separator: ", ") }
}

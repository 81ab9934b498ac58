/// Who of those that call a service refuses it for one reason, and who does not.
package struct Refusals: Equatable, Sendable {
    package let by: [Client]
    package let notBy: [Client]

    /// Nil where nobody knows of any client what it does.
    package init?(_ reason: RefusalReason, by audience: Audience) {
        guard let cells = ClientTable.cells[reason], !cells.isEmpty else { return nil }
        let known = Client.allCases.filter { cells[$0] != nil }
        let callers = known.filter { $0.calls(audience) }
        let refuses = { (client: Client) in cells[client]?.conduct.isRefusal(for: audience) == true }
        by = callers.filter(refuses)
        notBy = callers.filter { !refuses($0) }
    }

    /// Some refuse, and others do not.
    package var isContested: Bool { !by.isEmpty && !notBy.isEmpty }

    /// A warning where some refuse, critical where most do; nil where none does that calls the service.
    package var severity: Severity? {
        by.isEmpty ? nil : by.count > notBy.count ? .critical : .warning
    }
}

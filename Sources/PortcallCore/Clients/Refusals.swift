/// Who refuses a server for one reason, and who does not, seen from one service.
package struct Refusals: Equatable, Sendable {
    /// Those that call such a service.
    package let by: [Client]
    /// Those that do not call it, and would refuse it, as browsers a mail server.
    package let byStrangers: [Client]
    /// Those that call it and go on.
    package let notBy: [Client]
    /// OpenSSL refuses at its security level 2 and not at 1.
    private let isByLevel: Bool
    private let isTakenByOpenSSL: Bool

    /// Nil where nobody knows of any client what it does.
    package init?(_ reason: RefusalReason, by audience: Audience) {
        guard let cells = ClientTable.cells[reason], !cells.isEmpty else { return nil }
        let known = Client.allCases.filter { cells[$0] != nil }
        let refuses = { (client: Client) in cells[client]?.conduct.isRefusal(for: audience) == true }
        by = known.filter { $0.calls(audience) && refuses($0) }
        byStrangers = known.filter { !$0.calls(audience) && refuses($0) }
        notBy = known.filter { $0.calls(audience) && !refuses($0) }
        isByLevel = RefusalReason.byLevel.contains(reason)
        isTakenByOpenSSL = cells[.openSSL]?.conduct == .takes
    }

    /// Everybody who refuses it.
    package var all: [Client] { Client.allCases.filter { by.contains($0) || byStrangers.contains($0) } }

    /// Of those that call it some refuse it, and others do not.
    package var isContested: Bool { !by.isEmpty && !notBy.isEmpty }

    /// Some go on, and OpenSSL always, so that what it says of the rest is not for this reason.
    var leavesRestToSee: Bool { isContested && isTakenByOpenSSL }

    /// A warning where some refuse, critical where most do; a note where none does that calls the service.
    package var severity: Severity { by.isEmpty ? .note : by.count > notBy.count ? .critical : .warning }
}

extension Refusals {
    /// `Go, Java`: of those that do not call the service a person who runs it need not know.
    var words: String { by.map(name).joined(separator: ", ") }

    private func name(of client: Client) -> String {
        client == .openSSL && isByLevel ? "\(client.rawValue) (at security level 2, as on Debian)" : client.rawValue
    }
}

extension RefusalReason {
    /// OpenSSL 3.0 at level 1 was seen to take RSA keys and groups of 1024 bits.
    fileprivate static let byLevel: Set = [Self(.keyTooSmall), .keyJustTooSmall, Self(finding: .tlsWeakDH)]
}

/// What a client does with a server, for one reason.
package enum Conduct: Character, Sendable {
    case takes = "-"
    /// It verifies the certificate, and goes no further.
    case refuses = "r"
    /// There is no handshake with it, even where it verifies nothing.
    case breaksOff = "x"

    package var words: String {
        switch self {
        case .takes: "takes"
        case .refuses: "refuses"
        case .breaksOff: "always refuses"
        }
    }

    /// Whether it refuses a server of that audience.
    func isRefusal(for audience: Audience) -> Bool {
        switch self {
        case .takes: false
        case .refuses: audience != .mailServers
        case .breaksOff: true
        }
    }
}

/// How it is known what a client does.
package enum ClientSource: Hashable, Sendable {
    /// `Tests/Lab/clients` had it call such a server; each version stands in `ClientTable.versions`.
    case measured
    /// What its maker says or publishes: an address.
    case document(String)
}

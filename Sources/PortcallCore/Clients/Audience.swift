/// Who calls a service: what is wrong with it counts as far as they meet it.
package enum Audience: Sendable {
    /// Browsers too; or nobody knows who.
    case everybody
    /// What people read their mail and news with.
    case mailPrograms
    /// Mail servers, which verify nobody: what counts is who cannot complete the handshake.
    case mailServers
    /// Programs, and no browser.
    case programs
}

extension Service {
    var audience: Audience {
        switch kind.field {
        case .mail: policy.isTrustOpportunistic ? .mailServers : .mailPrograms
        case .news: .mailPrograms
        case .directory: .programs
        case .web, .other: .everybody
        }
    }
}

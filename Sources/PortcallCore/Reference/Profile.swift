/// What must be reachable at a server of one role, from whom: paths of the port reference that end there.
public struct Profile: Sendable {
    /// As the command takes it: `exchange-2010-hub`.
    public let name: String
    /// What the server is.
    public let title: String
    /// In the order in which they are told, a path a port.
    public let paths: [DataPath]
}

extension Profile {
    /// Every profile.
    public static let all: [Profile] = ProfileReader.read(profileTexts)

    /// The profile of that name.
    public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }

    /// The same, as far as somebody of that role needs it.
    public func needed(by role: Role?) -> Profile {
        guard let role else { return self }
        return Profile(name: name, title: title, paths: paths.filter { $0.isNeeded(by: role) })
    }

    /// What there is to call: each port once, with all that leads to it.
    public var places: [DataPath] {
        paths.reduce(into: []) { places, path in
            guard let port = path.endpoint?.port else { return }
            let index = places.firstIndex { $0.endpoint?.port == port && $0.transport == path.transport }
            if let index { places[index] = places[index].joined(with: path) } else { places.append(path) }
        }
    }

    /// The path of a target that was called for the profile.
    public func place(of target: Target) -> DataPath? {
        index(of: target).map { places[$0] }
    }

    /// Where among the places that is.
    func index(of target: Target) -> Int? {
        places.firstIndex { $0.endpoint?.port == target.port && $0.endpoint?.service == target.service.name }
    }

    /// The rules of the Windows Firewall that open it.
    public var rules: [PortRow] {
        paths.flatMap(\.rows).withoutRepetition.compactMap(PortRow.named).filter(\.isRule)
    }
}

/// Who needs a path: the other end.
public enum Role: String, CaseIterable, Sendable {
    /// Anybody outside.
    case internet
    /// A user's program.
    case client
    /// Any Exchange server.
    case exchange
    /// Hub Transport of 2007 and 2010.
    case hub
    /// Edge Transport.
    case edge
    /// Client Access of 2007 and 2010.
    case cas
    /// Mailbox.
    case mailbox
    /// Unified Messaging.
    case um
    /// A domain controller.
    case domainController = "domain-controller"
    /// A telephone system or its gateway.
    case pbx
    /// Office Communications Server, or what came after it.
    case ocs
    /// An administrator's machine.
    case administrator

    /// It is an Exchange server of the organisation; Edge stands outside, and reaches what it is let to.
    var isExchange: Bool {
        switch self {
        case .hub, .cas, .mailbox, .um: true
        case .edge, .internet, .client, .exchange, .domainController, .pbx, .ocs, .administrator: false
        }
    }
}

/// A way that somebody must have to a server.
public struct DataPath: Sendable {
    /// The profile that it belongs to.
    public let profile: String
    /// The ids of the rows that say so; the first names it.
    public private(set) var rows: [String]
    /// What it is for: `Hub Transport → Hub Transport`.
    public private(set) var path: String
    /// Who needs it.
    public private(set) var from: [Role]
    /// Where it ends; nil where another port hands one out.
    public let endpoint: PortRow.Endpoint?
    /// How it may be encrypted.
    public private(set) var encryption: String?
    /// How one logs in as it is set up.
    public private(set) var authentication: String?
    /// The role does not work without it.
    public private(set) var mustAnswer: Bool

    init(
        profile: String,
        rows: [PortRow],
        from: [Role],
        endpoint: PortRow.Endpoint?,
        mustAnswer: Bool
    ) {
        self.profile = profile
        self.rows = rows.map(\.id)
        path = rows.first?.title ?? ""
        self.from = from
        self.endpoint = endpoint
        encryption = rows.first?.encryption
        authentication = rows.first?.authentication
        self.mustAnswer = mustAnswer
    }

    /// Over what; what no port is known of is RPC, and so TCP.
    public var transport: Transport { endpoint?.transport ?? .tcp }

    /// Somebody of that role needs it: a role of Exchange needs what any Exchange server needs, and the other way round.
    public func isNeeded(by role: Role) -> Bool {
        from.contains { $0 == role || ($0 == .exchange && role.isExchange) || (role == .exchange && $0.isExchange) }
    }

    /// Two paths to one port, told as one.
    func joined(with other: DataPath) -> DataPath {
        var both = self
        both.rows = (rows + other.rows).withoutRepetition
        both.path = Self.listed(path, other.path) ?? path
        both.from = (from + other.from).withoutRepetition
        both.encryption = Self.listed(encryption, other.encryption)
        both.authentication = Self.listed(authentication, other.authentication)
        both.mustAnswer = mustAnswer || other.mustAnswer
        return both
    }

    private static func listed(_ one: String?, _ other: String?) -> String? {
        let texts = [one, other].compactMap(\.self).flatMap { $0.components(partedBy: "; ") }.withoutRepetition
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
}

extension String {
    fileprivate func components(partedBy separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }
}

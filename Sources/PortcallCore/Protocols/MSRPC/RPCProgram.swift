/// Who stands behind an interface, as far as that has been published.
package struct RPCProgram: Equatable, Sendable {
    /// Whose programs it belongs to.
    package enum Owner: CaseIterable, Sendable {
        case exchange
        case directory
        case other
    }

    let uuid: String
    /// Where one UUID is two programs'; nil for any.
    let major: UInt16?
    /// At most 12 characters.
    let label: String
    package let name: String
    package let owner: Owner

    init(_ uuid: String, _ label: String, _ name: String, _ owner: Owner, major: UInt16? = nil) {
        self.uuid = uuid
        self.major = major
        self.label = label
        self.name = name
        self.owner = owner
    }

    /// nil for a UUID that nobody has published.
    package static func of(_ interface: RPCInterface) -> RPCProgram? {
        known[interface.uuid]?.first { $0.major == nil || $0.major == interface.major }
    }

    private static let known = Dictionary(grouping: exchange + directory + others, by: \.uuid)
}

extension RPCEndpoint {
    package var program: RPCProgram? { RPCProgram.of(interface) }

    /// Whose it is; where nobody has published the UUID, what the program says of itself tells.
    package var owner: RPCProgram.Owner {
        program?.owner ?? (annotation.lowercased().contains("exchange") ? .exchange : .other)
    }

    /// What a person calls it: the program's name, or else what it says of itself, or the UUID.
    package var title: String {
        if let program { return program.name }
        return annotation.isEmpty ? interface.uuid : "'\(annotation)'"
    }
}

extension RPCInterface {
    /// What Outlook calls, behind port 6001, 6002 and 6004 of RPC over HTTP: mailboxes, and who has the address book.
    static let store = RPCInterface("a4f1db00-ca47-1067-b31f-00dd010662da", 0, 81)
    static let referral = RPCInterface("1544f5e0-613c-11d1-93df-00c04fd7bd09", 1)
    static let addressBook = RPCInterface("f5cc5a18-4264-101a-8c59-08002b2f8426", 56)
}

/// What can be called by MS-RPC: a UUID and a version ([C706] section 3.1).
package struct RPCInterface: Hashable, Sendable {
    /// In small letters: `e1af8308-5d1f-11c9-91a4-08002b14a0fa`.
    package let uuid: String
    package let major: UInt16
    package let minor: UInt16

    package init(_ uuid: String, _ major: UInt16, _ minor: UInt16 = 0) {
        self.uuid = uuid
        self.major = major
        self.minor = minor
    }

    /// As an option has it: `e3514235-4b06-11d1-ab04-00c04fc2dcd2:4.0`.
    package init?(_ text: String) {
        let (uuid, version) = text.lowercased().cut(at: ":")
        let numbers = version.split(separator: ".", omittingEmptySubsequences: false).map { UInt16($0) }
        let groups = uuid.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.count) == Self.groups.map({ $0.count * 2 }) else { return nil }
        guard Hexadecimal.bytes(groups.joined()) != nil else { return nil }
        guard (1...2).contains(numbers.count), let major = numbers[0] else { return nil }
        guard let minor = numbers.count == 2 ? numbers[1] : 0 else { return nil }
        self.init(uuid, major, minor)
    }

    /// Both numbers: `4.0`.
    package var version: String { "\(major).\(minor)" }

    /// As an option has it.
    package var text: String { "\(uuid):\(version)" }
}

extension RPCInterface {
    /// The endpoint mapper itself.
    static let mapper = RPCInterface("e1af8308-5d1f-11c9-91a4-08002b14a0fa", 3)
    /// Arguments in the network data representation, version 2 ([C706] chapter 14).
    static let ndr = RPCInterface("8a885d04-1ceb-11c9-9fe8-08002b104860", 2)

    /// Where the groups of a UUID stand among its 16 bytes, and which of them are numbers, whose less significant byte
    /// comes first.
    private static let groups: [(start: Int, count: Int, isNumber: Bool)] = [
        (0, 4, true), (4, 2, true), (6, 2, true), (8, 2, false), (10, 6, false),
    ]

    /// As towers and binds have it: 16 bytes of UUID, then the version; nil where they are not there.
    init?(_ bytes: ArraySlice<UInt8>, minor: UInt16) {
        var reader = RPCReader(bytes)
        guard let id = reader.take(16), let major = reader.number16() else { return nil }
        self.init(Self.uuid(Array(id)), major, minor)
    }

    /// A UUID and a version of four bytes, as a bind has it.
    var syntax: [UInt8] { octets + major.littleEndian16 + minor.littleEndian16 }

    private static func uuid(_ bytes: [UInt8]) -> String {
        groups.map { group in
            let part = bytes[group.start..<(group.start + group.count)]
            return Hexadecimal.text(group.isNumber ? part.reversed() : Array(part), separator: "")
        }.joined(separator: "-")
    }

    private var octets: [UInt8] {
        zip(uuid.split(separator: "-"), Self.groups).flatMap { text, group in
            let part = Hexadecimal.bytes(text) ?? []
            return group.isNumber ? part.reversed() : part
        }
    }
}

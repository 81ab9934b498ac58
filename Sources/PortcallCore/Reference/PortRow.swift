/// A row of the port reference: what should answer where, for which product and role, and what portcall says to it.
public struct PortRow: Sendable {
    /// `A17`: the letter is the table that the row is from.
    public let id: String
    /// The product that it is about: `Exchange 2010 SP1`.
    public let product: String
    /// The role, or several of them.
    public let role: String
    /// The data path, or the name of the rule.
    public let path: String
    /// What its source calls the service; nil where it names none.
    public let name: String?
    /// Where it is called; none where another port hands one out.
    public let endpoints: [Endpoint]
    /// How it may be encrypted.
    public let encryption: String?
    /// Whether it is as it is set up.
    public let encryptionByDefault: String?
    /// How one logs in as it is set up.
    public let authentication: String?
    /// How else one may log in.
    public let otherAuthentication: String?
    /// What listens, as a firewall's rule names it.
    public let program: String?
    /// Who says so.
    public let source: String
    /// How sure it is.
    public let certainty: Certainty
    /// Where the source is wrong or at odds with itself, and what holds.
    public let note: String?
    /// Why nothing can be called; nil where something can.
    public let whyNot: String?
    /// Other words by which somebody may look for it.
    let otherWords: String

    /// A port, or several in a row, and who is expected there.
    public struct Endpoint: Hashable, Sendable {
        /// The first and the last, which are mostly the same.
        public let ports: ClosedRange<Int>
        /// Over what.
        public let transport: Transport
        /// As `Service.named` knows it; nil where nothing harmless can be asked.
        public let service: String?
        /// Why it cannot.
        public let whyNot: String?
    }

    /// How sure a row is.
    public enum Certainty: String, Sendable {
        /// The reference says so.
        case stated
        /// The reference has lost it, and other copies of it have it.
        case recovered
        /// Some of it is from memory alone.
        case recalled
    }
}

extension PortRow {
    /// Every row, in the order of the reference, and then the project's own.
    public static let all: [PortRow] = PortRowReader.read(PortRows.all)

    /// The row of an id.
    public static func named(_ id: String) -> PortRow? { byID[id] }

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    /// It is a rule of the Windows Firewall, and no data path.
    public var isRule: Bool { name == "firewall rule" }

    /// Something is asked there, and an answer says who is there.
    public var isProbeable: Bool { whyNot == nil }

    /// What its source calls it, and the path.
    var title: String {
        guard let name, !isRule else { return path }
        return path.lowercased().hasPrefix(name.lowercased()) ? path : "\(name): \(path)"
    }
}

extension PortRow.Endpoint {
    /// `691/tcp`, `16000-17000/tcp`.
    public var text: String {
        let last = ports.count > 1 ? "-\(ports.upperBound)" : ""
        return "\(ports.lowerBound)\(last)/\(transport.rawValue)"
    }

    /// The one port; nil for several in a row.
    public var port: Int? { ports.count == 1 ? ports.lowerBound : nil }
}

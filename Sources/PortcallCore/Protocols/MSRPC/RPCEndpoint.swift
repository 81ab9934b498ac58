/// One entry of an endpoint mapper: where an interface can be called.
package struct RPCEndpoint: Equatable, Sendable {
    package let interface: RPCInterface
    /// What its program says of itself; often nothing.
    package let annotation: String
    /// The protocols below: `ncacn_ip_tcp`.
    package let sequence: String
    package let port: Int?
    /// The pipe, or what local programs call, as sent.
    package let pipe: String?
    /// As sent: 0.0.0.0 where it is the host that was called.
    package let address: String?

    static let annotationLimit = 64
    /// The most floors of a tower.
    private static let floorLimit = 16
    private static let noAddress = "0.0.0.0"

    /// What is called over TCP.
    package static let overTCP = "ncacn_ip_tcp"

    /// Reads a tower ([C706] appendix L): the interface, how its arguments are written, and then a floor a layer.
    ///
    /// Its numbers have the less significant byte first, whoever sends it, and ports the other one.
    init?(tower: ArraySlice<UInt8>, annotation: String) {
        guard let floors = Floor.all(in: tower), floors.count >= 3, floors[0].kind == .uuid else { return nil }
        var minor = RPCReader(floors[0].right)
        guard let minor = minor.number16(), let interface = RPCInterface(floors[0].name, minor: minor) else {
            return nil
        }
        self.interface = interface
        self.annotation = annotation
        let layers = floors.dropFirst(2)
        sequence = Self.sequence(of: layers.map(\.id))
        port = layers.lazy.compactMap(\.port).first
        pipe = layers.first { $0.kind == .pipe || $0.kind == .local }?.right.upToZero
        address = layers.lazy.compactMap(\.address).first
    }

    /// Where that is the host at this address, as far as the map tells.
    package func isAt(_ called: String) -> Bool {
        // There is no room in a tower for an address of IPv6, so that what stands there says nothing.
        guard let address, address != Self.noAddress, !called.unmapped.contains(":") else { return true }
        return address == called.unmapped
    }

    private static func sequence(of ids: [UInt8]) -> String {
        let known = sequences.first { ids.starts(with: $0.ids) }
        return known?.name ?? ids.prefix(2).map { "0x" + Hexadecimal.text([$0]) }.joined(separator: "-")
    }

    /// [MS-RPCE] section 2.1, and [C706] appendix I.
    private static let sequences: [(name: String, ids: [UInt8])] = [
        (overTCP, [0x0B, 0x07]), ("ncacn_np", [0x0B, 0x0F]), ("ncacn_http", [0x0B, 0x1F]), ("ncalrpc", [0x0C, 0x10]),
        ("ncadg_ip_udp", [0x0A, 0x08]), ("ncacn_dnet_nsp", [0x0B, 0x04]), ("ncacn_spx", [0x0B, 0x13]),
        ("ncacn_nb_nb", [0x0B, 0x12]), ("ncadg_ipx", [0x0A, 0x0E]), ("ncacn_at_dsp", [0x0B, 0x16]),
        ("ncacn_vns_spp", [0x0B, 0x1A]), ("ncacn_unix_stream", [0x0B, 0x20]), ("ncalrpc", [0x0C]),
    ]

    /// One layer: what it is, and where.
    private struct Floor {
        enum Kind: UInt8 {
            case tcp = 0x07
            case udp = 0x08
            case ip = 0x09
            case uuid = 0x0D
            case pipe = 0x0F
            case local = 0x10
            case http = 0x1F
        }

        let id: UInt8
        /// Behind the id.
        let name: ArraySlice<UInt8>
        let right: ArraySlice<UInt8>

        var kind: Kind? { Kind(rawValue: id) }

        static func all(in tower: ArraySlice<UInt8>) -> [Floor]? {
            var reader = RPCReader(tower)
            guard let count = reader.number16(), count <= RPCEndpoint.floorLimit else { return nil }
            var floors: [Floor] = []
            for _ in 0..<count {
                guard
                    let left = reader.number16().flatMap({ reader.take(Int($0)) }), let id = left.first,
                    let right = reader.number16().flatMap({ reader.take(Int($0)) })
                else { return nil }
                floors.append(Floor(id: id, name: left.dropFirst(), right: right))
            }
            return floors
        }

        var port: Int? {
            guard kind == .tcp || kind == .udp || kind == .http else { return nil }
            var reader = RPCReader(right, isBigEndian: true)
            return reader.number16().map(Int.init)
        }

        var address: String? {
            guard kind == .ip, right.count == 4 else { return nil }
            return right.map(String.init).joined(separator: ".")
        }
    }
}

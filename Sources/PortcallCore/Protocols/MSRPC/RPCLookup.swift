/// The whole answer to one `ept_lookup` ([C706] appendix O).
struct RPCLookup {
    /// Where to go on.
    let handle: [UInt8]
    let endpoints: [RPCEndpoint]
    /// How many entries came, those among them that lead nowhere.
    let count: Int
    let status: UInt32

    static let handleSize = 20
    /// Where to begin.
    static let firstHandle = [UInt8](repeating: 0, count: handleSize)
    /// The end of the map: there is no more entry.
    static let noMore: UInt32 = 0x16C9_A0D6

    /// Nothing is kept for us any more.
    var isOver: Bool { status == Self.noMore || !holdsHandle }

    var holdsHandle: Bool { handle != Self.firstHandle }

    init(_ stub: ArraySlice<UInt8>, isBigEndian: Bool) throws(Malformed) {
        var reader = RPCReader(stub, isBigEndian: isBigEndian)
        guard
            let handle = reader.take(Self.handleSize),
            let count = reader.length(), let most = reader.length(), let offset = reader.length(),
            let entries = reader.length(), entries == count, offset == 0, entries <= most,
            // Whoever counts more than can be there is not read any further.
            entries <= reader.rest.count / Self.leastOfEntry
        else { throw .unexpected("an answer to ept_lookup that cannot be read: \(stub.quotedInHexadecimal)") }
        var annotations: [String?] = []
        for _ in 0..<entries { annotations.append(try Self.entry(&reader)) }
        var endpoints: [RPCEndpoint] = []
        for case let annotation? in annotations { endpoints.append(try Self.tower(annotation, &reader)) }
        guard let status = reader.number32() else {
            throw .unexpected("an answer to ept_lookup without an end: \(stub.quotedInHexadecimal)")
        }
        self.handle = Array(handle)
        self.endpoints = endpoints
        self.count = entries
        self.status = status
    }

    /// An object, a pointer, and the length of an annotation.
    private static let leastOfEntry = 28

    /// - Returns: the annotation; nil of an entry whose tower is nowhere.
    private static func entry(_ reader: inout RPCReader) throws(Malformed) -> String? {
        let bytes = reader.rest
        guard
            reader.take(16) != nil, let pointer = reader.number32(), let offset = reader.length(), offset == 0,
            let length = reader.length(), length <= RPCEndpoint.annotationLimit,
            let annotation = reader.take(length), reader.align() != nil
        else { throw .unexpected("an entry of the map that cannot be read: \(bytes.quotedInHexadecimal)") }
        return pointer == 0 ? nil : annotation.upToZero
    }

    private static func tower(_ annotation: String, _ reader: inout RPCReader) throws(Malformed) -> RPCEndpoint {
        let bytes = reader.rest
        guard
            let most = reader.length(), let length = reader.length(), most == length,
            let octets = reader.take(length), reader.align() != nil,
            let endpoint = RPCEndpoint(tower: octets, annotation: annotation)
        else { throw .unexpected("a tower that cannot be read: \(bytes.quotedInHexadecimal)") }
        return endpoint
    }
}

extension ArraySlice<UInt8> {
    /// As text, safe to print, without what ends it.
    var upToZero: String { String(escaping: prefix { $0 != 0 }) }
}

/// One LDAPMessage of a server's (RFC 4511 section 4.1.1); controls are passed over.
struct LDAPMessage {
    let id: Int
    let operation: Operation

    /// What a server may say.
    enum Operation {
        case bindResponse(LDAPResult)
        case entry(LDAPEntry)
        /// Where else to look: never followed.
        case reference([String])
        case searchDone(LDAPResult)
        case extendedResponse(LDAPResult, name: String?)
        case intermediate
        /// What portcall sends, and no server.
        case request
        /// Something else a server has no business to send; its identifier.
        case other(UInt8)
    }

    /// The longest message read.
    static let limit = 262_144

    /// Reads one message off `input`, or returns nil and leaves it alone when it is not all there.
    init?(reading input: inout ByteQueue) throws(Malformed) {
        guard let size = try Self.size(of: input) else { return nil }
        var ahead = input
        guard let bytes = ahead.take(size) else { return nil }
        let envelope = try BERElement(bytes)
        guard
            envelope.elements.count >= 2, envelope.elements[0].tag == 0x02, let id = envelope.elements[0].number,
            let operation = Operation(envelope.elements[1])
        else { throw .unexpected(bytes.quotedInHexadecimal) }
        self.id = id
        self.operation = operation
        input = ahead
    }

    /// How many bytes must have come before it is worth reading; three tell TLS, and most else, from a message.
    static func needed(of input: ByteQueue) throws(Malformed) -> Int {
        try size(of: input) ?? max(3, input.count + 1)
    }

    private static func size(of input: ByteQueue) throws(Malformed) -> Int? {
        try BERElement.size(of: input.unread, tag: 0x30, limit: limit)
    }
}

extension LDAPMessage.Operation {
    fileprivate init?(_ element: BERElement) {
        switch element.tag {
        case 0x61:
            guard let result = LDAPResult(element) else { return nil }
            self = .bindResponse(result)
        case 0x64:
            guard let entry = LDAPEntry(element) else { return nil }
            self = .entry(entry)
        case 0x65:
            guard let result = LDAPResult(element) else { return nil }
            self = .searchDone(result)
        case 0x73: self = .reference(element.elements.map(\.text))
        case 0x78:
            guard let result = LDAPResult(element) else { return nil }
            self = .extendedResponse(result, name: element.elements.first { $0.tag == 0x8A }?.text)
        case 0x79: self = .intermediate
        case 0x42, 0x60, 0x63, 0x77: self = .request
        // The rest of the application class are other requests, and what no version of LDAP has.
        case 0x40...0x7F: self = .other(element.tag)
        default: return nil
        }
    }

    /// As a sentence names it.
    var name: String {
        switch self {
        case .bindResponse: "a BindResponse"
        case .entry: "a SearchResultEntry"
        case .reference: "a SearchResultReference"
        case .searchDone: "a SearchResultDone"
        case .extendedResponse: "an ExtendedResponse"
        case .intermediate: "an IntermediateResponse"
        case .request: "a request"
        case .other(let tag): "a message of the kind \(Hexadecimal.text([tag]))"
        }
    }
}

/// What a search found (RFC 4511 section 4.5.2).
struct LDAPEntry {
    let attributes: [(name: String, values: [ArraySlice<UInt8>])]

    /// More than any rootDSE has.
    static let attributeLimit = 512

    fileprivate init?(_ element: BERElement) {
        let parts = element.elements
        guard parts.count >= 2, parts[0].tag == 0x04, parts[1].tag == 0x30 else { return nil }
        var attributes: [(String, [ArraySlice<UInt8>])] = []
        for attribute in parts[1].elements {
            let fields = attribute.elements
            guard attribute.tag == 0x30, fields.count == 2, fields[0].tag == 0x04, fields[1].tag == 0x31 else {
                return nil
            }
            guard fields[1].elements.allSatisfy({ $0.tag == 0x04 }) else { return nil }
            attributes.append((fields[0].text, fields[1].elements.map(\.bytes)))
        }
        self.attributes = attributes
    }
}

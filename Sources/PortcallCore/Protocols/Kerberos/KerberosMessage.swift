/// One message of a key distribution centre, as far as portcall reads it (RFC 4120 section 5).
enum KerberosMessage: Equatable {
    case error(KerberosError)
    /// A ticket or another answer of the protocol, by its message type.
    case other(Int)
    /// What was sent, or another request.
    case request

    /// The most bytes of one: the longest that a KDC sends carries a ticket of 64 KiB.
    static let limit = 65_535

    private static let errorType = 30
    private static let requestTypes: Set = [10, 12, 14]
    private static let answerTypes: Set = [11, 13, 15, 20, 21, 22]

    init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
        guard let tag = bytes.first, tag & Self.applicationMask == Self.application else {
            throw .unexpected(bytes.quoted)
        }
        let message = try BERElement(bytes)
        let type = Int(tag & 0x1F)
        if type == Self.errorType {
            guard let error = KerberosError(message) else { throw .unexpected(bytes.quotedInHexadecimal) }
            self = .error(error)
        } else if Self.requestTypes.contains(type) {
            self = .request
        } else if Self.answerTypes.contains(type), message.fields?.isEmpty == false {
            self = .other(type)
        } else {
            throw .unexpected(bytes.quotedInHexadecimal)
        }
    }

    /// Class and form of an identifier: APPLICATION, constructed.
    private static let applicationMask: UInt8 = 0xE0
    private static let application: UInt8 = 0x60
}

/// A KRB-ERROR (RFC 4120 section 5.9.1).
struct KerberosError: Equatable {
    let code: Int
    /// The server's own realm.
    let realm: String
    /// The server's clock.
    let time: Timestamp
    let text: String?

    init?(_ message: BERElement) {
        guard
            let fields = message.fields,
            let code = fields[6]?.signedNumber,
            let realm = fields[9]?.text,
            let seconds = fields[4].flatMap({ Timestamp(generalized: $0.text) })
        else { return nil }
        self.code = code
        self.realm = realm
        let microseconds = fields[5]?.signedNumber ?? 0
        time = Timestamp(
            milliseconds: seconds.milliseconds + Int64(clamping: min(max(microseconds, 0), 999_999)) / 1000
        )
        text = fields[11].map { ByteQueue.quote($0.bytes.last == 0 ? $0.bytes.dropLast() : $0.bytes) }
    }
}

extension BERElement {
    /// The elements of the SEQUENCE inside, by their context-specific tags; nil where there is none.
    fileprivate var fields: [Int: BERElement]? {
        guard let sequence = elements.first, elements.count == 1, sequence.tag == 0x30 else { return nil }
        var fields: [Int: BERElement] = [:]
        for element in sequence.elements {
            guard element.tag & 0xE0 == 0xA0, let content = element.elements.first else { return nil }
            fields[Int(element.tag & 0x1F)] = content
        }
        return fields
    }

    /// An INTEGER of 32 bits, as the protocol has them.
    fileprivate var signedNumber: Int? {
        guard tag == 0x02, (1...4).contains(bytes.count), let first = bytes.first else { return nil }
        return bytes.dropFirst().reduce(Int(Int8(bitPattern: first))) { $0 << 8 | Int($1) }
    }
}

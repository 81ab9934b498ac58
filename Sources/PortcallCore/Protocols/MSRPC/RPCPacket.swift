/// One message of connection-oriented MS-RPC ([C706] section 12.6, [MS-RPCE] section 2.2.2).
struct RPCPacket {
    enum Content {
        /// What was asked to be bound, one result each.
        case bound([RPCBindResult])
        /// A part of an answer, or the whole of it.
        case response(stub: ArraySlice<UInt8>, isLast: Bool)
        case refusal(RPCRefusal)
        /// What clients say.
        case request
    }

    let content: Content
    /// Which of our messages it answers.
    let number: UInt32
    let isBigEndian: Bool
    /// All of its bytes.
    let size: Int

    /// Version, type, flags, how numbers are written, lengths, number.
    static let headSize = 16

    /// Takes one message off `input`, and leaves it alone when the message is not all there.
    ///
    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - awaited: is told how many bytes must have come before it is worth asking again.
    /// - Throws: what came instead of a message.
    init?(reading input: inout ByteQueue, _ awaited: inout Int) throws(Malformed) {
        awaited = Swift.max(1, try Self.needed(of: input.unread))
        guard input.count >= awaited, let bytes = input.take(awaited) else { return nil }
        awaited = 1
        try self.init(bytes)
    }

    /// How many bytes must have come before more can be told of the message that `bytes` begin with; in the end all.
    private static func needed(of bytes: ArraySlice<UInt8>) throws(Malformed) -> Int {
        let head = Array(bytes.prefix(headSize))
        guard let version = head.first else { return 1 }
        guard version == 5 else { throw .unexpected(bytes.quoted) }
        guard head.count > 2 else { return 3 }
        guard head[1] <= 1, RPCType(rawValue: head[2]) != nil else { throw .unexpected(bytes.quotedInHexadecimal) }
        guard head.count == headSize else { return headSize }
        let length = isBigEndian(head).flatMap { isBig -> Int? in
            var reader = RPCReader(head[8...], isBigEndian: isBig)
            return reader.number16().map(Int.init)
        }
        guard let length, length >= headSize else { throw .unexpected(bytes.quotedInHexadecimal) }
        return length
    }

    /// How the sender writes numbers ([C706] section 14.1); nil where that is none of the two ways.
    private static func isBigEndian(_ head: [UInt8]) -> Bool? {
        switch head[4] >> 4 {
        case 0: true
        case 1: false
        default: nil
        }
    }

    private init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
        let head = Array(bytes.prefix(Self.headSize))
        let isBig = Self.isBigEndian(head) ?? false
        var reader = RPCReader(bytes.dropFirst(10), isBigEndian: isBig)
        let body = reader.number16().flatMap { proof -> ArraySlice<UInt8>? in
            // A proof of who sends it has a head of eight bytes besides; we ask for none.
            let end = proof == 0 ? 0 : Int(proof) + 8
            return bytes.count >= Self.headSize + end ? bytes.dropFirst(Self.headSize).dropLast(end) : nil
        }
        guard
            let number = reader.number32(), let body, let type = RPCType(rawValue: head[2]),
            let content = Self.content(type, head[3], RPCReader(body, isBigEndian: isBig))
        else { throw .unexpected(bytes.quotedInHexadecimal) }
        self.content = content
        self.number = number
        isBigEndian = isBig
        size = bytes.count
    }

    private static func content(_ type: RPCType, _ flags: UInt8, _ reader: RPCReader) -> Content? {
        var reader = reader
        switch type {
        case .request, .bind: return .request
        case .bindAck: return results(&reader).map { .bound($0) }
        case .bindNak: return .refusal(.bind(reader.number16()))
        case .response:
            guard reader.take(8) != nil else { return nil }
            return .response(stub: reader.rest, isLast: flags & 0x02 != 0)
        case .fault:
            guard reader.take(8) != nil, let status = reader.number32() else { return nil }
            return .refusal(.fault(status))
        case .reject: return .refusal(.reject(reader.number32()))
        }
    }

    /// Behind limits, a group and the server's port as text.
    private static func results(_ reader: inout RPCReader) -> [RPCBindResult]? {
        guard
            reader.take(8) != nil, let length = reader.number16(), reader.take(Int(length)) != nil,
            reader.align() != nil, let count = reader.octet(), count > 0, reader.take(3) != nil
        else { return nil }
        var results: [RPCBindResult] = []
        for _ in 0..<count {
            guard let result = reader.number16(), let reason = reader.number16(), reader.take(20) != nil else {
                return nil
            }
            results.append(RPCBindResult(result: result, reason: reason))
        }
        return results
    }
}

/// What came of one interface that was asked to be bound.
struct RPCBindResult: Equatable {
    let result: UInt16
    let reason: UInt16

    var isAccepted: Bool { result == 0 }
}

/// The types of messages that are read.
enum RPCType: UInt8 {
    case request = 0
    case response = 2
    case fault = 3
    case reject = 6
    case bind = 11
    case bindAck = 12
    case bindNak = 13
}

/// How messages of OSI's protocols stand in a TCP stream: version 3, a reserved byte, the length of all (RFC 1006
/// section 6).
enum TPKTFrame {
    private static let headerSize = 4
    /// How many bytes of a message tell it from other protocols.
    private static let headSize = 2
    /// The shortest one: a header, and the three bytes that any message has.
    private static let leastLength = 7

    static func around(_ message: [UInt8]) -> [UInt8] {
        [0x03, 0x00] + UInt16(clamping: headerSize + message.count).octets + message
    }

    /// Takes one message off `input`, and leaves it alone when the message is not all there.
    ///
    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - awaited: is told how many bytes must have come before it is worth asking again.
    ///   - most: how many bytes a message and its header may have.
    ///   - isOwn: whether the first two bytes of the message are the protocol's.
    /// - Returns: the message without its header; nil where more has to come.
    /// - Throws: what came instead of a message, or that it is too long.
    static func take(
        from input: inout ByteQueue,
        _ awaited: inout Int,
        most: Int,
        isOwn: (ArraySlice<UInt8>) -> Bool
    ) throws(Malformed) -> ArraySlice<UInt8>? {
        awaited = try needed(of: input.unread, most, isOwn)
        return input.take(awaited)?.dropFirst(headerSize)
    }

    /// How many bytes must have come before more can be told of the message that `bytes` begin with; in the end all.
    private static func needed(
        of bytes: ArraySlice<UInt8>,
        _ most: Int,
        _ isOwn: (ArraySlice<UInt8>) -> Bool
    ) throws(Malformed) -> Int {
        guard bytes.count >= headerSize else { return headerSize }
        let header = Array(bytes.prefix(headerSize))
        let length = Int(header[2]) << 8 | Int(header[3])
        guard header[0] == 0x03, header[1] == 0x00, length >= leastLength else { throw .unexpected(bytes.quoted) }
        guard bytes.count >= headerSize + headSize else { return headerSize + headSize }
        guard isOwn(bytes.dropFirst(headerSize).prefix(headSize)) else { throw .unexpected(bytes.quoted) }
        guard length <= most else {
            throw .tooLong("a message of \(length) bytes", quoting: bytes.quotedInHexadecimal)
        }
        return length
    }
}

extension Signature {
    /// A confirm, a disconnect request or an error of X.224, or data unasked, as Remote Desktop sends it.
    static let tpkt = Signature("a Remote Desktop server (RDP), or another that speaks TPKT", .header) { bytes in
        guard bytes.count >= 6, bytes.starts(with: [0x03, 0x00, 0x00]) else { return false }
        switch bytes[5] {
        case 0xD0: return true
        case 0x80, 0x70: return bytes[4] == bytes[3] &- 5
        case 0xF0: return bytes[4] == 0x02
        default: return false
        }
    }
}

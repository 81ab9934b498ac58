/// How messages stand in a stream behind their length, the more significant byte first.
struct LengthPrefix: Sendable {
    /// How many bytes the length has.
    let size: Int
    /// How long a message may be.
    let lengths: ClosedRange<Int>
    /// How many bytes of a message tell it from other protocols.
    let headSize: Int

    /// The most bytes of a message and its length.
    var limit: Int { size + lengths.upperBound }

    func around(_ message: [UInt8]) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: message.count >> (8 * $0)) } + message
    }

    /// Takes one message off `input`, and leaves it alone when the message is not all there.
    ///
    /// - Parameters:
    ///   - input: what has been received and not read.
    ///   - awaited: is told how many bytes must have come before it is worth asking again.
    ///   - isOwn: whether length and head are those of a message of the protocol.
    /// - Returns: the message without its length; nil where more has to come.
    /// - Throws: what came instead of a message, or that it is too long.
    func take(
        from input: inout ByteQueue,
        _ awaited: inout Int,
        isOwn: (ArraySlice<UInt8>) -> Bool
    ) throws(Malformed) -> ArraySlice<UInt8>? {
        awaited = try needed(of: input.unread, isOwn)
        return input.take(awaited)?.dropFirst(size)
    }

    /// How many bytes must have come before more can be told of the message that `bytes` begin with; in the end all.
    private func needed(of bytes: ArraySlice<UInt8>, _ isOwn: (ArraySlice<UInt8>) -> Bool) throws(Malformed) -> Int {
        guard bytes.count >= size else { return size }
        let length = bytes.prefix(size).reduce(0) { $0 << 8 | Int($1) }
        guard length >= lengths.lowerBound else { throw .unexpected(bytes.quotedInHexadecimal) }
        guard bytes.count >= size + headSize else { return size + headSize }
        guard isOwn(bytes.prefix(size + headSize)) else { throw .unexpected(bytes.quoted) }
        guard length <= lengths.upperBound else {
            throw .tooLong("a message of \(length) bytes", quoting: bytes.quotedInHexadecimal)
        }
        return size + length
    }
}

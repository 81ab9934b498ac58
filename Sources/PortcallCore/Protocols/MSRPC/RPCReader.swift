/// Reads what a message of MS-RPC has, in the order of bytes that its sender writes numbers in.
///
/// Whatever is asked for and is not there is nil: lengths are the server's, and may lie.
struct RPCReader {
    /// What has not been read.
    private(set) var rest: ArraySlice<UInt8>
    let isBigEndian: Bool
    private let start: Int

    init(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool = false) {
        rest = bytes
        start = bytes.startIndex
        self.isBigEndian = isBigEndian
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func octet() -> UInt8? { rest.popFirst() }

    mutating func number16() -> UInt16? { number(2).map { UInt16(truncatingIfNeeded: $0) } }

    mutating func number32() -> UInt32? { number(4).map { UInt32(truncatingIfNeeded: $0) } }

    /// A count or a length.
    mutating func length() -> Int? { number(4) }

    /// Leaves out what fills up to the next multiple of four; nil where not all of that is there.
    mutating func align() -> Void? {
        let odd = (rest.startIndex - start) % 4
        return odd == 0 ? () : take(4 - odd).map { _ in () }
    }

    private mutating func number(_ count: Int) -> Int? {
        guard let bytes = take(count) else { return nil }
        return isBigEndian
            ? bytes.reduce(0) { $0 << 8 | Int($1) } : bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension UInt16 {
    /// The less significant byte first, as we write all numbers.
    var littleEndian16: [UInt8] { [UInt8(truncatingIfNeeded: self), UInt8(self >> 8)] }
}

extension UInt32 {
    /// The less significant byte first.
    var littleEndian32: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: self >> (8 * UInt32($0))) } }
}

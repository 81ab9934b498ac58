/// A message of H.323's call signalling: Q.931 as H.225.0 section 7.2 has it.
struct Q931Message: Equatable {
    let type: UInt8
    /// Of the call, without the flag that says whose it is; 0 is no call's.
    let reference: UInt16
    /// Why it was sent (Q.850).
    let cause: Int?
    /// Of H.225.0, as the user-user element tells it.
    let version: Int?

    /// The most bytes of one, and of the header before it: an honest answer to an enquiry has some fifty.
    static let limit = 8_192

    static let statusEnquiry: UInt8 = 0x75

    /// Whether a message begins with these two bytes: the protocol discriminator, and a reference of two bytes.
    static func begins(_ head: ArraySlice<UInt8>) -> Bool { head.elementsEqual([0x08, 0x02]) }

    init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
        var rest = ByteQueue(bytes)
        guard
            let head = rest.take(5), Self.begins(head.prefix(2)), let type = head.last, type < 0x80,
            let elements = Self.elements(&rest)
        else { throw .unexpected(bytes.quotedInHexadecimal) }
        self.type = type
        reference = head.dropFirst(2).prefix(2).reduce(0) { $0 << 8 | UInt16($1) } & 0x7FFF
        cause = elements.first { $0.code == 0x08 }.flatMap { Self.cause($0.value) }
        version = elements.first { $0.code == Self.userToUser }.flatMap { Self.version(in: Array($0.value)) }
    }

    private static let userToUser: UInt8 = 0x7E

    /// Those with a length (Q.931 section 4.5.1), which user-user has in two bytes; nil where one goes beyond the end.
    private static func elements(_ rest: inout ByteQueue) -> [(code: UInt8, value: ArraySlice<UInt8>)]? {
        var elements: [(code: UInt8, value: ArraySlice<UInt8>)] = []
        while let code = rest.take(1)?.first {
            // One of a single byte.
            guard code < 0x80 else { continue }
            guard
                let length = rest.take(code == userToUser ? 2 : 1),
                let value = rest.take(length.reduce(0) { $0 << 8 | Int($1) })
            else { return nil }
            elements.append((code, value))
        }
        return elements
    }

    /// Behind one byte, or two where the first one has no end mark (Q.931 section 4.5.12).
    private static func cause(_ value: ArraySlice<UInt8>) -> Int? {
        guard let first = value.first else { return nil }
        return value.dropFirst(first < 0x80 ? 2 : 1).first.map { Int($0 & 0x7F) }
    }

    /// The last arc of the protocol's object identifier, {itu-t(0) recommendation(0) h(8) 2250 version(0) N}.
    private static func version(in bytes: [UInt8]) -> Int? {
        let mark: [UInt8] = [0x06, 0x00, 0x08, 0x91, 0x4A, 0x00]
        guard let range = bytes.firstRange(of: mark), let version = bytes[range.upperBound...].first else { return nil }
        return (1..<0x80).contains(version) ? Int(version) : nil
    }
}

extension Signature {
    static let h323 = Signature("an H.323 endpoint", .header) { bytes in
        bytes.count >= 9 && bytes.starts(with: [0x03, 0x00]) && Q931Message.begins(bytes[4..<6]) && bytes[8] < 0x80
    }
}

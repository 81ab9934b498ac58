/// What portcall says to a file server: which dialects of SMB 2 and 3 it knows ([MS-SMB2] section 2.2.3).
///
/// No session follows, so nobody is named and nothing is opened.
enum SMBRequest {
    static func negotiate(_ number: UInt64) -> [UInt8] {
        LengthPrefix.smb.around(header + body(number) + [0x00, 0x00] + integrity(number))
    }

    /// Where the number stands in a request.
    static func number(of message: [UInt8]) -> UInt64? {
        guard message.count > guidOffset + 8 else { return nil }
        return message[guidOffset..<(guidOffset + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let guidOffset = 4 + 64 + 12

    /// The first message of a connection, unsigned: command 0, message 0, no session.
    private static let header: [UInt8] =
        SMBAnswer.mark + [0x40, 0x00] + zeros(6) + [0x00, 0x00, 0x01, 0x00] + zeros(48)

    /// Signing is enabled, which no server holds against its client; our GUID is of this call alone.
    private static func body(_ number: UInt64) -> [UInt8] {
        let count = UInt8(SMBAnswer.dialects.count)
        let contexts: [UInt8] = [0x70, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00]
        return [0x24, 0x00, count, 0x00, 0x01, 0x00, 0x00, 0x00] + zeros(4) + octets(number) + octets(number) + contexts
            + SMBAnswer.dialects.flatMap { $0.code.octets.reversed() }
    }

    /// SMB2_PREAUTH_INTEGRITY_CAPABILITIES, without which nobody may offer 3.1.1: SHA-512, and a salt.
    private static func integrity(_ number: UInt64) -> [UInt8] {
        [0x01, 0x00, 0x26, 0x00] + zeros(4) + [0x01, 0x00, 0x20, 0x00, 0x01, 0x00]
            + (0..<4).flatMap { _ in octets(number) }
    }

    private static func octets(_ number: UInt64) -> [UInt8] {
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
}

extension LengthPrefix {
    /// Direct TCP ([MS-SMB2] section 2.1): a zero and three bytes of length; the mark of SMB tells it from others.
    static let smb = LengthPrefix(size: 4, lengths: 32...65_535, headSize: 4)
}

extension HarmlessRequests {
    static let smb = HarmlessRequests(["one NEGOTIATE of SMB 2 and 3; no session, and no NEGOTIATE of SMB 1"]) {
        message in
        SMBRequest.number(of: message).map { SMBRequest.negotiate($0) == message } == true
    }
}

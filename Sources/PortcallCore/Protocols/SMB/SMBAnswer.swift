/// The answer to NEGOTIATE ([MS-SMB2] section 2.2.4), little-endian as all of SMB.
enum SMBAnswer: Equatable {
    case agreed(Agreement)
    /// NT's status.
    case refused(UInt32)
    /// What was sent, come back.
    case request
    /// A message of SMB 1, which nobody asked for.
    case old

    struct Agreement: Equatable {
        /// As `3.1.1`.
        let dialect: String
        let signing: Signing
        let guid: String
        /// nil where the server leaves it out, or it is none that a calendar has.
        let time: Timestamp?
    }

    enum Signing: String {
        case required, enabled, disabled
    }

    /// Those that are offered, oldest first.
    static let dialects: [(code: UInt16, name: String)] = [
        (0x0202, "2.0.2"), (0x0210, "2.1"), (0x0300, "3.0"), (0x0302, "3.0.2"), (0x0311, "3.1.1"),
    ]

    static let mark: [UInt8] = [0xFE] + Array("SMB".utf8)
    private static let oldMark: [UInt8] = [0xFF] + Array("SMB".utf8)

    /// Whether a message begins with these bytes.
    static func begins(_ head: some Collection<UInt8>) -> Bool { head.starts(with: mark) || head.starts(with: oldMark) }

    init(_ message: ArraySlice<UInt8>) throws(Malformed) {
        guard !message.starts(with: Self.oldMark) else {
            self = .old
            return
        }
        let fields = Fields(message)
        // NEGOTIATE, the first message of the connection and the last of its chain, of a header of 64 bytes.
        guard
            message.starts(with: Self.mark), fields[4, 2] == 64, fields[12, 2] == 0, fields[20, 4] == 0,
            fields[24, 8] == 0, let status = fields[8, 4], let flags = fields[16, 4]
        else { throw .unexpected(message.quotedInHexadecimal) }
        guard flags & 0x1 != 0 else {
            self = .request
            return
        }
        guard status == 0 else {
            self = .refused(UInt32(truncatingIfNeeded: status))
            return
        }
        guard let agreement = Agreement(fields) else { throw .unexpected(message.quotedInHexadecimal) }
        self = .agreed(agreement)
    }

    /// Numbers at places of a message, and nothing beyond its end.
    fileprivate struct Fields {
        let bytes: [UInt8]

        init(_ message: ArraySlice<UInt8>) {
            bytes = Array(message)
        }

        subscript(start: Int, count: Int) -> UInt64? {
            guard start + count <= bytes.count else { return nil }
            return (0..<count).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
        }
    }
}

extension SMBAnswer.Agreement {
    fileprivate init?(_ fields: SMBAnswer.Fields) {
        guard
            fields[64, 2] == 65, let mode = fields[66, 2], let code = fields[68, 2], let time = fields[104, 8],
            let offset = fields[120, 2], let length = fields[122, 2], offset + length <= fields.bytes.count,
            let known = SMBAnswer.dialects.first(where: { UInt64($0.code) == code })
        else { return nil }
        dialect = known.name
        signing = mode & 0x2 != 0 ? .required : mode & 0x1 != 0 ? .enabled : .disabled
        guid = Hexadecimal.guid(fields.bytes[72..<88])
        self.time = Timestamp(fileTime: time)
    }
}

extension Timestamp {
    /// Windows' count of 100 nanoseconds since 1601; nil for 0, which is none, and from the year 10000 on.
    fileprivate init?(fileTime: UInt64) {
        let milliseconds = Int64(clamping: fileTime / 10_000) - 11_644_473_600_000
        guard fileTime != 0, milliseconds < 253_402_300_800_000 else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

extension Signature {
    static let smb = Signature("a file server (SMB)", .header) { bytes in
        bytes.count >= 8 && bytes[0] == 0 && SMBAnswer.begins(bytes[4..<8])
    }
}

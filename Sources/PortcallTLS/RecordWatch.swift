/// Follows the borders of the records that come (RFC 8446 section 5.1), so that clear text between them can be quoted.
struct RecordWatch {
    /// The most bytes kept of what is no record.
    private static let limit = 512

    /// What came where a record was due and is none.
    private(set) var foreign: [UInt8] = []
    private var header: [UInt8] = []
    /// Bytes of the present record that are still to come.
    private var remaining = 0

    /// Goes on with what has come; of clear text no more than its beginning is looked at.
    mutating func take(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard foreign.isEmpty else {
                foreign += rest.prefix(max(0, Self.limit - foreign.count))
                return
            }
            let passed = min(remaining, rest.count)
            rest = rest.dropFirst(passed)
            remaining -= passed
            if let byte = rest.popFirst() { begin(with: byte) }
        }
    }

    /// One more byte of a header: a type, two bytes of version, two of length.
    private mutating func begin(with byte: UInt8) {
        header.append(byte)
        let isRecord =
            switch header.count {
            case 1: (0x14...0x18).contains(byte)
            case 2: byte == 3
            case 3: byte <= 4
            default: true
            }
        guard isRecord else {
            foreign = header
            return
        }
        guard header.count == 5 else { return }
        remaining = Int(header[3]) << 8 | Int(header[4])
        header = []
    }
}

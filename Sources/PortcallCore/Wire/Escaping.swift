extension String {
    /// Decodes bytes that a stranger wrote, so that they are harmless to a terminal, a log and a JSON reader.
    ///
    /// Bytes that are not UTF-8 become `\xNN`, and so do control characters (C0, DEL, C1); the Unicode bidirectional
    /// controls and the line separators become `\u{NNNN}`. A backslash is left as it is, so escaping twice changes
    /// nothing. No byte is lost and none can act.
    package init(escaping bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        self = ""
        guard !bytes.allSatisfy(\.isPlain) else {
            self = String(decoding: bytes, as: UTF8.self)
            return
        }
        var rest = bytes[...]
        while let first = rest.first {
            let scalar = String(validating: rest.prefix(first.sequenceLength), as: UTF8.self)?.unicodeScalars.first
            if let scalar, UTF8.width(scalar) == first.sequenceLength {
                self += scalar.harmless
                rest = rest.dropFirst(first.sequenceLength)
            } else {
                self += hexadecimalEscape(UInt32(first))
                rest = rest.dropFirst()
            }
        }
    }

    /// The same text with every character that could act on a terminal spelled out; line feeds too.
    public var escaped: String {
        guard !utf8.allSatisfy(\.isPlain) else { return self }
        return unicodeScalars.contains { $0.isActive } ? unicodeScalars.reduce(into: "") { $0 += $1.harmless } : self
    }
}

extension Unicode.Scalar {
    /// A control character, or one that changes the direction or the line of what follows.
    fileprivate var isActive: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    fileprivate var harmless: String {
        guard isActive else { return String(self) }
        return value < 0x100 ? hexadecimalEscape(value) : "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
}

extension UInt8 {
    /// A letter, a digit, a mark or a space of ASCII.
    fileprivate var isPlain: Bool { (0x20...0x7E).contains(self) }

    /// How many bytes a UTF-8 sequence that begins with this one has; 1 for a byte that cannot begin one.
    fileprivate var sequenceLength: Int {
        switch self {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}

private func hexadecimalEscape(_ value: UInt32) -> String {
    "\\x" + (value < 0x10 ? "0" : "") + String(value, radix: 16, uppercase: true)
}

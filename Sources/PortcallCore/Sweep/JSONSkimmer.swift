/// What was read is no JSON (RFC 8259).
struct MalformedJSON: Error {}

/// Goes through one JSON text and makes values of those alone that are asked for; the rest is checked and skipped.
struct JSONSkimmer {
    /// Deeper than anything we print.
    private static let depthLimit = 64

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// The text is at its end.
    mutating func finish() throws(MalformedJSON) {
        skipSpace()
        guard index == bytes.count else { throw MalformedJSON() }
    }

    /// Goes through an object; `member` is given each name, and takes its value.
    mutating func object(
        _ member: (inout JSONSkimmer, String) throws(MalformedJSON) -> Void
    ) throws(MalformedJSON) {
        try each("{", "}") { (skimmer) throws(MalformedJSON) in
            let name = try skimmer.text()
            try skimmer.take(":")
            try member(&skimmer, name)
        }
    }

    /// Goes through an array; `element` takes each value.
    mutating func array(_ element: (inout JSONSkimmer) throws(MalformedJSON) -> Void) throws(MalformedJSON) {
        try each("[", "]", element)
    }

    /// Takes a string.
    mutating func text() throws(MalformedJSON) -> String {
        try take("\"")
        var text: [UInt8] = []
        while let byte = popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escaped()
            case 0x00..<0x20: throw MalformedJSON()
            default: text.append(byte)
            }
        }
        throw MalformedJSON()
    }

    /// Takes a whole number.
    mutating func integer() throws(MalformedJSON) -> Int {
        guard let number = Int(try word()) else { throw MalformedJSON() }
        return number
    }

    /// Takes whatever comes.
    mutating func skip() throws(MalformedJSON) {
        skipSpace()
        switch index < bytes.count ? bytes[index] : 0 {
        case UInt8(ascii: "{"): try object { (skimmer, _) throws(MalformedJSON) in try skimmer.skip() }
        case UInt8(ascii: "["): try array { (skimmer) throws(MalformedJSON) in try skimmer.skip() }
        case UInt8(ascii: "\""): try skipText()
        default: _ = try word()
        }
    }

    private mutating func each(
        _ first: Unicode.Scalar,
        _ last: Unicode.Scalar,
        _ body: (inout JSONSkimmer) throws(MalformedJSON) -> Void
    ) throws(MalformedJSON) {
        depth += 1
        guard depth <= Self.depthLimit else { throw MalformedJSON() }
        try take(first)
        guard !has(last) else {
            depth -= 1
            return
        }
        repeat { try body(&self) } while has(",")
        try take(last)
        depth -= 1
    }

    /// `true`, `false`, `null` or a number.
    private mutating func word() throws(MalformedJSON) -> String {
        skipSpace()
        let start = index
        while index < bytes.count, Self.isOfWord(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        guard ["true", "false", "null"].contains(word) || Double(word) != nil && word.first?.isLetter == false else {
            throw MalformedJSON()
        }
        return word
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private mutating func skipText() throws(MalformedJSON) {
        index += 1
        while let byte = popFirst() {
            guard byte >= 0x20 else { throw MalformedJSON() }
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\") { _ = popFirst() }
        }
        throw MalformedJSON()
    }

    private mutating func escaped() throws(MalformedJSON) -> [UInt8] {
        switch popFirst() {
        case UInt8(ascii: "\"")?: [UInt8(ascii: "\"")]
        case UInt8(ascii: "\\")?: [UInt8(ascii: "\\")]
        case UInt8(ascii: "/")?: [UInt8(ascii: "/")]
        case UInt8(ascii: "n")?: [UInt8(ascii: "\n")]
        case UInt8(ascii: "t")?: [UInt8(ascii: "\t")]
        case UInt8(ascii: "r")?: [UInt8(ascii: "\r")]
        // We print no other: letters stand for themselves, and control characters are spelled out.
        default: throw MalformedJSON()
        }
    }

    private mutating func popFirst() -> UInt8? {
        guard index < bytes.count else { return nil }
        defer { index += 1 }
        return bytes[index]
    }

    private mutating func take(_ sign: Unicode.Scalar) throws(MalformedJSON) {
        guard has(sign) else { throw MalformedJSON() }
    }

    private mutating func has(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[index]) { index += 1 }
    }
}

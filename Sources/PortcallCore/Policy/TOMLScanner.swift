/// Goes through a text of TOML and makes its outline.
package struct TOMLScanner {
    /// How a text was gone through.
    package struct Result {
        package let outline: TOMLOutline
        /// What forbids that anybody reads the text, however it is read: it is nested too deep, or has a NUL in it.
        package let complaint: PolicyComplaint?
        /// How many bytes are understood: all, or up to the end of the line that is not.
        package let count: Int
    }

    private enum Stop: Error {
        case notUnderstood
        case refused(String)
    }

    /// Tables in tables, arrays in arrays and dots of keys, all together; more would be nobody's policy.
    private static let mostDepth = 32

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static func scan(_ bytes: [UInt8]) -> Result {
        var scanner = TOMLScanner(bytes)
        let outline = TOMLOutline(line: 1)
        do throws(Stop) {
            try scanner.document(outline)
        } catch {
            switch error {
            case .notUnderstood:
                let end = bytes[scanner.position...].firstIndex(of: lineFeed).map { $0 + 1 } ?? bytes.count
                return Result(outline: outline, complaint: nil, count: end)
            case .refused(let words):
                let complaint = PolicyComplaint(line: scanner.line, words)
                return Result(outline: outline, complaint: complaint, count: scanner.position)
            }
        }
        return Result(outline: outline, complaint: nil, count: bytes.count)
    }
}

// Tables and keys.
extension TOMLScanner {
    private mutating func document(_ root: TOMLOutline) throws(Stop) {
        var table = root
        var depth = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while true {
            skipBlank(linesToo: true)
            guard let byte = next else { return }
            if byte == UInt8(ascii: "[") {
                (table, depth) = try header(root)
            } else {
                try pair(in: table, depth)
            }
            skipBlank(linesToo: false)
            guard next == nil || isAtLineEnd else { throw .notUnderstood }
        }
    }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func header(_ root: TOMLOutline) throws(Stop) -> (TOMLOutline, Int) {
        let start = line
        position += 1
        let isArray = skip("[")
        try requireName()
        let keys = try keys()
        guard keys.count <= Self.mostDepth else { throw .refused(Self.tooDeep) }
        guard skip("]"), !isArray || skip("]"), let last = keys.last else { throw .notUnderstood }
        let parent = keys.dropLast().reduce(root) { $0.table($1, line: start) }
        return (isArray ? parent.addTable(last, line: start) : parent.header(last, line: start), keys.count)
    }

    /// The parser takes it for granted that a name follows, and no comment; or the end of the header or of the text.
    private mutating func requireName() throws(Stop) {
        while skip(" ") || skip("\t") {}
        guard let byte = next, !Self.isBare(byte), !Array("\"']".utf8).contains(byte) else { return }
        throw .refused("it is not TOML: a table's name begins with a letter, a digit, '-', '_' or a quote")
    }

    /// `a.b = value`.
    private mutating func pair(in table: TOMLOutline, _ depth: Int) throws(Stop) {
        let start = line
        let keys = try keys()
        let depth = depth + keys.count
        guard depth <= Self.mostDepth else { throw .refused(Self.tooDeep) }
        guard skip("="), let last = keys.last else { throw .notUnderstood }
        let parent = keys.dropLast().reduce(table) { $0.table($1, line: start) }
        skipBlank(linesToo: false)
        try value(parent.member(last, line: start), depth)
    }

    private static let tooDeep = "it is nested deeper than \(mostDepth) levels"

    /// The parts of a key that dots join; no more than are too many.
    private mutating func keys() throws(Stop) -> [String] {
        var keys: [String] = []
        repeat {
            skipBlank(linesToo: false)
            keys.append(try key())
            skipBlank(linesToo: false)
        } while keys.count <= Self.mostDepth && skip(".")
        return keys
    }

    private mutating func key() throws(Stop) -> String {
        switch next {
        case UInt8(ascii: "\""): return Self.unescaped(try string(closedBy: UInt8(ascii: "\"")))
        case UInt8(ascii: "'"): return String(decoding: try string(closedBy: UInt8(ascii: "'")), as: UTF8.self)
        default:
            let start = position
            while let byte = next, Self.isBare(byte) { position += 1 }
            guard position > start else { throw .notUnderstood }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
    }
}

// Values.
extension TOMLScanner {
    private mutating func value(_ place: TOMLOutline, _ depth: Int) throws(Stop) {
        guard depth <= Self.mostDepth else { throw .refused(Self.tooDeep) }
        switch next {
        case UInt8(ascii: "["): try array(place, depth)
        case UInt8(ascii: "{"): try inlineTable(place, depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try text()
        case let byte? where byte == UInt8(ascii: "}") || byte > 0x7F: throw .refused("it is not TOML: a value is due")
        default:
            let start = position
            while let byte = next, !Self.endsWord.contains(byte) { position += 1 }
            guard position > start else { throw .notUnderstood }
            let isBroken = TOMLMoment.isBroken(bytes[start..<position])
            guard !isBroken else { throw .refused("it is not TOML: no date or time is written like this") }
        }
    }

    private mutating func array(_ place: TOMLOutline, _ depth: Int) throws(Stop) {
        position += 1
        while true {
            skipBlank(linesToo: true)
            if skip("]") { return }
            try value(place.addItem(line: line), depth + 1)
            skipBlank(linesToo: true)
            guard skip(",") else {
                guard skip("]") else { throw .notUnderstood }
                return
            }
        }
    }

    private mutating func inlineTable(_ place: TOMLOutline, _ depth: Int) throws(Stop) {
        position += 1
        skipBlank(linesToo: false)
        if skip("}") { return }
        while true {
            try pair(in: place, depth + 1)
            skipBlank(linesToo: false)
            guard skip(",") else {
                guard skip("}") else { throw .notUnderstood }
                return
            }
        }
    }

    private mutating func text() throws(Stop) {
        guard let quote = next else { throw .notUnderstood }
        guard bytes[position...].starts(with: [quote, quote, quote]) else {
            _ = try string(closedBy: quote)
            return
        }
        position += 3
        while let byte = next {
            if byte == Self.lineFeed { line += 1 }
            if byte == Self.backslash, quote == UInt8(ascii: "\"") {
                try skipEscape()
            } else if bytes[position...].starts(with: [quote, quote, quote]) {
                // Two more may stand before the three that close it.
                position += 3
                for _ in 0..<2 where next == quote { position += 1 }
                return
            } else {
                position += 1
            }
        }
        throw .notUnderstood
    }

    /// A string on one line, as it stands between its quotes.
    private mutating func string(closedBy quote: UInt8) throws(Stop) -> ArraySlice<UInt8> {
        position += 1
        let start = position
        while let byte = next, byte != Self.lineFeed {
            if byte == quote {
                position += 1
                return bytes[start..<(position - 1)]
            }
            if byte == Self.backslash, quote == UInt8(ascii: "\"") { try skipEscape() } else { position += 1 }
        }
        throw .notUnderstood
    }

    /// The backslash and what it keeps from closing the string; a NUL that it spells would end every text.
    private mutating func skipEscape() throws(Stop) {
        let rest = bytes[position...].dropFirst()
        for (letter, digits) in [(UInt8(ascii: "u"), 4), (UInt8(ascii: "U"), 8)] where rest.first == letter {
            if rest.dropFirst().starts(with: [UInt8](repeating: UInt8(ascii: "0"), count: digits)) {
                throw .refused("there is a NUL in it, which no text of a policy has")
            }
        }
        if rest.first == Self.lineFeed { line += 1 }
        position = min(position + 2, bytes.count)
    }
}

// Letters.
extension TOMLScanner {
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let backslash = UInt8(ascii: "\\")
    private static let endsWord = Array(",]}#\n\r\t".utf8)

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var isAtLineEnd: Bool { bytes[position...].starts(with: [0x0D, 0x0A]) || next == Self.lineFeed }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }

    /// Spaces, tabs and comments, and line ends where they may stand.
    private mutating func skipBlank(linesToo: Bool) {
        while let byte = next {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
            case UInt8(ascii: "#"): while let byte = next, byte != Self.lineFeed { position += 1 }
            case UInt8(ascii: "\r") where linesToo && isAtLineEnd: position += 1
            case Self.lineFeed where linesToo:
                line += 1
                position += 1
            default: return
            }
        }
    }
}

import PortcallCore

/// What is written down can be read again.
func requireReadable(_ text: String) {
    do {
        _ = try CheckupTranscript(text)
    } catch {
        preconditionFailure("a transcript that cannot be read: \(error)")
    }
}

func requireHarmless(_ text: String, _ what: String) {
    for scalar in text.unicodeScalars where scalar.isActive { preconditionFailure("\(what) has \(scalar.value)") }
}

extension Unicode.Scalar {
    /// What a terminal would obey, but for the ends of our own lines.
    fileprivate var isActive: Bool {
        switch value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// It parses, and has nothing that a terminal obeys.
func requireJSON(_ text: String) {
    requireHarmless(text, "JSON")
    var reader = JSONReader(rest: text.utf8[...])
    guard reader.readValue(depth: 0), reader.rest.isEmpty else { preconditionFailure("no JSON: \(text.prefix(400))") }
}

/// The same is not told twice, in the same words and of the same.
func requireOneFindingACause(_ verdict: Verdict) {
    var told: Set<[String]> = []
    for finding in verdict.findings {
        let isNew = told.insert([finding.id, finding.message, finding.evidence]).inserted
        precondition(isNew, "\(finding.id) is told twice")
        precondition(finding.message.utf8.count + finding.evidence.utf8.count < 65_536, "\(finding.id) has no end")
    }
}

/// Whether a text is JSON (RFC 8259), by no code of ours.
private struct JSONReader {
    var rest: Substring.UTF8View

    private static let depthLimit = 64

    mutating func readValue(depth: Int) -> Bool {
        guard depth < Self.depthLimit, let first = rest.first else { return false }
        switch first {
        case UInt8(ascii: "{"): return readList("}") { $0.readText() && $0.take(":") && $0.readValue(depth: depth + 1) }
        case UInt8(ascii: "["): return readList("]") { $0.readValue(depth: depth + 1) }
        case UInt8(ascii: "\""): return readText()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return readNumber()
        default: return take("true") || take("false") || take("null")
        }
    }

    private mutating func readList(_ end: String, _ element: (inout Self) -> Bool) -> Bool {
        rest.removeFirst()
        if take(end) { return true }
        repeat { guard element(&self) else { return false } } while take(",")
        return take(end)
    }

    private mutating func readText() -> Bool {
        guard take("\"") else { return false }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard readEscape() else { return false }
            case 0..<0x20: return false
            default: continue
            }
        }
        return false
    }

    private mutating func readEscape() -> Bool {
        guard let letter = rest.popFirst() else { return false }
        guard letter == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(letter) }
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        return digits.count == 4 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private mutating func readNumber() -> Bool {
        let number = rest.prefix { "-+.eE0123456789".utf8.contains($0) }
        rest = rest[number.endIndex...]
        return Double(String(decoding: number, as: UTF8.self)) != nil
    }

    private mutating func take(_ word: String) -> Bool {
        guard rest.starts(with: word.utf8) else { return false }
        rest = rest.dropFirst(word.utf8.count)
        return true
    }
}

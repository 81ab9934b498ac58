/// Reads dates and times as TOML writes them (RFC 3339, of which a part may be left out).
struct TOMLMoment {
    private var rest: ArraySlice<UInt8>

    /// It has the marks of a date or a time, and is none; what parses it takes for granted that digits follow.
    static func isBroken(_ word: ArraySlice<UInt8>) -> Bool {
        let trimmed = word.trimmedAtEnd
        var date = TOMLMoment(rest: trimmed)
        guard trimmed.contains(UInt8(ascii: ":")) || date.take("dddd-") else { return false }
        var reader = TOMLMoment(rest: trimmed)
        return !reader.isMoment()
    }

    private mutating func isMoment() -> Bool {
        guard take("dddd-dd-dd") else { return takeTime() && rest.isEmpty }
        guard !rest.isEmpty else { return true }
        guard take("T") || take("t") || take(" "), takeTime() else { return false }
        return rest.isEmpty || (take("Z") || take("z") || take("+dd:dd") || take("-dd:dd")) && rest.isEmpty
    }

    private mutating func takeTime() -> Bool {
        guard take("dd:dd:dd") else { return false }
        guard take(".") else { return true }
        guard take("d") else { return false }
        while take("d") {}
        return true
    }

    /// Goes past what has this shape, in which `d` is a digit.
    private mutating func take(_ shape: String) -> Bool {
        let fits = zip(shape.utf8, rest).allSatisfy { mark, byte in
            mark == UInt8(ascii: "d") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : mark == byte
        }
        guard fits, rest.count >= shape.utf8.count else { return false }
        rest = rest.dropFirst(shape.utf8.count)
        return true
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmedAtEnd: Self { self[..<(lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? startIndex)] }
}

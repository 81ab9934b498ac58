// What keys are written with.
extension TOMLScanner {
    /// May stand in a key without quotes.
    static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// What a quoted key says, where its escapes are all known.
    static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let letter = rest.popFirst() else {
                text.unicodeScalars.append(scalar)
                continue
            }
            let digits = letter == "u" ? 4 : letter == "U" ? 8 : 0
            let spelled =
                digits == 0 ? nil : UInt32(String(rest.prefix(digits)), radix: 16).flatMap(Unicode.Scalar.init)
            rest = rest.dropFirst(digits)
            text.unicodeScalars.append(spelled ?? escapes[letter] ?? letter)
        }
        return text
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r",
    ]
}

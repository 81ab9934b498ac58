extension Timestamp {
    /// Reads GeneralizedTime as directories and Kerberos write it: `20260302100000.0Z` (RFC 4517 section 3.3.13).
    ///
    /// Minutes, seconds and a fraction may be missing; an offset may stand for the Z.
    package init?(generalized text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard [10, 12, 14].contains(digits.count) else { return nil }
        var fields = Array(digits.utf8)[...]
        func number(_ count: Int) -> Int {
            defer { fields = fields.dropFirst(count) }
            return fields.prefix(count).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        let year = number(4)
        let month = number(2)
        let day = number(2)
        let hour = number(2)
        guard
            let moment = Timestamp(
                year: year,
                month: month,
                day: day,
                hour: hour,
                minute: number(2),
                second: number(2)
            )
        else { return nil }
        var rest = text.dropFirst(digits.count)
        if rest.first == "." || rest.first == "," { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
        guard let offset = Self.generalizedOffset(rest) else { return nil }
        self.init(seconds: moment.seconds - offset)
    }

    /// Seconds east of UTC: `Z`, `+hhmm` or `-hh`.
    private static func generalizedOffset(_ text: Substring) -> Int64? {
        guard text != "Z" else { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst()
        guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        guard let hours = Int64(digits.prefix(2)), hours < 24 else { return nil }
        let minutes = Int64(digits.dropFirst(2)) ?? 0
        return minutes < 60 ? (hours * 3600 + minutes * 60) * (sign == "+" ? 1 : -1) : nil
    }
}

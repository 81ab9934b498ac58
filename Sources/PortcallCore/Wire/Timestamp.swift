/// A moment in UTC, to the millisecond, without a clock or a calendar library behind it.
///
/// Reads and writes RFC 3339; the arithmetic is that of the proleptic Gregorian calendar.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public var milliseconds: Int64

    /// The moment that many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment that many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        self.init(milliseconds: seconds * 1000)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public var seconds: Int64 { Self.floorDivide(milliseconds, 1000) }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

    /// The same time of day, that many days later.
    package func adding(days: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds + Int64(days) * 86_400_000)
    }

    /// Whole days from `start` to this moment, rounded down: −1 means less than a day ago.
    public func days(since start: Timestamp) -> Int {
        Int(Self.floorDivide(milliseconds - start.milliseconds, 86_400_000))
    }

    static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
        let quotient = a / b
        return a % b < 0 ? quotient - 1 : quotient
    }
}

extension Timestamp {
    /// The moment of a date and time of day in UTC, or nil where there is no such day or time.
    package init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard
            (0...9999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let days = Self.daysBefore(year: year, month: month) + Int64(day - 1)
        self.init(seconds: days * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 to the first of a month.
    private static func daysBefore(year: Int, month: Int) -> Int64 {
        let past = Int64(year) - 1
        let leapDays = past / 4 - past / 100 + past / 400
        let years = Int64(year) * 365 + (year > 0 ? leapDays + 1 : 0) - 719_528
        return (1..<month).reduce(years) { $0 + Int64(days(in: $1, of: year)) }
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let days = Self.floorDivide(milliseconds, 86_400_000)
        var year = Int(1970 + Self.floorDivide(days * 400, 146_097))
        while Self.daysBefore(year: year, month: 1) > days { year -= 1 }
        while Self.daysBefore(year: year + 1, month: 1) <= days { year += 1 }
        var month = 12
        while Self.daysBefore(year: year, month: month) > days { month -= 1 }
        return (year, month, Int(days - Self.daysBefore(year: year, month: month)) + 1)
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC, to the second: `2026-03-02T10:00:00Z`.
    public var description: String {
        let time = seconds - Self.floorDivide(seconds, 86_400) * 86_400
        return "\(date)T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
    }

    /// The day alone: `2026-03-02`.
    public var date: String {
        let (year, month, day) = civil
        return "\(padded(Int64(year), 4))-\(padded(Int64(month), 2))-\(padded(Int64(day), 2))"
    }

    private func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Timestamp {
    /// Reads RFC 3339 (`2026-03-02T10:00:00Z`, an offset or a fraction too), or a bare date: its first second.
    public init?(_ text: String) {
        var rest = Substring(text)
        guard
            let year = Self.number(4, from: &rest), Self.skip("-", in: &rest),
            let month = Self.number(2, from: &rest), Self.skip("-", in: &rest),
            let day = Self.number(2, from: &rest)
        else { return nil }
        guard !rest.isEmpty else {
            self.init(year: year, month: month, day: day)
            return
        }
        guard
            Self.skip("T", in: &rest) || Self.skip("t", in: &rest) || Self.skip(" ", in: &rest),
            let hour = Self.number(2, from: &rest), Self.skip(":", in: &rest),
            let minute = Self.number(2, from: &rest), Self.skip(":", in: &rest),
            let second = Self.number(2, from: &rest),
            let moment = Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        if Self.skip(".", in: &rest) { rest = rest.drop { $0.isASCII && $0.isNumber } }
        guard let offset = Self.offset(rest) else { return nil }
        self.init(seconds: moment.seconds - offset)
    }

    /// Seconds east of UTC.
    private static func offset(_ text: Substring) -> Int64? {
        guard text != "Z", text != "z" else { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        var rest = text.dropFirst()
        guard
            let hours = number(2, from: &rest), skip(":", in: &rest), let minutes = number(2, from: &rest),
            rest.isEmpty, hours < 24, minutes < 60
        else { return nil }
        return Int64(hours * 3600 + minutes * 60) * (sign == "+" ? 1 : -1)
    }

    private static func number(_ digits: Int, from text: inout Substring) -> Int? {
        let field = text.prefix(digits)
        guard field.count == digits, field.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        text = text.dropFirst(digits)
        return Int(field)
    }

    private static func skip(_ mark: Character, in text: inout Substring) -> Bool {
        guard text.first == mark else { return false }
        text = text.dropFirst()
        return true
    }
}

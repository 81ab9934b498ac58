package import PortcallCore
internal import TOMLKit

/// Reads the text of a policy file; the one place that knows who parses TOML.
package enum PolicyText {
    /// The most bytes that a policy may have.
    package static let limit = 8_388_608

    /// All values of a text, each with its line.
    ///
    /// - Parameter bytes: the whole of a file.
    /// - Returns: the root table.
    /// - Throws: why it is no TOML, or none that a policy may be.
    package static func read(_ bytes: [UInt8]) throws(MalformedPolicy) -> PolicyNode {
        guard bytes.count <= limit else {
            throw complaint(line: 1, "it has more than \(limit / 1_048_576) MiB")
        }
        if let index = bytes.firstIndex(of: 0) {
            throw complaint(line: line(of: index, in: bytes), "there is a NUL in it, so it is no text")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw complaint(line: lineOfBadLetter(in: bytes), "it is not UTF-8")
        }
        // First, for what parses it follows any depth until the stack ends.
        let scan = TOMLScanner.scan(bytes)
        if let complaint = scan.complaint { throw MalformedPolicy([complaint]) }
        let table = try parse(String(decoding: bytes.prefix(scan.count), as: UTF8.self))
        guard scan.count == bytes.count else {
            throw complaint(line: line(of: max(0, scan.count - 1), in: bytes), "it is not TOML")
        }
        return PolicyNode(table, scan.outline)
    }

    private static func parse(_ text: String) throws(MalformedPolicy) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw complaint(line: max(1, error.source.begin.line), "it is not TOML: \(words(of: error))")
        } catch {
            throw complaint(line: 1, "it is not TOML")
        }
    }

    private static func words(of error: TOMLParseError) -> String {
        let text = error.description.escaped
        return String(text.prefix(300)).replacing("Error while ", with: "while ")
    }

    private static func complaint(line: Int, _ words: String) -> MalformedPolicy {
        MalformedPolicy([PolicyComplaint(line: line, words)])
    }

    private static func line(of index: Int, in bytes: [UInt8]) -> Int {
        bytes[..<index].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }

    private static func lineOfBadLetter(in bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (bad ?? 0) + 1
    }
}

extension PolicyNode {
    /// - Parameters:
    ///   - table: as it was parsed.
    ///   - outline: where in the text it stands.
    fileprivate init(_ table: TOMLTable, _ outline: TOMLOutline) {
        self.init(Self.members(of: table, outline, line: outline.line), line: outline.line)
    }

    /// What the outline does not have stands where its table does.
    private init(_ value: TOMLValue, _ outline: TOMLOutline?, line: Int) {
        let line = outline?.line ?? line
        let content: Content? =
            switch value.type {
            case .table: value.table.map { Self.members(of: $0, outline, line: line) }
            case .array: value.array.map { Self.items(of: $0, outline, line: line) }
            case .string: value.string.map { .text($0) }
            case .int: value.int.map { .integer($0) }
            case .double: value.double.map { .number($0) }
            case .bool: value.bool.map { .flag($0) }
            case .date: value.date.flatMap { Timestamp(year: $0.year, month: $0.month, day: $0.day) }.map { .day($0) }
            case .time, .dateTime: .time
            }
        self.init(content ?? .time, line: line)
    }

    private static func members(of table: TOMLTable, _ outline: TOMLOutline?, line: Int) -> Content {
        var members: [String: PolicyNode] = [:]
        for key in table.keys {
            guard let value = table[key]?.tomlValue else { continue }
            members[key] = PolicyNode(value, outline?[key], line: line)
        }
        return .table(members)
    }

    private static func items(of array: TOMLArray, _ outline: TOMLOutline?, line: Int) -> Content {
        .list(array.indices.map { PolicyNode(array[$0].tomlValue, outline?[$0], line: line) })
    }
}

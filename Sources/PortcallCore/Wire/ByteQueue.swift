/// Bytes received and not yet read.
///
/// Parsers read from a copy and assign it back once they have a whole message, so a half-received message leaves the
/// queue as it was. Copying shares the storage: reading moves an index and touches no byte.
package struct ByteQueue: Sendable {
    /// The most bytes one line may have, its ending aside.
    package static let lineLimit = 4096
    /// The most lines one reply may have.
    package static let lineCountLimit = 128
    /// The most bytes that may wait to be read, and so the longest reply of a text protocol.
    package static let limit = 65_536

    /// How the lines taken so far ended.
    package private(set) var lineEndings = LineEndings()
    private let limit: Int
    private var storage: [UInt8] = []
    private var start = 0

    /// - Parameter limit: the most bytes that may wait to be read.
    package init(limit: Int = ByteQueue.limit) {
        self.limit = limit
    }

    package init(_ bytes: some Sequence<UInt8>) {
        self.init()
        storage = Array(bytes)
    }

    package var count: Int { storage.count - start }
    package var isEmpty: Bool { count == 0 }

    /// The unread bytes, for evidence and for parsers of binary protocols.
    package var unread: ArraySlice<UInt8> { storage[start...] }

    package mutating func append(_ bytes: some Collection<UInt8>) throws(Malformed) {
        guard count + bytes.count <= limit else {
            throw .tooLong("more than \(limit / 1024) KiB in one answer", quoting: Self.quote(unread))
        }
        if isEmpty { removeAll() }
        storage.append(contentsOf: bytes)
    }

    package mutating func removeAll() {
        storage.removeAll(keepingCapacity: true)
        start = 0
    }

    /// Takes one line without its line ending, or nil until the line feed arrives.
    ///
    /// A bare LF ends a line too, and so does CR CR LF: real servers send them. The text is escaped, so it is safe to keep and to print.
    package mutating func takeLine() throws(Malformed) -> String? {
        guard let line = try takeLineBytes() else { return nil }
        return String(escaping: line)
    }

    /// The same as bytes, for grammars in which a control character has a meaning.
    mutating func takeLineBytes() throws(Malformed) -> ArraySlice<UInt8>? {
        guard let lineFeed = unread.firstIndex(of: UInt8(ascii: "\n")) else {
            guard count <= Self.lineLimit else { throw Self.lineTooLong(unread) }
            return nil
        }
        var line = storage[start..<lineFeed]
        var returns = 0
        while line.last == UInt8(ascii: "\r") {
            line.removeLast()
            returns += 1
        }
        guard line.count <= Self.lineLimit else { throw Self.lineTooLong(line) }
        lineEndings.count(returns: returns)
        start = lineFeed + 1
        return line
    }

    /// Takes the lines up to one that is a dot alone, their dot-stuffing undone; nil until that one arrives.
    ///
    /// As POP3 and NNTP end what has many lines (RFC 1939 section 3, RFC 3977 section 3.1.1). Lines may have gone when
    /// nil is returned, so it is called on a copy.
    package mutating func takeLinesUpToDot() throws(Malformed) -> [String]? {
        var lines: [String] = []
        while let line = try takeLine() {
            guard line != "." else { return lines }
            guard lines.count < Self.lineCountLimit else {
                throw .tooLong("an answer of more than \(Self.lineCountLimit) lines", quoting: line)
            }
            lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
        }
        return nil
    }

    /// Takes that many bytes, or nil until they have all come.
    package mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= self.count else { return nil }
        defer { start += count }
        return storage[start..<(start + count)]
    }

    private static func lineTooLong(_ line: ArraySlice<UInt8>) -> Malformed {
        .tooLong("a line of more than \(lineLimit) bytes", quoting: quote(line))
    }

    /// The beginning of `bytes` as evidence.
    package static func quote(_ bytes: some Collection<UInt8>, limit: Int = 200) -> String {
        String(escaping: bytes.prefix(limit)) + (bytes.count > limit ? "…" : "")
    }
}

/// How lines ended that were taken off a queue.
public struct LineEndings: Equatable, Sendable {
    /// How many lines there were.
    public private(set) var lines = 0
    /// How many of them ended in CR CR LF, or more of it.
    public private(set) var doubled = 0
    /// The number of the last that did, from 1 on; 0 where none did.
    public private(set) var lastDoubled = 0

    mutating func count(returns: Int) {
        lines += 1
        guard returns > 1 else { return }
        doubled += 1
        lastDoubled = lines
    }
}

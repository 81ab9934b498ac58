/// The body of a response as it comes in: the beginning is kept, the rest is skipped (RFC 9112 section 6).
struct HTTPBody: Sendable {
    /// How much of a body is kept.
    static let keptLimit = 4096
    /// How much more is skipped before another connection is cheaper.
    static let skippedLimit = 16_384

    private enum Phase: Equatable {
        /// That many bytes are still to come.
        case counted(Int)
        case untilClose
        case chunkSize
        case chunk(Int)
        case chunkEnd
        case trailers
        case over
    }

    private(set) var bytes: [UInt8] = []
    private var total = 0
    private var phase: Phase

    /// - Parameters:
    ///   - head: what came before it.
    ///   - isForHead: the request was HEAD, whose answers have no body.
    /// - Throws: the field whose length is none.
    init(after head: HTTPHead, isForHead: Bool) throws(Malformed) {
        if isForHead || head.status < 200 || head.status == 204 || head.status == 304 {
            phase = .over
        } else if let coding = head.words("transfer-encoding").last {
            phase = coding == "chunked" ? .chunkSize : .untilClose
        } else if let length = try Self.length(head) {
            phase = length == 0 ? .over : .counted(length)
        } else {
            phase = .untilClose
        }
    }

    /// All of it came, and where it ends is known.
    var isWhole: Bool { phase == .over }

    /// The end of the connection is the end of it.
    var endsWithConnection: Bool { phase == .untilClose }

    /// All that is kept has come, and the rest is not worth waiting for.
    var isEnough: Bool {
        guard bytes.count == Self.keptLimit else { return false }
        return switch phase {
        case .counted(let left): left > Self.skippedLimit
        case .untilClose: true
        case .chunkSize, .chunk, .chunkEnd, .trailers: total > Self.skippedLimit
        case .over: false
        }
    }

    /// How far it has come, as a sentence goes on.
    var progress: String {
        switch phase {
        case .counted(let left): "lacks \(left) of \(total + left) bytes"
        case .untilClose: "has neither a length nor another end than that of the connection, which stays open"
        case .chunkSize, .chunk, .chunkEnd, .trailers: "comes in chunks, and the last one did not"
        case .over: "is whole"
        }
    }

    var framing: Framing {
        switch phase {
        case .counted, .untilClose, .chunk: .bytes(1)
        case .chunkSize, .chunkEnd, .trailers, .over: .lines
        }
    }

    /// Takes what it can off `input`.
    mutating func read(_ input: inout ByteQueue) throws(Malformed) {
        while !isWhole, !isEnough, try step(&input) {}
    }

    /// One step; false where more has to come first.
    private mutating func step(_ input: inout ByteQueue) throws(Malformed) -> Bool {
        switch phase {
        case .counted(let left):
            let rest = left - take(left, &input)
            phase = rest == 0 ? .over : .counted(rest)
            return rest == 0
        case .untilClose:
            _ = take(.max, &input)
            return false
        case .chunkSize:
            guard let line = try input.takeLine() else { return false }
            let size = try Self.chunkSize(line)
            phase = size == 0 ? .trailers : .chunk(size)
        case .chunk(let left):
            let rest = left - take(left, &input)
            phase = rest == 0 ? .chunkEnd : .chunk(rest)
            return rest == 0
        case .chunkEnd:
            guard let line = try input.takeLine() else { return false }
            guard line.isEmpty else { throw .unexpected(line) }
            phase = .chunkSize
        case .trailers:
            var ahead = input
            guard try ahead.takeFields() != nil else { return false }
            input = ahead
            phase = .over
        case .over: return false
        }
        return true
    }

    /// Takes as many as there are of them, and says how many.
    private mutating func take(_ most: Int, _ input: inout ByteQueue) -> Int {
        let piece = input.take(min(most, input.count)) ?? []
        bytes += piece.prefix(Self.keptLimit - bytes.count)
        total += piece.count
        return piece.count
    }

    /// Several that agree are one (RFC 9110 section 8.6).
    private static func length(_ head: HTTPHead) throws(Malformed) -> Int? {
        guard let value = head["content-length"] else { return nil }
        let lengths = value.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard
            let first = lengths.first, lengths.allSatisfy({ $0 == first }), !first.isEmpty,
            first.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(first)
        else { throw .unexpected("Content-Length: \(value)") }
        return length
    }

    /// Hexadecimal digits, and extensions that nobody needs (RFC 9112 section 7.1).
    private static func chunkSize(_ line: String) throws(Malformed) -> Int {
        let digits = line.prefix { $0 != ";" && $0 != " " && $0 != "\\" }
        let rest = line.dropFirst(digits.count).drop { $0 == " " }
        guard
            !digits.isEmpty, digits.utf8.count <= 15, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let size = Int(digits, radix: 16), rest.isEmpty || rest.first == ";" || rest.hasPrefix("\\x09")
        else { throw .unexpected(line) }
        return size
    }
}

import Dispatch
import Portcall

// What differs between systems stands here, for a sweep.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A list of targets, read as it is needed.
final class RosterFile: @unchecked Sendable {
    // @unchecked: the variables are read and written on `queue` only, once `init` is done.

    /// Lines that were known at the same time.
    struct Batch: Sendable {
        let lines: [RosterLine]
        /// How much of the list is read, where it is a file.
        let share: Double?
    }

    private let queue = DispatchQueue(label: "roster")
    private let path: String
    fileprivate let descriptor: CInt
    private let size: Int
    private var position = 0
    private var reader = RosterReader()
    private var isAtEnd = false
    private var trouble: FileFailure?
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// - Parameter path: `-` for standard input.
    init(_ path: String) throws(FileFailure) {
        self.path = path == "-" ? "standard input" : path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        var facts = stat()
        guard descriptor >= 0, fstat(descriptor, &facts) == 0 else { throw FileFailure(path) }
        size = facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : 0
    }

    /// Why the list could not be read to its end.
    var failure: FileFailure? { queue.sync { trouble } }

    /// The next lines: as many as a window has, or fewer where no more have come yet; nil at the end.
    func next(_ window: Int) async -> Batch? {
        let promise = Promise()
        // Who waits for input is not waited for when the sweep ends.
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                promise.hold(continuation)
                queue.async { [self] in promise.keep(read(window)) }
            }
        } onCancel: {
            promise.keep(nil)
        }
    }

    private func read(_ window: Int) -> Batch? {
        var lines: [RosterLine] = []
        while !isAtEnd, lines.count < window, lines.isEmpty || hasMore {
            let count = readSome()
            if count < 0 { trouble = FileFailure(path) }
            guard count > 0 else {
                isAtEnd = true
                if let line = reader.finish() { lines.append(line) }
                break
            }
            position += count
            lines += reader.take(buffer.prefix(count))
        }
        guard !lines.isEmpty || !isAtEnd else { return nil }
        return Batch(lines: lines, share: size > 0 ? min(1, Double(position) / Double(size)) : nil)
    }

    private func readSome() -> Int {
        while true {
            let count = systemRead(descriptor, &buffer, buffer.count)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: awaitInput(-1)
            default: return count
            }
        }
    }

    /// There is something to read without waiting for it.
    private var hasMore: Bool { awaitInput(0) }

    @discardableResult
    private func awaitInput(_ milliseconds: CInt) -> Bool {
        var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wish, 1, milliseconds) > 0
    }

    /// Kept once, by whoever comes first.
    private final class Promise: @unchecked Sendable {
        // @unchecked: the variables are read and written on `queue` only.
        private let queue = DispatchQueue(label: "promise")
        private var continuation: CheckedContinuation<Batch?, Never>?
        private var isKept = false

        func hold(_ continuation: CheckedContinuation<Batch?, Never>) {
            queue.sync {
                if isKept { continuation.resume(returning: nil) } else { self.continuation = continuation }
            }
        }

        func keep(_ batch: Batch?) {
            queue.sync {
                isKept = true
                continuation?.resume(returning: batch)
                continuation = nil
            }
        }
    }
}

/// A file that grows line by line, and never has half a line for longer than it takes to write it.
final class GrowingFile {
    let path: String
    private let descriptor: CInt
    private let isRegular: Bool
    /// How much of it is whole lines.
    private var length = 0

    /// Opens it as it is, and keeps other sweeps out of it.
    init(_ path: String) throws(FileFailure) {
        self.path = path
        // A limit of its size is an error like any other, and no reason to die.
        signal(SIGXFSZ, SIG_IGN)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_APPEND, 0o644)
        var facts = stat()
        guard descriptor >= 0, fstat(descriptor, &facts) == 0 else { throw FileFailure(path) }
        isRegular = facts.st_mode & S_IFMT == S_IFREG
        guard !isRegular || flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            throw FileFailure(path, "another sweep is writing to it")
        }
    }

    deinit { close(descriptor) }

    func isSame(as roster: RosterFile) -> Bool {
        var (one, other) = (stat(), stat())
        guard isRegular, fstat(descriptor, &one) == 0, fstat(roster.descriptor, &other) == 0 else { return false }
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }

    /// Begins anew.
    func clear() throws(FileFailure) { try cut() }

    /// Appends whole lines; where they do not fit, what came of them is removed.
    func append(_ text: String) throws(FileFailure) {
        do throws(FileFailure) {
            try Files.write(text, descriptor, path)
            length += text.utf8.count
        } catch {
            try? cut()
            throw error
        }
    }

    /// How many lines are whole.
    func countLines() throws(FileFailure) -> Int {
        var count = 0
        try readChunks { chunk throws(FileFailure) in
            for byte in chunk where byte == UInt8(ascii: "\n") { count += 1 }
        }
        return count
    }

    /// Reads the lines that are whole, without their line feeds.
    func readLines(_ body: ((number: Int, bytes: ArraySlice<UInt8>)) throws(FileFailure) -> Void) throws(FileFailure) {
        var (number, pending): (Int, [UInt8]) = (0, [])
        length = 0
        try readChunks { chunk throws(FileFailure) in
            var rest = chunk
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                length += pending.count + rest[..<end].count + 1
                try body((number, pending.isEmpty ? rest[..<end] : (pending + rest[..<end])[...]))
                pending = []
                rest = rest[(end + 1)...]
            }
            pending += rest
        }
    }

    /// Removes what is behind the last line that was read whole.
    func cutUnfinishedLine() throws(FileFailure) { try cut() }

    private func cut() throws(FileFailure) {
        guard isRegular else { return }
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileFailure(path) }
    }

    private func readChunks(_ body: (ArraySlice<UInt8>) throws(FileFailure) -> Void) throws(FileFailure) {
        guard isRegular else { return }
        var buffer = [UInt8](repeating: 0, count: 262_144)
        var offset = 0
        while true {
            let count = pread(descriptor, &buffer, buffer.count, off_t(offset))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure(path) }
            guard count > 0 else { return }
            offset += count
            try body(buffer[..<count])
        }
    }
}

private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

/// How many calls this machine lets go on at once.
struct SweepLimits: Sendable {
    let calls: Int
    let lookUps: Int
    /// Why they are fewer than was wished for; nil where they are not.
    let words: String?

    /// What else has descriptors: the streams, the files and the event loops.
    private static let reserve = 32
    private static let lookUpsWanted = 128
    /// Descriptors a call has, with the one more connection that it may make, and address space.
    private static let descriptorsOfCall = 2
    private static let spaceOfCall = 65_536

    /// Raises the limit of descriptors as far as that is needed and allowed.
    init(wanting calls: Int) {
        let files = Self.descriptors(raisedTo: calls * Self.descriptorsOfCall + Self.lookUpsWanted + Self.reserve)
        let free = max(3, files - Self.reserve)
        lookUps = max(1, min(Self.lookUpsWanted, free / 8))
        let byFiles = max(1, (free - lookUps) / Self.descriptorsOfCall)
        let bySpace = Self.spaceLeft.map { max(1, $0 / Self.spaceOfCall) } ?? .max
        self.calls = min(calls, byFiles, bySpace)
        let isFewer = self.calls < calls
        let cause = byFiles <= bySpace ? "\(files) files may be open (ulimit -n)" : "memory is limited (ulimit -v)"
        words = isFewer ? "\(self.calls) calls at once and not \(calls), for \(cause)" : nil
    }

    private static func descriptors(raisedTo wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(descriptorResource, &limit) == 0 else { return 256 }
        let hard = Int(clamping: limit.rlim_max)
        if Int(clamping: limit.rlim_cur) < wanted, Int(clamping: limit.rlim_cur) < hard {
            limit.rlim_cur = rlim_t(min(wanted, hard))
            setrlimit(descriptorResource, &limit)
            getrlimit(descriptorResource, &limit)
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// Nil where there is no limit, or where it cannot be known.
    private static var spaceLeft: Int? {
        var limit = rlimit()
        guard getrlimit(spaceResource, &limit) == 0, limit.rlim_cur < rlim_t(Int.max) else { return nil }
        guard let text = try? Files.read("/proc/self/statm", limit: 4096) else { return nil }
        let pages = String(decoding: text, as: UTF8.self).split(separator: " ").first.flatMap { Int($0) } ?? 0
        return max(0, Int(limit.rlim_cur) - pages * Int(getpagesize()))
    }
}

#if canImport(Glibc)
    private let descriptorResource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    private let spaceResource = __rlimit_resource_t(RLIMIT_AS.rawValue)
#else
    private let descriptorResource = RLIMIT_NOFILE
    private let spaceResource = RLIMIT_AS
#endif

extension Terminal {
    /// As what progress is shown on shows it.
    static var watchedStyle: Style { Style(width: watchedColumns, isASCII: style(noColour: true).isASCII) }
}

import Portcall

// What differs between systems stands here, for the file of a sweep.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

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
            guard pending.count <= Self.lineLimit else { throw FileFailure(path, "it has a line that is no result") }
        }
    }

    /// Longer than any result, with all that a call may bring.
    private static let lineLimit = 16_777_216

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

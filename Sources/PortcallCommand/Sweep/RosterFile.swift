import Dispatch
import Portcall

// What differs between systems stands here, for the list of a sweep.
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
    let descriptor: CInt
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

// Inside `RosterFile` the name is its own.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

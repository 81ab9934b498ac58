#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is written beside the one it replaces, and put in its place once it is whole.
///
/// What is no file, as a device or a pipe, cannot be replaced and is written to. Whatever fails, the file stays as it was.
final class ReplacedFile {
    private let path: String
    /// The file it is written to; nil where it is no file that is replaced.
    private let beside: String?
    private let descriptor: CInt
    private var isWritten = false
    private var isOver = false

    /// Opens it, so that one that cannot be written is found out before the work.
    init(_ path: String) throws(FileFailure) {
        let real = Self.real(path)
        var old = stat()
        let isThere = stat(real, &old) == 0
        self.path = path
        guard !isThere || old.st_mode & S_IFMT == S_IFREG else {
            beside = nil
            descriptor = open(real, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileFailure(path) }
            return
        }
        let name = "\(real).\(getpid()).part"
        beside = name
        descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure(path) }
        if isThere { _ = fchmod(descriptor, old.st_mode & 0o777) }
        target = real
    }

    private var target = ""

    func write(_ text: String) throws(FileFailure) {
        try Files.write(text, descriptor, path)
        isWritten = isWritten || !text.isEmpty
    }

    /// Puts it in its place, where anything was written.
    func finish() throws(FileFailure) {
        guard !isOver else { return }
        guard isWritten else { return abandon() }
        isOver = true
        guard close(descriptor) == 0 else { throw failure() }
        guard let beside else { return }
        guard rename(beside, target) == 0 else { throw failure() }
    }

    /// Leaves what was there before.
    func abandon() {
        guard !isOver else { return }
        isOver = true
        close(descriptor)
        if let beside { unlink(beside) }
    }

    private func failure() -> FileFailure {
        let failure = FileFailure(path)
        if let beside { unlink(beside) }
        return failure
    }

    /// Where a symbolic link leads, so that the link stays one.
    private static func real(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

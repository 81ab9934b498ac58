#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is written beside the one it replaces, and put in its place once it is whole.
///
/// Whatever fails, the file stays as it was, and nothing is left beside it.
final class ReplacedFile {
    /// As it was named.
    private let name: String
    /// Where it is, behind all symbolic links, so that a link stays one.
    private let path: String
    private let pathBeside: String
    private let descriptor: CInt
    private var isOver = false

    /// Makes the file beside it, so that one that cannot be written is found out before the work.
    ///
    /// What is there and is no regular file is not replaced: as root a device would be renamed over.
    init(_ name: String) throws(FileFailure) {
        self.name = name
        path = Self.target(of: name)
        pathBeside = "\(path).\(getpid()).part"
        var old = stat()
        if stat(path, &old) == 0, old.st_mode & S_IFMT != S_IFREG {
            throw FileFailure(name, "it is no regular file, and cannot be replaced")
        }
        descriptor = open(pathBeside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure(name) }
    }

    func write(_ text: String) throws(FileFailure) {
        guard !isOver else { return }
        try Files.write(text, descriptor, name)
    }

    /// Puts it in its place, once it is on the disk.
    func finish() throws(FileFailure) {
        guard !isOver else { return }
        isOver = true
        guard fsync(descriptor) == 0 else {
            let failure = FileFailure(name)
            close(descriptor)
            unlink(pathBeside)
            throw failure
        }
        guard close(descriptor) == 0, rename(pathBeside, path) == 0 else {
            let failure = FileFailure(name)
            unlink(pathBeside)
            throw failure
        }
    }

    /// Leaves what was there before.
    func abandon() {
        guard !isOver else { return }
        isOver = true
        close(descriptor)
        unlink(pathBeside)
    }

    /// Where symbolic links lead, be there anything or not.
    private static func target(of name: String) -> String {
        var path = name
        // As many as Linux follows.
        for _ in 0..<40 {
            guard let link = link(at: path) else { return path }
            let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            path = link.hasPrefix("/") || folder.isEmpty ? link : "\(folder.joined(separator: "/"))/\(link)"
        }
        return path
    }

    /// Nil where there is none.
    private static func link(at path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

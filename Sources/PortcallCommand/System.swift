import Dispatch
import Portcall

// What differs between systems stands here, for the whole target.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The terminal, if there is one.
enum Terminal {
    static func style(_ options: OutputOptions) -> Style {
        var style = style(noColour: options.noColor, colours: options.color, isFile: options.output != nil)
        style.isVerbose = options.verbose
        return style
    }

    /// As the terminal, its variables and the options want it; in a pipe or a file plain and 80 columns wide.
    static func style(noColour: Bool, colours: Bool = false, isFile: Bool = false) -> Style {
        let isTerminal = isatty(1) == 1 && !isFile
        let isDumb = variable("TERM") == "dumb"
        let isColourless = noColour || variable("NO_COLOR")?.isEmpty == false || isDumb
        return Style(
            usesColour: !noColour && colours || isTerminal && !isColourless,
            width: wished ?? (isTerminal ? columns : 80),
            isASCII: !showsUnicode,
            cutsLines: isTerminal || wished != nil
        )
    }

    /// The first of the variables that is set decides, as `setlocale` has it (POSIX 8.2); without one it is ASCII.
    private static var showsUnicode: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
        let name = locale.lowercased().filter { $0 != "-" && $0 != "_" }
        return name.contains("utf8")
    }

    /// What `COLUMNS` says, where it is a number.
    private static var wished: Int? {
        variable("COLUMNS").flatMap { Int($0) }.flatMap { (1...1000).contains($0) ? $0 : nil }
    }

    /// Somebody reads what is said on standard error.
    static var isWatched: Bool { isatty(2) == 1 && variable("TERM") != "dumb" }

    private static var columns: Int { columns(of: 1) }

    /// Of what progress is shown on.
    static var watchedColumns: Int { columns(of: 2) }

    private static func columns(of descriptor: CInt) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// The three streams that a command is started with.
enum StandardStreams {
    /// Makes them safe to use, whoever started us; to be called before anything is opened.
    static func secure() {
        // The number of a stream that is closed would go to the next file or connection, and what we print into that.
        for descriptor: CInt in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
            // Open the wrong way round, so that to use it fails as before.
            _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
        }
        // A reader that leaves ends the output and not the process: the call is made to its end, its transcript is
        // written, and the exit code is the verdict's, in `portcall ... | head -1` under pipefail too. (NIO ignores the
        // signal on Linux in any case, so that only the commands that call nobody would die of it.)
        signal(SIGPIPE, SIG_IGN)
    }
}

/// The folder that paths are told from.
enum Folder {
    /// Its path; that of the root where nobody knows.
    static var current: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}

/// Files, read and written whole.
enum Files {
    static func standardError(_ text: String) { try? write(text, 2, "standard error") }

    /// It can be read whole and again: no folder, no pipe, no device.
    static func isRegular(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }

    /// The whole of a file, `-` for standard input; no more than `limit` bytes.
    ///
    /// Where it does not wait, a pipe that nobody has opened to write is empty, and one that is silent for ten seconds
    /// cannot be read.
    static func read(_ path: String, limit: Int, waits: Bool = true) throws(FileFailure) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK))
        guard descriptor >= 0 else { throw FileFailure(path) }
        defer { if descriptor != 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Interrupted.repeating { systemRead(descriptor, &buffer, buffer.count) }
            if count < 0, errno == EAGAIN, !waits, hasInput(descriptor) { continue }
            guard count >= 0 else { throw FileFailure(path) }
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= limit else { throw FileFailure(path, "it has more than \(limit / 1_048_576) MiB") }
        }
    }

    /// Something can be read, or will be within ten seconds.
    private static func hasInput(_ descriptor: CInt) -> Bool {
        var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let isReady = poll(&wish, 1, 10_000) > 0
        if !isReady { errno = ETIMEDOUT }
        return isReady
    }

    /// Writes the whole text; what the failure calls the file is `name`.
    static func write(_ text: String, _ descriptor: CInt, _ name: String) throws(FileFailure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in
                Interrupted.repeating { systemWrite(descriptor, buffer.baseAddress, buffer.count) }
            }
            if count < 0, errno == EAGAIN {
                awaitRoom(descriptor)
                continue
            }
            guard count > 0 else { throw FileFailure(name) }
            rest = rest.dropFirst(count)
        }
    }

    /// Some other process that has the same terminal or pipe may have made it non-blocking.
    private static func awaitRoom(_ descriptor: CInt) {
        var wish = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wish, 1, -1)
    }
}

/// A file to be written once what goes into it is known.
///
/// It is opened at once, so that one that cannot be is found out before the work.
struct OutputFile {
    private let path: String
    private let descriptor: CInt

    init(_ path: String) throws(FileFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure(path) }
    }

    /// Writes the whole text, and closes.
    func write(_ text: String) throws(FileFailure) {
        defer { close(descriptor) }
        try Files.write(text, descriptor, path)
    }
}

// Inside `Files` these names are its own.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: CInt, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}

/// System calls that a signal interrupted are made again.
private enum Interrupted {
    static func repeating(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}

/// A file that could not be read or written, and why.
struct FileFailure: Error, CustomStringConvertible {
    let description: String
    /// There is nobody any more who reads.
    let isClosedPipe: Bool

    /// For the reason that the system gave last.
    init(_ path: String) {
        let code = errno
        description = "\(path.escaped): \(String(cString: strerror(code)))"
        isClosedPipe = code == EPIPE
    }

    init(_ path: String, _ reason: String) {
        description = "\(path.escaped): \(reason)"
        isClosedPipe = false
    }
}

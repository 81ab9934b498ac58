import Foundation

// What differs between systems stands here, for the whole target.
#if canImport(Glibc)
    import Glibc
    private let stream = Int32(SOCK_STREAM.rawValue)
    // F_SETPIPE_SZ, which <fcntl.h> shows only with GNU extensions on.
    private let setPipeSize: Int32 = 1031
#else
    import Darwin
    private let stream = SOCK_STREAM
#endif

/// Listens on loopback and never says a word.
final class SilentServer {
    let port: Int
    private let listener: Int32

    struct Failure: Error {}

    init() throws {
        listener = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
                bind(descriptor, general, size) == 0 && listen(descriptor, 4) == 0
                    && getsockname(descriptor, general, &size) == 0
            }
        }
        guard isBound else { throw Failure() }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// Returns once somebody is connected.
    func awaitConnection() { _ = accept(listener, nil, nil) }

    deinit { close(listener) }
}

extension Pipe {
    /// Has its writer told to come again where there is no room, which is soon.
    func makeNarrow() throws {
        let descriptor = fileHandleForWriting.fileDescriptor
        guard fcntl(descriptor, F_SETFL, O_WRONLY | O_NONBLOCK) == 0 else { throw POSIXError(.EBADF) }
        #if canImport(Glibc)
            guard fcntl(descriptor, setPipeSize, 4096) > 0 else { throw POSIXError(.EINVAL) }
        #endif
    }
}

/// A pseudo-terminal.
struct Terminal {
    let slave: FileHandle
    private let master: Int32

    struct Failure: Error {}

    init() throws {
        var (mine, its): (Int32, Int32) = (-1, -1)
        guard openpty(&mine, &its, nil, nil, nil) == 0 else { throw Failure() }
        master = mine
        slave = FileHandle(fileDescriptor: its, closeOnDealloc: true)
    }

    /// To be asked when the writer has ended: less than a terminal keeps for its reader.
    func whatWasWritten() -> String {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &buffer, buffer.count)
        close(master)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}

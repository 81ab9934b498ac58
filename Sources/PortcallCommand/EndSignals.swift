#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The signals that ask to end, as a descriptor that becomes readable.
///
/// The handler does nothing but write a byte into a pipe. A signal that is ignored and watched for instead is lost on
/// Linux as long as the main thread has not blocked it.
enum EndSignals {
    /// Made before the handler is set, for a handler may not make anything.
    private static let pipe: (reader: CInt, writer: CInt) = {
        var ends: [CInt] = [-1, -1]
        systemPipe(&ends)
        return (ends[0], ends[1])
    }()

    private static let all = [SIGINT, SIGTERM, SIGHUP]

    static var descriptor: CInt { pipe.reader }

    /// From now on the signals are told by the descriptor alone.
    ///
    /// One that was ignored when we were started stays ignored, as `nohup` wants it.
    static func watch() {
        _ = pipe
        for number in all where !isIgnored(number) {
            signal(number) { _ in
                var byte: UInt8 = 1
                _ = write(EndSignals.pipe.writer, &byte, 1)
            }
        }
    }

    /// From now on the signals end the process.
    static func restore() {
        for number in all where !isIgnored(number) { signal(number, SIG_DFL) }
    }

    private static func isIgnored(_ number: CInt) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        #if os(Linux)
            let handler = action.__sigaction_handler.sa_handler
        #else
            let handler = action.__sigaction_u.__sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

// Inside `EndSignals` the name is its own.
@discardableResult
private func systemPipe(_ ends: inout [CInt]) -> CInt { pipe(&ends) }

import Portcall

// What differs between systems stands here, for the limits of a sweep.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

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
    /// The stack of its thread.
    private static let spaceOfLookUp = 524_288

    /// Raises the limit of descriptors as far as that is needed and allowed.
    init(wanting calls: Int) {
        let files = Room.descriptors(raisedTo: calls * Self.descriptorsOfCall + Self.lookUpsWanted + Self.reserve)
        let free = max(3, files - Self.reserve)
        lookUps = max(1, min(Self.lookUpsWanted, free / 8))
        let byFiles = max(1, (free - lookUps) / Self.descriptorsOfCall)
        let taken = Room.spaceNeeded + lookUps * Self.spaceOfLookUp
        let bySpace = Room.spaceLeft.map { max(1, ($0 - taken) / Self.spaceOfCall) } ?? .max
        self.calls = min(calls, byFiles, bySpace)
        let isFewer = self.calls < calls
        let cause = byFiles <= bySpace ? "\(files) files may be open (ulimit -n)" : "memory is limited (ulimit -v)"
        words = isFewer ? "\(self.calls) calls at once and not \(calls), for \(cause)" : nil
    }
}

extension Terminal {
    /// What is printed appears where progress is shown.
    static let showsOutput = isatty(1) == 1

    /// As what progress is shown on shows it.
    static var watchedStyle: Style { Style(width: watchedColumns, isASCII: style(noColour: true).isASCII) }
}

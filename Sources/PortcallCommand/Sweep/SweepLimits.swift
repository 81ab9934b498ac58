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
    /// What is printed appears where progress is shown.
    static let showsOutput = isatty(1) == 1

    /// As what progress is shown on shows it.
    static var watchedStyle: Style { Style(width: watchedColumns, isASCII: style(noColour: true).isASCII) }
}

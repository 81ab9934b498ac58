import Portcall

// What differs between systems stands here, for what this machine lets a process have.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How much a process may open and how large it may grow.
enum Room {
    /// What the event loops have, three descriptors each, and whatever else is open before the first call.
    private static var descriptorsNeeded: Int { 3 * cores + 12 }
    /// What all threads need that do not belong to a call: their stacks for the most part.
    static var spaceNeeded: Int { (64 + 32 * cores) * 1_048_576 }

    /// The first few, with their stacks, and the way back from them.
    private static let spaceOfThreads = 48 * 1_048_576

    private static var cores: Int { max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }

    /// Makes sure that there is enough to begin with: an event loop that gets none ends the process without a word.
    ///
    /// - Throws: what there is too little of.
    static func require() throws(TooLittle) {
        try requireDescriptors()
        try requireSpace(spaceNeeded)
    }

    /// Makes sure that there can be a thread at all: without one, whatever is asynchronous waits for ever.
    ///
    /// - Throws: as above.
    static func requireThread() throws(TooLittle) { try requireSpace(spaceOfThreads) }

    private static func requireSpace(_ least: Int) throws(TooLittle) {
        guard let space = spaceLeft, space < least else { return }
        let (left, needed) = (space / 1_048_576, spaceNeeded / 1_048_576)
        throw TooLittle("\(left) MiB of memory are left to portcall, and it needs \(needed) (ulimit -v)")
    }

    /// Has the threads share arenas, one a core, and large blocks given back to the system.
    ///
    /// Else what a sweep takes grows with its list: one batch is read into one thread's arena, the next into another's.
    /// Where space is limited there is one arena, for the GNU library reserves 64 MiB for each.
    ///
    /// To be called before there are other threads: those that have an arena keep it.
    static func shareArenas() {
        // <malloc.h> is not shown to Swift.
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let mallopt = unsafeBitCast(symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
        _ = mallopt(mostArenas, spaceLimit == nil ? CInt(clamping: cores) : 1)
        _ = mallopt(leastMapped, 524_288)
    }

    private static func requireDescriptors() throws(TooLittle) {
        _ = descriptors(raisedTo: 2 * descriptorsNeeded)
        var opened: [CInt] = []
        defer { for descriptor in opened { close(descriptor) } }
        while opened.count < descriptorsNeeded {
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                let words = String(cString: strerror(errno))
                throw TooLittle(
                    "\(words): portcall can open \(opened.count), and needs \(descriptorsNeeded) (ulimit -n)"
                )
            }
            opened.append(descriptor)
        }
    }

    /// How many descriptors the process may have; the limit is raised as far as that is wanted and allowed.
    static func descriptors(raisedTo wanted: Int) -> Int {
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

    /// How much address space; nil where there is no limit, or where it cannot be known.
    static var spaceLeft: Int? {
        guard let limit = spaceLimit else { return nil }
        guard let text = try? Files.read("/proc/self/statm", limit: 4096) else { return nil }
        let pages = String(decoding: text, as: UTF8.self).split(separator: " ").first.flatMap { Int($0) } ?? 0
        return max(0, limit - pages * Int(getpagesize()))
    }

    private static var spaceLimit: Int? {
        var limit = rlimit()
        guard getrlimit(spaceResource, &limit) == 0, limit.rlim_cur < rlim_t(Int.max) else { return nil }
        return Int(limit.rlim_cur)
    }

    /// Why nobody can be called.
    struct TooLittle: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }
}

#if canImport(Glibc)
    private let descriptorResource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    private let spaceResource = __rlimit_resource_t(RLIMIT_AS.rawValue)
#else
    private let descriptorResource = RLIMIT_NOFILE
    private let spaceResource = RLIMIT_AS
#endif
// M_ARENA_MAX and M_MMAP_THRESHOLD of the GNU library.
private let mostArenas: CInt = -8
private let leastMapped: CInt = -3

// What differs between systems stands here, for the whole target.
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What is asked of this machine: files, and libraries loaded while it runs.
enum System {
    static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// Nil where there is no such library.
    static func load(_ library: String) -> UnsafeMutableRawPointer? { dlopen(library, RTLD_NOW | RTLD_LOCAL) }

    /// Where a function of a loaded library stands; nil where it has none of that name.
    static func address(of name: String, in library: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        dlsym(library, name)
    }
}

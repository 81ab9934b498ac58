internal import CUnbound

/// What is used of libunbound, loaded with the first look-up: linked in, it and what it needs would cost every start of
/// the command a millisecond.
///
/// The names are those of `unbound.h` without their prefix, and so are the signatures.
struct UnboundLibrary: Sendable {
    typealias Context = OpaquePointer
    typealias Callback = @convention(c) (UnsafeMutableRawPointer?, CInt, UnsafeMutablePointer<ub_result>?) -> Void
    typealias Setting = @convention(c) (Context?, UnsafePointer<CChar>?) -> CInt

    let create: @convention(c) () -> Context?
    let delete: @convention(c) (Context?) -> Void
    let setOption: @convention(c) (Context?, UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> CInt
    let addTrustAnchors: Setting
    let setForwarder: Setting
    let readResolvConf: Setting
    let readHosts: Setting
    let removeZone: Setting
    let makeAsynchronous: @convention(c) (Context?, CInt) -> CInt
    let descriptor: @convention(c) (Context?) -> CInt
    let process: @convention(c) (Context?) -> CInt
    let cancel: @convention(c) (Context?, CInt) -> CInt
    let resolve:
        @convention(c) (
            Context?, UnsafePointer<CChar>?, CInt, CInt, UnsafeMutableRawPointer?, Callback?,
            UnsafeMutablePointer<CInt>?
        ) -> CInt
    let free: @convention(c) (UnsafeMutablePointer<ub_result>?) -> Void
    private let words: @convention(c) (CInt) -> UnsafePointer<CChar>?

    /// Loaded once in a process.
    static let shared = Result { () throws(UnboundFailure) in try UnboundLibrary() }

    private init() throws(UnboundFailure) {
        let handle = Self.names.lazy.compactMap { System.load($0) }.first
        guard let handle else { throw UnboundFailure(reason: "libunbound is not installed on this machine") }
        let symbols = Symbols(handle: handle)
        create = try symbols["ub_ctx_create"]
        delete = try symbols["ub_ctx_delete"]
        setOption = try symbols["ub_ctx_set_option"]
        addTrustAnchors = try symbols["ub_ctx_add_ta_file"]
        setForwarder = try symbols["ub_ctx_set_fwd"]
        readResolvConf = try symbols["ub_ctx_resolvconf"]
        readHosts = try symbols["ub_ctx_hosts"]
        removeZone = try symbols["ub_ctx_zone_remove"]
        makeAsynchronous = try symbols["ub_ctx_async"]
        descriptor = try symbols["ub_fd"]
        process = try symbols["ub_process"]
        cancel = try symbols["ub_cancel"]
        resolve = try symbols["ub_resolve_async"]
        free = try symbols["ub_resolve_free"]
        words = try symbols["ub_strerror"]
    }

    /// What a code that is not `UB_NOERROR` means.
    func failure(_ code: CInt) -> UnboundFailure {
        UnboundFailure(reason: words(code).map { String(cString: $0) } ?? "libunbound gave the error \(code)")
    }

    /// By the version of the interface that the header is of, and where systems keep it.
    private static let names = [
        "libunbound.so.8", "libunbound.8.dylib", "/opt/homebrew/lib/libunbound.8.dylib",
        "/usr/local/lib/libunbound.8.dylib",
    ]

    private struct Symbols {
        let handle: UnsafeMutableRawPointer

        subscript<Function>(name: String) -> Function {
            get throws(UnboundFailure) {
                guard let address = System.address(of: name, in: handle) else {
                    throw UnboundFailure(reason: "libunbound has no \(name)")
                }
                return unsafeBitCast(address, to: Function.self)
            }
        }
    }
}

/// Why libunbound cannot be used, as a sentence goes on.
struct UnboundFailure: Error {
    let reason: String
}

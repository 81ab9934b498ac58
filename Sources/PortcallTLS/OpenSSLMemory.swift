internal import COpenSSL

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What becomes of the process where OpenSSL is given no memory, and of its memory where the process ends.
package enum OpenSSLMemory {
    /// From now on it ends with a line on standard error and exit code 3; to be called before anything of OpenSSL is.
    ///
    /// OpenSSL itself goes on without, and what it could not make looks like a certificate that cannot be read.
    package static func endProcessWhenGone() {
        CRYPTO_set_mem_functions(
            { count, _, _ in count == 0 ? nil : OpenSSLMemory.given(malloc(count)) },
            { pointer, count, _, _ in
                guard count == 0 else { return OpenSSLMemory.given(realloc(pointer, count)) }
                free(pointer)
                return nil
            },
            { pointer, _, _ in free(pointer) }
        )
    }

    /// From now on the end of the process leaves OpenSSL as it is; as early as the above.
    ///
    /// What it tidies up otherwise is in use by the calls that are under way then, on threads that nobody waits for.
    package static func keepUntilEnd() { OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) }

    private static func given(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
        if let memory { return memory }
        // Nothing here may need memory.
        let words: StaticString = "portcall: this machine has no memory left\n"
        _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
        _exit(3)
    }
}

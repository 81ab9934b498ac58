/// A program, or the library beneath many, that people call servers with: who refuses one is told by these names.
package enum Client: String, CaseIterable, Sendable {
    /// At Debian's security level, 2.
    case openSSL = "OpenSSL 3"
    case gnuTLS = "GnuTLS"
    case go = "Go"
    /// And what else is built on Chromium, as Edge.
    case chrome = "Chrome"
    /// And Thunderbird, which judges by the same code.
    case firefox = "Firefox"
    case apple = "Apple"
    case windows = "Windows"
    case java = "Java"
    /// OpenSSL with `-x509_strict`, as Python asks for by default since 3.13.
    case python = "Python 3.13"

    /// Whether it calls a service of that audience at all.
    func calls(_ audience: Audience) -> Bool {
        switch (self, audience) {
        case (_, .everybody): true
        case (.chrome, _): false
        case (.firefox, .mailPrograms): true
        case (.firefox, .programs), (.firefox, .mailServers): false
        case (.apple, .mailServers): false
        case (.openSSL, _), (.gnuTLS, _), (.go, _), (.apple, _), (.windows, _), (.java, _), (.python, _): true
        }
    }
}

/// THE TABLE: every service portcall can check.
///
/// It is the registry, the port reference and the output of `portcall ports`. Two rows may share a port; the first one
/// is what the bare port means.
extension Service {
    /// Every row, in the order of `portcall ports`.
    public static let all =
        mail + news + web + directory + remoteCalls + realTime + betweenExchanges + exchange2000 + network

    /// What `check HOST --all` calls.
    package static let checkedWithAll = all.filter(\.isCheckedWithAll)

    /// The service that a port stands for when nothing else is said.
    public static func on(port: Int) -> Service? {
        all.first { $0.port == port } ?? all.first { $0.otherPorts.contains(port) }
    }

    /// The service of that name.
    public static func named(_ name: String) -> Service? {
        all.first { $0.name == name }
    }
}

/// THE TABLE: every service portcall can check.
///
/// It is the registry, the port reference and the output of `portcall ports`. Two rows may share a port; the first one
/// is what the bare port means.
extension Service {
    public static let all = mail + news + web + directory + network

    /// The service that a port stands for when nothing else is said.
    public static func on(port: Int) -> Service? {
        all.first { $0.port == port } ?? all.first { $0.otherPorts.contains(port) }
    }

    /// The service of that name.
    public static func named(_ name: String) -> Service? {
        all.first { $0.name == name }
    }
}

extension Service {
    /// What a host is asked about all its ports: a row for each port of mail, news, web and directory.
    static let ofHosts = all.reduce(into: [Service]()) { rows, row in
        guard row.kind.field != .other, row.transport == .tcp, !rows.contains(where: { $0.port == row.port }) else {
            return
        }
        rows.append(row)
    }
}

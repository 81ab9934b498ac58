extension CheckupKind {
    /// The endpoint mapper of a host, and the ports that it names for Exchange and the directory.
    public static let rpc = CheckupKind("rpc", command: "rpc", explanations: Explanation.mapped) { MappedPorts($0) }

    /// The same, and the ports of all programs.
    public static let rpcAll = CheckupKind("rpc-all", command: "rpc", explanations: Explanation.mapped) {
        MappedPorts($0, callsAll: true)
    }
}

extension CheckupKind {
    /// Every port of a host.
    public static let ports = CheckupKind("ports", command: "check", explanations: Explanation.ports) { EveryPort($0) }
}

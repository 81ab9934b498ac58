/// What transcripts call a checkup, and what the rest of portcall need know of it: the one door of its folder.
public struct CheckupKind: Sendable {
    /// As `-- checkup NAME HOST` has it: `ports`.
    public let name: String
    /// The command that starts it: `check`.
    public let command: String
    /// The words of its findings.
    package let explanations: [Explanation]
    /// The checkup of the plan's host.
    package let open: @Sendable (Plan) -> any Checkup

    package init(
        _ name: String,
        command: String,
        explanations: [Explanation],
        open: @escaping @Sendable (Plan) -> any Checkup
    ) {
        self.name = name
        self.command = command
        self.explanations = explanations
        self.open = open
    }
}

extension CheckupKind {
    /// Every checkup that a transcript can name.
    public static let all = [ports, gc, forest, rpc, rpcAll, profile]

    /// The checkup of that name.
    public static func named(_ name: String) -> CheckupKind? {
        all.first { $0.name == name }
    }
}

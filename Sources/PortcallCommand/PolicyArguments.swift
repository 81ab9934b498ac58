import ArgumentParser

/// What of a policy is called.
struct PolicyArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("Call what this policy lists; 'portcall policy FILE' shows it.", valueName: "file"),
        completion: .file()
    )
    var policy: String?

    @Option(help: ArgumentHelp("Of the policy only this group (repeatable).", valueName: "name"))
    var group: [String] = []

    /// A group means nothing without a policy.
    func refuseGroups() throws {
        guard group.isEmpty else { throw ValidationError("--group goes with --policy.") }
    }
}

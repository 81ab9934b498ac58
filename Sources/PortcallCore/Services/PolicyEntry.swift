/// Where in a policy a target stands, and whom it concerns.
public struct PolicyEntry: Equatable, Sendable {
    /// The group that the target is in.
    public var group: String
    /// Who looks after it, as the policy says; nil where it does not.
    public var owner: String?
    /// The file, as it was named.
    public var file: String
    /// The line of the file that names the target, from 1.
    public var line: Int
    /// Every address of the target is a call of its own.
    public var callsEachAddress: Bool
    /// The files that its calls need.
    public var files: Aim.Files

    /// - Parameters:
    ///   - group: the group that the target is in.
    ///   - owner: who looks after it.
    ///   - file: the policy, as it was named.
    ///   - line: the line that names the target, from 1.
    ///   - callsEachAddress: every address of the target is a call of its own.
    ///   - files: the files that its calls need.
    public init(
        group: String,
        owner: String? = nil,
        file: String,
        line: Int,
        callsEachAddress: Bool = false,
        files: Aim.Files = Aim.Files()
    ) {
        self.group = group
        self.owner = owner
        self.file = file
        self.line = line
        self.callsEachAddress = callsEachAddress
        self.files = files
    }
}

/// Why a finding is known and let be, and until when.
public struct Exemption: Equatable, Sendable {
    /// In the operator's words.
    public var reason: String
    /// The last day on which it holds, in UTC, as `2027-01-31`.
    public var until: String

    /// - Parameters:
    ///   - reason: in the operator's words.
    ///   - until: the last day on which it holds, as `2027-01-31`.
    public init(reason: String, until: String) {
        self.reason = reason
        self.until = until
    }
}

/// One call, as a checkup.
public struct SingleCall: Checkup {
    private let plan: Plan

    /// - Parameter plan: how to call and judge.
    public init(_ plan: Plan) {
        self.plan = plan
    }

    public func begin() -> CheckupStep { .call([plan]) }

    public func next(_ outcome: CheckupOutcome) -> CheckupStep { .done(nil) }
}

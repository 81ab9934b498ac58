/// Which finding silences which, so that one cause is told once: each explanation says it of itself.
///
/// What some clients bear silences nothing: those meet what is wrong besides.
enum Precedence {
    static func apply(to findings: [Finding]) -> [Finding] {
        let causes = findings.filter { $0.refusals?.isContested != true }
        let silenced = Set(causes.flatMap { Explanation.named($0.id)?.silences ?? [] })
        return findings.filter { !silenced.contains($0.id) }
    }
}

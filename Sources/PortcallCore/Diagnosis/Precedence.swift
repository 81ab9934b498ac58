/// Which finding silences which, so that one cause is told once: each explanation says it of itself.
///
/// What some clients bear silences nothing: those meet what is wrong besides. Where OpenSSL is among those that do not, the
/// rest may be no more than what it makes of that, for it is by OpenSSL that we judge.
enum Precedence {
    static func apply(to findings: [Finding]) -> [Finding] {
        let causes = findings.filter { $0.refusals?.leavesRestToSee != true }
        let silenced = Set(causes.flatMap { Explanation.named($0.id)?.silences ?? [] })
        return findings.filter { !silenced.contains($0.id) }
    }
}

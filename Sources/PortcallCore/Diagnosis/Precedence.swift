/// Which finding silences which, so that one cause is told once: each explanation says it of itself.
enum Precedence {
    static func apply(to findings: [Finding]) -> [Finding] {
        let silenced = Set(findings.flatMap { Explanation.named($0.id)?.silences ?? [] })
        return findings.filter { !silenced.contains($0.id) }
    }
}

import Portcall

let target = CommandLine.arguments.dropFirst().first ?? "submission://mail.example.com"
let caller = try Caller()
let verdict = try await caller.check(target).verdict
print(verdict.word)
for finding in verdict.findings { print(finding.severity, finding.id, finding.message) }

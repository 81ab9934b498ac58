import PortcallCore
import PortcallPolicy

/// What a person types: a line is a target and, behind a space, the text of each setting in turn.
func parse(_ bytes: [UInt8]) {
    typed(bytes)
    listed(bytes)
    decided(bytes)
}

private func typed(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let (first, second) = text.cut(at: " ")
    do throws(MalformedTarget) {
        let target = try Target(first)
        requireHarmless(target.text.escaped, "a target")
        var plan = Plan(target, started: Timestamp(seconds: 0))
        for setting in Setting.general + target.service.kind.settings {
            do throws(MalformedSetting) {
                try setting.read(second, &plan)
            } catch {
                requireHarmless(error.description, "what is wrong with a setting")
            }
        }
    } catch {
        requireHarmless(error.description, "what is wrong with a target")
    }
    _ = try? Host(first)
    _ = try? NameServer(first)
    _ = Timestamp(text)
    _ = Expectation(text)
}

/// A list of targets says the same in whatever pieces it comes; what a sweep printed is read back, or is none.
private func listed(_ bytes: [UInt8]) {
    var reader = RosterReader()
    var lines = reader.take(bytes)
    if let last = reader.finish() { lines.append(last) }
    var pieces = RosterReader()
    var sameLines: [RosterLine] = []
    for byte in bytes { sameLines += pieces.take([byte]) }
    if let last = pieces.finish() { sameLines.append(last) }
    precondition(lines == sameLines, "a list is the same in pieces")
    for line in lines { requireHarmless(line.text.escaped, "a line of a list") }
    if let entry = SweepEntry(json: bytes) { requireHarmless(entry.target.escaped, "a result") }
}

private func decided(_ bytes: [UInt8]) {
    do throws(MalformedPolicy) {
        let policy = try WrittenPolicy.read(try PolicyText.read(bytes), named: "portcall.toml")
        let now = Timestamp(seconds: 0)
        for target in policy.targets { _ = policy.plan(target, started: now) }
        requireHarmless(PolicyPrinter().print(policy, at: now), "a policy")
    } catch {
        precondition(!error.complaints.isEmpty, "it is said what is wrong with a policy")
        for line in error.lines(in: "portcall.toml") { requireHarmless(line, "what is wrong with a policy") }
    }
}

import ArgumentParser
import Portcall

/// What is called and how, for the commands that call targets.
struct CallArguments: ParsableArguments {
    @Argument(help: "What to call: SERVICE://HOST[:PORT] or HOST:PORT.")
    var targets: [String] = []

    @Option(help: "The service to expect, whatever the port; 'portcall ports' lists the names.")
    var service: String?

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup
    var settings: SettingArguments

    private func requireTargets() throws {
        guard !targets.isEmpty else { throw ValidationError("Missing expected argument '<targets> ...'") }
    }

    /// What says how to call means nothing where nobody is called.
    func refuseCalling() throws {
        let given = [
            ("--service", service != nil), ("--each-address", calling.eachAddress), ("--ipv4", calling.ipv4),
            ("--ipv6", calling.ipv6), ("--client-cert", calling.clientCert != nil),
            ("--transcript", calling.transcript != nil),
        ]
        guard let option = given.first(where: \.1)?.0 ?? settings.namesOfCalling.first else { return }
        throw ValidationError("--chain judges a file and calls nobody: leave \(option) out.")
    }

    /// A call for each target, or one for each of its addresses.
    ///
    /// Every target is read before the first call, so that one bad target is a usage error and not half a run.
    func checkups() throws -> [Errand] {
        try requireTargets()
        _ = try calling.nameServer()
        let plans = try targets.map { text in
            try settings.plan(text) { () throws(MalformedTarget) in try Target(text, service: service) }
        }
        try settings.requireKnown(by: plans.map(\.service))
        return plans.map { Errand($0, calling.eachAddress ? EveryAddress($0) : SingleCall($0)) }
    }

    /// Every port of each host.
    func checkupsOfHosts() throws -> [Errand] {
        guard service == nil else { throw ValidationError("--all calls every service; leave --service out.") }
        try requireTargets()
        _ = try calling.nameServer()
        try settings.requireKnown(by: Service.checkedWithAll)
        return try targets.map { text in
            let plan = try settings.plan(text, calling: Service.checkedWithAll) { () throws(MalformedTarget) in
                try Target(hostAlone: text)
            }
            // A transcript does not say that each address was called, so its calls stand alone there.
            let kind: CheckupKind? = calling.eachAddress ? nil : .ports
            return Errand(plan, EveryPort(plan, judgesEachAddress: calling.eachAddress), of: kind)
        }
    }
}

/// One target of the command line, and what is to be done about it.
struct Errand: Sendable {
    let target: String
    let checkup: any Checkup
    /// As a transcript names it, where its calls belong together.
    let kind: CheckupKind?
    let plan: Plan

    init(_ plan: Plan, _ checkup: any Checkup, of kind: CheckupKind? = nil) {
        target = plan.target.text
        self.checkup = checkup
        self.kind = kind
        self.plan = plan
    }
}

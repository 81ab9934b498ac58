import ArgumentParser
import Portcall

/// What is called and how, for the commands that call targets.
struct CallArguments: ParsableArguments {
    @Argument(
        help: "What to call: SERVICE://HOST[:PORT], HOST:PORT or a URL.",
        completion: .list(Service.all.map { "\($0.name)://" })
    )
    var targets: [String] = []

    @Option(
        help: "The service to expect, whatever the port; 'portcall ports' lists the names.",
        completion: .list(Service.all.map(\.name))
    )
    var service: String?

    @OptionGroup(title: "Calling")
    var calling: CallingOptions

    @OptionGroup
    var settings: SettingArguments

    /// What says how to call means nothing where nobody is called.
    func refuseCalling() throws {
        let given = (service == nil ? [] : ["--service"]) + calling.named + settings.namesOfCalling
        guard let option = given.first else { return }
        throw ValidationError("--chain judges a file and calls nobody: leave \(option) out.")
    }

    /// A call for each target, or one for each of its addresses; for a host alone every port, where that is wanted.
    ///
    /// Every target is read before the first call, so that one bad target is a usage error and not half a run.
    func errands(ofHosts takesHosts: Bool = false) throws -> [Errand] {
        guard !targets.isEmpty else { throw ValidationError("Name what to call: SERVICE://HOST or HOST:PORT.") }
        try calling.check()
        // A target that is given twice is called once.
        let targets = targets.withoutRepetition
        let isHost = targets.map { takesHosts && service == nil && Target.isHostAlone($0) }
        let services = try zip(targets, isHost).flatMap { text, isHost in
            isHost ? Service.checkedWithAll : [try settings.reading(text) { try target(text) }.service]
        }
        try settings.requireKnown(by: services)
        return try zip(targets, isHost).map { text, isHost in
            if isHost { return try errand(ofHost: text) }
            let plan = try settings.plan(text) { () throws(MalformedTarget) in try target(text) }
            return Errand(plan, calling.eachAddress ? EveryAddress(plan) : SingleCall(plan))
        }
    }

    /// Every port of each host.
    func errandsOfHosts() throws -> [Errand] {
        guard service == nil else { throw ValidationError("--all calls every service; leave --service out.") }
        guard !targets.isEmpty else { throw ValidationError("Name the host whose ports to call.") }
        try calling.check()
        try settings.requireKnown(by: Service.checkedWithAll)
        return try targets.withoutRepetition.map(errand(ofHost:))
    }

    private func target(_ text: String) throws(MalformedTarget) -> Target { try Target(text, service: service) }

    private func errand(ofHost text: String) throws -> Errand {
        let plan = try settings.plan(text, calling: Service.checkedWithAll) { () throws(MalformedTarget) in
            try Target(hostAlone: text)
        }
        // A transcript does not say that each address was called, so its calls stand alone there.
        let kind: CheckupKind? = calling.eachAddress ? nil : .ports
        var errand = Errand(plan, EveryPort(plan, judgesEachAddress: calling.eachAddress), of: kind)
        errand.isOfHost = true
        return errand
    }
}

/// One target of the command line, and what is to be done about it.
struct Errand: Sendable {
    let target: String
    let checkup: any Checkup
    /// As a transcript names it, where its calls belong together.
    let kind: CheckupKind?
    let plan: Plan
    /// Every port of the target is called.
    var isOfHost = false
    /// What stands for what the calls show together: the command, and what it was given.
    var title: String
    /// How it is called where the command line does not say otherwise.
    var means = PolicyMeans()

    init(_ plan: Plan, _ checkup: any Checkup, of kind: CheckupKind? = nil) {
        target = plan.target.text
        self.checkup = checkup
        self.kind = kind
        self.plan = plan
        title = kind?.title(of: plan) ?? "check \(plan.target.text)"
    }
}

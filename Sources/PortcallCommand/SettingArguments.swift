import ArgumentParser
import Portcall

/// What the settings on the command line make of a target.
struct SettingArguments: ParsableArguments {
    @OptionGroup(title: "Calling")
    var calling: SettingOptions<CallingSettings>

    @OptionGroup(title: "Judging")
    var judging: SettingOptions<JudgingSettings>

    /// The options given that say how to call.
    var namesOfCalling: [String] { calling.given.map { "--\($0.name)" } }

    /// A call to a target, begun now.
    ///
    /// - Parameters:
    ///   - text: the target as typed, for what may be wrong with it.
    ///   - services: all that are called on its behalf; nil for the target's own.
    ///   - target: reads it.
    /// - Returns: the plan, with its names as A-labels.
    /// - Throws: what is wrong with the target or with an option.
    func plan(
        _ text: String,
        calling services: [Service]? = nil,
        _ target: () throws(MalformedTarget) -> Target
    ) throws -> Plan {
        try reading(text) {
            var plan = Plan(try target(), started: Caller.now)
            try apply(to: &plan, for: services ?? [plan.service])
            return try plan.withALabels()
        }
    }

    /// What `body` reads in a target; what is wrong with it is told along with the text.
    func reading<Value>(_ text: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as MalformedTarget {
            throw ValidationError("'\(text.escaped)': \(error.sentence)")
        }
    }

    /// By what a chain is judged that no call brings.
    func criteria() throws -> Criteria {
        let target = try Target("https://localhost")
        var plan = Plan(target, started: Caller.now)
        try apply(to: &plan, for: [])
        do {
            return try plan.withALabels().criteria
        } catch {
            throw ValidationError("--server-name: \(error).")
        }
    }

    /// An option that none of the services called understands is a mistake, and not to be passed over.
    func requireKnown(by services: [Service]) throws {
        for option in calling.given where !Setting.general.contains(where: { $0.option == option.name }) {
            guard !services.contains(where: { $0.knows(option) }) else { continue }
            let knowing = Service.all.filter { $0.knows(option) }
            let called = services.count == 1 ? services[0].name : "none of the services called"
            let does = services.count == 1 ? "does not know it" : "knows it"
            throw ValidationError("--\(option.name) is for \(knowing.named): \(called) \(does).")
        }
    }

    /// Puts what was given into a plan.
    func apply(to plan: inout Plan, for services: [Service]) throws {
        for option in calling.given + judging.given {
            let general = Setting.general.filter { $0.option == option.name }
            let own = services.flatMap(\.kind.settings).filter { $0.option == option.name }
            for setting in general.isEmpty ? own : general {
                for text in option.texts { try read(text, setting, &plan) }
            }
        }
    }

    private func read(_ text: String, _ setting: Setting, _ plan: inout Plan) throws {
        do throws(MalformedSetting) {
            try setting.read(text, &plan)
        } catch {
            throw ValidationError("--\(setting.option)\(error)\(error.description.hasSuffix("?") ? "" : ".")")
        }
    }
}

extension Service {
    fileprivate func knows(_ option: GivenOption) -> Bool {
        kind.settings.contains { $0.option == option.name }
    }
}

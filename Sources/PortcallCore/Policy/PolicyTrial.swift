/// Finds out whether the values of one table of a policy can be read, whichever targets they are for.
struct PolicyTrial {
    private var plan = (try? Target(hostAlone: "localhost")).map { Plan($0, started: Timestamp(seconds: 0)) }

    /// What is wrong with a text, as a sentence goes on behind the key's name; nil where nothing is.
    mutating func trouble(with text: String, of key: PolicyKey) -> String? {
        guard key.form != .flag else { return nil }
        guard !text.isEmpty else { return " is empty" }
        let general = Setting.general.filter { $0.option == key.name && $0.place != .transcript }
        let special = Setting.ofProtocols.map(\.setting).filter { $0.option == key.name }
        let settings = general + special
        guard !settings.isEmpty else { return ownTrouble(with: text, of: key) }
        // Where several protocols have a key of that name, one that takes the text is enough.
        let troubles = settings.map { trouble(with: text, $0) }
        return troubles.contains { $0 == nil } ? nil : troubles.first ?? nil
    }

    private mutating func trouble(with text: String, _ setting: Setting) -> String? {
        guard var plan else { return nil }
        defer { self.plan = plan }
        do throws(MalformedSetting) {
            try setting.read(text, &plan)
            return nil
        } catch {
            return error.description
        }
    }

    private func ownTrouble(with text: String, of key: PolicyKey) -> String? {
        do throws(MalformedTarget) {
            switch key.name {
            case "dns": _ = try NameServer(text)
            case "source":
                if case .name = try Host(text) { throw .notAnAddress(text) }
            case "service": if Service.named(text.lowercased()) == nil { throw .unknownService(text) }
            default: break
            }
            return nil
        } catch {
            return ": \(error)"
        }
    }
}

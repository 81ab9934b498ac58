/// Makes a policy of the values of a file, and says all that is wrong with them.
struct PolicyReader {
    /// A table for one target, which stands in a group too.
    struct OwnTable {
        let text: String
        /// Of the key that names the target.
        let line: Int
        let layer: PolicyLayer
    }

    /// The targets of a group as they are written.
    struct GroupTable {
        let group: WrittenPolicy.Group
        let layer: PolicyLayer
        let targets: [(text: String, line: Int)]
    }

    let file: String
    /// Where files are that are not named from the root: the policy's own folder.
    let folder: String
    private(set) var complaints: [PolicyComplaint] = []
    private(set) var files: [WrittenPolicy.File] = []
    private var known: Set<PolicyComplaint> = []

    init(_ file: String) {
        self.file = file
        folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    }

    /// Each once, for a table that many targets share would be told as often.
    mutating func complain(_ line: Int, _ words: String) { add([PolicyComplaint(line: line, words)]) }

    mutating func add(_ complaints: [PolicyComplaint]) {
        for complaint in complaints where known.insert(complaint).inserted { self.complaints.append(complaint) }
    }

    mutating func read(_ root: PolicyNode) -> WrittenPolicy {
        let table = root.asTable ?? [:]
        guard readVersion(table, line: 1) else {
            return WrittenPolicy(file: file, groups: [], targets: [], exceptions: [])
        }
        refuseUnknown(in: table, ["version", "defaults", "group", "target", "ignore"], of: "a policy")
        let layer = table["defaults"].map { defaults($0) } ?? PolicyLayer()
        let written = groups(tables("group", in: table))
        let own = tables("target", in: table).compactMap { ownTable($0.table, line: $0.line) }
        let exceptions = tables("ignore", in: table).compactMap { exception($0.table, line: $0.line) }
        if written.allSatisfy(\.targets.isEmpty) {
            complain(1, "there are no targets: each [[group]] has an array of them")
        }
        let targets = placed(written, own, over: layer)
        return WrittenPolicy(
            file: file,
            groups: written.map(\.group),
            targets: targets,
            exceptions: exceptions,
            files: files
        )
    }

    /// False where nothing else can be understood.
    private mutating func readVersion(_ table: [String: PolicyNode], line: Int) -> Bool {
        guard let node = table["version"] else {
            complain(line, "version is missing: a policy says version = 1")
            return true
        }
        guard case .integer(let version) = node.content else {
            complain(node.line, "version takes the number 1, not \(node.kind)")
            return true
        }
        guard version != 1 else { return true }
        complain(node.line, "version \(version) is not known: this portcall reads version = 1")
        return false
    }

    private mutating func defaults(_ node: PolicyNode) -> PolicyLayer {
        guard let table = node.asTable else {
            complain(node.line, "defaults takes one table: write [defaults]")
            return PolicyLayer()
        }
        return layer(table, rank: 0, besides: [], of: "defaults")
    }

    private mutating func groups(_ tables: [(table: [String: PolicyNode], line: Int)]) -> [GroupTable] {
        var lines: [String: Int] = [:]
        return tables.map { table, line in
            let name = required("name", in: table, line: line) ?? ""
            if let other = lines[name], !name.isEmpty {
                complain(table["name"]?.line ?? line, "there is a group '\(name.escaped)' already, on line \(other)")
            }
            lines[name] = lines[name] ?? line
            let layer = layer(table, rank: 1, besides: ["name", "targets"], of: "a group")
            if table["targets"] == nil { complain(line, "targets is missing: it is an array of what to call") }
            let targets = table["targets"].map { texts("targets", $0) } ?? []
            return GroupTable(
                group: WrittenPolicy.Group(name: name, owner: layer.text("owner"), line: line),
                layer: layer,
                targets: targets
            )
        }
    }

    private mutating func ownTable(_ table: [String: PolicyNode], line: Int) -> OwnTable? {
        let layer = layer(table, rank: 2, besides: ["target"], of: "a target")
        guard let text = required("target", in: table, line: line) else { return nil }
        return OwnTable(text: text, line: table["target"]?.line ?? line, layer: layer)
    }
}

// Single values.
extension PolicyReader {
    /// The tables of `[[key]]`.
    private mutating func tables(
        _ key: String,
        in root: [String: PolicyNode]
    ) -> [(table: [String: PolicyNode], line: Int)] {
        guard let node = root[key] else { return [] }
        guard let list = node.asList else {
            complain(node.line, "\(key) takes several tables: write [[\(key)]]")
            return []
        }
        return items(of: list, key, "tables", \.asTable).map { (table: $0, line: $1) }
    }

    /// The items of an array, each with its line; one of another kind is told.
    private mutating func items<Item>(
        of list: [PolicyNode],
        _ key: String,
        _ kinds: String,
        _ read: (PolicyNode) -> Item?
    ) -> [(Item, Int)] {
        list.compactMap { node in
            guard let item = read(node) else {
                complain(node.line, "\(key) takes \(kinds), not \(node.kind)")
                return nil
            }
            return (item, node.line)
        }
    }

    /// A string that must be there and say something.
    mutating func required(_ key: String, in table: [String: PolicyNode], line: Int, _ hint: String = "") -> String? {
        guard let node = table[key] else {
            complain(line, "\(key) is missing\(hint)")
            return nil
        }
        guard let text = node.asText else {
            complain(node.line, "\(key) takes a string, not \(node.kind)")
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            complain(node.line, "\(key) is blank\(hint)")
            return nil
        }
        return text
    }

    /// The strings of an array, each with its line.
    mutating func texts(_ key: String, _ node: PolicyNode) -> [(text: String, line: Int)] {
        guard let list = node.asList else {
            complain(node.line, "\(key) takes an array of strings, not \(node.kind)")
            return []
        }
        return items(of: list, key, "strings", \.asText).map { (text: $0, line: $1) }
    }

    mutating func refuseUnknown(in table: [String: PolicyNode], _ keys: [String], of what: String) {
        for (key, node) in table where !keys.contains(key) {
            let hint = Nearest.hint(to: key, among: keys) ?? "it has \(keys.withoutRepetition.joined(separator: ", "))"
            complain(node.line, "'\(key.escaped)' is no key of \(what); \(hint)")
        }
    }

    /// What a table says of its targets; what cannot be read is left out.
    private mutating func layer(
        _ table: [String: PolicyNode],
        rank: Int,
        besides others: [String],
        of what: String
    ) -> PolicyLayer {
        refuseUnknown(in: table, others + PolicyKey.all.map(\.name), of: what)
        var layer = PolicyLayer()
        var trial = PolicyTrial()
        for (name, node) in table.sorted(by: { $0.key < $1.key }) {
            guard let key = PolicyKey.named[name], !others.contains(name) else { continue }
            guard let texts = texts(of: node, key, &trial) else { continue }
            layer[name] = PolicyLayer.Entry(texts: texts, line: node.line, rank: rank)
            if let kind = WrittenPolicy.File.Kind(rawValue: name), let text = texts.first {
                files.append(WrittenPolicy.File(kind: kind, path: PolicyLayer.path(text, in: folder), line: node.line))
            }
        }
        return layer
    }

    /// As options take them; nil where one of them cannot be read.
    private mutating func texts(of node: PolicyNode, _ key: PolicyKey, _ trial: inout PolicyTrial) -> [String]? {
        if key.form == .texts, node.asList == nil {
            complain(node.line, "\(key.name) takes an array of strings, not \(node.kind)")
            return nil
        }
        let nodes = node.asList.flatMap { key.form == .texts ? $0 : nil } ?? [node]
        var texts: [String] = []
        for node in nodes {
            do throws(MalformedSetting) {
                let text = try key.text(of: node)
                if let trouble = trial.trouble(with: text, of: key) { throw MalformedSetting(trouble) }
                texts.append(text)
            } catch {
                complain(node.line, "\(key.name)\(error)")
            }
        }
        return texts.count == nodes.count ? texts : nil
    }
}

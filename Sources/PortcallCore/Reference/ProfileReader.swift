/// Reads the profiles as they are written down.
struct ProfileReader {
    private var profiles: [Profile] = []
    private var name = ""
    private var title = ""
    private var mustAnswer: Set<Int> = []
    private var paths: [DataPath] = []

    static func read(_ text: String) -> [Profile] {
        var reader = ProfileReader()
        for line in text.split(separator: "\n") { reader.take(line) }
        reader.close()
        return reader.profiles
    }

    private mutating func take(_ line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        switch words.first {
        case "=":
            close()
            let parts = line.dropFirst(2).split(separator: "|").map(Self.trimmed)
            (name, title) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
            mustAnswer = Set((parts.count > 2 ? parts[2] : "").split(separator: " ").compactMap { Int($0) })
        case "+":
            let taken = words.dropFirst().flatMap { name in profiles.first { $0.name == name }?.paths ?? [] }
            for path in taken where !paths.contains(where: { $0.isSame(as: path) }) {
                add(path.rows.compactMap(PortRow.named), path.from, [path.endpoint])
            }
        default:
            let rows = (words.first ?? "").split(separator: "+").compactMap { PortRow.named(String($0)) }
            guard words.count > 1, let first = rows.first else { return }
            let ports = words.count > 2 ? words[2].split(separator: ",").compactMap { Int($0) } : nil
            let ends = first.endpoints.filter { end in ports.map { $0.contains(end.ports.lowerBound) } ?? true }
            add(
                rows,
                words[1].split(separator: ",").compactMap { Role(rawValue: String($0)) },
                ends.isEmpty ? [nil] : ends
            )
        }
    }

    private mutating func add(_ rows: [PortRow], _ from: [Role], _ ends: [PortRow.Endpoint?]) {
        for end in ends {
            // A rule opens a port, and says nothing of who needs it.
            let isNeeded = rows.first?.isRule == false && end?.port.map(mustAnswer.contains) == true
            // A rule stands with the port that it opens, and with no other of the path's.
            let own = rows.filter { row in !row.isRule || row.id == rows.first?.id || row.opens(end) }
            paths.append(DataPath(profile: name, rows: own, from: from, endpoint: end, mustAnswer: isNeeded))
        }
    }

    private mutating func close() {
        if !name.isEmpty { profiles.append(Profile(name: name, title: title, paths: paths)) }
        paths = []
    }

    private static func trimmed(_ text: Substring) -> String { String(text.drop { $0 == " " }).trimmedAtEnd }
}

extension PortRow {
    fileprivate func opens(_ end: Endpoint?) -> Bool {
        guard let end else { return endpoints.isEmpty }
        return endpoints.contains { $0.ports == end.ports && $0.transport == end.transport }
    }
}

extension DataPath {
    fileprivate func isSame(as other: DataPath) -> Bool {
        rows == other.rows && endpoint == other.endpoint && from == other.from
    }
}

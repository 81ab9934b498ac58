/// A build of Exchange, as `X-OWA-Version: 15.2.1748.10` has it: the one table for whatever shows one.
///
/// Banners of Exchange 2000 and 2003 show a build of their own (6.5.7638 is the server's 6.5.7683), and ActiveSync only
/// the first two numbers.
enum ExchangeBuild {
    /// The product and its update, as far as the build tells: the greatest known that is not above it.
    static func product(of version: String) -> String {
        let seen = numbers(of: version)
        guard seen.count >= 2 else { return "Microsoft Exchange Server (\(version))" }
        if seen.starts(with: [15, 20]) || seen[0] > 15 { return "Microsoft Exchange Online (\(version))" }
        let family = table.filter { $0.numbers.starts(with: seen.prefix(2)) }
        guard let newest = family.last, seen.count > 2 else {
            return "Microsoft \(release(seen)) (\(version))"
        }
        // Some have three numbers in the table, and a nought behind them in a greeting.
        if let exact = family.last(where: { $0.numbers == seen || $0.numbers + [0] == seen }) {
            return "Microsoft \(exact.name) (\(version))"
        }
        let sameBuild = family.filter { $0.numbers.starts(with: seen.prefix(3)) }
        if seen.count == 3, let known = sameBuild.first {
            return "Microsoft \(known.name) or an update of it (\(version))"
        }
        guard !newest.numbers.lexicographicallyPrecedes(seen) || isComplete(family: seen) else {
            return "Microsoft \(release(seen)), a build newer than portcall knows (\(version))"
        }
        let below = (sameBuild.isEmpty ? family : sameBuild).last { $0.numbers.lexicographicallyPrecedes(seen) }
        guard let below else { return "Microsoft \(release(seen)) (\(version))" }
        return "Microsoft \(below.name) or an update of it (\(version))"
    }

    /// Which releases have such a build.
    static func version(of version: String) -> ExchangeVersion? {
        let seen = numbers(of: version)
        guard seen.count >= 2 else { return nil }
        let releases: ClosedRange<ExchangeRelease>? =
            switch (seen[0], seen[1]) {
            case (4, _): .v4 ... .v4
            case (5, 0): .v5 ... .v5
            case (5, _): .v55 ... .v55
            case (6, 0): .v2000 ... .v2000
            case (6, _): .v2003 ... .v2003
            case (8, _): .v2007 ... .v2007
            case (14, _): .v2010 ... .v2010
            case (15, 0): .v2013 ... .v2013
            case (15, 1): .v2016 ... .v2016
            case (15, 2) where seen.count < 3: .v2019 ... .subscription
            case (15, 2): seen[2] < 2562 ? .v2019 ... .v2019 : .subscription ... .subscription
            case (15, 20), (16..., _): .online ... .online
            default: nil
            }
        return releases.map { ExchangeVersion($0, build: seen) }
    }

    private static func numbers(of version: String) -> [Int] {
        version.split(separator: ".").prefix(4).map { Int($0) ?? .max }
    }

    /// No update of it comes any more that portcall could not know.
    private static func isComplete(family seen: [Int]) -> Bool { seen[0] < 15 }

    /// Without an update: 15.2 is two products, told apart by the third number.
    private static func release(_ seen: [Int]) -> String {
        switch (seen[0], seen[1]) {
        case (4, _): "Exchange Server 4.0"
        case (5, 0): "Exchange Server 5.0"
        case (5, _): "Exchange Server 5.5"
        case (6, 0): "Exchange 2000 Server"
        case (6, _): "Exchange Server 2003"
        case (8, _): "Exchange Server 2007"
        case (14, _): "Exchange Server 2010"
        case (15, 0): "Exchange Server 2013"
        case (15, 1): "Exchange Server 2016"
        case (15, 2) where seen.count < 3: "Exchange Server 2019 or Subscription Edition"
        case (15, 2): seen[2] < 2562 ? "Exchange Server 2019" : "Exchange Server Subscription Edition"
        default: "Exchange Server"
        }
    }

    /// Read only once somebody asks, and in the order of the builds.
    private static let table: [(numbers: [Int], name: String)] = {
        var rows: [(numbers: [Int], name: String)] = []
        var family = ""
        for line in exchangeBuilds.split(separator: "\n") {
            guard !line.hasSuffix(":") else {
                family = String(line.dropLast())
                continue
            }
            for entry in line.split(separator: ";") {
                let (build, update) = String(entry.drop { $0 == " " }).cut(at: " ")
                rows.append(
                    (
                        build.split(separator: ".").compactMap { Int($0) },
                        update.isEmpty ? family : "\(family) \(update)"
                    )
                )
            }
        }
        return rows.sorted { $0.numbers.lexicographicallyPrecedes($1.numbers) }
    }()
}

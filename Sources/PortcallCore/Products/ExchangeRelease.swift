/// The releases of Exchange, in their order.
enum ExchangeRelease: Int, Sendable {
    case v4, v5, v55, v2000, v2003, v2007, v2010, v2013, v2016, v2019
    /// Subscription Edition.
    case subscription
    /// Microsoft's own, which is always the newest.
    case online
}

extension ExchangeRelease: Comparable {
    static func < (a: ExchangeRelease, b: ExchangeRelease) -> Bool { a.rawValue < b.rawValue }
}

/// Which Exchange a server is, as far as it tells.
struct ExchangeVersion: Equatable, Sendable {
    /// The first and the last that it may be.
    let releases: ClosedRange<ExchangeRelease>
    /// The numbers of the build that shows; none where none does.
    let build: [Int]

    init(_ releases: ClosedRange<ExchangeRelease>, build: [Int] = []) {
        self.releases = releases
        self.build = build
    }

    /// Both cannot be one server's.
    ///
    /// The third number is that of a cumulative update, which all programs of a server share since 2007; in 2000 and
    /// 2003 each program has a build of its own.
    func contradicts(_ other: ExchangeVersion) -> Bool {
        guard releases.overlaps(other.releases) else { return true }
        guard releases.lowerBound >= .v2007, build.count > 2, other.build.count > 2 else { return false }
        return build.prefix(3) != other.build.prefix(3)
    }
}

extension Product {
    /// Exchange, by the build that it shows.
    static func exchange(build version: String) -> Product {
        Product(ExchangeBuild.product(of: version), .stated, exchange: ExchangeBuild.version(of: version))
    }

    /// Exchange, one of these releases, by another sign than a build.
    static func exchange(_ name: String, _ certainty: Certainty, _ releases: ClosedRange<ExchangeRelease>) -> Product {
        Product("Microsoft Exchange \(name)", certainty, exchange: ExchangeVersion(releases))
    }
}

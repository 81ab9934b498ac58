import TestVectors
import Testing

@testable import PortcallCore

@Suite("A build of Exchange")
struct ExchangeBuildTests {
    @Test(
        "is told by the greatest known that is not above it",
        arguments: [
            ("15.2.1748.10", "Microsoft Exchange Server 2019 CU15 (15.2.1748.10)"),
            ("15.2.1748.11", "Microsoft Exchange Server 2019 CU15 or an update of it (15.2.1748.11)"),
            ("15.2.1748", "Microsoft Exchange Server 2019 CU15 or an update of it (15.2.1748)"),
            ("15.2.2562.17", "Microsoft Exchange Server Subscription Edition RTM (15.2.2562.17)"),
            (
                "15.2.9999.1",
                "Microsoft Exchange Server Subscription Edition, a build newer than portcall knows (15.2.9999.1)"
            ),
            ("15.20.0485.000", "Microsoft Exchange Online (15.20.0485.000)"),
            ("14.2.328.5", "Microsoft Exchange Server 2010 SP2 Update Rollup 5 (14.2.328.5)"),
            ("6.5.7638.1", "Microsoft Exchange Server 2003 SP2 or an update of it (6.5.7638.1)"),
            ("6.5", "Microsoft Exchange Server 2003 (6.5)"),
            ("15.2", "Microsoft Exchange Server 2019 or Subscription Edition (15.2)"),
            ("9.9.9", "Microsoft Exchange Server (9.9.9)"), ("1", "Microsoft Exchange Server (1)"),
            ("99999999999999999999.1.1", "Microsoft Exchange Online (99999999999999999999.1.1)"),
        ]
    )
    func product(version: String, name: String) {
        #expect(ExchangeBuild.product(of: version) == name)
    }

    /// The table is written from this list; one that was changed without the other shows here.
    @Test("is known for every row of Microsoft's list")
    func table() throws {
        let rows = try Vector.read("http/exchange-builds.tsv").split(separator: "\n").dropFirst()
        #expect(rows.count == 427)
        for row in rows where !row.hasPrefix("14.3.328.5\t") {
            let build = String(row.prefix { $0 != "\t" })
            let name = ExchangeBuild.product(of: build)
            #expect(!name.contains("update of it") && !name.contains("newer"), "\(name)")
        }
    }
}

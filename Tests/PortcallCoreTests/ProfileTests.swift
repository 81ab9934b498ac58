import PortcallCore
import TestVectors
import Testing

@Suite("A profile")
struct ProfileTests {
    private static let known = [
        "exchange-2000", "exchange-2000-front-end", "exchange-2010-hub", "exchange-2010-edge", "exchange-2010-cas",
        "exchange-2010-mailbox", "exchange-2010-um", "exchange-2010", "exchange", "exchange-edge",
        "exchange-domain-controller", "outlook.com",
    ]

    @Test("is there for every role of the contract")
    func names() {
        #expect(Profile.all.map(\.name) == Self.known)
        #expect(Profile.all.allSatisfy { !$0.title.isEmpty && !$0.paths.isEmpty })
    }

    @Test("is made of rows of the reference, and of whoever needs them", arguments: known)
    func paths(name: String) throws {
        let profile = try #require(Profile.named(name))
        for path in profile.paths {
            #expect(!path.from.isEmpty && !path.rows.isEmpty && !path.path.isEmpty, "\(path.rows)")
            #expect(path.rows.allSatisfy { PortRow.named($0) != nil }, "\(path.rows)")
        }
    }

    @Test(
        "must answer where the role is nothing without it",
        arguments: [
            ("exchange-2000", [25, 135, 691]), ("exchange-2000-front-end", [443]), ("exchange-2010-hub", [25, 135]),
            ("exchange-2010-edge", [25, 50636]), ("exchange-2010-cas", [443]), ("exchange-2010-mailbox", [135, 64327]),
            ("exchange-2010-um", []), ("exchange-2010", [25, 135, 443]), ("exchange", [25, 443]),
            ("exchange-edge", [25, 50636]), ("outlook.com", [587, 993, 995]),
        ]
    )
    func must(name: String, ports: [Int]) throws {
        let profile = try #require(Profile.named(name))
        #expect(Set(profile.paths.filter(\.mustAnswer).compactMap { $0.endpoint?.port }) == Set(ports))
        #expect(profile.paths.filter { $0.rows[0].hasPrefix("F") }.allSatisfy { !$0.mustAnswer })
    }

    @Test("needs a domain controller's names and tickets over both transports")
    func domainController() throws {
        let profile = try #require(Profile.named("exchange-domain-controller"))
        let needed = Set(profile.places.filter(\.mustAnswer).compactMap { $0.endpoint?.text })
        #expect(needed == ["389/tcp", "389/udp", "88/tcp", "88/udp", "53/tcp", "53/udp", "3268/tcp", "135/tcp"])
    }

    @Test("holds every data path of Exchange 2010 that ends at such a server, and every rule")
    func complete() {
        let told = Set(Profile.all.flatMap(\.paths).flatMap(\.rows))
        let rows = PortRow.all.map(\.id).filter { "BCDEF".contains($0.prefix(1)) && !told.contains($0) }
        // They end at a server of AD RMS, at a Mailbox server of 2007 or 2003, and at the directory (as C01).
        #expect(rows == ["B11", "D12"])
    }

    @Test("is cut down to what one role needs, where any Exchange server counts as one of each")
    func needed() throws {
        let hub = try #require(Profile.named("exchange-2010-hub"))
        #expect(hub.needed(by: .edge).places.compactMap { $0.endpoint?.port } == [25])
        #expect(hub.needed(by: .client).places.compactMap { $0.endpoint?.port } == [587, 25])
        #expect(hub.needed(by: .pbx).paths.isEmpty)
        #expect(hub.needed(by: .exchange).paths.contains { $0.rows[0] == "B01" })
        #expect(hub.needed(by: .um).paths.contains { $0.rows == ["F01"] })
        #expect(hub.needed(by: nil).paths.count == hub.paths.count)
    }

    @Test("calls a port once, whatever leads to it")
    func places() throws {
        let smtp = try #require(Profile.named("exchange-2010-hub")?.places.first)
        #expect(smtp.rows == ["B01", "F44", "F45", "B03", "B07", "E06", "B12"])
        #expect(smtp.from.map(\.rawValue) == ["hub", "edge", "um", "client"])
        #expect(smtp.path.hasPrefix("Hub Transport → Hub Transport; Edge Transport → Hub Transport; "))
        #expect(smtp.authentication == "Kerberos; Direct trust; NTLM/Kerberos")
    }

    @Test("has the keys of the contract")
    func record() throws {
        let profile = try #require(Profile.named("exchange-2010-mailbox"))
        #expect(profile.record[.kind] == .text("profile"))
        let path = try #require(profile.paths.first { $0.endpoint?.text == "3343/udp" }?.record)
        #expect(path[.kind] == .text("path"))
        #expect(path[.service] == .null && path[.port] == .integer(3343) && path[.transport] == .text("udp"))
        #expect(path[.mustAnswer] == .flag(false))
        #expect(path[.from]?.asTexts == ["mailbox"])
    }
}

import PortcallCore
import Testing

@Suite("The port reference")
struct PortReferenceTests {
    /// As many as each of its tables has.
    private static let counts = [
        "A": 27, "B": 12, "C": 18, "D": 19, "E": 7, "F": 54, "G": 19, "H": 3, "K": 16,
    ]

    private static let ids = counts.flatMap { letter, count in
        (1...count).map { "\(letter)\($0 < 10 ? "0" : "")\($0)" }
    }

    @Test("has every row of the reference, once")
    func complete() {
        #expect(Self.ids.count == 175)
        let known = PortRow.all.map(\.id)
        #expect(Set(known).count == known.count)
        #expect(known.filter { !$0.hasPrefix("P") } == Self.ids.sorted())
    }

    @Test("names a service that exists, or says why nobody is called", arguments: PortRow.all.map(\.id))
    func services(id: String) throws {
        let row = try #require(PortRow.named(id))
        for endpoint in row.endpoints {
            guard let name = endpoint.service else {
                #expect(endpoint.whyNot != nil, "\(row.id)")
                continue
            }
            #expect(Service.named(name)?.transport == endpoint.transport, "\(row.id): \(name)")
        }
        #expect(row.isProbeable == row.endpoints.contains { $0.service != nil } || row.whyNot != nil, "\(row.id)")
    }

    @Test("names a service on a port that it is usually called on", arguments: PortRow.all.map(\.id))
    func ports(id: String) throws {
        let row = try #require(PortRow.named(id))
        // Of Exchange 2013 and later 465 is plain SMTP, and no service's usual port.
        for endpoint in row.endpoints where row.id != "P09" {
            guard let service = endpoint.service.flatMap(Service.named), let port = endpoint.port else { continue }
            #expect(service.port == port || service.otherPorts.contains(port), "\(row.id): \(service.name)")
        }
    }

    @Test("says of every row who says so, and for what", arguments: PortRow.all.map(\.id))
    func told(id: String) throws {
        let row = try #require(PortRow.named(id))
        #expect(!row.product.isEmpty && !row.role.isEmpty && !row.path.isEmpty && !row.source.isEmpty, "\(row.id)")
        // A field that the reader does not know, or a word that nobody has explained, would show as this.
        for text in [row.note, row.whyNot].compactMap(\.self) { #expect(text.contains(" "), "\(row.id): \(text)") }
    }

    @Test("has a row for every service that has a port")
    func used() {
        let ports = Set(PortRow.all.flatMap(\.endpoints).flatMap { endpoint in endpoint.port.map { [$0] } ?? [] })
        for service in Service.all {
            guard let port = service.port else { continue }
            #expect(ports.contains(port), "\(service.name)")
        }
    }

    @Test(
        "finds a row by a port, a service, a product, a role, a rule, a program or a word",
        arguments: [
            ("691", ["A17", "G15"]), ("resvc", ["A17", "G15"]), ("3343", ["C05", "P14"]), ("16500", ["E02"]),
            ("17000", ["E02"]), ("30000", []), ("070", []), ("0", []), ("99999", []), ("A17", ["A17"]),
            ("MSExchangeOWAAppPool", ["F12"]), ("RESVC", ["A17", "G15"]), ("SESWorker.exe", ["F49"]),
            ("(FGW)", ["F09"]), ("POP3 (GFW)", ["F09"]), ("prcepmap", ["F18"]),
            ("MSExchangeRPC - RPCEPMap", ["F18"]), ("Bing\\", ["F17", "F18", "F19"]),
            ("Bin\\Microsoft.Exchange.RpcClientAccess", ["F17", "F18", "F19"]),
            ("Microsoft.Exchange.Service.Host", ["F04"]),
            ("Microsoft.Exchange.ServiceHost.exe", ["F03", "F04"]), ("MSExchangeAB RPC (TCP inbound)", ["F13"]),
            ("outlook.office365.com", ["H01", "H02"]), ("smtp.office365.com", ["H03"]), ("X-LINK2STATE", ["A17"]),
            ("direct trust", ["B02", "B03", "P21"]), ("clustering 3343", []), ("  heartbeat ", ["C05", "P14"]),
            ("", []), ("quux", []),
        ]
    )
    func matching(query: String, ids: [String]) {
        #expect(PortRow.matching(query).map(\.id) == ids)
    }

    @Test("finds what Microsoft's slips stand for among the others", arguments: ["GFW", "RPCEPMap"])
    func slips(query: String) {
        let ids = PortRow.matching(query).map(\.id)
        #expect(ids.count > 5 && ids.contains(query == "GFW" ? "F09" : "F18"))
    }

    @Test("finds a word of two letters where it stands alone")
    func short() {
        let rows = PortRow.matching("um")
        #expect(rows.contains { $0.id == "E04" } && !rows.contains { $0.id == "B01" })
    }

    @Test("says what holds where the sources contradict themselves")
    func notes() throws {
        for (id, words) in [
            ("G08", "only 389 has it"), ("K04", "TCP and UDP"), ("E02", "expect either"), ("A25", "closed"),
        ] {
            #expect(try #require(PortRow.named(id)?.note).contains(words), "\(id)")
        }
        #expect(PortRow.named("G08")?.endpoints.map(\.text) == ["379/tcp"])
        #expect(PortRow.named("G09")?.endpoints.map(\.service) == ["ldap", "cldap"])
        #expect(PortRow.named("C05")?.encryption == "Yes, IPsec")
    }

    @Test("has the keys of the contract")
    func record() throws {
        let row = try #require(PortRow.named("C05")).record
        #expect(row[.kind] == .text("port"))
        #expect(row[.service] == .text("msrpc"))
        #expect(row[.ports] == .list([.integer(135), .integer(3343)]))
        #expect(row[.transport]?.asTexts == ["tcp", "udp"])
        #expect(row[.services]?.asRecords.map { $0[.service] } == [.text("msrpc"), .null])
        #expect(row[.probeable] == .flag(true))
        #expect(row[.whyNot] == .null)
        let range = try #require(PortRow.named("E02")).record[.ranges]
        #expect(
            range == .list([.list([.integer(16000), .integer(17000)]), .list([.integer(1024), .integer(65535)])])
        )
    }
}

@Suite("A table of comma-separated values")
struct CSVPrinterTests {
    @Test("quotes what would be read as something else")
    func quoting() {
        let record: Record = [.name: .text("a \"b\", c"), .note: .null, .ports: .list([.integer(25), .integer(587)])]
        #expect(
            CSVPrinter().print([record, [.name: .text("x")]]) == "name,note,ports\n\"a \"\"b\"\", c\",,25 587\nx,,\n"
        )
    }
}

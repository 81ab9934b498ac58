import PortcallCore
import TestVectors
import Testing

@Suite("A directory")
struct LDAPTests {
    private static let vectors = Vector.all.filter {
        ["LDAP", "CLDAP"].contains($0.transcript.plan.service.protocolName)
    }

    /// What follows the number of each message that portcall may send.
    private static let harmless = [
        // Bind: version 3, no name, no password.
        "60 07 02 01 03 04 00 80 00",
        // Search: no name, that entry alone, no dereferencing, one entry, ten seconds, objectClass=*.
        "63 82 02 33 04 00 0a 01 00 0a 01 00 02 01 01 02 01 0a 01 01 00 87 0b",
        // StartTLS.
        "77 18 80 16 31 2e 33 2e 36 2e 31 2e 34 2e 31 2e 31 34 36 36 2e 32 30 30 33 37",
        // Unbind.
        "42 00",
        // The netlogon ping, of whatever domain.
        "63 2e 04 00 0a 01 00 0a 01 00 02 01 00 02 01 00 01 01 00 a0",
    ]

    @Test("is asked for nothing but what everybody may know", arguments: vectors)
    func harmless(vector: Vector) {
        for case .client(let bytes) in vector.transcript.recorded.entries {
            let message = Hexadecimal.text(bytes)
            #expect(Self.harmless.contains { message.contains(" \($0)") }, "\(message)")
        }
    }

    @Test("tells what Samba tells, in the terms of a directory")
    func understanding() throws {
        let rootDSE = try #require(try played("ldap/samba-4.17-gc.call").directory?.rootDSE)
        #expect(rootDSE.kind == .samba)
        #expect(rootDSE.isGlobalCatalogReady == true)
        #expect(rootDSE.isSynchronized == true)
        #expect(rootDSE.domain == "ad.lab.test")
        #expect(rootDSE.forest == "ad.lab.test")
        #expect(rootDSE.site == "Default-First-Site-Name")
        #expect(rootDSE.dnsHostName == "dc1.ad.lab.test")
        #expect(rootDSE.controllerLevel == 4)
        #expect(rootDSE.domains == ["ad.lab.test"])
        #expect(rootDSE["VENDORVERSION"] == ["4.17.12-Debian"])
    }

    @Test(
        "is told apart by what it says of itself",
        arguments: [
            ("ldap/active-directory.call", "Active Directory on Windows Server 2016, 2019 or 2022"),
            (
                "ldap/ad-lds.call",
                "Active Directory Lightweight Directory Services on Windows Server 2016, 2019 or 2022, "
                    + "of an Edge Transport server"
            ),
            (
                "ldap/read-only-controller.call",
                "Active Directory, a read-only domain controller on Windows Server 2016, 2019 or 2022"
            ),
            ("ldap/samba-4.17.call", "Samba Active Directory 4.17.12-Debian"), ("ldap/openldap-2.5.call", "OpenLDAP"),
            ("ldap/minimum-ssf.call", "389 Project, 389-Directory/1.2.11.25 B2013.325.19510"),
            ("ldap/starttls-52.call", "Active Directory on Windows Server 2025"), ("ldap/vmdir.call", "VMware, Inc."),
            ("ldap/exchange-5.5.call", "Exchange 5.5 directory, or Site Replication Service"),
            ("ldap/operations-error-4dc.call", "Active Directory on Windows Server 2019"),
        ]
    )
    func product(name: String, product: String) throws {
        #expect(try played(name).facts.product?.name == product)
    }

    @Test("tells its roles in answer to the netlogon ping")
    func netlogon() throws {
        let netlogon = try #require(try played("cldap/samba-4.17.call").netlogon)
        #expect(netlogon.host == "dc1.ad.lab.test")
        #expect(netlogon.forest == "ad.lab.test")
        #expect(netlogon.netBIOSDomain == "ADLAB")
        #expect(netlogon.site == "Default-First-Site-Name")
        #expect(netlogon.clientSite == "Default-First-Site-Name")
        #expect(netlogon.domainGUID == "b71f08b6-39aa-4bd1-ab29-cff8d8ba21c8")
        #expect(netlogon.isGlobalCatalog && netlogon.isWritable && !netlogon.isPaused)
        #expect(netlogon.roles.prefix(3) == ["primary domain controller", "global catalog", "LDAP"])
    }

    @Test(
        "has a clock that is compared with ours at the moment of the answer",
        arguments: [
            ("ldap/clock-behind.call", -600), ("ldap/clock-five-minutes.call", 300),
            ("ldap/clock-slow-answer.call", 295),
        ]
    )
    func clock(name: String, skew: Int) throws {
        #expect(try played(name).clockSkew == skew)
    }

    @Test(
        "writes moments that are read",
        arguments: [
            ("20260302100000.0Z", "2026-03-02T10:00:00Z"), ("20260302100000Z", "2026-03-02T10:00:00Z"),
            ("2026030210Z", "2026-03-02T10:00:00Z"), ("202603021030Z", "2026-03-02T10:30:00Z"),
            ("20260302100000,123Z", "2026-03-02T10:00:00Z"), ("20260302100000+0130", "2026-03-02T08:30:00Z"),
            ("20260302100000-05", "2026-03-02T15:00:00Z"),
        ]
    )
    func moment(text: String, moment: String) {
        #expect(Timestamp(generalized: text)?.description == moment)
    }

    @Test(
        "writes what is no moment",
        arguments: [
            "", "Z", "20260302", "20261302100000Z", "20260302250000Z", "20260302100000", "20260302100000X",
            "20260302100000+2500", "20260302100000+0", "２０２６０３０２１０Z", "20260302100000.0ZZ",
        ]
    )
    func noMoment(text: String) {
        #expect(Timestamp(generalized: text) == nil)
    }

    private func played(_ name: String) throws -> Observation {
        try #require(Vector.all.first { $0.description == name }).transcript.play().observation
    }
}

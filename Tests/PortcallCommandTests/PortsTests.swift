import Foundation
import PortcallCore
import Testing

@Suite("portcall ports")
struct PortsTests {
    @Test("prints an object a row, and the same as comma-separated values")
    func forPrograms() throws {
        let json = try Portcall("ports", "--json").run()
        let lines = json.output.split(separator: "\n")
        #expect(json.code == 0)
        #expect(lines.count == PortRow.all.count)
        let objects = try lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.allSatisfy { $0["kind"] as? String == "port" })
        let csv = try Portcall("ports", "--csv").run().output.split(separator: "\n")
        #expect(csv.count == PortRow.all.count + 1)
        #expect(csv[0].hasPrefix("schema,kind,row,product,role,path,"))
    }

    @Test("finds nothing with exit code 64, and names what is close", arguments: [[], ["--json"], ["--csv"]])
    func nothing(options: [String]) throws {
        let result = try Portcall(["ports", "substmission"] + options).run()
        #expect(result.code == 64)
        #expect(result.output == "")
        #expect(result.errors.contains("did you mean submission?"))
    }

    @Test("says what would be sent, where all is wanted")
    func verbose() throws {
        let screen = try Portcall("ports", "B01", "--verbose").run().output
        #expect(screen.contains("portcall to smtp: EHLO *"))
        #expect(screen.contains("encryption: Yes, TLS (by default: Yes)"))
        #expect(try !Portcall("ports", "B01").run().output.contains("EHLO"))
    }

    @Test("takes one form at a time")
    func forms() throws {
        #expect(try Portcall("ports", "--json", "--csv").run().code == 64)
    }
}

@Suite("portcall explain, of a port or a service")
struct ExplainPortTests {
    @Test("says who uses it, what is said to it, and what can be concluded", arguments: ["25", "smtp"])
    func service(subject: String) throws {
        let page = try Portcall("explain", subject).run()
        #expect(page.code == 0)
        for part in ["smtp (25", "What portcall says to it", "EHLO *", "What it can conclude", "Who uses it", "B01 "] {
            #expect(page.output.contains(part), "\(part)")
        }
    }

    @Test("says why nothing is asked")
    func unasked() throws {
        let page = try Portcall("explain", "3343").run()
        #expect(page.code == 0)
        #expect(page.output.hasPrefix("3343: nothing is asked there\n"))
        #expect(page.output.contains("heartbeat"))
    }

    @Test("says of a service that shares its port whose it is")
    func shared() throws {
        #expect(try Portcall("explain", "owa").run().output.contains("D06 "))
    }

    @Test("refuses what nobody knows", arguments: ["9", "smpt"])
    func unknown(subject: String) throws {
        #expect(try Portcall("explain", subject).run().code == 64)
    }
}

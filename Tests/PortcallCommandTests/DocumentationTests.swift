import Foundation
import Portcall
import PortcallCore
import PortcallDemo
import PortcallWorkshop
import TestVectors
import Testing

@Suite("The documentation's programs")
struct DocumentationTests {
    @Test("are printed as they are built, and nothing else is", arguments: Page.pages)
    func printed(_ page: Page) {
        for block in page.blocks("swift") {
            #expect(Source.all.contains { $0.lines.hasInside(block) }, "\(block.joined(separator: "\n"))")
        }
    }

    @Test("stand beside transcripts that are vectors", arguments: Page.pages)
    func transcripts(_ page: Page) {
        for block in page.blocks("transcript") { #expect(Source.vectors.contains { $0.lines == block }) }
    }

    @Test("are printed whole", arguments: Source.examples)
    func whole(_ example: Source) {
        #expect(Page.pages.contains { $0.blocks("swift").contains(example.lines) })
    }

    @Test("check a healthy server")
    func healthy() async throws {
        let output = try await Example("FirstCall").run(checking: "smtp/healthy.call") { $0 }
        #expect(output == "ok\n")
    }

    @Test("say what is wrong, as the articles show it, but for what differs from one machine and day to the next")
    func broken() async throws {
        let output = try await Example("CallReport").run(checking: "smtp/postfix-3.7.call") { identity in
            Identity(certificates: Array(identity.certificates.prefix(1)), key: identity.key)
        }
        let shown = output.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "2027-01-31T12:00:00Z")
            .replacing(/127\.0\.0\.1:\d+/, with: "127.0.0.1:587")
            .replacing(/SHA384, \w+/, with: "SHA384, x25519")
            .replacing(/serial \w+/, with: "serial 6FA4DBFDDE83EDB9")
        #expect(Page.pages.contains { $0.blocks("text").contains(shown.trimmedLines) }, "\(shown)")
    }

    @Test("write a call down and judge it alike")
    func recorded() async throws {
        let output = try await Example("Recording").run(checking: "smtp/healthy.call") { $0 }
        #expect(output.hasPrefix("-- submission 127.0.0.1:"))
        #expect(output.hasSuffix("\njudged alike\n"))
    }

    @Test("check every port of a host")
    func ports() throws {
        let output = try Example("PortsReport").run(
            "127.0.0.1",
            trusting: Vector.root.appending(path: "certificates/root.pem")
        )
        #expect(output.split(separator: "\n").count > Service.checkedWithAll.count)
        #expect(output.contains("\nPorts that answer: ["))
    }
}

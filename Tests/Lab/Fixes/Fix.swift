import Foundation
import Portcall
import PortcallCore
import Testing

/// A fault of one server of the lab, and the sentence of portcall's that mends it.
///
/// The server is started afresh for each: it is well, then the fault is made and found, then it is mended by what the
/// sentence says and nothing else, and the finding is gone.
struct Fix: Sendable, CustomTestStringConvertible {
    /// What `fault` and `mend` may call is defined in the file of that name in `servers`.
    let server: String
    /// The port, as the server's file names it.
    let port: String
    let service: String
    let product: String
    /// A command of the shell.
    let fault: String
    let finding: String
    /// It stands so in the fix of the finding, or in what `explain` says of the product.
    let sentence: String
    /// A command of the shell; each setting that it changes is named in the sentence.
    let mend: String

    static let all = postfix + exim

    var testDescription: String { "\(finding) of \(server): \(fault)" }

    /// The settings of one server: `make` makes a fix of the port, and of what it is called as.
    static func on(_ server: String, product: String, _ list: (_ make: Maker) -> [Fix]) -> [Fix] {
        list(Maker(server: server, product: product))
    }

    struct Maker {
        let server: String
        let product: String

        func callAsFunction(
            _ port: String,
            as service: String,
            fault: String,
            _ finding: String,
            says sentence: String,
            mend: String
        ) -> Fix {
            Fix(
                server: server,
                port: port,
                service: service,
                product: product,
                fault: fault,
                finding: finding,
                sentence: sentence,
                mend: mend
            )
        }
    }

    /// The names of what `mend` sets: each `NAME=VALUE` has one.
    var settings: [String] {
        mend.split { " '\"\n".contains($0) }.compactMap { word in
            guard let sign = word.firstIndex(of: "="), word.prefix(upTo: sign).allSatisfy(\.isSettingName) else {
                return nil
            }
            return String(word[..<sign])
        }
    }

    /// Whether portcall says the sentence to whoever has that finding on that product.
    func isSaid(by finding: Finding) -> Bool {
        let page = Service.named(service).flatMap { Explanation.named(finding.id)?.page(of: $0.name) }
        let remedies = page?.common.remedies.filter { $0.product == product }.map(\.text) ?? []
        return (remedies + [finding.fix]).contains { $0.contains(sentence) }
    }
}

extension Character {
    fileprivate var isSettingName: Bool { isLetter || isNumber || self == "_" }
}

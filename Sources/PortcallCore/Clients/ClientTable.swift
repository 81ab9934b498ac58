/// What clients do with a server, reason by reason: measured, or documented by who makes them.
///
/// Nothing else in the package may claim what a client does. A cell that is neither measured nor documented is not
/// there: nobody knows.
package enum ClientTable {
    /// One cell: what a client does for a reason, and how that is known.
    package struct Cell: Sendable {
        package let conduct: Conduct
        package let source: ClientSource

        package init(_ conduct: Conduct, _ source: ClientSource) {
            self.conduct = conduct
            self.source = source
        }
    }

    /// Measured and documented; what was measured counts more.
    package static let cells: [RefusalReason: [Client: Cell]] = {
        var cells = rows.mapValues { $0.compactMapValues { $0.conduct.map { Cell($0, .measured) } } }
        for document in documents {
            for reason in document.reasons where cells[reason, default: [:]][document.client] == nil {
                cells[reason, default: [:]][document.client] = Cell(document.conduct, .document(document.address))
            }
        }
        return cells
    }()

    /// What measuring came to.
    package enum Measurement: Equatable, Sendable {
        case always(Conduct)
        /// It depends on more than the reason.
        case varies
        /// Such a server was not to be had for it.
        case unmeasured

        package init?(_ mark: Character) {
            switch mark {
            case "~": self = .varies
            case ".": self = .unmeasured
            default:
                guard let conduct = Conduct(rawValue: mark) else { return nil }
                self = .always(conduct)
            }
        }

        package var mark: Character {
            switch self {
            case .always(let conduct): conduct.rawValue
            case .varies: "~"
            case .unmeasured: "."
            }
        }

        package var words: String {
            switch self {
            case .always(let conduct): conduct.words
            case .varies: "varies"
            case .unmeasured: "not measured"
            }
        }

        var conduct: Conduct? { if case .always(let conduct) = self { conduct } else { nil } }
    }

    /// The rows of `measured`.
    package static let rows: [RefusalReason: [Client: Measurement]] = {
        let lines = measured.split(separator: "\n").map { $0.split(separator: " ") }
        let rows = lines.compactMap { words -> (RefusalReason, [Client: Measurement])? in
            guard let reason = words.first, let marks = words.dropFirst().first, words.count == 2 else { return nil }
            let cells = zip(columns, marks.compactMap(Measurement.init))
            return (RefusalReason(String(reason)), Dictionary(cells) { first, _ in first })
        }
        return Dictionary(rows) { first, _ in first }
    }()

    /// The clients that are measured, in the order of their marks in `measured`.
    package static let columns: [Client] = [.openSSL, .python, .gnuTLS, .go, .chrome, .firefox, .java]
}

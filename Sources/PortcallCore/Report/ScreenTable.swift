/// Cells in columns that fit the screen.
struct ScreenTable {
    /// A cell has as many lines as it needs; those of a column that gives way are wrapped.
    typealias Cell = [String]

    let headings: [String]
    /// The columns that give way; the others are as wide as what is in them.
    let flexible: Set<Int>
    private(set) var rows: [[Cell]] = []

    /// The columns that a flexible one has at least.
    private let least: Int

    init(_ headings: [String], flexible: Set<Int>, least: Int = 16) {
        self.headings = headings
        self.flexible = flexible
        self.least = least
    }

    mutating func add(_ row: [Cell]) { rows.append(row) }

    /// The lines, headings first; what is too wide for the screen even so is left as wide as it is.
    func lines(_ style: Style) -> [String] {
        let widths = widths(of: style)
        let heading = line(headings.map { style.shown($0) }, widths)
        return [style.paint(heading, .bold)]
            + rows.flatMap { row in
                let cells = row.enumerated().map { column, cell in
                    flexible.contains(column)
                        ? cell.flatMap { style.wrap($0, to: widths[column]) } : cell.map { style.shown($0) }
                }
                let height = cells.map(\.count).max() ?? 0
                return (0..<height).map { index in line(cells.map { $0.count > index ? $0[index] : "" }, widths) }
            }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        zip(cells, widths).map { $0.padded(to: $1 + Self.gap) }.joined().trimmedAtEnd
    }

    private static let gap = 2
    /// What the fixed ones leave is shared by the others, a larger share for what has more to say.
    private func widths(of style: Style) -> [Int] {
        let natural = headings.indices.map { column in
            (rows.flatMap { column < $0.count ? $0[column] : [] } + [headings[column]]).map(\.columns).max() ?? 0
        }
        let fixed = headings.indices.filter { !flexible.contains($0) }.reduce(0) { $0 + natural[$1] }
        let room = style.width - fixed - Self.gap * (headings.count - 1)
        let wanted = flexible.reduce(0) { $0 + natural[$1] }
        guard wanted > room else { return natural }
        return headings.indices.map { column in
            flexible.contains(column) ? max(least, natural[column] * room / max(1, wanted)) : natural[column]
        }
    }
}

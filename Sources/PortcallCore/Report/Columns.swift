// What text takes on a screen whose letters have all the same width.
extension String {
    /// Columns: none for what is put on another letter, two for the wide letters of East Asia and for pictures.
    package var columns: Int {
        var all = utf8.makeIterator()
        var count = 0
        while let byte = all.next() {
            guard byte < 0x80 else { return unicodeScalars.reduce(0) { $0 + $1.columns } }
            count += 1
        }
        return count
    }

    /// The beginning that fits into so many columns; letters stay whole.
    func prefix(ofColumns columns: Int) -> String {
        var room = columns
        return String(
            prefix { letter in
                room -= String(letter).columns
                return room >= 0
            }
        )
    }

    /// Filled with spaces up to so many columns, and with one space at least.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - columns)) }

    /// Pieces of at most so many columns.
    func inPieces(of columns: Int) -> [String] {
        guard self.columns > columns else { return [self] }
        var pieces: [String] = []
        var rest = self
        while !rest.isEmpty {
            let fitting = rest.prefix(ofColumns: columns)
            let piece = fitting.isEmpty ? String(rest.prefix(1)) : fitting
            pieces.append(piece)
            rest.removeFirst(piece.count)
        }
        return pieces
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: Self.wide.contains { $0.contains(value) } ? 2 : 1
        }
    }

    /// Wide and fullwidth, in blocks (Unicode Standard Annex 11).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
        0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]
}

/// Where in a text of TOML each table, key and value begins.
///
/// The parser of TOML tells the lines of syntax errors alone, so the text is gone through once more for the others. Values
/// are passed over and not read. Nothing is said of what is wrong with the text: the outline ends where it is not
/// understood, and whoever parses it finds out the same.
package final class TOMLOutline {
    /// From 1.
    package fileprivate(set) var line: Int
    private var members: [String: TOMLOutline] = [:]
    private var items: [TOMLOutline] = []

    init(line: Int) {
        self.line = line
    }

    /// What stands behind a key of this table.
    package subscript(key: String) -> TOMLOutline? { members[key] }

    /// What stands at a place of this array, from 0.
    package subscript(index: Int) -> TOMLOutline? { items.indices.contains(index) ? items[index] : nil }
}

// How the scanner puts it together.
extension TOMLOutline {
    /// The table behind a key, made where there is none; of an array of tables the last.
    func table(_ key: String, line: Int) -> TOMLOutline {
        let member = members[key] ?? TOMLOutline(line: line)
        members[key] = member
        return member.items.last ?? member
    }

    /// The same, which has a header of its own on that line.
    func header(_ key: String, line: Int) -> TOMLOutline {
        let table = table(key, line: line)
        table.line = line
        return table
    }

    func addItem(line: Int) -> TOMLOutline {
        let item = TOMLOutline(line: line)
        items.append(item)
        return item
    }

    /// One more table in the array of tables behind a key.
    func addTable(_ key: String, line: Int) -> TOMLOutline {
        let array = members[key] ?? TOMLOutline(line: line)
        members[key] = array
        return array.addItem(line: line)
    }

    /// A place of its own for a key's value.
    func member(_ key: String, line: Int) -> TOMLOutline {
        let member = TOMLOutline(line: line)
        members[key] = member
        return member
    }
}

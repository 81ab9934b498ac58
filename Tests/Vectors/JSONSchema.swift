/// A schema of JSON, as far as those of our own and that of SARIF go.
///
/// Of draft 4 and of 2020-12 it knows: `$ref` within the document, `type`, `enum`, `const`, `properties`, `required`,
/// `additionalProperties`, `items`, `minItems`, `uniqueItems`, `minimum`, `maximum`, `pattern`, `anyOf`, `oneOf`, `allOf`.
/// It does not judge `format`. Any other word is a complaint, so that no part of a schema is passed over.
package struct JSONSchema: Sendable {
    private static let words: Set = ["title", "description", "default", "format", "id"]
    private let root: JSON

    package init(_ text: String) throws {
        root = try JSON.read(text)
    }

    /// What is wrong with a value; empty where nothing is.
    package func complaints(about value: JSON) -> [String] { complaints(value, root, at: "") }

    private func complaints(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
        guard case .object(let rules) = schema else {
            return schema == .flag(false) ? ["\(path): nothing may stand here"] : []
        }
        return rules.sorted { $0.key < $1.key }.flatMap { complaints(value, $0.key, $0.value, of: schema, at: path) }
    }

    private func complaints(
        _ value: JSON,
        _ keyword: String,
        _ rule: JSON,
        of schema: JSON,
        at path: String
    ) -> [String] {
        switch keyword {
        case "$ref": return complaints(value, target(of: rule), at: path)
        case "type": return value.isOf(rule) ? [] : ["\(path): \(value.kind) is not \(rule)"]
        case "enum": return rule.values.contains(value) ? [] : ["\(path): \(value) is none of \(rule.values)"]
        case "const": return rule == value ? [] : ["\(path): \(value) is not \(rule)"]
        case "pattern":
            guard let text = value.text, let pattern = rule.text, let regex = try? Regex(pattern) else { return [] }
            return text.contains(regex) ? [] : ["\(path): '\(text)' is not like \(pattern)"]
        case "minimum": return (value.number ?? .infinity) < (rule.number ?? 0) ? ["\(path): too small"] : []
        case "maximum": return (value.number ?? -.infinity) > (rule.number ?? 0) ? ["\(path): too great"] : []
        case "minItems":
            guard case .list(let list) = value else { return [] }
            return Double(list.count) < (rule.number ?? 0) ? ["\(path): too few"] : []
        case "uniqueItems":
            return rule == .flag(true) && Set(value.values).count != value.values.count ? ["\(path): twice"] : []
        case "items":
            return value.values.enumerated().flatMap { complaints($0.element, rule, at: "\(path)[\($0.offset)]") }
        case "required", "properties", "additionalProperties":
            return inside(value, keyword, rule, of: schema, at: path)
        case "allOf", "anyOf", "oneOf": return branches(value, keyword, rule, at: path)
        case "$schema", "$id", "$defs", "definitions": return []
        default: return Self.words.contains(keyword) ? [] : ["the test does not know the word '\(keyword)'"]
        }
    }

    private func inside(
        _ value: JSON,
        _ keyword: String,
        _ rule: JSON,
        of schema: JSON,
        at path: String
    ) -> [String] {
        guard case .object(let object) = value else { return [] }
        switch keyword {
        case "required":
            return rule.values.compactMap(\.text).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
        case "properties":
            guard case .object(let known) = rule else { return [] }
            return object.flatMap { key, inner in known[key].map { complaints(inner, $0, at: "\(path).\(key)") } ?? [] }
        default:
            guard case .object(let known) = schema["properties"] else { return [] }
            return object.filter { known[$0.key] == nil }.flatMap {
                complaints($0.value, rule, at: "\(path).\($0.key)")
            }
        }
    }

    private func branches(_ value: JSON, _ keyword: String, _ rule: JSON, at path: String) -> [String] {
        let all = rule.values.map { complaints(value, $0, at: path) }
        let fitting = all.count(where: \.isEmpty)
        switch keyword {
        case "allOf": return all.flatMap(\.self)
        case "oneOf": return fitting == 1 ? [] : ["\(path): \(fitting) of its forms fit: \(all)"]
        default: return fitting > 0 ? [] : ["\(path): none of its forms fits: \(all)"]
        }
    }

    private func target(of reference: JSON) -> JSON {
        let parts = (reference.text ?? "").split(separator: "/").dropFirst()
        return reference.text == "#" ? root : parts.reduce(root) { $0[String($1)] }
    }
}

extension JSON {
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .flag: "boolean"
        case .number(let number): number == number.rounded() ? "integer" : "number"
        case .text: "string"
        case .list: "array"
        case .object: "object"
        }
    }

    fileprivate func isOf(_ type: JSON) -> Bool {
        let types = type.text.map { [$0] } ?? type.values.compactMap(\.text)
        return types.contains(kind) || kind == "integer" && types.contains("number")
    }
}

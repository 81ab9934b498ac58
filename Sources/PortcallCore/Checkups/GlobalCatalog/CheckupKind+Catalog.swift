extension CheckupKind {
    /// A domain controller as a global catalog.
    public static let gc = CheckupKind("gc", command: "gc", explanations: Explanation.catalog) { GlobalCatalog($0) }

    /// All global catalogs of the forest that stands where a host does.
    public static let forest = CheckupKind("forest", command: "gc", explanations: Explanation.catalog) {
        ForestCatalogs($0.target.host.text, $0)
    }
}

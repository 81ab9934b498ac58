extension PortRow {
    /// The row as the contract's JSON object has it.
    public var record: Record {
        let single = endpoints.compactMap(\.port).withoutRepetition
        let ranges = endpoints.filter { $0.port == nil }.map(\.ports).withoutRepetition
        let transports = endpoints.isEmpty ? [.tcp] : endpoints.map(\.transport).withoutRepetition
        return [
            .schema: .text(Record.schema),
            .kind: .text("port"),
            .row: .text(id),
            .product: .text(product),
            .role: .text(role),
            .path: .text(path),
            .name: .text(name),
            .service: .text(endpoints.first?.service),
            .services: .list(endpoints.filter { $0.port != nil }.map { .record($0.record) }),
            .note: .text(note),
            .ports: .list(single.map { .integer($0) }),
            .ranges: .list(ranges.map { .list([.integer($0.lowerBound), .integer($0.upperBound)]) }),
            .transport: .texts(transports.map(\.rawValue)),
            .encryption: .text(encryption),
            .encryptedByDefault: .text(encryptionByDefault),
            .authentication: .text(authentication),
            .otherAuthentication: .text(otherAuthentication),
            .program: .text(program),
            .probeable: .flag(isProbeable),
            .whyNot: .text(whyNot),
            .source: .text(source),
            .certainty: .text(certainty.rawValue),
        ]
    }
}

extension PortRow.Endpoint {
    fileprivate var record: Record {
        [
            .port: port.map { .integer($0) } ?? .null, .transport: .text(transport.rawValue), .service: .text(service),
            .whyNot: .text(whyNot),
        ]
    }
}

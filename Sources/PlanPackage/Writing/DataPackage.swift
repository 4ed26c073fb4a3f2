// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation

/// The description of a plan folder as a Frictionless Data Package, version 2.
///
/// Reference: Data Package Standard v2.0 (2024), https://datapackage.org/standard/data-package/.
public struct DataPackage: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name, title, description, version, created, licenses, contributors, sources, resources
  }

  private let schema = "https://datapackage.org/profiles/2.0/datapackage.json"
  private let name: String
  private let title: String
  private let description: String
  private let version = "0.1.0"
  private let created: String
  private let licenses: [License]
  private let contributors: [Contributor]?
  private let sources: [PackageSource]
  private let resources: [Resource]

  /// Describes the folder that a reader has read.
  public init(_ reader: PlanReader) {
    let about = reader.about
    let plan = reader.plan()
    name = about.id
    title = about.title
    description = about.summary
    // The date of the plan, not of the run: the same folder always gives the same bytes.
    created = "\(about.asOf.iso)T00:00:00Z"
    licenses = [License(name: about.licence, title: about.licence)]
    contributors =
      about.contributors.isEmpty ? nil : about.contributors.map { Contributor(title: $0) }
    sources = plan.sources.map { source in
      PackageSource(title: source.title, path: source.address.isEmpty ? nil : source.address)
    }
    let names = Set(reader.presentTables.map(\.schema.name))
    let tables = reader.presentTables.map { table in
      Resource(
        table, among: names, bytes: plan.files.first { $0.path == table.schema.path }?.bytes ?? [])
    }
    let matrices = plan.files.filter { plan.matrices[$0.path] != nil }.map(Resource.init(matrix:))
    resources = tables + matrices
  }

  /// The file `datapackage.json`.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(self) }

  private struct License: Encodable {
    let name: String
    let title: String
  }

  private struct Contributor: Encodable { let title: String }

  private struct PackageSource: Encodable {
    let title: String
    let path: String?
  }
}

/// One table within a data package.
private struct Resource: Encodable {
  private enum CodingKeys: String, CodingKey {
    case profile = "$schema"
    case name, type, path, description, format, mediatype, encoding, bytes, hash, schema
  }

  private let profile = "https://datapackage.org/profiles/2.0/dataresource.json"
  private let name: String
  private let type = "table"
  private let path: String
  private let description: String
  private let format = "csv"
  private let mediatype = "text/csv"
  private let encoding = "utf-8"
  private let bytes: Int
  private let hash: String
  private let schema: SchemaDescription

  init(_ table: Table, among names: Set<String>, bytes: [UInt8]) {
    name = table.schema.name
    path = table.schema.path
    description = table.schema.purpose
    self.bytes = bytes.count
    hash = "sha256:" + sha256(bytes)
    schema = SchemaDescription(table.schema, columns: table.header, among: names)
  }

  /// A file of journey times, whose columns are the sites that it has.
  init(matrix file: PlanFile) {
    let stem = file.path.dropFirst(TravelFile.folder.count).dropLast(".csv".count)
    name = "travel-" + stem.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    path = file.path
    description = "Minutes from areas to sites; an empty cell is a pair without a route."
    bytes = file.bytes.count
    hash = "sha256:" + sha256(file.bytes)
    schema = SchemaDescription(minutesUnder: TravelFile.header(of: file))
  }
}

/// A table schema as the Data Package standard writes it.
struct SchemaDescription: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case profile = "$schema"
    case fields, primaryKey, foreignKeys, missingValues
  }

  private let profile = "https://datapackage.org/profiles/2.0/tableschema.json"
  private let fields: [FieldDescription]
  private let primaryKey: [String]?
  private let foreignKeys: [ForeignKey]?
  private let missingValues = [""]

  /// Describes a schema with its columns in the order in which a file has them.
  ///
  /// A foreign key may only name a table that the package has; `names` is nil for a schema alone.
  init(_ schema: TableSchema, columns: [String], among names: Set<String>? = nil) {
    fields = columns.compactMap(schema.field).map(FieldDescription.init)
    primaryKey = schema.primaryKey.isEmpty ? nil : schema.primaryKey
    let keys = schema.fields.compactMap { field -> ForeignKey? in
      guard let target = field.references, names?.contains(target.table) != false else {
        return nil
      }
      return ForeignKey(
        fields: [field.name],
        reference: .init(
          resource: target.table == schema.name ? "" : target.table, fields: [target.column]))
    }
    foreignKeys = keys.isEmpty ? nil : keys
  }

  /// Describes a file of journey times by its header.
  init(minutesUnder header: [String]) {
    fields = header.map { name in
      name == "area" || name == "site"
        ? FieldDescription(text: name, "The code of the \(name).")
        : FieldDescription(minutes: name)
    }
    primaryKey = header.contains("site") ? ["area", "site"] : header.prefix(1).map { $0 }
    foreignKeys = nil
  }

  private struct ForeignKey: Encodable {
    let fields: [String]
    let reference: Reference

    struct Reference: Encodable {
      let resource: String
      let fields: [String]
    }
  }
}

/// One column as the Data Package standard writes it.
private struct FieldDescription: Encodable {
  private let name: String
  private let type: String
  private let description: String
  private let constraints: Constraints?

  private struct Constraints: Encodable {
    var required: Bool?
    var unique: Bool?
    var `enum`: [String]?
    var minimum: Double?
    var maximum: Double?
    var pattern: String?

    var isEmpty: Bool {
      required == nil && unique == nil && self.enum == nil && minimum == nil && maximum == nil
        && pattern == nil
    }
  }

  init(text name: String, _ description: String) {
    self.name = name
    self.description = description
    type = "string"
    constraints = Constraints(required: true)
  }

  init(minutes name: String) {
    self.name = name
    description = "Minutes to the site of this name."
    type = "number"
    constraints = Constraints(minimum: 0)
  }

  init(_ field: Field) {
    name = field.name
    description = field.meaning
    var constraints = Constraints(
      required: field.isRequired ? true : nil, unique: field.isUnique ? true : nil,
      enum: field.choices.map { $0.filter { !$0.isEmpty } }, minimum: field.minimum,
      maximum: field.maximum)
    switch field.kind {
    case .text, .formula, .unit, .shares, .numbers, .identifiers: type = "string"
    case .priceBase:
      type = "string"
      constraints.pattern = "cash|[0-9]{4}-[0-9]{2}"
    case .financialYear:
      type = "string"
      constraints.pattern = "[0-9]{4}-[0-9]{2}"
    case .identifier:
      type = "string"
      constraints.pattern = "[a-z0-9]+([.-][a-z0-9]+)*"
    case .period:
      type = "string"
      let span = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
      constraints.pattern = "\(span)(/\(span))?\\??"
    case .number: type = "number"
    case .integer: type = "integer"
    case .date: type = "date"
    }
    self.constraints = constraints.isEmpty ? nil : constraints
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PlanPackage
public import Sampling

/// How an ensemble was made: what a part of it has to share with the others.
public struct ProjectionStamp: Codable, Sendable, Hashable {
  /// The version of Weald.
  public var engine: String
  /// The id of the plan.
  public var plan: String
  /// SHA-256 of the names and contents of all files of the plan.
  public var planDigest: String
  /// The scenario; nil for the plan as it stands.
  public var scenario: String?
  /// What chance was drawn from.
  public var seed: UInt64
  /// How many runs the whole ensemble has.
  public var runs: Int
  /// The measures that were asked for; empty for all.
  public var measures: [String]
  /// Whether figures rest on activity or resources that a program made up.
  public var synthetic: Bool
  /// Which part of the ensemble it is; nil for the whole.
  public var shard: Shard?

  /// The names and values of what two stamps have to share and do not.
  func differences(from other: ProjectionStamp) -> [String] {
    var differences = StampDifferences()
    differences.compare("version", engine, other.engine)
    differences.compare("plan", plan, other.plan)
    if plan == other.plan { differences.compare("plan digest", planDigest, other.planDigest) }
    differences.compare("scenario", scenario ?? "none", other.scenario ?? "none")
    differences.compare("seed", "\(seed)", "\(other.seed)")
    differences.compare("runs", runs, other.runs)
    differences.compare(
      "measures", measures.joined(separator: " "), other.measures.joined(separator: " "))
    differences.compare("parts", shard?.count ?? 0, other.shard?.count ?? 0)
    return differences.found
  }
}

extension Plan {
  /// SHA-256 over the names and contents of all files, by which two copies of a plan are compared.
  public var digest: String {
    let lines = files.map { "\($0.path) \(sha256($0.bytes))\n" }
    return sha256(Array(lines.joined().utf8))
  }
}

/// The description of a folder of results as a Frictionless Data Package, version 2.
struct PackageManifest: Encodable {
  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name, title, description, keywords, weald, resources
  }

  struct Resource: Encodable {
    let name: String
    let path: String
    let title: String
    let type = "table"
    let format = "csv"
    let mediatype = "text/csv"
    let encoding = "utf-8"
    let bytes: Int
    let hash: String
    let schema: Schema
  }

  struct Schema: Encodable {
    let fields: [Field]
  }

  struct Field: Encodable {
    let name: String
    let type: String
    let description: String
  }

  let schema = "https://datapackage.org/profiles/2.0/datapackage.json"
  let name: String
  let title: String
  let description: String
  let keywords: [String]?
  let weald: ProjectionStamp
  let resources: [Resource]
}

/// A file of results with the meaning of its columns.
struct PackageTable {
  let name: String
  let title: String
  let fields: [PackageManifest.Field]
  let bytes: [UInt8]

  var path: String { name + ".csv" }

  var resource: PackageManifest.Resource {
    PackageManifest.Resource(
      name: name, path: path, title: title, bytes: bytes.count, hash: "sha256:" + sha256(bytes),
      schema: PackageManifest.Schema(fields: fields))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Disclosure
import PlanPackage

/// The description of a release as a Frictionless Data Package, version 2.
///
/// Reference: Data Package Standard v2.0 (2024), https://datapackage.org/standard/data-package/.
struct ReleasePackage: Codable {
  private enum CodingKeys: String, CodingKey {
    case profile = "$schema"
    case name, title, description, created, synthetic, policy, resources
  }

  var profile = "https://datapackage.org/profiles/2.0/datapackage.json"
  var name = "weald-release"
  let title: String
  let description: String
  let created: String
  let synthetic: Bool
  let policy: String
  let resources: [ReleaseResource]

  init(request: ReleaseRequest, isSynthetic: Bool, files: [ReleasedFile]) {
    title = request.title
    description =
      "Tables of linked activity that have passed the policy \(request.policy.name)."
      + (isSynthetic ? " Synthetic: no figure is of real people." : "")
    created = request.date + "T00:00:00Z"
    synthetic = isSynthetic
    policy = request.policy.name
    resources = files.map(ReleaseResource.init)
  }
}

/// One file of a release.
struct ReleaseResource: Codable {
  private enum CodingKeys: String, CodingKey {
    case profile = "$schema"
    case name, type, path, format, mediatype, encoding, bytes, hash, schema
  }

  var profile = "https://datapackage.org/profiles/2.0/dataresource.json"
  let name: String
  let type: String?
  let path: String
  let format: String
  let mediatype: String
  var encoding = "utf-8"
  let bytes: Int
  let hash: String
  let schema: ReleaseSchema?

  init(_ file: ReleasedFile) {
    name = file.table ?? String(file.path.lowercased().split(separator: ".").first ?? "file")
    type = file.table == nil ? nil : "table"
    path = file.path
    let ending = String(file.path.split(separator: ".").last ?? "")
    format = ending
    mediatype = ["csv": "text/csv", "json": "application/json"][ending] ?? "text/markdown"
    bytes = file.bytes.count
    hash = "sha256:" + sha256(file.bytes)
    schema = file.table == nil ? nil : ReleaseSchema()
  }
}

/// The columns of every table of a release.
struct ReleaseSchema: Codable, Equatable {
  private enum CodingKeys: String, CodingKey {
    case profile = "$schema"
    case fields, primaryKey, missingValues
  }

  struct Column: Codable, Equatable {
    let name: String
    let type: String
    let description: String
    var constraints: Constraints?
  }

  struct Constraints: Codable, Equatable {
    var required: Bool?
    var minimum: Int?
    var `enum`: [String]?
  }

  var profile = "https://datapackage.org/profiles/2.0/tableschema.json"
  var fields = [
    Column(
      name: "period", type: "string", description: "From which month to which.",
      constraints: Constraints(required: true)),
    Column(
      name: "place", type: "string", description: "Where people live; all for every place.",
      constraints: Constraints(required: true)),
    Column(
      name: "age_band", type: "string", description: "Their age; all for every age.",
      constraints: Constraints(required: true)),
    Column(
      name: "group", type: "string",
      description: "Their segment, condition, kind of contact or provider; all for every one.",
      constraints: Constraints(required: true)),
    Column(
      name: "measure", type: "string", description: "What is counted.",
      constraints: Constraints(required: true)),
    Column(
      name: "value", type: "number", description: "The figure, rounded; empty when it is hidden.",
      constraints: Constraints(minimum: 0)),
    Column(
      name: "status", type: "string", description: "Whether the figure is given.",
      constraints: Constraints(
        required: true, enum: [ReleaseTable.shown, ReleaseTable.hidden])),
  ]
  var primaryKey = ["period", "place", "age_band", "group", "measure"]
  var missingValues = [""]
}

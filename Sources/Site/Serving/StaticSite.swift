// SPDX-License-Identifier: Apache-2.0

import Assessment
public import PlanPackage

/// A plan's site as files that open without a server.
public struct StaticSite: Sendable {
  private let view: SiteView

  /// Works the plan out, as it stands or under a scenario.
  ///
  /// - Throws: `PlanError` when the plan cannot be worked out.
  public init(_ reader: PlanReader, scenario: String? = nil) throws(PlanError) {
    let central = try Assessment(reader)
    var others: [String: Assessment] = [:]
    for entry in central.plan.scenarios {
      others[entry.id] = try Assessment(reader, scenario: entry.id)
    }
    let shown = try scenario.map { id throws(PlanError) in try Assessment(reader, scenario: id) }
    view = SiteView(
      shown ?? central, central: shown == nil ? nil : central, scenarios: others, isStatic: true)
  }

  /// The paths of the site in a fixed order.
  public var paths: [String] { view.paths }

  /// The file of a path: its name within the folder, and its bytes.
  public func file(_ path: String) -> (name: String, bytes: [UInt8]) {
    let name = StaticSite.name(path)
    let document = view.document(path)
    let bytes = document?.bytes ?? []
    guard document?.contentType.hasPrefix("text/html") == true else { return (name, bytes) }
    let depth = name.split(separator: "/").count - 1
    let up = String(repeating: "../", count: depth)
    return (
      name,
      Links.rewrite(bytes) { address in
        let (path, fragment) = Links.parts(address)
        return up + StaticSite.name(path) + fragment
      }
    )
  }

  private static func name(_ path: String) -> String {
    if path == "/" { return "index.html" }
    let trimmed = String(path.dropFirst())
    let endings = [".json", ".csv", ".svg", ".css"]
    return endings.contains { trimmed.hasSuffix($0) } ? trimmed : trimmed + ".html"
  }
}

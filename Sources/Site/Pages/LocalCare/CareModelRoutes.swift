// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

extension SiteView {
  /// Whether the plan has places that adapt a core model of local care.
  var hasLocalCare: Bool { !plan.local.localities.isEmpty }

  func careModelDocument(_ parts: [String]) -> Document? {
    guard hasLocalCare else { return nil }
    let page: CareModelPage? =
      switch (parts.dropFirst().first, parts.count) {
      case (nil, _): careModelIndex()
      case ("areas", 3):
        plan.local.localities.first { $0.id == parts[2] }.map { localityPage($0) }
      case ("differences", 2): differencesPage()
      case ("case", 2): InvestmentFindings(assessment).map { casePage($0) }
      default: nil
      }
    return page.map { .page(Templates.render("localcare", $0)) }
  }

  var careModelPaths: [String] {
    guard hasLocalCare else { return [] }
    return ["/local-care", "/local-care/differences"]
      + (InvestmentFindings(assessment) == nil ? [] : ["/local-care/case"])
      + plan.local.localities.map { CarePaths.area($0.id) }
  }

  /// Ways on to the parts of local care that the plan has.
  func careLinks(but current: String) -> [CareModelPage.Link] {
    let known = Set(careModelPaths + segmentPaths + clusterPaths)
    return [
      ("/local-care/case", "Does it pay? The investment case"),
      ("/local-care/differences", "Where areas differ from the core model"),
      ("/local-care/clusters", "Clusters of neighbourhoods"),
      ("/local-care/segments", "Segments: who needs what"),
      ("/local-care/prevention", "Prevention and self-care"),
    ].filter { known.contains($0.0) && $0.0 != current }.map { .init(href: $0.0, label: $0.1) }
  }

  /// A page of its own for a source, as a link.
  func careSource(_ id: String) -> String {
    let title = plan.sources.first { $0.id == id }?.title ?? id
    return "<a href=\"/sources/\(HTML.escape(id))\">\(HTML.escape(title))</a>"
  }
}

/// The addresses of pages about local care.
enum CarePaths {
  static func area(_ locality: String) -> String { "/local-care/areas/\(locality)" }
  static let up = CareModelPage.Link(href: "/local-care", label: "Local care")
}

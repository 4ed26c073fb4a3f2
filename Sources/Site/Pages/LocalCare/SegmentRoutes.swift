// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// Addresses of the pages about segments and prevention.
enum PopulationPaths {
  static let localCare = "/local-care"
  static let segments = "/local-care/segments"
  static let prevention = "/local-care/prevention"
}

extension SiteView {
  /// The document of a path about segments or prevention, or nil.
  func segmentDocument(_ parts: [String]) -> Document? {
    guard parts.count == 2 else { return nil }
    return switch parts[1] {
    case "segments": segmentStudy.map { .page(segmentPage($0)) }
    case "prevention": preventionStudy.map { .page(preventionPage($0)) }
    default: nil
    }
  }

  /// Their paths, in a fixed order.
  var segmentPaths: [String] {
    (hasSegments ? [PopulationPaths.segments] : [])
      + (hasPrevention ? [PopulationPaths.prevention] : [])
  }

  /// Whether the plan puts people into segments.
  var hasSegments: Bool { !plan.segments.rules.isEmpty && !plan.segments.lists.isEmpty }

  /// Whether the plan has programmes of prevention or causes of conditions.
  var hasPrevention: Bool {
    !plan.prevention.programmes.isEmpty || !plan.prevention.risks.isEmpty
  }

  /// An assessment has been through the same tables, so nothing can be wrong with them here.
  private var segmentStudy: SegmentStudy? { try? SegmentStudy(plan) }

  private var preventionStudy: PreventionStudy? {
    guard hasPrevention else { return nil }
    let graph = graph
    return try? PreventionStudy(plan) { graph[$0] }
  }

  /// The way up from these pages: to local care when the site has such a page.
  var abovePopulation: (href: String, label: String) {
    careModelPaths.contains(PopulationPaths.localCare)
      ? (PopulationPaths.localCare, "Local care") : ("/", plan.metadata.title)
  }
}

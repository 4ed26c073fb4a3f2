// SPDX-License-Identifier: Apache-2.0

extension SiteView {
  /// The document of a path under /local-care, or nil.
  func localCareDocument(_ parts: [String]) -> Document? {
    switch parts.dropFirst().first {
    case "clusters": clusterDocument(parts)
    case "segments", "prevention": segmentDocument(parts)
    default: careModelDocument(parts)
    }
  }

  /// Every path under /local-care, in a fixed order.
  var localCarePaths: [String] { careModelPaths + segmentPaths + clusterPaths }
}

// SPDX-License-Identifier: Apache-2.0

extension SiteView {
  func segmentDocument(_ parts: [String]) -> Document? { nil }

  var segmentPaths: [String] { [] }
}

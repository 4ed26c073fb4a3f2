// SPDX-License-Identifier: Apache-2.0

extension SiteView {
  func clusterDocument(_ parts: [String]) -> Document? { nil }

  var clusterPaths: [String] { [] }
}

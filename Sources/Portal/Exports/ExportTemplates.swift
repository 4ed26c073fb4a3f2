// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let exports: [(String, [UInt8])] = [
    ("exports", PackageResources.exports_mustache),
    ("exports-list", PackageResources.exports_list_mustache),
  ]
}

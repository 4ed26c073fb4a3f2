// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let lab: [(String, [UInt8])] = [
    ("lab", PackageResources.lab_mustache),
    ("lab-assumption", PackageResources.lab_assumption_mustache),
    ("lab-part", PackageResources.lab_part_mustache),
    ("lab-compare", PackageResources.lab_compare_mustache),
  ]
}

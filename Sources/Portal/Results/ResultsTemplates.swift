// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let results: [(String, [UInt8])] = [
    ("drawing", PackageResources.drawing_mustache),
    ("results", PackageResources.results_mustache),
    ("results-list", PackageResources.results_list_mustache),
    ("results-closed", PackageResources.results_closed_mustache),
    ("results-question", PackageResources.results_question_mustache),
  ]
}

// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  static let forms: [(String, [UInt8])] = [
    ("forms-booklet", PackageResources.forms_booklet_mustache),
    ("forms-list", PackageResources.forms_list_mustache),
    ("forms-overview", PackageResources.forms_overview_mustache),
    ("forms-section", PackageResources.forms_section_mustache),
    ("forms-question", PackageResources.forms_question_mustache),
    ("forms-text", PackageResources.forms_text_mustache),
    ("forms-preview", PackageResources.forms_preview_mustache),
    ("forms-publish", PackageResources.forms_publish_mustache),
    ("forms-version", PackageResources.forms_version_mustache),
  ]
}

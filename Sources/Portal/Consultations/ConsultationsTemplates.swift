// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  /// The templates of consultations and moderation.
  static let consultations: [(String, [UInt8])] = [
    ("consultations-have-your-say", PackageResources.consultations_have_your_say_mustache),
    ("consultations-list", PackageResources.consultations_list_mustache),
    ("consultations-card", PackageResources.consultations_card_mustache),
    ("consultations-page", PackageResources.consultations_page_mustache),
    ("consultations-checklist", PackageResources.consultations_checklist_mustache),
    ("consultations-duty", PackageResources.consultations_duty_mustache),
    ("consultations-review", PackageResources.consultations_review_mustache),
    ("consultations-review-tables", PackageResources.consultations_review_tables_mustache),
    ("consultations-responses", PackageResources.consultations_responses_mustache),
    ("consultations-response", PackageResources.consultations_response_mustache),
    ("consultations-answers", PackageResources.consultations_answers_mustache),
    ("consultations-history", PackageResources.consultations_history_mustache),
    ("consultations-log", PackageResources.consultations_log_mustache),
    ("consultations-desk-list", PackageResources.consultations_desk_list_mustache),
    ("consultations-desk", PackageResources.consultations_desk_mustache),
    ("consultations-desk-duty", PackageResources.consultations_desk_duty_mustache),
    ("consultations-desk-review", PackageResources.consultations_desk_review_mustache),
    ("consultations-desk-flags", PackageResources.consultations_desk_flags_mustache),
    ("consultations-desk-flag", PackageResources.consultations_desk_flag_mustache),
    ("consultations-desk-retention", PackageResources.consultations_desk_retention_mustache),
    ("consultations-certificate", PackageResources.consultations_certificate_mustache),
    ("consultations-moderation", PackageResources.consultations_moderation_mustache),
    ("consultations-moderate", PackageResources.consultations_moderate_mustache),
  ]
}

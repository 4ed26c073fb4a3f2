// SPDX-License-Identifier: Apache-2.0

extension PortalTemplates {
  /// The templates of responding, of the shared tablet and of keying paper.
  static let respond: [(String, [UInt8])] = [
    ("respond-question", PackageResources.respond_question_mustache),
    ("respond-start", PackageResources.respond_start_mustache),
    ("respond-section", PackageResources.respond_section_mustache),
    ("respond-check", PackageResources.respond_check_mustache),
    ("respond-answers", PackageResources.respond_answers_mustache),
    ("respond-closed", PackageResources.respond_closed_mustache),
    ("respond-done", PackageResources.respond_done_mustache),
    ("respond-save", PackageResources.respond_save_mustache),
    ("respond-return", PackageResources.respond_return_mustache),
    ("respond-receipt", PackageResources.respond_receipt_mustache),
    ("respond-kiosk", PackageResources.respond_kiosk_mustache),
    ("respond-kiosk-desk", PackageResources.respond_kiosk_desk_mustache),
    ("respond-equality", PackageResources.respond_equality_mustache),
    ("respond-equality-done", PackageResources.respond_equality_done_mustache),
    ("respond-capture", PackageResources.respond_capture_mustache),
    ("respond-entry", PackageResources.respond_entry_mustache),
    ("respond-keying", PackageResources.respond_keying_mustache),
  ]
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// The fields in which a version in a format is put in: a link to it, or its text.
enum EditionFields {
  static func fields(_ typed: FormFields, _ errors: FormErrors) -> [Field] {
    let formats =
      LibraryEdition.formats.map { ($0.id, $0.label) } + [("language", "In another language")]
    return [
      .line(
        "version", "Version", value: typed["version"],
        hint: "Such as 2.0. Use the same words for every format of one version.",
        error: errors["version"]),
      .select("format", "Format", formats, chosen: typed["format"], error: errors["format"]),
      .line(
        "language", "If it is in another language: which", value: typed["language"],
        error: errors["language"]),
      .line(
        "published", "Day of publication", value: typed["published"],
        hint: "Leave empty for the day on which you publish it here.", error: errors["published"],
        type: "date"),
      .line(
        "submitted", "Day on which it was handed in", value: typed["submitted"],
        hint: "If it was handed to a board or another body.", error: errors["submitted"],
        type: "date"),
      .line(
        "address", "Where it can be read", value: typed["address"],
        hint: "A link that starts with https:// or /. Files cannot be sent to this page.",
        error: errors["address"]),
      .box(
        "text", "Or its text", value: typed["text"],
        hint: "Markdown, \(LibraryRules.longestText) characters at most.", error: errors["text"],
        rows: 12),
    ]
  }

  static func edition(
    _ typed: FormFields
  ) -> (edition: LibraryEdition, text: String?, errors: FormErrors) {
    var errors = FormErrors()
    errors.require(typed, "version", "Give the version.")
    errors.limit(typed, "version", to: 60, "The version")
    let isLanguage = typed["format"] == "language"
    if isLanguage { errors.require(typed, "language", "Say which language.") }
    errors.limit(typed, "language", to: 40, "The language")
    if !isLanguage, !LibraryEdition.formats.contains(where: { $0.id == typed["format"] }) {
      errors.add("format", "Choose a format.")
    }
    for name in ["published", "submitted"] where !typed[name].isEmpty {
      if !NewsDates.isDay(typed[name]) { errors.add(name, "Enter a day like 2018-02-14.") }
    }
    checkPlace(typed, &errors)
    let edition = LibraryEdition(
      id: RandomID.make(), version: typed["version"],
      format: isLanguage ? typed["language"] : typed["format"],
      published: typed.optional("published"), submitted: typed.optional("submitted"),
      address: typed.optional("address"))
    return (edition, typed.optional("text"), errors)
  }

  private static func checkPlace(_ typed: FormFields, _ errors: inout FormErrors) {
    let address = typed["address"]
    if address.isEmpty, typed["text"].isEmpty {
      errors.add("address", "Give a link to it, or type its text below.")
    }
    let isOwn = address.hasPrefix("/") && !address.hasPrefix("//")
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    if !address.isEmpty, !isOwn && !isWeb || address.contains(where: \.isWhitespace) {
      errors.add("address", "A link starts with https:// or /, and has no spaces.")
    }
    errors.limit(typed, "address", to: 500, "The link")
    errors.limit(typed, "text", to: LibraryRules.longestText, "The text")
  }
}

extension FormFields {
  /// What was typed, or nil when it is nothing.
  func optional(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }
}

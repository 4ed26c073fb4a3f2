// SPDX-License-Identifier: Apache-2.0

import Engagement

/// The fields in which a bulletin is edited: its words, and the place of each item.
enum BulletinFields {
  static func fields(
    _ typed: FormFields, _ draft: BulletinDraft, _ errors: FormErrors
  ) -> [Field] {
    [
      .line("title", "Title", value: typed["title"], error: errors["title"]),
      .box(
        "introduction", "Introduction", value: typed["introduction"], hint: "Markdown.",
        error: errors["introduction"]),
    ]
      + draft.items.enumerated().map { place, item in
        .line(
          "place-\(place + 1)", "Place of “\(item.title)”", value: typed["place-\(place + 1)"],
          hint: "\(item.kind.heading). A number; empty leaves it out.",
          error: errors["place-\(place + 1)"], type: "number")
      }
  }

  static func values(_ draft: BulletinDraft) -> FormFields {
    FormFields(
      [("title", draft.title), ("introduction", draft.introduction)]
        + draft.items.indices.map { ("place-\($0 + 1)", "\($0 + 1)") })
  }

  static func draft(
    _ typed: FormFields, _ old: BulletinDraft
  ) -> (draft: BulletinDraft, errors: FormErrors) {
    var errors = FormErrors()
    errors.require(typed, "title", "Give a title.")
    errors.limit(typed, "title", to: 150, "The title")
    errors.limit(typed, "introduction", to: 5_000, "The introduction")
    let places = old.items.indices.map { index -> Int? in
      let text = typed["place-\(index + 1)"]
      if !text.isEmpty, Int(text) == nil {
        errors.add("place-\(index + 1)", "Enter a whole number, or nothing to leave it out.")
      }
      return Int(text)
    }
    return (
      BulletinDraft(
        title: typed["title"], introduction: typed["introduction"],
        items: BulletinRules.arrange(old.items, places: places)), errors
    )
  }
}

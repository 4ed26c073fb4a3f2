// SPDX-License-Identifier: Apache-2.0

/// The table of the pictures that a plan's pages show.
enum PictureTable {
  static let pictures = TableSchema(
    "pictures", "pictures.csv", purpose: "Pictures that pages show by {{picture:id}}.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("kind", .text, "What is drawn.").required().oneOf(
        PictureRow.Kind.allCases.map(\.rawValue)),
      Field("title", .text, "What the picture shows, as a sentence; may cite {{fact:id}}.")
        .required(),
      Field(
        "summary", .text, "What a reader who cannot see it needs to know; may cite {{fact:id}}."
      ).required(),
      Field("facts", .identifiers, "For bars and lines: ids of facts, separated by semicolons."),
      Field("labels", .text, "Short names of the facts, in the same order."),
      Field("source_line", .text, "Where the figures come from, in one line.").required(),
    ])
}

// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// A made-up document in two versions, so that the library has something to show.
public enum LibraryDemonstration {
  private static let office = Author(id: "demonstration", role: "programme-office")

  /// Appends a document with versions and formats, through the rules of the library.
  ///
  /// - Throws: `PublicationError`, `LedgerError`.
  public static func fill(
    _ data: DataFolder, plan: EngagementPlan, seed: UInt64
  ) async throws {
    let id = "synthetic-guide"
    guard try data.ledger.state(LibraryState.self).documents[id] == nil else { return }
    var draws = SyntheticDraws(seed: seed)
    let evening = draws.fraction() < 0.5 ? "Tuesdays" : "Thursdays"
    try await data.ledger.append(
      LibraryEvent.described(
        title: "How to take part (synthetic)",
        summary: "A made-up guide, to show versions, formats and what changed."),
      subject: id, by: office)
    let first = "# How to take part\n\nThis text is made up.\n\nMeetings are on \(evening)."
    let second = first + "\n\nYou can also write to us.\n\nWe answer every letter."
    try await add("1.0", "full", first, "2017-11-03", id, data, plan)
    try await add(
      "1.0", "easy-read", "This text is made up.\n\nCome to a meeting.", "2017-11-20", id, data,
      plan)
    try await add("2.0", "full", second, "2018-02-02", id, data, plan)
    try await add(
      "2.0", "summary", "This text is made up.\n\nCome or write.", "2018-02-09", id, data, plan)
    try await add("3.0", "full", second + "\n\nA draft line.", nil, id, data, plan)
  }

  private static func add(
    _ version: String, _ format: String, _ text: String, _ day: String?, _ id: String,
    _ data: DataFolder, _ plan: EngagementPlan
  ) async throws {
    func document() throws -> LibraryDocument? {
      try data.ledger.state(LibraryState.self).library(plan).first { $0.id == id }
    }
    let content = Content(text, kind: "document")
    let edition = LibraryEdition(
      id: "\(format)-\(version)", version: version, format: format, published: day,
      text: content.reference)
    try await data.ledger.append(
      try LibraryRules.add(edition, to: try document()), subject: id, by: office,
      contents: [content])
    guard day != nil else { return }
    let held = try document()?.editions.first { $0.edition.id == edition.id }
    try await data.ledger.append(try LibraryRules.publish(held), subject: id, by: office)
  }
}

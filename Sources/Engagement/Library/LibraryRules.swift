// SPDX-License-Identifier: Apache-2.0

/// What may be done with documents.
public enum LibraryRules {
  /// The longest text that can be typed in, in characters.
  public static let longestText = 200_000

  /// Puts a version in a format in, as a draft.
  public static func add(
    _ edition: LibraryEdition, to document: LibraryDocument?
  ) throws(PublicationError) -> LibraryEvent {
    guard let document else { throw .unknown("document") }
    if edition.version.isEmpty { throw .missing("the version") }
    if edition.format.isEmpty { throw .missing("the format") }
    if edition.address == nil, edition.text == nil {
      throw .missing("the address where it can be read, or its text")
    }
    let same = document.editions.first {
      $0.edition.version == edition.version && $0.edition.format == edition.format
        && $0.status != .withdrawn
    }
    guard same == nil else {
      throw .wrongState(
        "version in this format", found: "in the library already",
        advice: "Withdraw that one first, or give this one another version.")
    }
    return .editionAdded(edition)
  }

  /// Shows a draft edition to everybody.
  public static func publish(
    _ held: LibraryDocument.Held?
  ) throws(PublicationError) -> LibraryEvent {
    let held = try require(held, .draft, "Only a draft can be published.")
    return .editionPublished(edition: held.edition.id)
  }

  /// Stops offering a published edition.
  public static func withdraw(
    _ held: LibraryDocument.Held?, reason: String
  ) throws(PublicationError) -> LibraryEvent {
    let held = try require(held, .published, "Only what is published can be withdrawn.")
    guard !held.edition.id.hasPrefix("plan-") else {
      throw .wrongState(
        "edition", found: "part of the plan", advice: "Change it in the plan’s own files.")
    }
    guard !reason.isEmpty else { throw .missing("the reason, for its readers") }
    return .editionWithdrawn(edition: held.edition.id, reason: reason)
  }

  private static func require(
    _ held: LibraryDocument.Held?, _ status: LibraryDocument.Status, _ advice: String
  ) throws(PublicationError) -> LibraryDocument.Held {
    guard let held else { throw .unknown("version in this format") }
    guard held.status == status else {
      throw .wrongState("edition", found: held.status.rawValue, advice: advice)
    }
    return held
  }
}

/// What changed between two texts, paragraph by paragraph.
///
/// Method: the difference algorithm of Eugene W. Myers (1986), as in the standard library.
public enum TextChanges {
  /// A paragraph that stayed, went or came.
  public enum Line: Sendable, Equatable {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// The paragraphs of two texts in one order.
  public static func between(_ old: String, _ new: String) -> [Line] {
    let before = paragraphs(old)
    let after = paragraphs(new)
    let difference = after.difference(from: before)
    let removed = Set(difference.removals.map(place))
    let added = Set(difference.insertions.map(place))
    var lines: [Line] = []
    var index = 0
    for (position, text) in before.enumerated() {
      if removed.contains(position) {
        lines.append(.removed(text))
        continue
      }
      while index < after.count, added.contains(index) {
        lines.append(.added(after[index]))
        index += 1
      }
      lines.append(.same(text))
      index += 1
    }
    return lines + after.dropFirst(index).map { .added($0) }
  }

  private static func place(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}

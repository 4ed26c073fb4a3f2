// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A document of the library with all its versions and formats.
public struct LibraryDocument: Sendable, Equatable {
  /// Its id.
  public let id: String
  /// Its title.
  public let title: String
  /// In a sentence or two.
  public let summary: String
  /// In the order in which they came.
  public var editions: [Held]

  /// An edition and how far it has come.
  public struct Held: Sendable, Equatable {
    /// The edition.
    public var edition: LibraryEdition
    /// How far it has come.
    public var status: Status
    /// Why and when it was withdrawn, if it was.
    public var withdrawal: String?
  }

  /// How far an edition has come.
  public enum Status: String, Sendable { case draft, published, withdrawn }

  init(id: String, title: String, summary: String, editions: [Held]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.editions = editions
  }

  /// A document of the plan; its editions are published when they have a day or an address.
  public init(_ planned: DocumentDefinition) {
    let editions = planned.editions.enumerated().map { place, edition in
      Held(
        edition: LibraryEdition(
          id: "plan-\(place + 1)", version: edition.version, format: edition.format,
          published: edition.published.map(Self.day), address: edition.address),
        status: .published)
    }
    self.init(
      id: planned.id, title: planned.title, summary: planned.summary, editions: editions)
  }

  static func day(_ date: Date) -> String {
    ResponseClock.Day(date).noon.formatted(.iso8601.year().month().day().dateSeparator(.dash))
  }

  /// What everybody can see.
  public var shown: [Held] { editions.filter { $0.status != .draft } }
  var published: [LibraryEdition] { editions.filter { $0.status == .published }.map(\.edition) }

  /// The versions in order: by their first day of publication, then as they came.
  public var versions: [String] {
    var first: [String: (day: String, place: Int)] = [:]
    for (place, edition) in published.enumerated() {
      let day = edition.published ?? "9999"
      let known = first[edition.version]
      if known.map({ day < $0.day }) ?? true {
        first[edition.version] = (day, known?.place ?? place)
      }
    }
    return first.sorted { ($0.value.day, $0.value.place) < ($1.value.day, $1.value.place) }
      .map(\.key)
  }

  /// The newest version of the full document, or of anything when no full one is held.
  public var currentVersion: String? {
    let full = Set(published.filter { $0.format == "full" }.map(\.version))
    return versions.last { full.contains($0) } ?? versions.last
  }

  /// Whether a newer version of the document replaces this edition.
  public func isSuperseded(_ edition: LibraryEdition) -> Bool {
    isOlder(edition.version, than: currentVersion)
  }

  /// Whether this is the newest there is in its format, but of an older version than the
  /// full document: readers of the format are behind.
  public func isStale(_ edition: LibraryEdition) -> Bool {
    guard isSuperseded(edition), edition.format != "full" else { return false }
    return !published.contains {
      $0.format == edition.format && isOlder(edition.version, than: $0.version)
    }
  }

  private func isOlder(_ version: String, than other: String?) -> Bool {
    guard let other, let one = versions.firstIndex(of: version),
      let two = versions.firstIndex(of: other)
    else { return false }
    return one < two
  }

  /// The years in which something of it was published.
  public var years: Set<String> {
    Set(published.compactMap { $0.published.map { String($0.prefix(4)) } })
  }

  /// Whether something of it was published between two times.
  public func hasNews(since: Date, until: Date) -> Bool {
    published.contains { edition in
      edition.published.map { Self.day(since) <= $0 && $0 <= Self.day(until) } ?? false
    }
  }

  /// Whether it answers a search: every word is in its title or summary.
  public func matches(_ search: String) -> Bool {
    let text = (title + " " + summary).lowercased()
    return search.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}

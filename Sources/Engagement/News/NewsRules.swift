// SPDX-License-Identifier: Apache-2.0

/// What may be done with a news item, as the event that says that it was done.
public enum NewsRules {
  /// Changes a draft.
  public static func edit(
    _ record: NewsRecord?, to article: NewsArticle
  ) throws(PublicationError) -> NewsEvent {
    try require(record, .draft, "Write a correction instead, so that readers see what changed.")
    return .edited(try checked(article))
  }

  /// Shows a draft to everybody.
  public static func publish(_ record: NewsRecord?) throws(PublicationError) -> NewsEvent {
    try require(record, .draft, "Only a draft can be published.")
    return .published
  }

  /// Changes what was published, and says so.
  public static func correct(
    _ record: NewsRecord?, to article: NewsArticle, whatChanged: String
  ) throws(PublicationError) -> NewsEvent {
    try require(record, .published, "Only what is published can be corrected.")
    guard !whatChanged.isEmpty else { throw .missing("what was changed, for its readers") }
    return .corrected(try checked(article), whatChanged: whatChanged)
  }

  /// Takes back what was published.
  public static func withdraw(
    _ record: NewsRecord?, reason: String
  ) throws(PublicationError) -> NewsEvent {
    try require(record, .published, "Only what is published can be withdrawn.")
    guard !reason.isEmpty else { throw .missing("the reason, for its readers") }
    return .withdrawn(reason: reason)
  }

  /// The article, when it says what an article must.
  public static func checked(_ article: NewsArticle) throws(PublicationError) -> NewsArticle {
    if article.title.isEmpty { throw .missing("a title") }
    if article.summary.isEmpty { throw .missing("a summary") }
    if article.text.isEmpty { throw .missing("the text") }
    return article
  }

  /// An address of a thing: the words of its title, and a few letters that make it its own.
  public static func address(of title: String, mark: String) -> String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789")
    let words = title.lowercased().split { !allowed.contains($0) }.prefix(8)
    return (words.map(String.init) + [String(mark.prefix(5))]).joined(separator: "-")
  }

  private static func require(
    _ record: NewsRecord?, _ status: NewsRecord.Status, _ advice: String
  ) throws(PublicationError) {
    guard let record else { throw .unknown("news item") }
    guard record.status == status else {
      throw .wrongState("news item", found: record.status.rawValue, advice: advice)
    }
  }
}

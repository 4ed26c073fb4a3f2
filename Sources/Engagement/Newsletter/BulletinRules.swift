// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Ledger

/// How a bulletin is put together and what may be done with it.
public enum BulletinRules {
  /// The items of the thirty-one days before a time: what is open now, then what is new.
  ///
  /// The events are what is on in the coming weeks.
  public static func items(
    plan: EngagementPlan, consultations: ConsultationState, news: NewsState,
    library: [LibraryDocument], events: [BulletinItem], at now: Date
  ) -> [BulletinItem] {
    let since = now.addingTimeInterval(-31 * 86_400)
    let open = plan.consultations.filter { consultations.isOpen($0.id, at: now) }.map {
      BulletinItem(
        kind: .consultation, title: $0.title, summary: $0.summary,
        path: "/consultations/\($0.id)")
    }
    let articles = news.published.filter { ($0.publishedOn ?? now) >= since }.map {
      BulletinItem(
        kind: .news, title: $0.article.title, summary: $0.article.summary, path: "/news/\($0.id)",
        workstreams: $0.article.workstreams)
    }
    let documents = library.filter { $0.hasNews(since: since, until: now) }.map {
      BulletinItem(
        kind: .document, title: $0.title, summary: $0.summary, path: "/documents/\($0.id)")
    }
    return open + events + articles + documents
  }

  /// The same items with the chosen ones in the order of their numbers.
  public static func arrange(_ items: [BulletinItem], places: [Int?]) -> [BulletinItem] {
    zip(items, places).enumerated().compactMap { index, pair in
      pair.1.map { (place: $0, index: index, item: pair.0) }
    }
    .sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.item)
  }

  /// Changes a draft.
  public static func edit(
    _ record: BulletinRecord?, to draft: BulletinDraft
  ) throws(PublicationError) -> BulletinEvent {
    try requireDraft(record)
    guard !draft.title.isEmpty else { throw .missing("a title") }
    return .edited(draft)
  }

  /// Ends the editing.
  public static func signOff(_ record: BulletinRecord?) throws(PublicationError) -> BulletinEvent {
    let record = try requireDraft(record)
    guard !record.draft.items.isEmpty else { throw .missing("at least one item") }
    return .signedOff
  }

  /// A bulletin that can be sent, or whose sending can go on.
  public static func sendable(
    _ record: BulletinRecord?
  ) throws(PublicationError) -> BulletinRecord {
    guard let record else { throw .unknown("bulletin") }
    guard record.signedOffOn != nil else {
      throw .wrongState("bulletin", found: "a draft", advice: "Sign it off first.")
    }
    guard record.sentOn == nil else {
      throw .wrongState("bulletin", found: "sent", advice: "Nobody gets it twice.")
    }
    return record
  }

  @discardableResult
  private static func requireDraft(
    _ record: BulletinRecord?
  ) throws(PublicationError) -> BulletinRecord {
    guard let record else { throw .unknown("bulletin") }
    guard record.signedOffOn == nil else {
      throw .wrongState("bulletin", found: "signed off", advice: "Make a new one.")
    }
    return record
  }
}

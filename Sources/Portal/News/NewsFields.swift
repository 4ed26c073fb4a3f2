// SPDX-License-Identifier: Apache-2.0

import Engagement

/// The fields in which a news item is written.
enum NewsFields {
  static func fields(_ typed: FormFields, _ errors: FormErrors, _ services: Services) -> [Field] {
    [
      .radios(
        "kind", "Kind", NewsKind.allCases.map { ($0.rawValue, $0.label) },
        chosen: typed["kind"].isEmpty ? NewsKind.update.rawValue : typed["kind"],
        error: errors["kind"]),
      .line("title", "Title", value: typed["title"], error: errors["title"]),
      .box(
        "summary", "Summary", value: typed["summary"],
        hint: "One or two sentences, for lists, the feed and the newsletter.",
        error: errors["summary"], rows: 3),
      .box(
        "text", "Text", value: typed["text"],
        hint: "Markdown. Figures of the plan can be put in as facts.", error: errors["text"],
        rows: 14),
    ] + workstreams(typed, services)
  }

  private static func workstreams(_ typed: FormFields, _ services: Services) -> [Field] {
    guard !services.plan.workstreams.isEmpty else { return [] }
    return [
      .checkboxes(
        "workstreams", "Workstreams it is about", services.workstreamChoices,
        chosen: typed.all("workstreams"), hint: "Tick none when it is about the whole plan.")
    ]
  }

  static func article(
    _ typed: FormFields, _ services: Services
  ) -> (article: NewsArticle, errors: FormErrors) {
    var errors = FormErrors()
    if NewsKind(rawValue: typed["kind"]) == nil { errors.add("kind", "Choose a kind.") }
    errors.require(typed, "title", "Give a title.")
    errors.limit(typed, "title", to: 150, "The title")
    errors.require(typed, "summary", "Give a summary.")
    errors.limit(typed, "summary", to: 500, "The summary")
    errors.require(typed, "text", "Write the text.")
    errors.limit(typed, "text", to: 50_000, "The text")
    let known = Set(services.plan.workstreams.map(\.id))
    return (
      NewsArticle(
        kind: NewsKind(rawValue: typed["kind"]) ?? .update, title: typed["title"],
        summary: typed["summary"], text: typed["text"],
        workstreams: typed.all("workstreams").filter(known.contains)), errors
    )
  }

  static func values(_ article: NewsArticle) -> FormFields {
    FormFields(
      [
        ("kind", article.kind.rawValue), ("title", article.title), ("summary", article.summary),
        ("text", article.text),
      ] + article.workstreams.map { ("workstreams", $0) })
  }
}

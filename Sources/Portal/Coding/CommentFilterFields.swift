// SPDX-License-Identifier: Apache-2.0

import Engagement

/// A filter as it stands in an address, and the fields by which it is chosen.
struct CommentFilterFields {
  let query: FormFields
  let hiddenFrom: String?

  /// The filter that an address asks for; values that do not exist find nothing.
  var filter: CommentFilter {
    var filter = CommentFilter()
    filter.anyCode = values("any")
    filter.allCodes = values("all")
    filter.noCode = values("none")
    filter.state = CommentFilter.State(rawValue: query["state"])
    filter.questions = values("question")
    filter.areas = values("area")
    filter.types = values("type")
    filter.channels = values("channel")
    filter.stances = values("stance")
    filter.flags = values("flag")
    filter.campaignOnce = query["once"] == "yes"
    filter.words = String(query["words"].prefix(200))
    filter.coder = query["coder"].isEmpty ? nil : query["coder"]
    filter.order = CommentFilter.Order(rawValue: query["order"]) ?? .received
    filter.hiddenFrom = hiddenFrom
    return filter
  }

  private func values(_ name: String) -> Set<String> {
    Set(query.all(name).filter { !$0.isEmpty })
  }

  var isFiltered: Bool {
    query.pairs.contains { $0.name != "page" && $0.name != "done" && !$0.value.isEmpty }
  }

  func fields(
    _ choices: CommentStore.Choices, _ coding: ConsultationCoding, _ page: CodingPage,
    _ labels: CommentLabels
  ) -> [Field] {
    let codes = coding.frame.outline.map { ($0.code.id, $0.code.words.title) }
    return [
      .line("words", "Words in the comment", value: query["words"], type: "search"),
      select("any", "Has the code", codes), select("all", "And also the code", codes),
      select("none", "But not the code", codes),
      select(
        "state", "Coded or read", CommentFilter.State.allCases.map { ($0.rawValue, $0.label) }),
      select("stance", "Stance", Stance.allCases.map { ($0.rawValue, $0.label) }),
      select("question", "Question", choices.questions.map { ($0, labels.question($0)) }),
      select("area", "Area", choices.areas.map { ($0, labels.area($0)) }),
      select("type", "Type of respondent", choices.types.map { ($0, labels.type($0)) }),
      select(
        "channel", "Channel",
        Channel.allCases.filter { choices.channels.contains($0.rawValue) }
          .map { ($0.rawValue, $0.label) }),
      select(
        "flag", "Flag", ResponseFlag.allCases.map { ($0.rawValue, labels.flag($0.rawValue)) }),
      select("coder", "Coded by", choices.coders.map { ($0, page.name($0)) }),
      select("once", "Campaign texts", [("yes", "Show each once")], first: "Show all"),
      .select(
        "order", "Order", CommentFilter.Order.allCases.map { ($0.rawValue, $0.label) },
        chosen: query["order"]),
    ]
  }

  private func select(
    _ name: String, _ label: String, _ options: [(String, String)], first: String = "Any"
  ) -> Field {
    .select(
      name, label, [("", first)] + options.map { (value: $0.0, label: $0.1) },
      chosen: query[name])
  }
}

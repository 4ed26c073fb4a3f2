// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms

/// A made-up respondent: where they live, who they are and what they think.
struct SyntheticRespondent {
  let area: String?
  let placeName: String
  let type: String?
  let channel: Channel
  /// From -1, against any change, to 1, for it.
  let leaning: Double
  /// Whether they send the big letter, the small one, or nothing of the kind.
  let campaign: Campaign?

  enum Campaign { case letter, postcard }

  /// A respondent drawn by chance from the areas and types that a form offers.
  ///
  /// `minutes`: average minutes to the nearest unit under any option, by area: the longer,
  ///   the less people like change.
  init(
    form: FormDefinition, minutes: [String: Double], campaign: Campaign?,
    _ draws: inout SyntheticDraws
  ) {
    let areas = SyntheticRespondent.choices(form, .area)
    let types = SyntheticRespondent.choices(form, .respondentType)
    let gives = draws.fraction() < 0.93
    // People of some places answer more than their share; so they do in every open consultation.
    let weighted = areas.map { choice in
      (item: choice, weight: choice.id == "not-said" ? 0.2 : 0.5 + (minutes[choice.id] ?? 25) / 25)
    }
    let picked = draws.pick(weighted)
    area = gives ? picked?.id : nil
    placeName =
      picked.map { ["not-said", "elsewhere"].contains($0.id) ? "here" : $0.text } ?? "here"
    let weights = [8.0, 1.2, 1.6, 2.2, 0.4, 0.3, 0.5]
    type =
      gives
      ? draws.pick(types.enumerated().map { ($1.id, $0 < weights.count ? weights[$0] : 0.3) }) : nil
    channel = draws.pick(SyntheticRespondent.channels) ?? .online
    self.campaign = campaign
    let distance = ((minutes[picked?.id ?? ""] ?? 25) - 25) / 40
    let mood = draws.fraction() + draws.fraction() - 1
    let base = 0.15 - distance + 0.7 * mood + (type == "staff" ? 0.25 : 0)
    leaning =
      switch campaign {
      case .letter: -0.9
      case .postcard: 0.9
      case nil: max(-1, min(1, base))
      }
  }

  private static func choices(
    _ form: FormDefinition, _ attribute: RespondentAttribute
  ) -> [Choice] {
    guard let question = form.questions.first(where: { $0.attribute == attribute }),
      case .chooseOne(let choices, _) = question.kind
    else { return [] }
    return choices
  }

  private static let channels: [(item: Channel, weight: Double)] = [
    (.online, 62), (.paper, 17), (.telephone, 12), (.event, 4), (.kiosk, 2), (.letter, 2),
    (.email, 1),
  ]
}

// SPDX-License-Identifier: Apache-2.0

import Engagement

/// A code frame for made-up comments, with the words by which each code is given.
enum CodedWords {
  static let codes: [CodingDemonstration.KeyedCode] = [
    code(
      "Journeys", "How long it takes to get to a unit, and whether the stated times are true.",
      ["journey", "minutes", "travel", "road", "driven"]),
    code(
      "Ambulances", "Whether ambulances come in time and are enough.",
      ["ambulance", "paramedic", "crews"]),
    code(
      "Staff", "Whether there are staff for the units, and what becomes of those there are.",
      ["staff", "consultants", "nurses", "rotas", "posts"]),
    code(
      "Quality of care", "Better or worse results, specialists, care at night and at weekends.",
      ["specialist", "expert", "results", "scan", "equally good"]),
    code(
      "Visiting", "How families get there, with and without a car.",
      ["visit", "bus", "train", "taxi"]),
    code("Parking", "Spaces and what they cost.", ["parking", "space at"]),
    code(
      "Rehabilitation", "What happens after the first days.",
      ["rehabilitation", "therapy"]),
    code("Money", "Costs, savings and who pays.", ["money", "cost", "pays"]),
    code(
      "Fairness between places", "Deprivation, poor health, and who has the longest journey.",
      ["poorest", "worst health", "not fair"]),
    code(
      "Trust in the consultation", "Whether the decision is open and the questions fair.",
      ["decision about", "explaining", "questions lead"]),
    code(
      "Keep every unit", "That all hospitals keep their stroke wards.",
      ["every hospital should keep", "hospitals that are there already"]),
  ]

  private static func code(
    _ title: String, _ description: String, _ words: [String]
  ) -> CodingDemonstration.KeyedCode {
    (CodeWords(title: title, description: description), words)
  }
}

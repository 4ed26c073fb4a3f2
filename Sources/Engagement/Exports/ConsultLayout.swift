// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation

/// Responses in the folders that the government's open Consult tool reads: respondents once, then
/// for each question its text and the answers, joined by `themefinder_id`.
public enum ConsultLayout {
  /// The files under `inputs/`.
  ///
  /// `themefinder_id` is the place of a response in the export, from 1; the tool wants a number.
  public static func files(_ material: ExportMaterial) -> [ExportFile] {
    let people = material.rows.enumerated().map { place, row in
      ExportJSON.line(
        Respondent(
          place: place + 1,
          attributes: [
            "area": [row.area], "channel": [row.channel], "respondent_type": [row.respondentType],
          ].filter { $0.value != [""] }))
    }
    var files = [ExportFile(path: "inputs/respondents.jsonl", text: people.joined())]
    var number = 0
    for question in material.textQuestions {
      number += 1
      let answers = material.rows.enumerated().compactMap { place, row in
        row.words[question.id].map { Words(place: place + 1, text: $0) }
      }
      files += folder(
        number, QuestionFile(text: question.text, hasWords: true, options: nil),
        "responses.jsonl", answers.map { ExportJSON.line($0) })
    }
    for question in material.questions {
      number += 1
      let answers = material.rows.enumerated().compactMap { place, row in
        row.closed[question.id].map { Chosen(place: place + 1, options: $0) }
      }
      files += folder(
        number,
        QuestionFile(
          text: question.text, hasWords: false, options: question.options.map(\.text)),
        "multi_choice.jsonl", answers.map { ExportJSON.line($0) })
    }
    return files
  }

  private static func folder(
    _ number: Int, _ question: QuestionFile, _ name: String, _ lines: [String]
  ) -> [ExportFile] {
    let folder = "inputs/question_part_\(number)/"
    return [
      ExportFile(path: folder + "question.json", text: ExportJSON.text(question)),
      ExportFile(path: folder + name, text: lines.joined()),
    ]
  }

  private struct Respondent: Encodable {
    let place: Int
    let attributes: [String: [String]]

    enum CodingKeys: String, CodingKey {
      case place = "themefinder_id"
      case attributes = "demographic_data"
    }
  }

  private struct Words: Encodable {
    let place: Int
    let text: String

    enum CodingKeys: String, CodingKey {
      case place = "themefinder_id"
      case text
    }
  }

  private struct Chosen: Encodable {
    let place: Int
    let options: [String]

    enum CodingKeys: String, CodingKey {
      case place = "themefinder_id"
      case options
    }
  }

  private struct QuestionFile: Encodable {
    let text: String
    let hasWords: Bool
    let options: [String]?

    enum CodingKeys: String, CodingKey {
      case text = "question_text"
      case hasWords = "has_free_text"
      case options = "multi_choice_options"
    }
  }
}

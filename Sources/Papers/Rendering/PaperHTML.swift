// SPDX-License-Identifier: Apache-2.0

import Engagement
import Facts
import Foundation
import Ledger
import Mustache
import Pictures
import Programme

/// A paper as one HTML file that needs nothing else: styles and drawings are in it, and every figure
/// leads to where it comes from, at the end of the same file.
public struct PaperHTML: Sendable {
  private let paper: Paper

  /// Lays a paper out.
  public init(_ paper: Paper) { self.paper = paper }

  /// The whole file.
  public func file() -> String { PaperTemplates.render("paper", model(hasFrame: true)) }

  /// What stands between header and footer of a page of the site.
  public func body() -> String { PaperTemplates.render("paper-body", model(hasFrame: false)) }

  /// The styles of papers, for a page that holds `body`.
  public static let styles = PaperStyle.parts

  private func model(hasFrame: Bool) -> PaperModel {
    let facts = paper.facts
    return PaperModel(
      title: paper.title, plan: paper.plan, day: paper.day.text, dayISO: paper.day.iso,
      purpose: paper.kind.purpose, isDraft: !paper.isFinal, isSynthetic: paper.isSynthetic,
      anchor: paper.anchor.map { PaperModel.Anchor(sequence: $0.sequence, digest: $0.digest) },
      style: hasFrame ? PaperStyle.css + PictureStyle.css : "",
      contents: paper.chapters.map { PaperModel.Link(id: $0.id, text: $0.heading) },
      chapters: paper.chapters.map { PaperChapterModel($0) },
      hasFacts: !facts.isEmpty, facts: facts.map(PaperFactModel.init))
  }
}

/// What the template of a paper shows.
struct PaperModel {
  let title: String
  let plan: String
  let day: String
  let dayISO: String
  let purpose: String
  let isDraft: Bool
  let isSynthetic: Bool
  let anchor: Anchor?
  let style: String
  let contents: [Link]
  let chapters: [PaperChapterModel]
  let hasFacts: Bool
  let facts: [PaperFactModel]

  struct Anchor {
    let sequence: Int64
    let digest: String
  }

  struct Link {
    let id: String
    let text: String
  }
}

/// A chapter with its blocks as HTML.
struct PaperChapterModel {
  let id: String
  let heading: String
  let blocks: [String]

  init(_ chapter: PaperChapter) {
    id = chapter.id
    heading = chapter.heading
    blocks = chapter.blocks.map { PaperMarkup.block($0) }
  }
}

/// One entry of “Where each figure comes from”.
struct PaperFactModel {
  let anchor: String
  let label: String
  let value: String
  let rule: String?
  let place: String?
  let planFact: String?
  let quotations: [Quotation]
  let inputs: [Input]
  let hasInputs: Bool
  let furtherInputs: Int?
  let entries: [Entry]
  let hasEntries: Bool
  let furtherEntries: Int?

  struct Quotation {
    let title: String
    let publisher: String
    let locator: String?
    let words: String?
    let isNews: Bool
  }

  struct Input {
    let anchor: String
    let label: String
    let value: String
  }

  struct Entry {
    let sequence: Int64
    let what: String
    let day: String
    let digest: String
  }

  init(_ fact: PaperFact) {
    let evidence = fact.evidence
    anchor = PaperMarkup.anchor(fact)
    label = fact.label
    value = fact.value.text
    rule = evidence.rule
    place = evidence.place
    planFact = evidence.planFact?.rawValue
    quotations = evidence.quotations.map {
      Quotation(
        title: $0.title, publisher: $0.publisher, locator: $0.locator.isEmpty ? nil : $0.locator,
        words: $0.words.isEmpty ? nil : $0.words, isNews: $0.kind == "news")
    }
    inputs = evidence.inputs.map {
      Input(anchor: PaperMarkup.anchor($0), label: $0.label, value: $0.value.text)
    }
    hasInputs = !evidence.inputs.isEmpty
    furtherInputs = evidence.furtherInputs == 0 ? nil : evidence.furtherInputs
    entries = evidence.entries.map {
      Entry(sequence: $0.sequence, what: $0.what, day: $0.day.text, digest: $0.shortDigest)
    }
    hasEntries = !evidence.entries.isEmpty
    furtherEntries = evidence.furtherEntries == 0 ? nil : evidence.furtherEntries
  }
}

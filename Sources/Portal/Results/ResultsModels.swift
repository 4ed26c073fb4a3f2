// SPDX-License-Identifier: Apache-2.0

/// A link with its words.
struct ResultsLink {
  let href: String
  let label: String
}

/// The consultations whose results staff can look at.
struct ResultsListModel {
  let links: [ResultsLink]
}

/// The page that stands where results will be.
struct NotReleasedModel {
  let title: String
  let href: String
  let reason: String?
}

/// Who answered, and every question that can be counted.
struct ResultsIndexModel {
  let title: String
  let back: String
  let answer: String
  let isPublic: Bool
  let policy: String
  let who: [Grid]
  let sections: [Section]
  /// The form that releases or closes the results, for those who may.
  let release: Release?

  struct Section {
    let heading: String
    let links: [ResultsLink]
  }

  struct Release {
    let action: String
    let secret: String
    let isReleased: Bool
  }
}

/// The answers to one question.
struct ResultsQuestionModel {
  let back: String
  let section: String
  let text: String
  let answer: String
  let versions: String?
  let drawing: DrawingModel
  let main: Grid
  let breaks: [Grid]
  let crossing: Crossing
  let weighting: Weighting?
  let policy: String
  let isPublic: Bool

  /// The form that sets a second question beside this one.
  struct Crossing {
    let action: String
    let field: Field
    let table: Grid?
    let note: String?
  }

  /// The weighted view, or why there is none.
  struct Weighting {
    let table: Grid?
    let text: String
  }
}

/// A picture in its two drawings, with its table.
struct DrawingModel {
  let id: String
  let title: String
  let wide: String
  let narrow: String
  let table: Grid
}

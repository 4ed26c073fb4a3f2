// SPDX-License-Identifier: Apache-2.0

import Pictures

/// The page of the lab as the template `lab` draws it: the answer, the form, then the detail.
struct LabPage {
  /// A part of the detail.
  struct Part {
    let id: String
    let heading: String
    var paragraphs: [String] = []
    var drawings: [DrawingModel] = []
    var grids: [Grid] = []
  }

  /// One change with the way to take it back.
  struct Change {
    let text: String
    let undo: String
    let undoLabel: String
  }

  /// What the lab is called everywhere.
  static let name = "What if? Try it yourself"

  let title = LabPage.name
  let synthetic: String?
  let errors: FormErrors?
  let answer: String?
  let why: String?
  let warnings: [String]
  let hasWarnings: Bool
  let changes: [Change]
  let hasChanges: Bool
  let links: [SectionLink]
  let groups: [LabForm.Group]
  let settings: [Field]
  let isSettingsOpen: Bool
  let parts: [Part]
  let reset: String?
  let runs: String?
}

extension LabPage {
  /// The page of a state that was worked out.
  init(_ form: LabForm, _ result: LabResult, _ laboratory: Laboratory, maySave: Bool) {
    let state = form.state
    let pictures = LabPictures(result: result, laboratory: laboratory)
    let numbers = result.fans.first?.measure.numbers ?? NumberStyle()
    synthetic = laboratory.synthetic
    errors = nil
    answer = LabWords.answer(result)
    why =
      result.change.map { LabWords.why($0, numbers) }
      ?? pictures.mostImportant.map(\.self)
    warnings = result.warnings
    hasWarnings = !warnings.isEmpty
    changes = laboratory.inputs.compactMap { input in
      state.settings[input.id].map { setting in
        Change(
          text: LabWords.change(setting, input), undo: "/lab" + state.without(input.id).query,
          undoLabel: "Take back: \(input.label)")
      }
    }
    hasChanges = !changes.isEmpty
    groups = form.groups
    settings = form.settings
    isSettingsOpen = form.isSettingsOpen
    reset = changes.isEmpty ? nil : "/lab"
    runs =
      "Worked out from \(NumberStyle().text(Double(result.runs))) runs, seed \(result.seed). Each "
      + "run draws every assumption anew from its range; the same seed gives the same answer."
    let details = LabDetails(result: result, laboratory: laboratory, pictures: pictures)
    parts = details.parts
    links = Self.links(state, parts, maySave: maySave)
  }

  /// The form again, with what is wrong with it.
  init(_ form: LabForm, _ laboratory: Laboratory) {
    synthetic = laboratory.synthetic
    errors = form.errors
    answer = nil
    why = nil
    warnings = []
    hasWarnings = false
    changes = []
    hasChanges = false
    links = []
    groups = form.groups
    settings = form.settings
    isSettingsOpen = form.isSettingsOpen
    parts = []
    reset = "/lab"
    runs = nil
  }

  private static func links(
    _ state: LabState, _ parts: [Part], maySave: Bool
  ) -> [SectionLink] {
    var links = [
      SectionLink(text: "Change an assumption", href: "#assumptions"),
      SectionLink(text: "Scenarios that were kept", href: "/lab/scenarios"),
    ]
    if !state.settings.isEmpty {
      links.append(
        SectionLink(
          text: "Compare with the plan as it stands",
          href: "/lab/compare" + QueryText.encode(LabOptions.fields([.plan, .state(state)]))))
      if maySave {
        links.append(SectionLink(text: "Keep as a scenario", href: "/desk/lab/save" + state.query))
      }
      links.append(
        SectionLink(
          text: "Take it away as a scenario file (YAML)", href: "/lab/scenario.yaml" + state.query))
    }
    links.append(
      SectionLink(text: "Take the results away (CSV)", href: "/lab/results.csv" + state.query))
    return links
  }

  /// The page; what was wrong has a status that says so.
  func page() -> PortalAnswer {
    let isWrong = errors?.hasErrors ?? false
    return .page(
      PortalPage(isWrong ? "Problem: \(title)" : title, template: "lab", self),
      status: isWrong ? 422 : 200)
  }
}

extension LabPictures {
  /// The assumption that matters most, in a sentence.
  var mostImportant: String? {
    guard let headline = result.fans.first, let first = swings.first else { return nil }
    let share = result.variance.flatMap { $0.input == first.input.id ? $0.share : nil }
    return LabWords.mostImportant(
      first.input, first.swing, share, headline.measure, result.years.last ?? "")
  }
}

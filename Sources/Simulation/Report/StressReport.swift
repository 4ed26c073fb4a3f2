// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// What others need to judge a simulation and to repeat it: the checklist STRESS-DES, filled in from
/// the model itself.
///
/// Six sections with twenty items, of which one, the components of the model, has five parts. Reference: Monks,
/// Currie, Onggo, Robinson, Kunc and Taylor (2019), Strengthening the reporting of empirical
/// simulation studies, Journal of Simulation 13, doi 10.1080/17477778.2018.1442155.
public struct StressReport: Hashable, Sendable {
  /// One of the six sections.
  public struct Section: Hashable, Sendable {
    /// Its number.
    public let number: Int
    /// Its title.
    public let title: String
    /// Its items.
    public let items: [Item]
  }

  /// One of the twenty items, or one of the five parts of the components.
  public struct Item: Hashable, Sendable {
    /// Its number in the checklist, such as `2.5.4`.
    public let number: String
    /// What it asks for.
    public let title: String
    /// The answer, a paragraph each.
    public let text: [String]
    /// What the answer lists, where it lists something.
    public let table: Table?

    init(_ number: String, _ title: String, _ text: [String], table: Table? = nil) {
      self.number = number
      self.title = title
      self.text = text.filter { !$0.isEmpty }
      self.table = table.flatMap { $0.rows.isEmpty ? nil : $0 }
    }
  }

  /// A list with a header row.
  public struct Table: Hashable, Sendable {
    /// What it lists.
    public let caption: String
    /// What its columns are.
    public let columns: [String]
    /// Its rows, as many cells each as there are columns.
    public let rows: [[String]]
  }

  /// What the report is about.
  public let title: String
  /// The sections, in the order of the checklist.
  public let sections: [Section]

  /// Fills the checklist in from a study.
  public init(_ study: FlowStudy) {
    let writer = StressWriter(study: study)
    title = "STRESS-DES report: \(study.model.title)"
    sections = [
      Section(number: 1, title: "Objectives", items: writer.objectives),
      Section(number: 2, title: "Logic", items: writer.logic),
      Section(number: 3, title: "Data", items: writer.data),
      Section(number: 4, title: "Experimentation", items: writer.experimentation),
      Section(number: 5, title: "Implementation", items: writer.implementation),
      Section(number: 6, title: "Code access", items: writer.access),
    ]
  }

  /// The report of a study as Markdown.
  public static func markdown(_ study: FlowStudy) -> String { StressReport(study).markdown }

  /// The report as Markdown.
  public var markdown: String {
    var lines = ["# \(title)", ""]
    lines += [
      "This follows the STRESS-DES checklist (Monks and others, 2019, "
        + "doi 10.1080/17477778.2018.1442155). A program filled it in from the model.", "",
    ]
    for section in sections {
      lines += ["## \(section.number). \(section.title)", ""]
      for item in section.items {
        lines += ["### \(item.number) \(item.title)", ""]
        for paragraph in item.text { lines += [paragraph, ""] }
        if let table = item.table { lines += Self.rows(table) + [""] }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func rows(_ table: Table) -> [String] {
    func line(_ cells: [String]) -> String {
      let safe = cells.map {
        $0.replacing("|", with: "\\|").replacing("\n", with: " ")
      }
      return "| " + safe.joined(separator: " | ") + " |"
    }
    return ["*\(table.caption)*", "", line(table.columns)]
      + [line(table.columns.map { _ in "---" })] + table.rows.map(line)
  }
}

/// Writes the items of a report from a study.
struct StressWriter {
  let study: FlowStudy
  var model: FlowModel { study.model }
  var network: FlowNetwork { study.model.network }
}

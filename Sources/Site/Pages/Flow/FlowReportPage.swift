// SPDX-License-Identifier: Apache-2.0

import Simulation

extension FlowPages {
  /// The report that the checklist STRESS-DES asks for.
  var report: FlowPageModel {
    let report = StressReport(study)
    var page = page(
      "The full report", path: paths.report,
      answer:
        "Everything that somebody needs to judge this simulation and to repeat it: the 20 items "
        + "of the checklist STRESS-DES, filled in from the model by a program.")
    page.parts = report.sections.map { section in
      var part = FlowPageModel.Part("\(section.number). \(section.title)")
      part.items = section.items.map { item in
        FlowPageModel.Item(
          heading: "\(item.number) \(item.title)", text: item.text.map(plain),
          table: item.table.map { table(item.number, $0) })
      }
      return part
    }
    var files = FlowPageModel.Part(
      "The bundle",
      text: ["The checklist is by Monks and others (2019), doi 10.1080/17477778.2018.1442155."])
    files.files = view.flowFiles(flow)
    files.hasFiles = true
    page.parts.append(files)
    return page
  }

  /// Text of the report without its marks of code, which a page has no use for.
  private func plain(_ text: String) -> String { text.replacing("`", with: "") }

  private func table(_ item: String, _ table: StressReport.Table) -> TableModel {
    TableModel(
      caption: "\(item) \(table.caption)", columns: table.columns.map { ($0, false) },
      rows: table.rows.map { cells in
        TableModel.Row(
          HTML.escape(cells.first ?? ""),
          cells.dropFirst().map { .text($0.isEmpty ? "none" : $0) })
      })
  }
}

// SPDX-License-Identifier: Apache-2.0

import Assessment
import OutputAnalysis
import PatientFlow
import Pictures
import PlanPackage
import Simulation

/// The pages of a model, as models of pages.
struct FlowPages {
  let view: SiteView
  let study: FlowStudy
  let findings: FlowFindings
  let pictures: FlowPictures

  init(view: SiteView, study: FlowStudy) {
    self.view = view
    self.study = study
    findings = FlowFindings(study)
    pictures = FlowPictures(study)
  }

  var flow: FlowModel { study.model }
  var units: [FlowUnit] { study.model.network.units }
  var paths: FlowPaths { FlowPaths(model: study.model.id) }

  /// How many replications stand behind the page, in a sentence.
  func effort(_ replications: Int) -> String {
    "Worked out from \(replications) replications with the same seed every time. “Between” is a 95% "
      + "interval of the mean: it says how sure the simulation is, not how good the parameters are."
  }

  /// A page of the model with its title and way up.
  func page(_ heading: String, path: String, answer: String) -> FlowPageModel {
    let isFirst = path == paths.page
    var page = FlowPageModel(
      chrome: view.chrome(
        isFirst ? heading : "\(heading): \(flow.title)", path: path),
      upHref: isFirst ? FlowPaths.index : paths.page,
      upLabel: isFirst ? "Beds and waiting" : flow.title, heading: heading, answer: answer)
    page.notices = view.flowNotices
    return page
  }
}

// MARK: - The first page

extension FlowPages {
  /// What the model asks, what was found, and how.
  var model: FlowPageModel {
    var page = page(
      flow.title, path: paths.page, answer: "\(findings.verdict) \(findings.headline)")
    page.notices = alarms + page.notices
    page.links = view.flowLinks(flow)
    page.hasLinks = !page.links.isEmpty
    page.parts = [
      question, network, overTime, waits, measures, bedNeeds, exact, leftOut, parameters, files,
    ].compactMap { $0 }
    return page
  }

  private var alarms: [FlowPageModel.Notice] {
    guard !findings.alarms.isEmpty else { return [] }
    return [
      .init(
        label: "Do not rely on this yet.",
        text: "The simulation and the exact answer disagree on "
          + PlainNumber.list(
            findings.alarms.map { "\(name($0.measure.unit)), \($0.measure.quantity.title)" })
          + ".")
    ]
  }

  private var question: FlowPageModel.Part {
    .init(
      "What it asks",
      text: [flow.question, flow.overview].filter { !$0.isEmpty }
        + ["The verdict of the simulator: \(study.verdict.words)", effort(study.results.count)])
  }

  private var leftOut: FlowPageModel.Part? {
    let text = ([flow.limits] + flow.notes).filter { !$0.isEmpty }
    return text.isEmpty ? nil : .init("What it leaves out", text: text)
  }

  private var network: FlowPageModel.Part {
    var part = FlowPageModel.Part("Where people are and where they wait")
    part.pictures = [PictureModel(drawn: pictures.diagram())]
    return part
  }

  /// The units in the order of how many wait for them.
  private var order: [Int] {
    units.indices.sorted {
      (findings.waiting($1).mean, $0) < (findings.waiting($0).mean, $1)
    }
  }

  private var overTime: FlowPageModel.Part? {
    let pairs = order.map { unit in
      [pictures.queue(unit), pictures.occupied(unit)].compactMap { $0 }.map {
        PictureModel(drawn: $0)
      }
    }
    guard let first = pairs.first, !first.isEmpty else { return nil }
    var part = FlowPageModel.Part(
      "Day by day",
      text: ["Beds are counted once a day, \(FlowWords.clock(flow.horizon.auditTime))."])
    part.pictures = first
    let rest = pairs.dropFirst().flatMap(\.self)
    if !rest.isEmpty {
      part.folded = .init(summary: "Show the other units day by day", pictures: rest)
    }
    return part
  }

  private var waits: FlowPageModel.Part? {
    let charts = order.filter { units[$0].isLimited }.compactMap { pictures.waits($0) }
    guard let first = charts.first else { return nil }
    var part = FlowPageModel.Part("How long people wait")
    part.pictures = [PictureModel(drawn: first)]
    let rest = charts.dropFirst().map { PictureModel(drawn: $0) }
    if !rest.isEmpty {
      part.folded = .init(summary: "Show the waits for the other units", pictures: rest)
    }
    return part
  }

  private var files: FlowPageModel.Part {
    var part = FlowPageModel.Part(
      "The data", text: ["The figures of this page, and what somebody needs to repeat them."])
    part.files = view.flowFiles(flow)
    part.hasFiles = true
    return part
  }

  /// The name of a unit by its id.
  func name(_ unit: String) -> String { units.first { $0.id == unit }?.name ?? unit }
}

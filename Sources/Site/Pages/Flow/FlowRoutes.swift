// SPDX-License-Identifier: Apache-2.0

import Assessment
import PatientFlow
import PlanPackage
import Simulation

extension SiteView {
  /// Whether the plan has models of patient flow.
  var hasFlow: Bool { !flow.isEmpty }

  /// The document of a path under /flow, or nil.
  func flowDocument(_ parts: [String]) -> Document? {
    guard hasFlow else { return nil }
    guard parts.count > 1 else { return .page(flowIndexPage()) }
    guard let model = flow.model(parts[1]) else { return nil }
    let rest = parts.dropFirst(2).joined(separator: "/")
    if let file = flowFile(rest, model) { return file }
    return flowPage(rest, model).map(Document.page)
  }

  private func flowPage(_ rest: String, _ model: FlowModel) -> String? {
    guard let study = flow.study(model) else { return rest.isEmpty ? flowFaultPage(model) : nil }
    let pages = FlowPages(view: self, study: study)
    let page: FlowPageModel? =
      switch rest {
      case "": pages.model
      case "compare": pages.comparison(flow.variants(of: model))
      case "one-more": flow.oneMore(model).map(pages.oneMore)
      case "day": flow.day(model).map { pages.day($0, isPlayed: false) }
      case "day/play": flow.day(model).map { pages.day($0, isPlayed: true) }
      case "report": pages.report
      default: nil
      }
    return page.map { Templates.render("flow", $0) }
  }

  private func flowFile(_ name: String, _ model: FlowModel) -> Document? {
    func csv(_ text: String) -> Document {
      Document(contentType: "text/csv; charset=utf-8", bytes: Array(text.utf8))
    }
    guard let study = flow.study(model) else { return nil }
    switch name {
    case "measures.csv": return csv(FlowFiles(study).measures)
    case "days.csv": return csv(FlowFiles(study).days)
    case "results.csv": return csv(ReplicationBundle.results(study))
    case "parameters.csv": return csv(ReplicationBundle.parameters(model))
    case "events.csv":
      return flow.day(model).map { csv(ReplicationBundle.events($0, of: model.network)) }
    case "network.json":
      return Document(
        contentType: "application/json", bytes: Array(ReplicationBundle.network(model).utf8))
    default: return nil
    }
  }

  /// Every path under /flow, in a fixed order.
  var flowPaths: [String] {
    guard hasFlow else { return [] }
    return [FlowPaths.index]
      + flow.models.flatMap { model -> [String] in
        let paths = FlowPaths(model: model.id)
        return [paths.page] + flowLinks(model).map(\.href) + flowFiles(model).map(\.href)
          + (model.hasDays ? [paths.play] : [])
      }
  }

  /// The pages of a model beside its first.
  func flowLinks(_ model: FlowModel) -> [FlowPageModel.Link] {
    let paths = FlowPaths(model: model.id)
    var links: [FlowPageModel.Link] = []
    if model.network.units.contains(where: \.isLimited) {
      links.append(.init(href: paths.oneMore, label: "What one more bed is worth"))
    }
    if !flow.variants(of: model).isEmpty {
      links.append(.init(href: paths.compare, label: "Compare what could be done"))
    }
    if model.hasDays { links.append(.init(href: paths.day, label: "Follow one day")) }
    links.append(.init(href: paths.report, label: "The full report, all 20 items"))
    return links
  }

  /// The files of a model.
  func flowFiles(_ model: FlowModel) -> [FlowPageModel.Link] {
    let paths = FlowPaths(model: model.id)
    var files = [
      ("measures.csv", "Every measure (CSV)"), ("days.csv", "People by day, with bands (CSV)"),
      ("results.csv", "Every replication (CSV)"),
      ("parameters.csv", "Parameters with their sources (CSV)"),
      ("network.json", "The network (JSON)"),
    ]
    if model.hasDays { files.append(("events.csv", "The events of one day (CSV)")) }
    return files.map { .init(href: paths.file($0.0), label: $0.1) }
  }
}

extension FlowModel {
  /// Whether there is a whole day to follow.
  var hasDays: Bool { horizon.length >= 2 }
}

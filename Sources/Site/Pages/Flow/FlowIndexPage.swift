// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage
import Simulation

extension SiteView {
  /// The list of models: what each asks, what was found, and whether it can keep up.
  func flowIndexPage() -> String {
    let heading = "Beds and waiting"
    var page = FlowPageModel(
      chrome: chrome(heading, path: FlowPaths.index), upHref: "/", upLabel: plan.metadata.title,
      heading: heading,
      answer:
        "People wait when a bed or a visit is not free where they need to go next. Each model "
        + "here follows made-up patients, one by one, and counts who waits, where and for how long."
    )
    page.notices = flowNotices
    page.parts = flow.models.map { model in
      var part = FlowPageModel.Part(
        model.title, href: FlowPaths(model: model.id).page, text: [model.question])
      if let study = flow.study(model) {
        let findings = FlowFindings(study)
        part.text += [findings.verdict, findings.headline]
      } else {
        part.text.append("This model cannot be run as the plan describes it.")
      }
      return part
    }
    return Templates.render("flow", page)
  }

  /// What is said on every page about patient flow.
  var flowNotices: [FlowPageModel.Notice] {
    [
      flow.fault.map { .init(label: "The models cannot be read.", text: $0) },
      .init(
        label: "Simulated.",
        text: "The patients are made up by a program, and some parameters are assumed: each page "
          + "lists them with where they come from."),
    ].compactMap { $0 }
  }

  /// The page of a model whose network cannot be run.
  func flowFaultPage(_ model: FlowModel) -> String {
    var page = FlowPageModel(
      chrome: chrome(model.title, path: FlowPaths(model: model.id).page), upHref: FlowPaths.index,
      upLabel: "Beds and waiting", heading: model.title,
      answer: "This model cannot be run as the plan describes it.")
    page.notices = flowNotices
    return Templates.render("flow", page)
  }
}

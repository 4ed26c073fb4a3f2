// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People

/// A link to choose.
struct CaptureChoice {
  let title: String
  let path: String
}

/// The page on which staff start keying.
struct CaptureModel: WorkedOut {
  let title: String
  let secret: String
  var errors: FormErrors?
  var fields: [Field] = []
  var again: [Field] = []
  var agreed: String?
  var resolved: String?
  var different: [CaptureChoice] = []
  var workedOut: [String: Any] {
    ["canStart": !fields.isEmpty, "hasDifferent": !different.isEmpty]
  }
  var statistics: Grid?
  /// Only links: which consultation it is about.
  var choices: [CaptureChoice] = []
  var isChoosing = false

  /// A page that asks which consultation it is about.
  static func choosing(_ choices: [CaptureChoice], secret: String) -> CaptureModel {
    var model = CaptureModel(title: "Key equality pages", secret: secret)
    model.choices = choices
    model.isChoosing = true
    return model
  }
}

/// Keying of what came on paper, by telephone, at an event, by letter or email.
struct CapturePages: Sendable {
  let base: RespondBase
  var desk: ResponseDesk { base.desk }

  init(_ base: RespondBase) { self.base = base }

  /// `/desk/capture` and `/desk/capture/BUNDLE`.
  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .capture)
    switch (request.path.count, request.method) {
    case (2, .get): return try home(request, visit)
    case (2, .post): return try await startBatch(request, visit)
    case (3, _):
      guard let batch = try desk.batch(request.path[2]) else { throw PortalProblem.notFound }
      return request.method == .get
        ? try entry(batch, request, visit) : try await keep(batch, request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func home(
    _ request: PortalRequest, _ visit: Visit, errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    var model = CaptureModel(
      title: "Key paper, telephone and letters", secret: visit.formSecret,
      errors: errors.hasErrors ? errors : nil)
    model.fields = try startFields(request.fields, errors)
    model.again = againFields(request.fields, errors)
    model.agreed = request.query.has("agreed") ? request.query["agreed"] : nil
    model.resolved = request.query.has("resolved") ? request.query["resolved"] : nil
    try addKeying(&model)
    return .page(
      PortalPage(model.title, template: "respond-capture", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private func startFields(_ fields: FormFields, _ errors: FormErrors) throws -> [Field] {
    let forms = try formChoices()
    guard !forms.isEmpty else { return [] }
    let day = fields.has("day") ? fields["day"] : RespondDay.field(base.services.clock())
    return [
      .select(
        "form", "Consultation and version of the form", forms, chosen: fields["form"],
        hint: "The version is printed on the booklet.", error: errors["form"]),
      .select(
        "channel", "How it came", Channel.keyed.map { (value: $0.rawValue, label: $0.label) },
        chosen: fields["channel"], error: errors["channel"]),
      .line(
        "batch", "Name of the bundle", value: String(fields["batch"].prefix(60)),
        hint: "Such as: Box 3 May 2017. No names of people.", error: errors["batch"]),
      .line(
        "day", "Day on which it came in", value: String(day.prefix(20)), error: errors["day"],
        type: "date"),
    ]
  }

  private func formChoices() throws -> [(value: String, label: String)] {
    let versions = try base.services.ledger.state(FormState.self).versions
    return base.services.plan.consultations.flatMap { consultation in
      (versions[consultation.form] ?? []).reversed().map { form in
        (
          value: "\(consultation.id)/\(form.version)",
          label: "\(consultation.title): version \(form.version)"
        )
      }
    }
  }

  private func againFields(_ fields: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .select(
        "consultation", "Consultation of the paper",
        base.services.plan.consultations.map { (value: $0.id, label: $0.title) },
        chosen: fields["consultation"]),
      .line(
        "number", "Number on the paper", value: String(fields["number"].prefix(60)),
        error: errors["number"], autocomplete: "off"),
    ]
  }

  private func addKeying(_ model: inout CaptureModel) throws {
    var rows: [[String]] = []
    let responses = try base.services.ledger.state(ResponseState.self)
    for consultation in base.services.plan.consultations {
      let statistics = try desk.keyingStatistics(consultation.id)
      guard statistics.keyedTwice > 0 else { continue }
      rows.append([
        consultation.title, String(statistics.keyedTwice), String(statistics.agreeing),
        String(statistics.questionsDiffering), share(statistics.differenceRate),
      ])
      model.different += responses.responses(to: consultation.id)
        .filter { $0.keyingDifferences?.isEmpty == false && $0.keyingResolvedBy == nil }
        .map { record in
          CaptureChoice(
            title: "Paper \(record.response.paperNumber ?? record.response.publicID), "
              + consultation.title,
            path: "/desk/capture/differences/\(consultation.id)/\(record.response.id)")
        }
    }
    guard !rows.isEmpty else { return }
    model.statistics = Grid(
      "How well papers were keyed",
      [
        "Consultation", "Papers keyed twice#", "Papers that agree#", "Questions that differ#",
        "Share of questions#",
      ], rows)
  }

  private func share(_ rate: Double?) -> String {
    guard let rate else { return "–" }
    return rate.formatted(
      .percent.precision(.fractionLength(1)).locale(Locale(identifier: "en_GB")))
  }

  private func startBatch(
    _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let fields = request.fields
    var errors = FormErrors()
    let parts = fields["form"].split(separator: "/").map(String.init)
    let version = parts.count == 2 ? Int(parts[1]) : nil
    if version == nil { errors.add("form", "Choose a form from the list.") }
    let channel = Channel(rawValue: fields["channel"]).flatMap {
      Channel.keyed.contains($0) ? $0 : nil
    }
    if channel == nil { errors.add("channel", "Choose from the list how it came.") }
    let day = RespondDay.read(fields["day"])
    if day == nil { errors.add("day", "Give the day, such as 2017-05-30.") }
    guard let version, let channel, let day, let id = parts.first else {
      return try home(request, visit, errors: errors)
    }
    // A bundle of today is dated now: noon may not have come yet.
    let came = min(day, max(base.services.clock(), day - 43_200))
    do {
      let batch = CaptureBatch(
        consultation: id, formVersion: version, channel: channel, label: fields["batch"],
        cameInOn: came)
      return .see("/desk/capture/\(try await desk.startBatch(batch))")
    } catch {
      switch error {
      case .badLabel: errors.add("batch", error.description)
      case .cameInOutside: errors.add("day", error.description)
      default: errors.add("form", error.description)
      }
      return try home(request, visit, errors: errors)
    }
  }
}

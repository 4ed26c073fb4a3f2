// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme
import Savings

/// The forms about one scheme.
extension SavingsPart {
  func registerForm(_ author: Author) -> SavingsDeskForm {
    SavingsDeskForm(
      title: "Register a scheme", back: Self.deskRoot, backTitle: "Savings: desk",
      fields: { fields, errors in
        [
          .line(
            "id", "Permanent id", value: fields["id"],
            hint: "Small letters, digits and hyphens, such as theatre-time", error: errors?["id"])
        ] + termsFields(fields, errors, nil)
      },
      keep: { fields in
        try await schemes.register(
          fields["id"], try terms(fields), by: author, token: fields.formToken)
      })
  }

  func schemeForm(
    _ name: String, _ record: SchemeRecord, _ author: Author
  ) -> SavingsDeskForm? {
    switch name {
    case "change": changeForm(record, author)
    case "assess": assessForm(record, author)
    case "move": moveForm(record, author)
    case "record": recordForm(record, author, isCorrection: false)
    case "correct": recordForm(record, author, isCorrection: true)
    case "forecast": forecastForm(record, author)
    case "withdraw": withdrawForm(record, author)
    default: nil
    }
  }

  private func form(
    _ title: String, _ record: SchemeRecord,
    _ fields: @escaping (FormFields, FormErrors?) -> [Field],
    _ keep: @escaping (FormFields) async throws -> Void
  ) -> SavingsDeskForm {
    SavingsDeskForm(
      title: title, lead: record.terms.title, back: "\(Self.deskRoot)/schemes/\(record.id)",
      backTitle: "Back to the scheme", fields: fields, keep: keep)
  }

  private func changeForm(_ record: SchemeRecord, _ author: Author) -> SavingsDeskForm {
    form("Change its terms", record) { fields, errors in
      termsFields(fields, errors, record.terms) + [
        .line(
          "since", "From", value: fields.typed("since", usual: today.iso), error: errors?["since"],
          type: "date"),
        .box("reason", "Why", value: fields["reason"], error: errors?["reason"], rows: 3),
      ]
    } _: { fields in
      try await schemes.change(
        record.id, try terms(fields), from: try fields.savingsDay("since"),
        reason: fields["reason"], by: author, token: fields.formToken)
    }
  }

  private func assessForm(_ record: SchemeRecord, _ author: Author) -> SavingsDeskForm {
    form("Quality impact assessment", record) { fields, errors in
      QualityAssessment.Subject.allCases.map { subject in
        .line(
          subject.rawValue, subject.label, value: fields[subject.rawValue],
          hint: "Risk from 1 to 25: consequence times likelihood", error: errors?[subject.rawValue])
      } + [
        .radios(
          "outcome", "May it go on?",
          QualityAssessment.Outcome.allCases.map { ($0.rawValue, $0.label) },
          chosen: fields["outcome"], error: errors?["outcome"]),
        .box(
          "summary", "How it was judged", value: fields["summary"],
          hint: "Everybody can read this. Name nobody.", error: errors?["summary"]),
        .line(
          "on", "Day of the judgement", value: fields.typed("on", usual: today.iso),
          error: errors?["on"], type: "date"),
      ]
    } _: { fields in
      guard let outcome = QualityAssessment.Outcome(rawValue: fields["outcome"]) else {
        throw EventRefusal.faults([FieldFault("outcome", "Choose whether it may go on.")])
      }
      var risks: [QualityAssessment.Subject: Int] = [:]
      for subject in QualityAssessment.Subject.allCases {
        risks[subject] = Int(fields[subject.rawValue])
      }
      try await schemes.assess(
        record.id, on: try fields.savingsDay("on"), risks: risks, outcome: outcome,
        summary: fields["summary"], by: author, token: fields.formToken)
    }
  }

  private func moveForm(_ record: SchemeRecord, _ author: Author) -> SavingsDeskForm {
    form("Move it to another stage", record) { fields, errors in
      [
        .radios(
          "stage", "Stage", SchemeStage.allCases.map { ($0.rawValue, $0.label) },
          chosen: fields.typed("stage", usual: record.stage.value.rawValue),
          error: errors?["stage"]),
        .line(
          "on", "Since", value: fields.typed("on", usual: today.iso), error: errors?["on"],
          type: "date"),
      ]
    } _: { fields in
      guard let stage = SchemeStage(rawValue: fields["stage"]) else {
        throw EventRefusal.faults([FieldFault("stage", "Choose a stage.")])
      }
      try await schemes.move(
        record.id, to: stage, on: try fields.savingsDay("on"), by: author,
        token: fields.formToken)
    }
  }

  private func recordForm(
    _ record: SchemeRecord, _ author: Author, isCorrection: Bool
  ) -> SavingsDeskForm {
    form(isCorrection ? "Correct a month" : "Record a month", record) { fields, errors in
      [
        .line(
          "month", "A day of the month", value: fields["month"], error: errors?["month"],
          type: "date"),
        .line("pounds", "Pounds saved", value: fields["pounds"], error: errors?["pounds"]),
      ]
        + (isCorrection
          ? [.box("reason", "Why", value: fields["reason"], error: errors?["reason"], rows: 3)]
          : [])
    } _: { fields in
      let month = try fields.savingsDay("month").savingsMonth
      let pounds = try fields.savingsAmount("pounds")
      if isCorrection {
        try await schemes.correct(
          record.id, month: month, pounds: pounds, reason: fields["reason"], by: author,
          token: fields.formToken)
      } else {
        try await schemes.record(
          record.id, month: month, pounds: pounds, by: author, token: fields.formToken)
      }
    }
  }

  private func forecastForm(_ record: SchemeRecord, _ author: Author) -> SavingsDeskForm {
    let last = record.forecast?.value
    return form("Forecast the rest of the year", record) { fields, errors in
      [
        .radios(
          "method", "Method",
          ForecastMethod.allCases.map { ($0.rawValue, SavingsWords.method($0)) },
          chosen: fields.typed("method", usual: (last?.method ?? .greater).rawValue),
          error: errors?["method"]),
        .line(
          "confidence", "How much of the plan to come you count on, %",
          value: fields.typed("confidence", usual: "100"), error: errors?["confidence"]),
        .radios(
          "colour", "How sure it is",
          SavingsConfidence.allCases.map { ($0.rawValue, SavingsWords.colour($0)) },
          chosen: fields.typed("colour", usual: (last?.colour ?? .amber).rawValue),
          error: errors?["colour"]),
        .line(
          "through", "A day of the last month that is over", value: fields["through"],
          error: errors?["through"], type: "date"),
        .line(
          "stated", "Outturn that you expect, in pounds (optional)", value: fields["stated"],
          error: errors?["stated"]),
      ]
    } _: { fields in
      guard let method = ForecastMethod(rawValue: fields["method"]),
        let colour = SavingsConfidence(rawValue: fields["colour"])
      else { throw EventRefusal.faults([FieldFault("method", "Choose a method and a colour.")]) }
      try await schemes.forecast(
        record.id,
        SchemeForecast(
          through: try fields.savingsDay("through"), method: method,
          confidence: try fields.savingsShare("confidence"), colour: colour,
          stated: try fields.savingsNumber("stated")),
        by: author, token: fields.formToken)
    }
  }

  private func withdrawForm(_ record: SchemeRecord, _ author: Author) -> SavingsDeskForm {
    form("Withdraw it", record) { fields, errors in
      [
        .box(
          "reason", "Why", value: fields["reason"], hint: "Everybody can read this.",
          error: errors?["reason"], rows: 3)
      ]
    } _: { fields in
      try await schemes.withdraw(
        record.id, reason: fields["reason"], by: author, token: fields.formToken)
    }
  }
}

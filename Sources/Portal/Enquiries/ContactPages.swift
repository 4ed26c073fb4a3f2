// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// Asking the office something, and looking what became of it.
struct ContactPages {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    switch (request.step(1), request.path.count) {
    case ("", 1), ("speaker", 2):
      let form = ContactForm(services, isSpeaker: request.step(1) == "speaker")
      if request.method == .post { return try await post(request, form) }
      return try page(form, FormFields(), FormErrors(), RandomID.make()).answer()
    case ("check", 2):
      let reference = EnquiryRules.tidy(reference: request.query["reference"])
      return reference.isEmpty ? .see("/contact") : try check(reference).answer(isPrivate: true)
    case ("check", 3):
      let reference = EnquiryRules.tidy(reference: request.step(2))
      return try check(reference).answer(isPrivate: true)
    default: throw PortalProblem.notFound
    }
  }

  private func post(_ request: PortalRequest, _ form: ContactForm) async throws -> PortalAnswer {
    let (sent, errors) = form.read(request.fields)
    guard let sent else {
      return try page(form, request.fields, errors, request.fields["token"]).answer()
    }
    let reference = try await EnquiryBook(services.data).receive(
      sent.kind, sent.message, from: sent.enquirer, token: request.token("enquiry"))
    return .see("/contact/check/\(reference)")
  }

  private func page(
    _ form: ContactForm, _ typed: FormFields, _ errors: FormErrors, _ token: String
  ) throws -> BlockPage {
    let targets = services.enquiryTargets
    return BlockPage(
      title: form.isSpeaker ? "Ask for a speaker" : "Contact us",
      answer: form.isSpeaker
        ? "We come to your group, and talk about the plan."
        : "Ask us something, or tell us what you think. We answer in \(targets.enquiries) working days.",
      errors: errors,
      blocks: [
        PageBlock(
          form: .open(
            form.path, form.fields(typed, errors), button: "Send", token: token, trap: "website"))
      ] + (form.isSpeaker ? [] : try around()))
  }

  private func around() throws -> [PageBlock] {
    let targets = services.enquiryTargets
    return [
      PageBlock(
        "Have you asked already?",
        form: .ask(
          "/contact/check",
          [.line("reference", "Your reference", hint: "It looks like ENQ-7K2M-Q4WT.")],
          button: "See how far it is")),
      PageBlock(
        "A speaker for your group", links: [.init("Ask for a speaker", "/contact/speaker")]),
      PageBlock(
        "Recorded information",
        paragraphs: [
          "Anybody can ask a public body for information it holds. Choose “Freedom of information request” above, and give your real name. The law gives \(targets.freedomOfInformation) working days."
        ]),
      PageBlock(
        "Complaints about care",
        paragraphs: [
          "We cannot look into complaints about care, and do not take them here. Tell the hospital, surgery or service that gave the care. Each has a person for complaints.",
          "If you are not happy with its answer, the Parliamentary and Health Service Ombudsman can look at it.",
        ]),
      PageBlock("How quickly we answer", paragraphs: try ResponseTimes(services).sentences),
    ]
  }

  private func check(_ reference: String) throws -> BlockPage {
    let state = try services.ledger.state(EnquiryState.self)
    guard let id = state.byReference[reference], let record = state.records[id] else {
      var errors = FormErrors()
      errors.add("reference", "There is no enquiry with this reference. Check each letter.")
      return BlockPage(
        title: "Your enquiry", errors: errors,
        blocks: [
          PageBlock(
            form: .ask(
              "/contact/check",
              [.line("reference", "Your reference", value: reference, error: errors["reference"])],
              button: "Look again"))
        ])
    }
    let due = NewsDates.day(services.enquiryTargets.due(record).noon)
    return BlockPage(
      title: "Your enquiry", answer: "Your reference is \(record.reference). Write it down.",
      blocks: [
        PageBlock(
          grid: Grid(
            "How far it is", ["What", "Now"],
            [
              ["Kind", record.kind.label], ["Received", NewsDates.day(record.receivedOn)],
              ["State", record.stateLabel],
              [
                record.isWaiting ? "We answer by" : "First answer",
                record.isWaiting
                  ? due : record.answers.first.map { NewsDates.day($0.on) } ?? "None",
              ],
            ]), links: [.init("Contact us again", "/contact")])
      ])
  }
}

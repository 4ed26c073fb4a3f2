// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Foundation

/// Asking for the newsletter.
///
/// Nothing is stored here: the request travels in the mail.
struct SignUpPages {
  private let services: Services
  private let limit: SignUpLimit

  init(_ services: Services, _ limit: SignUpLimit) {
    self.services = services
    self.limit = limit
  }

  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    guard request.method == .post else { return page(FormFields(), FormErrors()).answer() }
    let fields = request.fields
    var errors = FormErrors()
    let email = EmailAddress.checked(fields["email"])
    errors.require(fields, "email", "Enter your email address.")
    if email == nil { errors.add("email", "Enter an email address like name@example.org.") }
    if fields["consent"] != NewsletterConsent.current.version {
      errors.add("consent", "Tick the box if you agree. We can only write to you if you do.")
    }
    guard let email, !errors.hasErrors else { return page(fields, errors).answer() }
    return try await send(request, to: email)
  }

  private func send(_ request: PortalRequest, to email: String) async throws -> PortalAnswer {
    let now = services.clock()
    switch limit.take(address: email, connection: request.address, at: now) {
    case .enoughForAddress: return .see("/newsletter/sent")
    case .tooMany:
      var errors = FormErrors()
      errors.add("email", "Too many requests came from your connection. Try again in an hour.")
      return page(request.fields, errors).answer()
    case .fine: break
    }
    let interests = InterestFields(services: services, typed: request.fields)
    let asked = SignUpRequest(
      email: email, workstreams: interests.workstreams, areas: interests.areas,
      consent: NewsletterConsent.current.version, at: now)
    let key = try await NewsletterKey.of(services.data.contacts)
    guard let token = key.seal(asked) else {
      throw PortalProblem(503, "Something went wrong", "The link could not be made. Try again.")
    }
    do {
      try await services.newsletter.mail(
        email, "Please confirm: newsletter of \(services.plan.title)",
        letter(request.origin + "/newsletter/confirm/" + token), nil)
    } catch {
      var errors = FormErrors()
      errors.add("email", "The email could not be sent just now. Please try again later.")
      return page(request.fields, errors).answer()
    }
    return .see("/newsletter/sent")
  }

  private func letter(_ link: String) -> String {
    """
    Somebody, we hope you, asked for the newsletter of \(services.plan.title).

    To get it, open this page and press the button. The link works for seven days:
    \(link)

    If it was not you, do nothing. You are not on the list, and this mail is all there is.
    """
  }

  var sent: BlockPage {
    BlockPage(
      title: "Check your email",
      answer: "We have sent you a link. Open it, and press the button on that page.",
      blocks: [
        PageBlock(
          paragraphs: [
            "The link works for seven days. Until you press the button, you are not on the list. Your address is in that mail and nowhere else.",
            "No email? Look in your junk mail, or ask again.",
          ], links: [.init("Ask again", "/newsletter"), .init("Read the news", "/news")])
      ])
  }

  private func page(_ fields: FormFields, _ errors: FormErrors) -> BlockPage {
    let consent = NewsletterConsent.current
    let inputs: [Field] =
      [
        .line(
          "email", "Your email address", value: fields["email"], error: errors["email"],
          type: "email", autocomplete: "email")
      ] + InterestFields(services: services, typed: fields).fields + [
        .checkboxes(
          "consent", "Do you agree?", [(consent.version, consent.wording)],
          chosen: fields.all("consent"), hint: "Wording \(consent.version).",
          error: errors["consent"])
      ]
    return BlockPage(
      title: "Newsletter", answer: "News of the plan by email, once a month.", errors: errors,
      blocks: [
        PageBlock(
          form: .open(
            "/newsletter", inputs, button: "Send me the link",
            lead: "We send you an email with a link. You are on the list once you confirm.")),
        PageBlock(
          "Already on the list?",
          paragraphs: [
            "Each newsletter has a link to change what you get, and a link to stop it. Asking again does no harm."
          ],
          links: [.init("Earlier newsletters", "/bulletins"), .init("News", "/news")]),
      ])
  }
}

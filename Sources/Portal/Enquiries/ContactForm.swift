// SPDX-License-Identifier: Apache-2.0

import Engagement

/// The form with which somebody asks something or asks for a speaker.
struct ContactForm {
  /// What was sent.
  struct Sent: Sendable {
    let kind: EnquiryKind
    let message: EnquiryMessage
    let enquirer: Enquirer
  }

  static let longestMessage = 5_000
  let services: Services
  let isSpeaker: Bool

  init(_ services: Services, isSpeaker: Bool) {
    self.services = services
    self.isSpeaker = isSpeaker
  }

  var path: String { isSpeaker ? "/contact/speaker" : "/contact" }

  func fields(_ typed: FormFields, _ errors: FormErrors) -> [Field] {
    let kinds = [EnquiryKind.enquiry, .freedomOfInformation].map { ($0.rawValue, $0.label) }
    let kind = Field.radios(
      "kind", "What is it?", kinds,
      chosen: typed["kind"].isEmpty ? EnquiryKind.enquiry.rawValue : typed["kind"],
      error: errors["kind"])
    let message = Field.box(
      "message", isSpeaker ? "What should it be about?" : "Your message",
      value: typed["message"], hint: "\(Self.longestMessage) characters at most.",
      error: errors["message"], rows: 8)
    return (isSpeaker ? speaker(typed, errors) : [kind]) + [message] + who(typed, errors)
      + visibleTrap(errors)
  }

  private func speaker(_ typed: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .line("group", "Your group", value: typed["group"], error: errors["group"]),
      .line("place", "Where it meets", value: typed["place"], error: errors["place"]),
      .line(
        "dates", "Days that would suit", value: typed["dates"],
        hint: "Such as: Tuesday evenings in March.", error: errors["dates"]),
    ]
  }

  private func who(_ typed: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .line("name", "Your name", value: typed["name"], error: errors["name"], autocomplete: "name"),
      .line(
        "email", "Your email address", value: typed["email"],
        hint: "We use it to answer you, and for nothing else.", error: errors["email"],
        type: "email", autocomplete: "email"),
      .line(
        "other", "Or: telephone number or postal address", value: typed["other"],
        error: errors["other"]),
    ]
  }

  /// A person whose browser filled in the hidden field sees it, and can clear it.
  private func visibleTrap(_ errors: FormErrors) -> [Field] {
    guard let error = errors["website"] else { return [] }
    return [.line("website", "Leave this empty", error: error)]
  }

  func read(_ typed: FormFields) -> (sent: Sent?, errors: FormErrors) {
    var errors = FormErrors()
    let kind = isSpeaker ? .speaker : EnquiryKind(rawValue: typed["kind"])
    if kind == nil || (kind == .speaker) != isSpeaker { errors.add("kind", "Choose what it is.") }
    if isSpeaker { errors.require(typed, "group", "Tell us the name of your group.") }
    errors.require(typed, "message", "Write your message.")
    errors.limit(typed, "message", to: Self.longestMessage, "The message")
    for name in ["group", "place", "dates"] { errors.limit(typed, name, to: 300, "This") }
    readWho(typed, &errors)
    if !typed["website"].isEmpty { errors.add("website", "Clear this field; it must be empty.") }
    guard let kind, !errors.hasErrors else { return (nil, errors) }
    let message = EnquiryMessage(
      text: typed["message"], group: isSpeaker ? typed.optional("group") : nil,
      place: isSpeaker ? typed.optional("place") : nil,
      dates: isSpeaker ? typed.optional("dates") : nil)
    let enquirer = Enquirer(
      name: typed["name"], email: typed["email"], otherContact: typed["other"])
    return (Sent(kind: kind, message: message, enquirer: enquirer), errors)
  }

  private func readWho(_ typed: FormFields, _ errors: inout FormErrors) {
    errors.require(typed, "name", "Tell us your name.")
    errors.limit(typed, "name", to: 120, "The name")
    if typed["email"].isEmpty, typed["other"].isEmpty {
      errors.add("email", "Give an email address, or another way to answer you.")
    }
    if !typed["email"].isEmpty, EmailAddress.checked(typed["email"]) == nil {
      errors.add("email", "Enter an email address like name@example.org.")
    }
    errors.limit(typed, "other", to: 400, "The telephone number or address")
  }
}

// SPDX-License-Identifier: Apache-2.0

import People

/// The line on top of every staff page: who has signed in, the way back, the way out.
struct DeskBar {
  let name: String
  let role: String
  let secret: String

  /// The answer with the line, when it is a page of the desk for somebody who has signed in.
  static func added(
    to answer: PortalAnswer, _ request: PortalRequest, _ visit: Visit
  ) -> PortalAnswer {
    guard case .page(var page) = answer.body, request.path.first == "desk",
      let person = visit.person
    else { return answer }
    let bar = DeskBar(name: person.name, role: person.role.label, secret: visit.formSecret)
    page.html = PortalTemplates.render("people-bar", bar) + page.html
    page.isPrivate = true
    var answer = answer
    answer.body = .page(page)
    return answer
  }
}

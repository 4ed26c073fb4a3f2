// SPDX-License-Identifier: Apache-2.0

extension Duty {
  /// Every duty of the checklist, in the order of the page.
  public static let all: [Duty] = gunning + law + scrutiny + tests

  private static let case1985 = """
    R v Brent London Borough Council, ex parte Gunning (1985): the four Gunning principles
    """

  private static let gunning = [
    Duty(
      id: "gunning-1", group: .fairness, title: "The proposal can still change",
      words: "People are asked while the plan is still being made. Nothing is settled yet.",
      source: case1985,
      slots: [
        Slot(id: "undecided", asks: "What shows that the decision was still open?"),
        Slot(id: "options", asks: "What shows which options were looked at, and why some fell?"),
      ]),
    Duty(
      id: "gunning-2", group: .fairness, title: "People are told enough to answer",
      words: "The reasons and the facts are given, so that people can think about them and reply.",
      source: case1985,
      slots: [
        Slot(id: "reasons", asks: "Where are the reasons and the facts set out?"),
        Slot(id: "formats", asks: "Which other formats and languages could people get?"),
      ]),
    Duty(
      id: "gunning-3", group: .fairness, title: "There is enough time",
      words: "People have time to think and to reply. No law sets a length; 12 weeks is common.",
      source: case1985,
      slots: [Slot(id: "time", asks: "How long was it open, and why was that enough?")]),
    Duty(
      id: "gunning-4", group: .fairness, title: "What people say is weighed with care",
      words: "Those who decide read what people said and weigh it before they decide.",
      source: case1985,
      slots: [
        Slot(id: "read", asks: "What shows that those who decided had the responses before them?"),
        Slot(id: "weighed", asks: "What shows how they weighed them, and what changed or did not?"),
      ]),
  ]

  private static let law = [
    Duty(
      id: "involve", group: .law, title: "Involve the people who use services",
      words: """
        People who use services, or may use them, are involved in planning them and in proposals \
        to change them.
        """,
      source: """
        National Health Service Act 2006: section 14Z2 for clinical commissioning groups at that \
        time; section 14Z45 for integrated care boards now; section 242 for NHS trusts and NHS \
        foundation trusts
        """,
      slots: [
        Slot(id: "planning", asks: "How were people involved before the proposal was written?"),
        Slot(id: "proposal", asks: "How were people involved in weighing the proposal?"),
      ]),
    Duty(
      id: "equality", group: .law, title: "Think about equality",
      words: """
        Before deciding, think about how the change affects people who share a protected \
        characteristic, such as age, disability or race.
        """,
      source: "Equality Act 2010, section 149: the public sector equality duty",
      slots: [
        Slot(id: "analysis", asks: "Where is the equality analysis?"),
        Slot(id: "reach", asks: "How were people reached who are heard less often?"),
      ]),
    Duty(
      id: "inequalities", group: .law, title: "Think about unequal access and results",
      words: """
        Keep in mind the need to reduce differences between patients: in whether they can use \
        health services, and in how well they do.
        """,
      source: """
        National Health Service Act 2006, section 14T, for clinical commissioning groups at that \
        time
        """,
      slots: [Slot(id: "inequalities", asks: "Where is the effect on unequal health set out?")]),
  ]

  private static let scrutiny = [
    Duty(
      id: "scrutiny", group: .scrutiny, title: "Consult the councils that scrutinise health",
      words:
        "A council is consulted when a large change to health services in its area is proposed.",
      source: """
        Regulation 23 of the Local Authority (Public Health, Health and Wellbeing Boards and \
        Health Scrutiny) Regulations 2013, SI 2013/218
        """,
      slots: [Slot(id: "councils", asks: "Which councils were consulted, when, on what papers?")]),
    Duty(
      id: "joint-scrutiny", group: .scrutiny, title: "One joint committee of the councils",
      words:
        "When several councils think the change is large, they look at it in a joint committee.",
      source: "Regulation 30 of the same Regulations, SI 2013/218",
      slots: [Slot(id: "joint", asks: "Which councils sat together, and what did they say?")]),
  ]

  private static let fourTests =
    "The four tests for changes to NHS services, as ministers gave them to Parliament"

  private static let tests = [
    test("test-1", "Strong involvement of patients and the public", fourTests),
    test("test-2", "It fits the need of patients to choose, now and later", fourTests),
    test("test-3", "There is clear clinical evidence for it", fourTests),
    test("test-4", "Clinical commissioners support it", fourTests),
    Duty(
      id: "test-beds", group: .tests, title: "When many beds close: one of three conditions",
      words: """
        There is enough other care in place, or ahead of the change, with the staff for it. Or a \
        new treatment means fewer stays in hospital. Or beds are used less well than the average \
        in England, and there is a sound plan to change that.
        """,
      source: "The bed test of NHS England, as ministers gave it to Parliament",
      slots: [Slot(id: "evidence", asks: "Do many beds close? If so, which condition is met?")]),
  ]

  private static func test(_ id: String, _ title: String, _ source: String) -> Duty {
    Duty(
      id: id, group: .tests, title: title, words: "One of the four tests for a large change.",
      source: source, slots: [Slot(id: "evidence", asks: "What shows it?")])
  }
}

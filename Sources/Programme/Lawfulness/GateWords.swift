// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement

/// The words in which pages and papers speak of gates and holds.
public enum GateWords {
  /// Where a gate stands.
  public static func status(_ status: GateStatus) -> String {
    switch status {
    case .passed: "Passed"
    case .passedWithConditions: "Passed with conditions"
    case .ready: "Ready to be passed"
    case .open: "Open"
    case .blocked: "Waits for a gate before it"
    }
  }

  /// A shape for where a gate stands, so that colour is not needed.
  public static func shape(_ status: GateStatus) -> String {
    switch status {
    case .passed: "●"
    case .passedWithConditions: "◐"
    case .ready: "◆"
    case .open: "○"
    case .blocked: "■"
    }
  }

  /// The state of a criterion.
  public static func state(_ state: GateCriterionState) -> String {
    switch state {
    case .met: "Met"
    case .notApplicable: "Does not apply here"
    case .partly: "Partly met"
    case .notMet: "Not met"
    case .expired(let day): "Ran out after \(CivilDay(number: day).text)"
    case .unsupported: "Said to be met, without evidence that counts"
    case .unjudged: "No verdict yet"
    }
  }

  /// A shape for the state of a criterion.
  public static func shape(_ state: GateCriterionState) -> String {
    switch state {
    case .met: "●"
    case .notApplicable: "–"
    case .partly: "◐"
    case .notMet: "✕"
    case .expired, .unsupported: "△"
    case .unjudged: "○"
    }
  }

  /// A test of which any one condition is enough.
  public static func test(_ id: String) -> String {
    switch id {
    case "bed-test": "Bed test"
    case "no-referral-waits": "Referral"
    case "no-claim-waits": "Claim"
    default: spaced(id)
    }
  }

  /// A condition of such a test.
  public static func condition(_ id: String) -> String {
    switch id {
    case "not-arising": "it does not arise"
    case "provision": "other care in place"
    case "treatment": "a new treatment"
    case "efficiency": "beds better used"
    case "none": "there is none"
    case "answered": "it is answered"
    case "decided": "it is decided"
    default: spaced(id).lowercased()
    }
  }

  /// What kind of hold.
  public static func kind(_ kind: LegalHoldKind) -> String {
    switch kind {
    case .referral: "Referral to the Secretary of State"
    case .callIn: "Call-in by the Secretary of State"
    case .claim: "Claim for judicial review"
    case .appeal: "Application to appeal"
    case .injunction: "Order of a court"
    case .notice: "Notice"
    }
  }

  /// What can be evidence.
  public static func kind(_ kind: GateEvidenceKind) -> String {
    switch kind {
    case .fact: "A figure of the plan"
    case .event: "Something that happened"
    case .document: "A publication"
    case .decision: "A decision"
    case .verdict: "A reviewer’s verdict"
    }
  }

  /// Whether work that cannot be undone is blocked on a day, and by what.
  public static func block(_ block: HoldBlock, on day: CivilDay, _ holds: GateHolds) -> String {
    let certain = names(block.certain, holds)
    let possible = names(block.possible, holds)
    switch block.force {
    case .none: return "On \(day.text) no hold was in force."
    case .certain:
      let also =
        possible.isEmpty
        ? "" : " \(sentence(possible)) may have been in force as well; the day is not known."
      return "On \(day.text) work that cannot be undone was blocked by: \(certain)." + also
    case .possible:
      return "On \(day.text) work that cannot be undone may have been blocked by: \(possible). "
        + "The day of a beginning or an end is not known exactly, so such work had to wait."
    }
  }

  /// Why something may not begin, in sentences.
  static func reasons(
    _ permission: ActionPermission, _ holds: GateHolds, _ change: GateChange
  ) -> [String] {
    guard case .refused(let reasons) = permission else { return [] }
    return reasons.map { reason in
      switch reason {
      case .hold(let id):
        "\(name(id, holds)) is in force. Wait until it is lifted; preparation that can be undone "
          + "may go on."
      case .possibleHold(let id):
        "\(name(id, holds)) may be in force: the day is not known exactly. Find out the day, or "
          + "wait until it is past."
      case .gate(let id):
        "The gate “\(change.gate(id)?.name ?? id)” has not been passed. Pass it first."
      }
    }
  }

  private static func name(_ id: String, _ holds: GateHolds) -> String {
    holds.hold(id)?.name ?? id
  }

  private static func names(_ ids: [String], _ holds: GateHolds) -> String {
    ids.map { name($0, holds) }.joined(separator: "; ")
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func spaced(_ id: String) -> String {
    sentence(id.split(separator: "-").joined(separator: " "))
  }
}

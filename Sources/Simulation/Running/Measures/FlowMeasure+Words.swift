// SPDX-License-Identifier: Apache-2.0

extension FlowMeasure.Quantity {
  /// The name in plain English, such as `People held up`: the same on pages, in files and in the command.
  public var title: String {
    switch self {
    case .occupied: "People there"
    case .needed: "People in need of care"
    case .blocked: "People held up"
    case .transition: "People waiting for arrangements"
    case .queue: "People waiting outside"
    case .waitingElsewhere: "People waiting in another unit"
    case .wait: "Days waited"
    case .foundFull: "Arrivals that found it full"
    case .overFourHours: "Admitted after more than four hours"
    case .occupancy: "Occupancy"
    case .auditOccupied: "People there at the daily count"
    case .auditQueue: "People waiting at the daily count"
    case .turnedAway: "People turned away"
    case .cancelled: "Planned admissions called off"
    case .admissions: "Admissions"
    case .visits: "Visits"
    }
  }

  /// What is measured, over what it is averaged, and in what unit.
  public var definition: String {
    switch self {
    case .occupied: "The average over time of the people there, in care or not."
    case .needed: "The average over time of the people there who need to be."
    case .blocked: "The average over time of the people who could go on, but the next unit is full."
    case .transition:
      "The average over time of the people who could go on, but papers, equipment or transport are "
        + "not ready."
    case .queue: "The average over time of the people who wait for it and are in no unit."
    case .waitingElsewhere: "The average over time of the people who wait for it in another unit."
    case .wait: "The average over people admitted of the days between coming and being admitted."
    case .foundFull: "The share of arrivals that found no bed: an average over arrivals, not time."
    case .overFourHours: "The share of people admitted who had waited more than four hours."
    case .occupancy: "People there over beds staffed, both averaged over time."
    case .auditOccupied: "The average over daily counts of the people there."
    case .auditQueue: "The average over daily counts of the people who wait for it, wherever."
    case .turnedAway: "People a day who went elsewhere because it was full or the queue was long."
    case .cancelled: "Planned admissions a day that were called off."
    case .admissions: "People admitted a day."
    case .visits: "Visits made a day."
    }
  }

  /// What a value is a number of: "people", "days", "%".
  public var unit: String {
    switch self {
    case .wait: "days"
    case .foundFull, .overFourHours, .occupancy: "%"
    case .turnedAway, .cancelled, .admissions: "people a day"
    case .visits: "visits a day"
    case .occupied, .needed, .blocked, .transition, .queue, .waitingElsewhere, .auditOccupied,
      .auditQueue:
      "people"
    }
  }

  /// Whether it is a share, and shown in percent.
  public var isShare: Bool { unit == "%" }

  /// What a value is multiplied by before it is printed.
  public var factor: Double { isShare ? 100 : 1 }

  /// Whether less of it is better; nil where neither is.
  public var isBetterLow: Bool? {
    switch self {
    case .blocked, .transition, .queue, .waitingElsewhere, .wait, .foundFull, .overFourHours,
      .auditQueue, .turnedAway, .cancelled:
      true
    case .occupied, .needed, .occupancy, .auditOccupied, .admissions, .visits: nil
    }
  }
}

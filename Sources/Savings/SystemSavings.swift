// SPDX-License-Identifier: Apache-2.0

/// What one scheme does to the member that has it and to the member at the other end.
public struct SchemeEffect: Sendable, Equatable {
  /// The scheme.
  public let scheme: String
  /// Whose money it saves.
  public let member: String
  /// Pounds a year that this member saves, before what it costs to get there.
  public let saving: Double
  /// Pounds a year that it costs to get there.
  public let investment: Double
  /// What another member loses by it.
  public let loss: Loss?

  /// Income that another member loses.
  public struct Loss: Sendable, Equatable {
    /// Who loses it.
    public let member: String
    /// Pounds of income a year.
    public let income: Double
    /// Pounds of cost a year that the loser can take out because of it.
    public let costRemoved: Double

    /// A loss of income, and the cost that goes with it.
    public init(member: String, income: Double, costRemoved: Double) {
      self.member = member
      self.income = income
      self.costRemoved = costRemoved
    }

    /// Cost that stays where it was, with no income to pay for it.
    public var strandedCost: Double { max(0, income - costRemoved) }
  }

  /// The effect of a scheme.
  public init(
    scheme: String, member: String, saving: Double, investment: Double, loss: Loss?
  ) {
    self.scheme = scheme
    self.member = member
    self.saving = saving
    self.investment = investment
    self.loss = loss
  }

  /// What the member keeps: the saving less what it costs.
  public var net: Double { saving - investment }

  /// What the system keeps: a saving that is another member's lost income is none, but for the
  /// cost that member takes out.
  public var systemNet: Double {
    net - (loss.map { $0.income - $0.costRemoved } ?? 0)
  }
}

/// Savings of members and of the system as a whole, with transfers between members cancelled.
public struct SystemSavings: Sendable, Equatable {
  /// Pounds a year that members say they save.
  public let gross: Double
  /// Pounds a year that it costs.
  public let investment: Double
  /// Pounds a year that are another member's lost income, less the cost that member takes out.
  public let transfersCancelled: Double
  /// Cost left behind at members who lose income.
  public let strandedCost: Double
  /// What each member keeps, losses of income and costs taken out included, by member.
  public let byMember: [String: Double]

  /// Adds schemes up.
  public init(_ effects: [SchemeEffect]) {
    gross = effects.reduce(0) { $0 + $1.saving }
    investment = effects.reduce(0) { $0 + $1.investment }
    transfersCancelled = effects.reduce(0) { $0 + $1.net - $1.systemNet }
    strandedCost = effects.reduce(0) { $0 + ($1.loss?.strandedCost ?? 0) }
    var members: [String: Double] = [:]
    for effect in effects {
      members[effect.member, default: 0] += effect.net
      if let loss = effect.loss {
        members[loss.member, default: 0] += loss.costRemoved - loss.income
      }
    }
    byMember = members
  }

  /// What the system keeps; the sum of what the members keep.
  public var net: Double { gross - investment - transfersCancelled }
}

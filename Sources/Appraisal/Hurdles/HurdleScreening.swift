// SPDX-License-Identifier: Apache-2.0

/// A long list taken through hurdles one after the other, with the reason for every removal.
///
/// Which options are left doesn't depend on the order of the hurdles: they are those that fail none.
/// The hurdle that is said to have removed an option does, when it fails several.
public struct HurdleScreening: Hashable, Sendable {
  /// Each option, in the order of the long list.
  public let options: [ScreenedOption]
  /// Each stage, with what is left after it.
  public let stages: [StageOutcome]
  /// Each hurdle, with what its removal would bring back.
  public let hurdles: [DecidingHurdle]

  /// The options that are left at the end, in the order of the long list.
  public var remaining: [OptionID] {
    options.filter { $0.removedBy == nil }.map(\.option)
  }
}

/// One option of the long list.
public struct ScreenedOption: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// The first hurdle it fails; nil if it is left at the end.
  public let removedBy: HurdleID?
  /// The stage of that hurdle.
  public let removedIn: StageID?
  /// Every hurdle it fails, in their order.
  public let failed: [HurdleID]
  /// Every hurdle it was let past without being tested.
  public let waived: [HurdleID]
  /// Every hurdle without a verdict, which only a removed option can have.
  public let notAssessed: [HurdleID]

  /// Whether another order of hurdles could name another reason for its removal.
  public var reasonDependsOnOrder: OrderDependence {
    if failed.count > 1 { return .yes }
    return failed.isEmpty || notAssessed.isEmpty ? .no : .unknown
  }

  /// Whether the stated reason depends on the order of hurdles.
  public enum OrderDependence: Hashable, Sendable {
    /// It fails one hurdle and passes all others, or fails none.
    case no
    /// It fails several, so the first of them is the stated reason.
    case yes
    /// It fails one, but was not assessed on others.
    case unknown
  }
}

/// What is left after one stage.
public struct StageOutcome: Hashable, Sendable {
  /// The stage.
  public let stage: StageID
  /// The count before and after each of its hurdles.
  public let hurdles: [HurdleCount]
  /// The options left after the stage, in the order of the long list.
  public let remaining: [OptionID]
}

/// The count before and after one hurdle.
public struct HurdleCount: Hashable, Sendable {
  /// The hurdle.
  public let hurdle: HurdleID
  /// How many options reach it.
  public let entering: Int
  /// The options it removes, which no hurdle before it removed.
  public let removes: [OptionID]
  /// How many options are left after it.
  public var leaving: Int { entering - removes.count }
}

/// What one hurdle decides.
public struct DecidingHurdle: Hashable, Sendable {
  /// The hurdle.
  public let hurdle: HurdleID
  /// Every option that fails it, whether or not another hurdle removed it first.
  public let failedBy: [OptionID]
  /// The options that would be left at the end without this hurdle: they fail it and pass all
  /// others.
  public let bringsBack: [OptionID]
  /// The options that fail it and no other, but have no verdict on some.
  public let couldBringBack: [OptionID]
}

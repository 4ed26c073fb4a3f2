// SPDX-License-Identifier: Apache-2.0

/// The rows of one kind of activity in the base year, in columns.
///
/// A row is one spell, or some attendances or arrivals that have everything in common. Columns are
/// as long as `count`; the model refuses others. Rows hold no names, numbers of patients or dates.
public struct ActivityRows: Sendable {
  /// What the rows are.
  public let kind: ActivityKind
  /// Age in years, from 0.
  public var ages: [Int16] = []
  /// Sex.
  public var sexes: [Sex] = []
  /// Point of delivery, such as `elective-admission`.
  public var pod = CategoryColumn(name: "pod")
  /// Site of treatment.
  public var site = CategoryColumn(name: "site")
  /// Treatment specialty.
  public var specialty = CategoryColumn(name: "specialty")
  /// Other columns that scopes of factors and strategies name.
  public var categories: [CategoryColumn] = []
  /// Spells, attendances in person, or arrivals.
  public var counts: [Int32] = []
  /// Remote attendances; for outpatients only, and empty otherwise.
  public var remoteCounts: [Int32] = []
  /// Nights in hospital; for spells only, and empty otherwise.
  public var stays: [Int32] = []

  /// No rows yet.
  public init(_ kind: ActivityKind) { self.kind = kind }

  /// The number of rows.
  public var count: Int { counts.count }

  /// The column of a name, if there is one.
  public func category(_ name: String) -> CategoryColumn? {
    switch name {
    case pod.name: pod
    case site.name: site
    case specialty.name: specialty
    default: categories.first { $0.name == name }
    }
  }
}

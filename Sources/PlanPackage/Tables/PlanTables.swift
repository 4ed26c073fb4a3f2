// SPDX-License-Identifier: Apache-2.0

/// Every table that a plan can have.
///
/// To add a table: a schema here beside its family, a row type in `Rows`, a property in `Plan`,
/// and a test. `weald schema`, `weald check` and the data package follow by themselves.
public enum PlanTables {
  /// The schemas in the order in which files are read, checked and listed.
  public static let all =
    FactTables.all
    + ProgrammeTables.all
    + FinanceTables.all
    + GeographyTables.all
    + DemandTables.all
    + CapacityTables.all
    + FlowTables.all
    + LocalityTables.all
    + GroupingTables.all
    + SegmentTables.all
    + PreventionTables.all
    + CareModelTables.all
    + InvestmentTables.all
    + OptionsTables.all
    + EngagementTables.all
    + TimelineTables.all
    + GateTables.all
    + AuthorityTables.all
    + DeliveryTables.all
    + MeasureTables.all
    + GovernanceTables.all
    + [PictureTable.pictures]

  /// The schema of a table by its name or its file.
  public static func schema(_ nameOrPath: String) -> TableSchema? {
    all.first { $0.name == nameOrPath || $0.path == nameOrPath }
  }
}

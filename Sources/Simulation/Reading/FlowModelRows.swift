// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// The rows of one model.
struct FlowModelRows {
  let model: FlowModelRow
  let classes: [FlowClassRow]
  let units: [FlowUnitRow]
  let beds: [FlowBedsRow]
  let bedChanges: [FlowBedChangeRow]
  let escalation: [FlowEscalationRow]
  let arrivals: [FlowArrivalsRow]
  let profiles: [FlowProfileRow]
  let stays: [FlowStayRow]
  let routes: [FlowRouteRow]
  let census: [FlowCensusRow]
  let variants: [FlowVariantRow]

  init(_ model: FlowModelRow, of all: FlowRows) {
    let id = model.id
    self.model = model
    classes = all.classes.filter { $0.model == id }
    units = all.units.filter { $0.model == id }
    beds = all.beds.filter { $0.model == id }
    bedChanges = all.bedChanges.filter { $0.model == id }
    escalation = all.escalation.filter { $0.model == id }
    arrivals = all.arrivals.filter { $0.model == id }
    profiles = all.profiles.filter { $0.model == id }
    stays = all.stays.filter { $0.model == id }
    routes = all.routes.filter { $0.model == id }
    census = all.census.filter { $0.model == id }
    variants = all.variants.filter { $0.model == id }
  }

  /// The file of each table within the plan folder.
  enum File {
    static let models = "flow/models.csv"
    static let classes = "flow/classes.csv"
    static let units = "flow/units.csv"
    static let beds = "flow/beds.csv"
    static let bedChanges = "flow/bed_changes.csv"
    static let escalation = "flow/escalation.csv"
    static let arrivals = "flow/arrivals.csv"
    static let profiles = "flow/profiles.csv"
    static let stays = "flow/stays.csv"
    static let routes = "flow/routes.csv"
    static let census = "flow/census.csv"
  }
}

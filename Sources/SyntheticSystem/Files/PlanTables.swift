// SPDX-License-Identifier: Apache-2.0

import Demand

extension SyntheticService {
  /// The services as the plan's table `demand/services.csv`, under a source that says that they are
  /// made up.
  public static func table(source: String) -> String {
    let header =
      "id,label,provider,setting,kind,unit,grows_with,growth_group,season,starts,basis,source,note\n"
    return header
      + all.map { service in
        [
          service.id, quoted(service.label), service.provider, service.setting.rawValue,
          service.kind.rawValue, service.unit, "population", service.growthGroup,
          service.season.rawValue, "", "synthetic", source, "",
        ].joined(separator: ",") + "\n"
      }.joined()
  }

  private static func quoted(_ text: String) -> String {
    text.contains(",") ? "\"\(text)\"" : text
  }
}

extension ActivityTotals {
  /// The totals as the plan's table `demand/activity.csv`.
  public var table: String {
    "service,sex,age_from,age_to,activity,bed_days\n"
      + cells.map { cell in
        let nights = cell.bedDays == 0 ? "" : String(cell.bedDays)
        let last = cell.ageTo.map(String.init) ?? ""
        return "\(SyntheticService.all[cell.service].id),persons,\(cell.ageFrom),\(last),"
          + "\(cell.activity),\(nights)\n"
      }.joined()
  }
}

extension Season {
  /// The profiles as the plan's table `demand/seasons.csv`.
  public static var table: String {
    "profile,month,share\n"
      + allCases.flatMap { season in
        season.thousandths.enumerated().map { month, part in
          "\(season.rawValue),\(month + 1),0.0\(part)\n"
        }
      }.joined()
  }
}

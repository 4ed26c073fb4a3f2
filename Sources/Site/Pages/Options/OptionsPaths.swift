// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage

/// The addresses of pages about services and their sites.
///
/// A set of sites is a part of the path, so that every one has an address that can be sent, kept
/// and printed, and works without a script.
struct OptionsPaths {
  let model: ServiceModel

  private var root: String { "/options/\(model.service.id)" }

  /// The first page of the service.
  var service: String { root }
  /// What became of every set.
  var elimination: String { root + "/elimination" }
  /// The appraisal of the shortlist.
  var appraisal: String { root + "/appraisal" }

  /// A set of sites, under a set of journey times and a series of demand.
  func configuration(_ open: [String], journeys: String? = nil, series: String? = nil) -> String {
    root + "/sites/" + name(open) + suffix(journeys, series)
  }

  /// Two sets of sites side by side.
  func comparison(
    _ left: [String], _ right: [String], journeys: String? = nil, series: String? = nil
  ) -> String {
    root + "/compare/" + name(left) + "/" + name(right) + suffix(journeys, series)
  }

  /// The open sites that a part of a path names; nil when one of them is not a candidate.
  func sites(_ part: String) -> [String]? {
    if let row = model.configurations.first(where: { $0.id == part }) { return ordered(row.sites) }
    let ids = part.split(separator: "+").map(String.init)
    let known = model.candidates.map(\.id)
    guard !ids.isEmpty, ids.allSatisfy(known.contains) else { return nil }
    return ordered(ids)
  }

  private func ordered(_ ids: [String]) -> [String] {
    model.candidates.map(\.id).filter(ids.contains)
  }

  private func name(_ open: [String]) -> String { ordered(open).joined(separator: "+") }

  private func suffix(_ journeys: String?, _ series: String?) -> String {
    let journeys = journeys ?? model.service.travel
    let series = series ?? model.service.series
    if series != model.service.series { return "/\(journeys)/\(series)" }
    return journeys == model.service.travel ? "" : "/\(journeys)"
  }

  /// The journeys and the series that the end of a path names; nil when there are no such ones.
  func basis(_ parts: ArraySlice<String>) -> (journeys: String, series: String)? {
    let journeys = parts.first ?? model.service.travel
    let series = parts.dropFirst().first ?? model.service.series
    guard parts.count <= 2, model.journeys(journeys) != nil, model.series.contains(series) else {
      return nil
    }
    return (journeys, series)
  }
}

extension OptionsPaths {
  /// The paths under /options that a site of files has, and that a server keeps in memory.
  ///
  /// There are more sets of sites than anybody would want files of, so these are the named ones,
  /// and comparisons of each with the first that was decided or is the case today.
  static func all(of assessment: Assessment) -> [String] {
    assessment.options.flatMap { findings -> [String] in
      let model = findings.model
      let paths = OptionsPaths(model: model)
      var found = [paths.service]
      if findings.elimination != nil { found.append(paths.elimination) }
      if findings.appraisal != nil { found.append(paths.appraisal) }
      var seen: Set<String> = []
      let named = model.configurations.filter {
        seen.insert(paths.configuration($0.sites)).inserted
      }
      found += named.map { paths.configuration($0.sites) }
      let reference = named.first { $0.stage == .decided } ?? named.first { $0.stage == .current }
      for row in named {
        guard let reference, row.id != reference.id else { continue }
        found.append(paths.comparison(row.sites, reference.sites))
      }
      return found
    }
  }
}

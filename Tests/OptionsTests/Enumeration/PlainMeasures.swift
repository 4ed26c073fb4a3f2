// SPDX-License-Identifier: Apache-2.0
import Access
import Options

/// The measures of one subset in the plainest way: every area looks at every open site.
struct PlainMeasures {
  var values: [SubsetMeasure: Double] = [:]
  /// Volume by column of the matrix.
  var volumes: [Double]

  init(_ instance: Instance, open subset: Subset) {
    let judged = subset.positions.map { instance.candidates[$0] } + instance.alwaysOpen
    let open = judged + instance.outside
    volumes = Array(repeating: 0, count: instance.travel.sites.count)
    var visits: [(site: Int, minutes: Double, weight: Double)] = []
    var largest = 0.0
    for (area, weight) in instance.weights.enumerated() {
      var nearest: (site: Int, minutes: Double)?
      for site in open {
        let minutes = instance.travel[area, site]
        if minutes < nearest?.minutes ?? .infinity { nearest = (site, minutes) }
      }
      largest = max(largest, nearest?.minutes ?? .infinity)
      guard let nearest else { continue }
      volumes[nearest.site] += weight
      visits.append((nearest.site, nearest.minutes, weight))
    }
    let total = instance.weights.reduce(0, +)
    let reached = visits.reduce(0) { $0 + $1.weight }
    let volumes = volumes
    func share(_ counts: (Int, Double) -> Bool) -> Double {
      visits.reduce(0) { counts($1.site, $1.minutes) ? $0 + $1.weight : $0 } / total
    }
    func isLarge(_ site: Int) -> Bool {
      judged.contains(site) && volumes[site] >= instance.targetVolume
    }
    let cost = visits.reduce(0) { $0 + $1.weight * $1.minutes }
    values[.weightedMean] = reached > 0 ? cost / reached : .infinity
    values[.largestMinutes] = largest
    values[.shareUnreachable] = (total - reached) / total
    values[.shareOutside] = share { site, _ in instance.outside.contains(site) }
    values[.smallestUnit] = judged.map { volumes[$0] }.min() ?? 0
    values[.largestUnit] = judged.map { volumes[$0] }.max() ?? 0
    values[.shareInTargetUnits] = share { site, _ in isLarge(site) }
    for (index, threshold) in instance.thresholds.enumerated() {
      values[.shareWithin(index)] = share { $1 <= threshold }
      values[.shareInTargetUnitsWithin(index)] = share { isLarge($0) && $1 <= threshold }
    }
  }
}

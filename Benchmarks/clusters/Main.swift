// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation

@main struct ClustersBenchmark {
  static func main() throws {
    let a = CommandLine.arguments
    let rows = try String(contentsOfFile: a[1], encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    var units: [Clusters.Unit] = []; var ids: [String: Int] = [:]
    for r0 in rows.dropFirst() { var r = r0; if r.count > rows[0].count { r.remove(at: 6) }; ids[String(r[0])] = units.count
      units.append(Clusters.Unit(id: String(r[0]), name: String(r[1]), people: Int(r[16])!, east: Double(r[9])!/1000, north: Double(r[10])!/1000)) }
    let links = try String(contentsOfFile: a[2], encoding: .utf8).split(separator: "\n").dropFirst().map { l in let c = l.split(separator: ","); return Link(ids[String(c[0])]!, ids[String(c[1])]!) }
    let p = try ClusterProblem(units: units, links: links, band: PeopleBand(floor: Int(a[3])!, ceiling: Int(a[4])!), count: Int(a[5])!)
    for spu in a[6].split(separator: ",") {
      let t0 = ContinuousClock.now
      let s = p.solve(seed: 1, effort: ClusterEffort(starts: Int(a[7])!, stepsPerUnit: Int(spu)!))
      print(spu, ContinuousClock.now - t0, s.judgement.meanDistance, s.judgement.distance95, s.judgement.groupsInBand, s.judgement.groupsInOnePiece, s.judgement.groups.count, s.trail.suffix(3).map{($0.cost, $0.peopleOutsideBand)})
    }
  }
}

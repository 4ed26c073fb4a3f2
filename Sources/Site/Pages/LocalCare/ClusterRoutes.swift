// SPDX-License-Identifier: Apache-2.0

import Clusters
import Localities
import PlanPackage

extension SiteView {
  /// The document of a path under /local-care/clusters, or nil.
  func clusterDocument(_ parts: [String]) -> Document? {
    guard !clusters.isEmpty else { return nil }
    let rest = parts.dropFirst(2).joined(separator: "/")
    guard let reading = clusters.reading else {
      return rest.isEmpty ? .page(clusterFaultPage()) : nil
    }
    if let file = clusterFile(rest, reading) { return file }
    // The files of moves by hand, before anything is moved.
    if !isStatic, let file = clusterEditFile(ClusterPaths.index + "/" + rest, ClusterQuery("")) {
      return file
    }
    return clusterPage(rest, ClusterPages(view: self, reading: reading)).map {
      .page(Templates.render("clusters", $0))
    }
  }

  private func clusterPage(_ rest: String, _ pages: ClusterPages) -> ClusterPageModel? {
    let reading = pages.reading
    switch rest {
    case "": return reading.tiers.first.map(pages.tier)
    case "find": return pages.finder("")
    case "edit", "try":
      return isStatic ? nil : clusterAsked(ClusterPaths.index + "/" + rest, ClusterQuery(""), pages)
    default:
      if let tier = reading.tiers.dropFirst().first(where: { $0.row.id == rest }) {
        return pages.tier(tier)
      }
      for tier in reading.tiers {
        if let group = tier.group(rest), rest == rest.lowercased() {
          return pages.group(group, of: tier)
        }
      }
      return nil
    }
  }

  /// Every path under /local-care/clusters but those with a query, in a fixed order.
  var clusterPaths: [String] {
    guard !clusters.isEmpty else { return [] }
    guard let reading = clusters.reading else { return [ClusterPaths.index] }
    return reading.tiers.map { ClusterPaths.tier($0, in: reading) } + [ClusterPaths.find]
      + reading.tiers.flatMap { tier in
        tier.judgement.groups.indices.map { ClusterPaths.group($0, of: tier) }
      }
      + ClusterPaths.files.map { ClusterPaths.file($0.0) }
  }

  private func clusterFile(_ name: String, _ reading: GroupingReading) -> Document? {
    let files = GroupingFiles(reading)
    switch name {
    case "groups.csv": return .csv(files.groups)
    case "neighbourhoods.csv": return .csv(files.neighbourhoods)
    case "groups.json":
      return Document(contentType: "application/json", bytes: Array(files.json.utf8))
    default: return nil
    }
  }

  /// The page that says why there are no groups.
  private func clusterFaultPage() -> String {
    messagePage("Clusters", "The groups of this plan cannot be worked out. \(clusters.fault ?? "")")
  }
}

// MARK: - Pages of a query

extension SiteView {
  /// Whether an address is answered by its query, and so is never kept.
  static func asksClusters(_ path: String) -> Bool {
    [
      ClusterPaths.find, ClusterPaths.edit, ClusterPaths.trial, ClusterPaths.edited,
      ClusterPaths.changes,
    ].contains(path)
  }

  /// The document of an address with the query of a form; nil for other addresses.
  func clusterDocument(_ path: String, query: String) -> Document? {
    guard Self.asksClusters(path), let reading = clusters.reading else { return nil }
    let query = ClusterQuery(query)
    if let file = clusterEditFile(path, query) { return file }
    let pages = ClusterPages(view: self, reading: reading)
    return clusterAsked(path, query, pages).map { .page(Templates.render("clusters", $0)) }
  }

  /// A file of moves by hand; nil for other addresses, and for moves that cannot be made.
  private func clusterEditFile(_ path: String, _ query: ClusterQuery) -> Document? {
    guard path == ClusterPaths.edited || path == ClusterPaths.changes,
      let reading = clusters.reading, let edit = query.edit(of: reading).edit
    else { return nil }
    let files = GroupingFiles(reading)
    return .csv(path == ClusterPaths.edited ? files.edited(edit) : files.changes(edit))
  }

  private func clusterAsked(
    _ path: String, _ query: ClusterQuery, _ pages: ClusterPages
  ) -> ClusterPageModel? {
    switch path {
    case ClusterPaths.find: pages.finder(query["q"])
    case ClusterPaths.edit: pages.editor(query)
    case ClusterPaths.trial: pages.trial(query)
    default: nil
    }
  }
}

extension SiteView.Document {
  /// A table as a file.
  static func csv(_ text: String) -> Self {
    Self(contentType: "text/csv; charset=utf-8", bytes: Array(text.utf8))
  }
}

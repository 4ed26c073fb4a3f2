// SPDX-License-Identifier: Apache-2.0

import Mustache
import Templating

/// The page templates and the stylesheet, which are part of the program.
enum Templates {
  /// All templates by name.
  ///
  /// They are compiled in, so one that cannot be read is a mistake of
  /// this program and not of its user.
  static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        preconditionFailure("the template “\(name)” cannot be read: \(error)")
      }
    }
    return library
  }()

  /// A page from a template and its model.
  static func render(_ name: String, _ model: Any) -> String {
    guard let text = library.render(ReflectedModel(model), withTemplate: name) else {
      preconditionFailure("there is no template “\(name)”")
    }
    return text
  }

  private static let sources: [(String, [UInt8])] = [
    ("layout", PackageResources.layout_mustache),
    ("picture", PackageResources.picture_mustache),
    ("table", PackageResources.table_mustache),
    ("finding", PackageResources.finding_mustache),
    ("prose", PackageResources.prose_mustache),
    ("fact", PackageResources.fact_mustache),
    ("service", PackageResources.service_mustache),
    ("configuration", PackageResources.configuration_mustache),
    ("comparison", PackageResources.comparison_mustache),
    ("elimination", PackageResources.elimination_mustache),
    ("appraisal", PackageResources.appraisal_mustache),
    ("flow", PackageResources.flow_mustache),
    ("clusters", PackageResources.clusters_mustache),
    ("population", PackageResources.population_mustache),
    ("facts", PackageResources.facts_mustache),
    ("plans", PackageResources.plans_mustache),
    ("workstream", PackageResources.workstream_mustache),
    ("organisations", PackageResources.organisations_mustache),
    ("timeline", PackageResources.timeline_mustache),
    ("sources", PackageResources.sources_mustache),
    ("source", PackageResources.source_mustache),
    ("findings", PackageResources.findings_mustache),
    ("glossary", PackageResources.glossary_mustache),
    ("scenarios", PackageResources.scenarios_mustache),
    ("scenario", PackageResources.scenario_mustache),
    ("search", PackageResources.search_mustache),
    ("portal", PackageResources.portal_mustache),
    ("whereilive", PackageResources.whereilive_mustache),
    ("place", PackageResources.place_mustache),
    ("tablepage", PackageResources.tablepage_mustache),
    ("message", PackageResources.message_mustache),
    ("localcare", PackageResources.localcare_mustache),
  ]
}

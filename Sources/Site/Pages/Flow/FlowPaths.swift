// SPDX-License-Identifier: Apache-2.0

/// The addresses of pages about patient flow.
struct FlowPaths {
  static let index = "/flow"
  let model: String

  var page: String { "/flow/\(model)" }
  var compare: String { page + "/compare" }
  var oneMore: String { page + "/one-more" }
  var day: String { page + "/day" }
  var play: String { page + "/day/play" }
  var report: String { page + "/report" }

  /// A file of the model.
  func file(_ name: String) -> String { page + "/" + name }
}

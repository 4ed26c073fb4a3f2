// SPDX-License-Identifier: Apache-2.0

import Foundation
import Resampling

/// A folder with the files of a trust and its parameters.
struct TrustFolder {
  let path: String

  init(_ path: String) { self.path = path }

  func model() throws -> ResamplingModel {
    let data = try Data(contentsOf: URL(filePath: path + "/parameters.json"))
    let tree = Self.tree(try JSONSerialization.jsonObject(with: data))
    let parameters = try ResamplingParameters(tree, file: "parameters.json")
    let inputs = try TrustReader.inputs(parameters) { name in
      let file = path + "/" + name
      guard FileManager.default.fileExists(atPath: file) else { return nil }
      return [UInt8](try Data(contentsOf: URL(filePath: file), options: .alwaysMapped))
    }
    return try ResamplingModel(inputs)
  }

  private static func tree(_ value: Any) -> ParameterTree {
    switch value {
    case let map as [String: Any]:
      .map(map.keys.sorted().map { .init($0, tree(map[$0] ?? "")) }, line: nil)
    case let list as [Any]: .list(list.map(tree), line: nil)
    case let text as String: .text(text, line: nil)
    default: .text("\(value)", line: nil)
    }
  }
}

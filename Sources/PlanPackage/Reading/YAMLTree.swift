// SPDX-License-Identifier: Apache-2.0

internal import Yams

/// A text of YAML or JSON as texts, lists and maps with their lines, for files outside a plan.
public indirect enum YAMLTree: Sendable {
  /// A text or a number.
  case text(String, line: Int)
  /// A list.
  case list([YAMLTree], line: Int)
  /// Keys with their values, in order.
  case map([(key: String, value: YAMLTree)], line: Int)

  /// Reads a text.
  /// - Throws: `Violation` with the line where it cannot be read.
  public init(_ text: String, file: String) throws(Violation) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      var line: Int?
      if case .scanner(_, _, let mark, _)? = error as? YamlError { line = mark.line }
      if case .parser(_, _, let mark, _)? = error as? YamlError { line = mark.line }
      throw Violation(
        file: file, row: line, found: "text that is not written as YAML or JSON",
        expected: "keys and values", advice: "Check the spaces at the start of the line and colons."
      )
    }
    guard let node else {
      throw Violation(
        file: file, row: 1, found: "an empty file", expected: "keys and values",
        advice: "Write the parameters.")
    }
    self.init(node)
  }

  private init(_ node: Node) {
    let line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar): self = .text(scalar.string, line: line)
    case .sequence(let items): self = .list(items.map { YAMLTree($0) }, line: line)
    case .mapping(let pairs):
      self = .map(pairs.map { ($0.key.string ?? "", YAMLTree($0.value)) }, line: line)
    // An alias that has not been resolved stands for nothing.
    case .alias: self = .text("", line: line)
    }
  }
}

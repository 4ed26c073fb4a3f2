// SPDX-License-Identifier: Apache-2.0

import Foundation
import LinkageFiles

/// A model that a command was given, ours or Splink's.
struct LinkModel {
  let file: LinkageModelFile?
  /// The columns that a model of Splink names, as they stand in the files.
  let splinkFields: [RecordField]?

  init(_ link: LinkCommand) throws {
    if let path = link.splinkSettings {
      let model = try SplinkSettings.model(from: Data(InputFile.bytes(path)), file: path)
      file = LinkageModelFile(model: model)
      splinkFields = SplinkSettings.fields(of: model)
    } else {
      file = try link.model.map { try LinkageModelFile.read(Data(InputFile.bytes($0)), file: $0) }
      splinkFields = nil
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Bytes compressed as gzip (RFC 1952) by zlib; nil if zlib refuses, and the page goes plain.
func gzip(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  // 15 bits of window, plus 16 to ask for a gzip header instead of zlib's own.
  let status = deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  guard status == Z_OK else { return nil }
  defer { deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
  let written = input.withUnsafeMutableBufferPointer { source -> Int? in
    output.withUnsafeMutableBufferPointer { target -> Int? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      guard deflate(&stream, Z_FINISH) == Z_STREAM_END else { return nil }
      return target.count - Int(stream.avail_out)
    }
  }
  return written.map { Array(output.prefix($0)) }
}

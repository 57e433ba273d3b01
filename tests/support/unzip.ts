/** Reads a zip file by its directory, as other programs do, and checks its sums. */
import { crc32, inflateRawSync } from 'node:zlib'

/** The text of each file, by its path. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes)
  const end = file.length - 22
  if (file.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of a directory')
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const texts = new Map<string, string>()
  for (let entry = 0; entry < count; entry += 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a directory')
    const [crc, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset))
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const path = file.toString('utf8', at + 46, at + 46 + (name ?? 0))
    const local = file.readUInt32LE(at + 42)
    if (file.readUInt32LE(local) !== 0x04034b50) throw new Error('no header of a file')
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const data = inflateRawSync(file.subarray(start, start + (packed ?? 0)))
    if (data.length !== size || crc32(data) !== crc) throw new Error(`${path} is damaged`)
    texts.set(path, data.toString('utf8'))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return texts
}

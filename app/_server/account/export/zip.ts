/**
 * Writes a zip file while it is read: only one file at a time is in memory (PKWARE's
 * APPNOTE.TXT 6.3.10, sections 4.3 and 4.4). Without the 64-bit extension, which what one
 * person ever wrote here does not need; more than that is refused, never cut off in silence.
 */
import { crc32, deflateRawSync } from 'node:zlib'

export interface FileToZip {
  /** With slashes, and none in front. */
  readonly path: string
  readonly text: string
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50
/** 2.0, which knows deflated files. */
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
const COUNT_MAX = 0xffff
const BYTES_MAX = 0xffffffff
/** The first day that the format knows; when a file was made stands in its name or in its text. */
const DAY_ZERO = 0x21

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly offset: number
}

/** The bytes of a zip file with these files, in their order. */
export async function* zip(files: AsyncIterable<FileToZip>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for await (const { path, text } of files) {
    const data = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(data)
    const name = Buffer.from(path, 'utf8')
    const entry: Written = {
      name,
      crc: crc32(data),
      packedBytes: packed.length,
      bytes: data.length,
      offset,
    }
    written.push(entry)
    const header = localHeader(entry)
    offset += header.length + packed.length
    if (written.length > COUNT_MAX || offset > BYTES_MAX) {
      throw new Error('there is more in this export than a zip file without extensions can hold')
    }
    yield header
    yield packed
  }
  const directory = Buffer.concat(written.map(centralHeader))
  yield directory
  yield end(written.length, directory.length, offset)
}

/** Section 4.3.7. */
function localHeader(entry: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(LOCAL_HEADER, 0)
  writeCommon(header, 4, entry)
  return Buffer.concat([header, entry.name])
}

/** Section 4.3.12. */
function centralHeader(entry: Written): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(CENTRAL_HEADER, 0)
  header.writeUInt16LE(VERSION, 4)
  writeCommon(header, 6, entry)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, entry.name])
}

/** The fields that both headers have, in one order. */
function writeCommon(header: Buffer, at: number, entry: Written): void {
  const { name, crc, packedBytes, bytes } = entry
  header.writeUInt16LE(VERSION, at)
  header.writeUInt16LE(FLAGS, at + 2)
  header.writeUInt16LE(DEFLATED, at + 4)
  header.writeUInt16LE(DAY_ZERO, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(packedBytes, at + 14)
  header.writeUInt32LE(bytes, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}

/** Section 4.3.16. */
function end(count: number, directoryBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(END, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(directoryBytes, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

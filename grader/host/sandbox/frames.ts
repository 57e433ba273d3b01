/**
 * The tape on the wire: what a worker writes to its standard output. A frame is one byte
 * of kind, four of length (little endian), and that many bytes of UTF-8.
 */

/** `ready` ([runStart [reply [lines]…] runEnd]…) `done`, or `memory` or `fault` in place of the rest. */
export type FrameKind =
  /** The worker is warm and waits for its job. */
  | 'ready'
  /** A run begins; holds its seed, for the reader to compare. */
  | 'run-start'
  /** What one handler call returned. */
  | 'reply'
  /** Which lines of the code that call was, when that was asked for: a hint. */
  | 'lines'
  | 'run-end'
  | 'done'
  /** The learner's code outgrew the memory of its isolate. */
  | 'memory'
  /** Something of ours failed; holds what. */
  | 'fault'

export interface Frame {
  readonly kind: FrameKind
  readonly text: string
}

const LETTERS: Readonly<Record<FrameKind, string>> = {
  ready: 'R',
  'run-start': 'S',
  reply: 'C',
  lines: 'L',
  'run-end': 'E',
  done: 'D',
  memory: 'M',
  fault: 'F',
}

const KINDS = new Map<number, FrameKind>(
  Object.entries(LETTERS).map(([kind, letter]) => [letter.charCodeAt(0), kind as FrameKind]),
)

const HEADER_BYTES = 5
/** A reply of a quarter of a million characters may take three bytes for each. */
const FRAME_BYTES_MAX = 1_048_576
/** Pieces of one frame that wait apart; more are joined, so that they take little room. */
const PIECES_MAX = 1_024

/** The bytes of one frame. `text` must be well-formed UTF-16, or it comes out changed. */
export function encodeFrame(kind: FrameKind, text = ''): Buffer {
  const length = Buffer.byteLength(text)
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + length)
  bytes.writeUInt8(LETTERS[kind].charCodeAt(0), 0)
  bytes.writeUInt32LE(length, 1)
  bytes.write(text, HEADER_BYTES)
  return bytes
}

/** Bytes that are not a tape. */
export class TapeFormatError extends Error {
  override readonly name = 'TapeFormatError'
}

/** Cuts a stream of bytes into frames. Trusts nothing. */
export class FrameReader {
  /** The first bytes of a frame, in the pieces in which they came. */
  #pieces: Buffer[] = []
  #waitingBytes = 0
  /** How many bytes must be there before another frame can be read. */
  #wantedBytes = HEADER_BYTES

  /**
   * Takes in bytes and returns the frames that they complete. Its work grows with the
   * number of bytes, however small the pieces are in which they come.
   * @throws TapeFormatError when they are not frames
   */
  read(bytes: Buffer): readonly Frame[] {
    this.#pieces.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes < this.#wantedBytes) {
      if (this.#pieces.length > PIECES_MAX) this.#pieces = [Buffer.concat(this.#pieces)]
      return []
    }
    return this.#cut(this.#pieces.length === 1 ? bytes : Buffer.concat(this.#pieces))
  }

  #cut(data: Buffer): readonly Frame[] {
    const frames: Frame[] = []
    let position = 0
    this.#wantedBytes = HEADER_BYTES
    while (data.length - position >= HEADER_BYTES) {
      const kind = KINDS.get(data.readUInt8(position))
      const length = data.readUInt32LE(position + 1)
      if (kind === undefined) throw new TapeFormatError('a frame of no known kind')
      if (length > FRAME_BYTES_MAX) throw new TapeFormatError(`a frame of ${length} bytes`)
      const start = position + HEADER_BYTES
      if (data.length - start < length) {
        this.#wantedBytes = HEADER_BYTES + length
        break
      }
      frames.push({ kind, text: data.toString('utf8', start, start + length) })
      position = start + length
    }
    this.#pieces = position < data.length ? [data.subarray(position)] : []
    this.#waitingBytes = data.length - position
    return frames
  }
}

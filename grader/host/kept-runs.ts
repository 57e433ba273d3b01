/**
 * Which of the failing runs of a submission are kept, and how large they may be: what
 * learner code can fill must have a bound, in the database and in whoever reads it.
 */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type EventLine, encodeKeptRun } from '#core'
import type { FailedRun } from './check-progress.ts'
import type { Position } from './compile.ts'

/** Of one run, before and after it is compressed; an honest one has some kilobytes. */
export const RUN_BYTES_MAX = 4 * 1_048_576
export const RUN_PACKED_BYTES_MAX = 524_288
/** Of all runs of a submission, compressed. */
export const SUBMISSION_PACKED_BYTES_MAX = 2 * 1_048_576

/** Bytes of `encodeKeptRun`, as gzip packs them; `too-large` when they pass a bound. */
export type PackedRun = Uint8Array | 'too-large'

/** Keeps the runs of one submission, first come, until there is no more room. */
export class RunKeeper {
  #bytesLeft = SUBMISSION_PACKED_BYTES_MAX

  /** @param positions maps places in the compiled text to the learner's */
  async pack(run: FailedRun, positions: (compiled: Position) => Position): Promise<PackedRun> {
    if (run.trace.length > RUN_BYTES_MAX) return 'too-large'
    const bytes = encodeKeptRun(run.trace, learnerLines(run.lines, positions))
    if (bytes.length > RUN_BYTES_MAX) return 'too-large'
    const packed = await promisify(gzip)(bytes)
    if (packed.length > RUN_PACKED_BYTES_MAX || packed.length > this.#bytesLeft) return 'too-large'
    this.#bytesLeft -= packed.length
    return new Uint8Array(packed)
  }
}

/** The places that are in the learner's own text. */
function learnerLines(
  lines: readonly EventLine[],
  positions: (compiled: Position) => Position,
): readonly EventLine[] {
  return lines.flatMap((place) => {
    const { line, column } = positions(place)
    return line > 0 ? [{ ...place, line, column }] : []
  })
}

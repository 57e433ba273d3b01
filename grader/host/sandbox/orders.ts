/**
 * What the grader tells a sandbox worker: the code once, then one run after the other, each
 * as a scenario and a seed. A worker knows no check, no claim, no submission and no secret,
 * so that whoever takes it over whole learns what its runs show and nothing else.
 *
 * A run may be decided long before it is over. At fixed counts of replies, the checkpoints,
 * the grader answers whether to go on; the worker reads the answer to a checkpoint when it
 * comes to the next one, so that neither waits for the other.
 */
import type { Scenario } from '#core'

export interface SandboxSetup {
  /** The learner's module as CommonJS text. */
  readonly code: string
  /** What the lab lets it import. */
  readonly specifiers: readonly string[]
  /**
   * When replies are written. `exact`: each at once, so that the tape of a worker that had
   * to be killed ends at the very call that did not return. `batched`: many together, which
   * takes a third less time.
   */
  readonly tape: 'batched' | 'exact'
}

export interface RunOrder {
  readonly scenario: Scenario
  readonly seed: number
  /** True: also tell which lines of the code did what, which costs time. */
  readonly lines: boolean
}

/** The answer to a checkpoint. */
export type CheckpointAnswer = 'go-on' | 'stop'

export type WorkerOrder =
  | ({ readonly kind: 'setup' } & SandboxSetup)
  | ({ readonly kind: 'run' } & RunOrder)
  | { readonly kind: CheckpointAnswer }

const FIRST_CHECKPOINTS: readonly number[] = [16, 64, 256, 1_024]
const CHECKPOINT_EVERY = 4_096

/** True when the grader answers to the reply of this number, from 1, of a run. */
export function isCheckpoint(replyCount: number): boolean {
  return replyCount % CHECKPOINT_EVERY === 0 || FIRST_CHECKPOINTS.includes(replyCount)
}

/** Bytes before each order that tell its length, little endian. */
export const ORDER_HEADER_BYTES = 4

/** The bytes of one order: its length, and as much JSON. */
export function encodeOrder(order: WorkerOrder): Buffer {
  const body = Buffer.from(JSON.stringify(order))
  const bytes = Buffer.allocUnsafe(ORDER_HEADER_BYTES + body.length)
  bytes.writeUInt32LE(body.length)
  body.copy(bytes, ORDER_HEADER_BYTES)
  return bytes
}

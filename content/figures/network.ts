/** The network that most figures run on: messages take 8 to 14 ms, and none is lost. */
import type { NemesisStep, NetworkOptions, NodeId } from '#core'

/** One millisecond in the simulation's unit of time. */
export const MS = 1_000

export const NEAR: NetworkOptions = {
  delayMicrosMin: 8 * MS,
  delayMicrosMax: 14 * MS,
  tailPermille: 0,
  tailMicrosMax: 14 * MS,
  lossPermille: 0,
  duplicatePermille: 0,
  keepsOrder: false,
}

interface SlowLinks {
  readonly from: readonly NodeId[]
  readonly to: readonly NodeId[]
  /** How long each message takes. */
  readonly delayMs: number
  readonly atMs?: number
}

/** A step of the nemesis from which on these links take longer; nothing on them is lost. */
export function slowLinks({ from, to, delayMs, atMs = 0 }: SlowLinks): NemesisStep {
  const delay = { delayMicrosMin: delayMs * MS, delayMicrosMax: delayMs * MS }
  const weather = { ...delay, lossPermille: 0, duplicatePermille: 0 }
  return { at: atMs * MS, fault: { kind: 'degrade', from, to, weather } }
}

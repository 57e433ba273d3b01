/**
 * The seeds of a submission. Visible checks use the seeds of the browser, so that both say
 * the same; hidden checks use seeds that nobody can know before handing in.
 */
import { createHmac } from 'node:crypto'
import { type Check, visibleSeeds } from '#core'

/**
 * The number from which the hidden seeds of a submission follow, together with the
 * secret. Whole, from 0 to 2^63 - 1.
 */
export function seedBaseOf(secret: string, submissionId: string): bigint {
  return hmac(secret, submissionId).readBigUInt64BE(0) >> 1n
}

/** The seeds of a hidden check: whole numbers from 0 to 2^32 - 1, `seedCount` of them. */
export function hiddenSeeds(
  secret: string,
  seedBase: bigint,
  { id, seedCount }: Pick<Check, 'id' | 'seedCount'>,
): readonly number[] {
  return Array.from({ length: seedCount }, (_, index) =>
    hmac(secret, `${seedBase}/${id}/${index}`).readUInt32BE(0),
  )
}

/** The seeds of a visible check. */
export const seedsOfVisible = visibleSeeds

function hmac(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

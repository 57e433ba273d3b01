/** The claims about clients, sessions and snapshots with small bounds: for traces by hand. */
import {
  acknowledgedEntriesStay,
  answeredWithin,
  appendsOnce,
  appliedEverywhere,
  type Claim,
  compactsInTime,
  type Json,
  refusesWhenFull,
  snapshotsSentSparingly,
  snapshotsStaySmall,
  wellFormedAnswers,
} from '#core'

/** Commands as the labs' stores have them: `{ op, key, value }`. */
function meaningOf(command: Json) {
  const { op, key, value } = Object(command) as { readonly [name: string]: Json | undefined }
  if (typeof op !== 'string' || typeof key !== 'string') return undefined
  return { f: op, key, input: value ?? null }
}

/** A comparison is answered with true or false. */
function expectedForm(command: Json, answer: Json): string | undefined {
  const isRight = meaningOf(command)?.f !== 'cas' || typeof answer === 'boolean'
  return isRight ? undefined : 'true or false'
}

/** @param withinMicros how long those about liveness allow */
export function serviceClaims(withinMicros: number): readonly Claim[] {
  return [
    acknowledgedEntriesStay(),
    wellFormedAnswers(expectedForm),
    appendsOnce({ meaningOf }),
    compactsInTime({ entriesMax: 2 }),
    refusesWhenFull({ entriesMax: 2 }),
    snapshotsSentSparingly(withinMicros),
    snapshotsStaySmall(100),
    answeredWithin({ graceMicros: 0, withinMicros }),
    appliedEverywhere({ graceMicros: 0, withinMicros }),
  ]
}

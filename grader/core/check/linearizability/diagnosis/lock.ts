/** What can be wrong with a lock: two owners at a time, or a release by somebody else. */
import type { Operation } from '../../../history/operation.ts'
import type { Anomaly } from '../../history-verdict.ts'
import type { Symptom } from './diagnose.ts'
import { inRealTime, isBefore, mayComeBefore } from './timing.ts'

/** Looks at who held the lock when it was acquired or released. */
export function diagnoseLock(symptom: Symptom): Anomaly | undefined {
  const { blocked } = symptom
  if (blocked.output === false || blocked.outcome !== 'ok') return undefined
  return blocked.f === 'release' ? diagnoseRelease(symptom) : diagnoseAcquire(symptom)
}

function diagnoseAcquire({ operations, blocked, say }: Symptom): Anomaly | undefined {
  const holder = operations.find(
    (each) =>
      isAcquire(each) &&
      each.outcome === 'ok' &&
      isBefore(each, blocked) &&
      !operations.some((release) => mayEnd(each, release) && mayComeBefore(release, blocked)),
  )
  if (holder === undefined) return undefined
  return {
    kind: 'two-holders',
    message: `${say(blocked)} while ${holder.process} held it: ${say(holder)} before, and had not released it.`,
    operations: [holder.id, blocked.id],
    relations: inRealTime(holder, blocked),
  }
}

/** True when a release may have ended what `acquire` began. */
function mayEnd(acquire: Operation, release: Operation): boolean {
  return (
    release.f === 'release' &&
    release.process === acquire.process &&
    release.output !== false &&
    !isBefore(release, acquire)
  )
}

function diagnoseRelease({ operations, blocked, initial, say }: Symptom): Anomaly | undefined {
  const { process } = blocked
  if (initial === process) return undefined
  const acquired = operations.some(
    (each) => isAcquire(each) && each.process === process && mayComeBefore(each, blocked),
  )
  if (acquired) return undefined
  return {
    kind: 'release-without-lock',
    message: `${say(blocked)}, but had never acquired it.`,
    operations: [blocked.id],
    relations: [],
  }
}

function isAcquire({ f, output }: Operation): boolean {
  return f !== 'release' && output !== false
}

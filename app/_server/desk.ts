/** Lays out a reader's code for the page of a step: the draft, and what came before it. */
import 'server-only'
import { db } from '#db'
import type { Lab, Step } from '#labs/kit/lab.ts'
import { kitOf } from '../labs/_workspace/drafts/carry-on.ts'
import type { Desk, EarlierCode, EarlierStep } from '../labs/_workspace/drafts/draft-view.ts'
import { readReplaced } from './attempts.ts'
import { readCode } from './code.ts'
import { readDraft } from './drafts.ts'
import { hasPassed } from './reference.ts'
import { readUser } from './session.ts'

/** What the present reader has at hand for a step that there is. */
export async function readDesk(lab: Lab, step: Step): Promise<Desk> {
  const before = lab.steps.slice(0, lab.steps.indexOf(step))
  const open = { kit: kitOf(lab.id, step.kit), isFresh: step.isFresh ?? false }
  const user = await readUser()
  if (user === undefined) {
    return { ...open, earlier: before.map((one) => toEarlier(lab, one)), hasPassed: false }
  }
  const place = { userId: user.id, labId: lab.id, stepId: step.id }
  const [draft, replaced, codes, isPassed] = await Promise.all([
    readDraft(place),
    readReplaced(place),
    readCodes(user.id, lab, before),
    hasPassed(user.id, lab.id, step.id),
  ])
  return {
    owner: { id: user.id, isGuest: user.isGuest },
    ...(draft === undefined ? {} : { draft }),
    ...(replaced === undefined ? {} : { replaced }),
    ...open,
    earlier: before.map((one) => toEarlier(lab, one, codes.get(one.id))),
    hasPassed: isPassed,
  }
}

function toEarlier(lab: Lab, { id, title, kit }: Step, code?: EarlierCode): EarlierStep {
  return { id, title, kit: kitOf(lab.id, kit), ...(code === undefined ? {} : { code }) }
}

/** Which of these steps have code of this person's, and the code of the last of them. */
async function readCodes(
  userId: string,
  lab: Lab,
  steps: readonly Step[],
): Promise<ReadonlyMap<string, EarlierCode>> {
  const last = steps.at(-1)
  if (last === undefined) return new Map()
  const ofSteps = { userId, labId: lab.id, stepId: { in: steps.map(({ id }) => id) } }
  const [passed, drafts, source] = await Promise.all([
    db.submission.findMany({
      where: { ...ofSteps, verdict: { outcome: 'passed' } },
      distinct: ['stepId'],
      select: { stepId: true },
    }),
    db.draft.findMany({ where: ofSteps, select: { stepId: true } }),
    readCode({ userId, labId: lab.id, stepId: last.id }),
  ])
  const codes = new Map<string, EarlierCode>()
  for (const { stepId } of drafts) codes.set(stepId, { isPassed: false })
  for (const { stepId } of passed) codes.set(stepId, { isPassed: true })
  const code = codes.get(last.id)
  if (code !== undefined && source !== undefined) codes.set(last.id, { ...code, source })
  return codes
}

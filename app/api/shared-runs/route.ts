/** POST: keeps a run with its code behind a secret address. A guest is made when there is none. */
import { z } from 'zod'
import { readRunScript, SCRIPT_LENGTH_MAX } from '#core'
import { findStep } from '#labs/index.ts'
import { guestWho } from '../../_server/authorise/asker.ts'
import { readStepRights } from '../../_server/classes/step-rights.ts'
import { readJson } from '../../_server/json-body.ts'
import { RateLimit } from '../../_server/rate-limit.ts'
import { refuse } from '../../_server/refuse.ts'
import { isSameOrigin } from '../../_server/same-origin.ts'
import { shareRun } from '../../_server/shared-runs.ts'
import { SOURCE_BODY_BYTES_MAX, SOURCE_TOO_LONG, takeSource } from '../../_server/source-rule.ts'

const INT_MAX = 2_147_483_647

const Body = z.object({
  labId: z.string().max(100),
  stepId: z.string().max(100),
  checkId: z.string().max(100),
  seed: z.int().min(0).max(INT_MAX),
  cursor: z.int().min(0).max(INT_MAX),
  script: z.string().max(SCRIPT_LENGTH_MAX).optional(),
  source: z.string(),
})

/** People share now and then; nobody needs more than this. */
const ofPerson = new RateLimit({ burst: 10, perMinute: 4 })
const ofAll = new RateLimit({ burst: 200, perMinute: 60 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Share runs from the lab page itself: this request came from elsewhere.')
  }
  const read = await readJson(request, SOURCE_BODY_BYTES_MAX + 2 * SCRIPT_LENGTH_MAX)
  if (read.kind === 'too-long') return refuse(413, SOURCE_TOO_LONG)
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) return refuse(400, `Send a run as JSON: ${z.prettifyError(body.error)}`)
  const { labId, stepId, checkId, seed, cursor, script } = body.data
  const taken = takeSource(body.data.source)
  if (taken.kind === 'refused') return refuse(taken.status, taken.error)
  const found = findStep(labId, stepId)
  const check = found?.step.visible.find(({ id }) => id === checkId)
  if (found === undefined || check === undefined) {
    return refuse(404, `There is no visible check ${labId}/${stepId}/${checkId}.`)
  }
  if (script !== undefined) {
    const [problem] = readRunScript(script, check.scenario(seed)).problems
    if (problem !== undefined) {
      return refuse(400, `The script cannot be read. Line ${problem.line}: ${problem.message}.`)
    }
  }
  if (!ofAll.take('all')) return refuse(503, 'Many runs are shared just now: try again soon.')
  const owner = await guestWho('shared-run.create')
  if (owner === undefined) return refuse(403, 'You may not share runs here.')
  const { id: userId } = owner
  if (!ofPerson.take(userId)) {
    return refuse(429, 'That were many snapshots in a short time: make the next one in a minute.')
  }
  const { sharing } = await readStepRights(userId, labId, stepId)
  if (sharing !== undefined) return refuse(403, sharing)
  const shared = await shareRun({
    userId,
    labId,
    stepId,
    labVersion: found.lab.version,
    checkId,
    seed,
    cursor,
    script: script?.replaceAll('\0', '').toWellFormed() ?? null,
    source: taken.source,
  })
  switch (shared.kind) {
    case 'shared': {
      const { id, expiresAt } = shared
      return Response.json(
        { id, expiresAt: expiresAt.toISOString() },
        { status: 201, headers: { 'cache-control': 'no-store' } },
      )
    }
    case 'too-many':
      return refuse(
        409,
        `You have ${shared.limit} snapshots, and more are not kept: delete one on your account page first.`,
      )
    case 'full':
      return refuse(503, 'No more snapshots can be kept at the moment. A link without code works.')
  }
}

/** The reader's attempts at a step. GET: the list. POST: records a run in the browser. */
import { z } from 'zod'
import { findStep } from '#labs/index.ts'
import { listAttempts, recordRun } from '../../_server/attempts.ts'
import { ownerWho } from '../../_server/authorise/asker.ts'
import { readJson } from '../../_server/json-body.ts'
import { RateLimit } from '../../_server/rate-limit.ts'
import { refuse } from '../../_server/refuse.ts'
import { isSameOrigin } from '../../_server/same-origin.ts'
import { SOURCE_BODY_BYTES_MAX, SOURCE_TOO_LONG, takeSource } from '../../_server/source-rule.ts'
import { BROKEN_LENGTH_MAX } from '../../labs/_workspace/attempts/attempt-view.ts'

const CHECKS_MAX = 100

const Body = z.object({
  labId: z.string().max(100),
  stepId: z.string().max(100),
  source: z.string(),
  outcome: z.enum(['passed', 'failed', 'unknown', 'does-not-compile']),
  checksPassed: z.int().min(0).max(CHECKS_MAX),
  checksTotal: z.int().min(0).max(CHECKS_MAX),
  broken: z.string().max(BROKEN_LENGTH_MAX),
})

/** People run often, but not twice a second for minutes. */
const recordings = new RateLimit({ burst: 40, perMinute: 40 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Record runs from the lab page itself: this request came from elsewhere.')
  }
  const read = await readJson(request, SOURCE_BODY_BYTES_MAX)
  if (read.kind === 'too-long') return refuse(413, SOURCE_TOO_LONG)
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) {
    return refuse(400, `Send a run as JSON: ${z.prettifyError(body.error)}`)
  }
  const { labId, stepId } = body.data
  const taken = takeSource(body.data.source)
  if (taken.kind === 'refused') return refuse(taken.status, taken.error)
  if (findStep(labId, stepId) === undefined) {
    return refuse(404, `There is no step ${labId}/${stepId}.`)
  }
  const user = await ownerWho('attempt.record')
  if (user === undefined) {
    return refuse(401, 'Runs are kept for guests and accounts only: save or submit first.')
  }
  if (!recordings.take(user.id)) {
    return refuse(429, 'Too many runs in the last minute: this one is not kept in the list.')
  }
  const broken = body.data.broken.replaceAll('\0', '').toWellFormed()
  await recordRun({ ...body.data, userId: user.id, source: taken.source, broken })
  return new Response(null, { status: 204 })
}

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const [labId, stepId] = [searchParams.get('lab') ?? '', searchParams.get('step') ?? '']
  const user = await ownerWho('attempt.read')
  const attempts = user === undefined ? [] : await listAttempts({ userId: user.id, labId, stepId })
  return Response.json(attempts, { headers: { 'cache-control': 'no-store' } })
}

/**
 * The reader's draft of a step. GET: as it is kept here. POST: saves it; a stranger becomes
 * a guest by the first saving.
 */
import { z } from 'zod'
import { findStep } from '#labs/index.ts'
import { maySite, ownerWho } from '../../_server/authorise/asker.ts'
import { ownerOf } from '../../_server/draft-owner.ts'
import { readDraft, storeDraft } from '../../_server/drafts.ts'
import { readJson } from '../../_server/json-body.ts'
import { RateLimit } from '../../_server/rate-limit.ts'
import { refuse } from '../../_server/refuse.ts'
import { isSameOrigin } from '../../_server/same-origin.ts'
import { SOURCE_BODY_BYTES_MAX, SOURCE_TOO_LONG, takeSource } from '../../_server/source-rule.ts'
import { BASES_MAX, type SavedDraft } from '../../labs/_workspace/drafts/draft-view.ts'

const Body = z.object({
  labId: z.string().max(100),
  stepId: z.string().max(100),
  source: z.string(),
  version: z.uuid(),
  bases: z.array(z.uuid()).max(BASES_MAX),
  ownerId: z.string().max(100).optional(),
})

/** An editor saves at most every two seconds; some people have several open. */
const savings = new RateLimit({ burst: 60, perMinute: 90 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Save from the lab page itself: this request came from elsewhere.')
  }
  const read = await readJson(request, SOURCE_BODY_BYTES_MAX)
  if (read.kind === 'too-long') return refuse(413, SOURCE_TOO_LONG)
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) {
    return refuse(400, `Send a draft as JSON: ${z.prettifyError(body.error)}`)
  }
  const { labId, stepId, version, bases, ownerId } = body.data
  const taken = takeSource(body.data.source)
  if (taken.kind === 'refused') return refuse(taken.status, taken.error)
  if (findStep(labId, stepId) === undefined) {
    return refuse(404, `There is no step ${labId}/${stepId}.`)
  }
  if (!(await maySite('draft.save'))) return refuse(403, 'You may not save drafts here.')
  const found = await ownerOf(ownerId)
  if (found.kind === 'refused') return refuse(found.status, found.error)
  const { owner } = found
  if (!savings.take(owner.id)) {
    return refuse(429, 'Your code was saved very often in the last minute. Wait a moment.')
  }
  const { savedAt, ...stored } = await storeDraft({
    userId: owner.id,
    labId,
    stepId,
    source: taken.source,
    version,
    bases,
  })
  return Response.json({ ...stored, savedAt: savedAt.toISOString(), owner } satisfies SavedDraft, {
    headers: { 'cache-control': 'no-store' },
  })
}

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const [labId, stepId] = [searchParams.get('lab') ?? '', searchParams.get('step') ?? '']
  const user = await ownerWho('draft.read')
  const draft = user && (await readDraft({ userId: user.id, labId, stepId }))
  if (draft === undefined) return refuse(404, 'You have no draft of this step here.')
  return Response.json(draft, { headers: { 'cache-control': 'no-store' } })
}

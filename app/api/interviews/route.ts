/** POST: saves a mock interview as it stands; a stranger becomes a guest by it. */
import { z } from 'zod'
import { maySite } from '../../_server/authorise/asker.ts'
import { ownerOf } from '../../_server/draft-owner.ts'
import { storeInterview } from '../../_server/interviews.ts'
import { readJson } from '../../_server/json-body.ts'
import { readQuestionBank } from '../../_server/questions.ts'
import { RateLimit } from '../../_server/rate-limit.ts'
import { refuse } from '../../_server/refuse.ts'
import { isSameOrigin } from '../../_server/same-origin.ts'
import { notesSchema } from '../../interview/_desk/interview-notes.ts'

const BODY_BYTES_MAX = 120_000

const Body = z.object({ ownerId: z.string().max(100).optional(), notes: notesSchema })

/** A pad saves at most every few seconds. */
const savings = new RateLimit({ burst: 40, perMinute: 40 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Notes are saved by the interview itself: this request came from elsewhere.')
  }
  const read = await readJson(request, BODY_BYTES_MAX)
  if (read.kind === 'too-long') return refuse(413, 'These notes are too long: shorten a part.')
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) return refuse(400, `Send notes as JSON: ${z.prettifyError(body.error)}`)
  const { notes, ownerId } = body.data
  const scenario = (await readQuestionBank()).question(notes.scenarioId)
  if (scenario?.kind !== 'design') return refuse(404, `There is no scenario ${notes.scenarioId}.`)
  if (!(await maySite('interview.save'))) return refuse(403, 'You may not keep interviews here.')
  const found = await ownerOf(ownerId, 'Your notes are')
  if (found.kind === 'refused') return refuse(found.status, found.error)
  if (!savings.take(found.owner.id)) {
    return refuse(
      429,
      'Notes were saved very often in the last minute: they are saved again later.',
    )
  }
  const now = new Date().toISOString()
  const at = (time: string) => (time > now ? now : time)
  await storeInterview(found.owner.id, {
    ...notes,
    startedAt: at(notes.startedAt),
    savedAt: at(notes.savedAt),
  })
  return Response.json({ owner: found.owner }, { headers: { 'cache-control': 'no-store' } })
}

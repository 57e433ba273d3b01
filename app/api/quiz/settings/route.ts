/** POST: what a learner chooses about their reviews; a stranger becomes a guest by it. */
import { z } from 'zod'
import { TOPICS } from '#content/schema/question.ts'
import { type Day, isTimeZone, parseDay } from '../../../_review/day.ts'
import { PER_DAY_MAX, RETENTION_MAX, RETENTION_MIN } from '../../../_review/settings.ts'
import { maySite } from '../../../_server/authorise/asker.ts'
import { ownerOf } from '../../../_server/draft-owner.ts'
import { readJson } from '../../../_server/json-body.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'
import { storeSettings } from '../../../_server/review-settings.ts'
import { isSameOrigin } from '../../../_server/same-origin.ts'

const BODY_BYTES_MAX = 8_000

const topics = z
  .array(z.string().refine((id) => Object.hasOwn(TOPICS, id), 'is no topic of the course'))
  .max(Object.keys(TOPICS).length)
const Body = z.object({
  ownerId: z.string().max(100).optional(),
  settings: z.strictObject({
    perDay: z.int().min(1).max(PER_DAY_MAX),
    newPerDay: z.int().min(0).max(PER_DAY_MAX),
    retention: z.number().min(RETENTION_MIN).max(RETENTION_MAX),
    timeZone: z.string().max(60).refine(isTimeZone, 'is no time zone that we know'),
    topics,
    deadline: z
      .strictObject({
        day: z
          .string()
          .refine((day) => parseDay(day) !== undefined, 'must be a day such as 2026-12-31')
          .transform((day) => day as Day),
        topics: topics.min(1, 'must name one topic or more'),
      })
      .optional(),
  }),
})

const savings = new RateLimit({ burst: 30, perMinute: 30 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Settings are saved by the quiz itself: this request came from elsewhere.')
  }
  const read = await readJson(request, BODY_BYTES_MAX)
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) return refuse(400, `Send settings as JSON: ${z.prettifyError(body.error)}`)
  if (!(await maySite('review.save'))) return refuse(403, 'You may not keep reviews here.')
  const found = await ownerOf(body.data.ownerId, 'Your answers are')
  if (found.kind === 'refused') return refuse(found.status, found.error)
  if (!savings.take(found.owner.id)) {
    return refuse(429, 'Settings were saved very often in the last minute. Wait a moment.')
  }
  await storeSettings(found.owner.id, body.data.settings)
  return Response.json({ owner: found.owner }, { headers: { 'cache-control': 'no-store' } })
}

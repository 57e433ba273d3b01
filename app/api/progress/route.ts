/** POST: what the reader did in lessons, to be merged with what is stored for them. */
import { z } from 'zod'
import type { Progress } from '../../_progress/progress.ts'
import { ownerWho } from '../../_server/authorise/asker.ts'
import { readCourse } from '../../_server/content.ts'
import { readJson } from '../../_server/json-body.ts'
import { storeProgress } from '../../_server/progress-store.ts'
import { RateLimit } from '../../_server/rate-limit.ts'
import { refuse } from '../../_server/refuse.ts'
import { isSameOrigin } from '../../_server/same-origin.ts'

const BODY_BYTES_MAX = 256_000
const PARTS_MAX = 60

const name = z.string().regex(/^[a-z0-9-]{1,80}$/)
/** A clock that is ahead would win every merging to come. */
const time = z.iso.datetime().transform((at) => {
  const now = new Date().toISOString()
  return at > now ? now : at
})

const Body = z.object({
  lessons: z.record(
    name,
    z.object({
      openedAt: time,
      touchedAt: time,
      readAt: time.optional(),
      place: name.or(z.literal('')),
      figures: z.array(name).max(PARTS_MAX),
      answers: z
        .record(z.string().regex(/^[0-9a-f]{8}$/), z.object({ isRight: z.boolean(), at: time }))
        .refine((answers) => Object.keys(answers).length <= PARTS_MAX, 'has too many answers'),
    }),
  ),
})

/** A page sends at most once in a second and a half. */
const storings = new RateLimit({ burst: 60, perMinute: 60 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(
      403,
      'Progress is sent by the lessons themselves: this request came from elsewhere.',
    )
  }
  const read = await readJson(request, BODY_BYTES_MAX)
  if (read.kind === 'too-long') return refuse(413, 'This is more progress than the course has.')
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) {
    return refuse(400, `Send progress as JSON: ${z.prettifyError(body.error)}`)
  }
  const user = await ownerWho('progress.save')
  if (user === undefined) {
    return refuse(401, 'Nobody is signed in: progress stays in the browser until somebody is.')
  }
  if (!storings.take(user.id)) {
    return refuse(429, 'Progress was sent very often in the last minute: it is sent again later.')
  }
  await storeProgress(user.id, await ofTheCourse(body.data.lessons))
  return new Response(null, { status: 204 })
}

/** Lessons that the course does not have, or has no longer, are left out. */
async function ofTheCourse(lessons: Progress): Promise<Progress> {
  const { modules } = await readCourse()
  const slugs = new Set(modules.flatMap((module) => module.lessons.map(({ slug }) => slug)))
  return Object.fromEntries(Object.entries(lessons).filter(([slug]) => slugs.has(slug)))
}

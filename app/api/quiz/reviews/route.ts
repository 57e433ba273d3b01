/**
 * POST: what a learner did with cards, in order; sending it again changes nothing. Answers are judged
 * here, and what may be told about them goes back. A stranger becomes a guest by the first.
 */
import { z } from 'zod'
import { answerSchema } from '../../../_quiz/answer.ts'
import {
  ENTRIES_MAX,
  type Receipt,
  type SentEntry,
  type StoredReviews,
} from '../../../_quiz/wire.ts'
import { dueDay } from '../../../_review/card-state.ts'
import { CONFIDENCES } from '../../../_review/entry.ts'
import { maySite } from '../../../_server/authorise/asker.ts'
import { ownerOf } from '../../../_server/draft-owner.ts'
import { readJson } from '../../../_server/json-body.ts'
import { type JudgedEntry, judgeEntry } from '../../../_server/judge-entries.ts'
import { feedbackOf, type QuestionBank, readQuestionBank } from '../../../_server/questions.ts'
import { openQuestions } from '../../../_server/quiz-attempts.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'
import { followTimeZone, readSettings } from '../../../_server/review-settings.ts'
import { storeEntries } from '../../../_server/review-store.ts'
import { isSameOrigin } from '../../../_server/same-origin.ts'

const BODY_BYTES_MAX = 400_000

const base = {
  id: z.uuid(),
  cardId: z.string().regex(/^(question|card)\/[a-z0-9-]{1,100}$/),
  at: z.iso.datetime(),
  timeZone: z.string().max(60),
}
const entry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    ...base,
    answer: answerSchema,
    confidence: z.literal(CONFIDENCES).optional(),
    after: z.uuid().nullable(),
  }),
  z.strictObject({ kind: z.literal('undo'), ...base, undoes: z.uuid() }),
  z.strictObject({ kind: z.literal('suspend'), ...base }),
  z.strictObject({ kind: z.literal('resume'), ...base }),
])
const Body = z.object({
  ownerId: z.string().max(100).optional(),
  entries: z.array(entry).min(1).max(ENTRIES_MAX),
})

/** Whoever answers more often than this does not read the questions. */
const answers = new RateLimit({ burst: 120, perMinute: 60 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Answers are sent by the quiz itself: this request came from elsewhere.')
  }
  const read = await readJson(request, BODY_BYTES_MAX)
  if (read.kind === 'too-long')
    return refuse(413, 'These answers are too long: send fewer at once.')
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) return refuse(400, `Send answers as JSON: ${z.prettifyError(body.error)}`)
  if (!(await maySite('review.save'))) return refuse(403, 'You may not keep reviews here.')
  const found = await ownerOf(body.data.ownerId, 'Your answers are')
  if (found.kind === 'refused') return refuse(found.status, found.error)
  const { owner } = found
  if (!answers.take(owner.id)) {
    return refuse(429, 'Many answers came in the last minute: they are kept and sent again later.')
  }
  const bank = await readQuestionBank()
  const closed = await openQuestions(owner.id)
  const judged = body.data.entries.map((sent) =>
    closed.has(sent.cardId) ? underWay(sent) : judgeEntry(bank, sent, new Date()),
  )
  const receipts = await store(owner.id, bank, judged)
  const newest = body.data.entries.at(-1)
  if (newest !== undefined) await followTimeZone(owner.id, newest.timeZone)
  return Response.json({ owner, receipts } satisfies StoredReviews, {
    headers: { 'cache-control': 'no-store' },
  })
}

/** What is told after an answer would tell it to the attempt as well. */
function underWay({ id }: SentEntry): JudgedEntry {
  const why = 'This question is in a quiz that you have open: hand that in first.'
  return { kind: 'refused', id, why }
}

async function store(
  userId: string,
  bank: QuestionBank,
  judged: readonly JudgedEntry[],
): Promise<readonly Receipt[]> {
  const entries = judged.flatMap((each) => (each.kind === 'judged' ? [each.entry] : []))
  const { stored, states } = await storeEntries(userId, entries)
  const { retention } = await readSettings(userId)
  const byId = new Map(stored.map((each) => [each.id, each]))
  return judged.map((each): Receipt => {
    if (each.kind === 'refused') return { id: each.id, status: 'refused', why: each.why }
    const { cardId, id } = each.entry
    const { status, isBeside } = byId.get(id) ?? { status: 'known', isBeside: false }
    const receipt = { id, status, isBeside }
    const state = states.get(cardId)
    const due = state === undefined ? undefined : dueDay(state, retention)
    if (each.graded === undefined) return { ...receipt, dueDay: due }
    const feedback = feedbackOf(bank, cardId, each.graded.misconceptions)
    return { ...receipt, graded: each.graded, feedback, dueDay: due }
  })
}

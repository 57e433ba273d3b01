/** POST: reviews as CSV, as the export writes them; entries that are known already stay as they are. */
import { logFromCsv } from '../../../_review/log-csv.ts'
import { maySite } from '../../../_server/authorise/asker.ts'
import { ownerOf } from '../../../_server/draft-owner.ts'
import { readQuestionBank } from '../../../_server/questions.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'
import { storeEntries } from '../../../_server/review-store.ts'
import { isSameOrigin } from '../../../_server/same-origin.ts'
import { readText } from '../../../_server/text-body.ts'

const BODY_BYTES_MAX = 2_000_000
const ENTRIES_MAX = 10_000

const imports = new RateLimit({ burst: 5, perMinute: 2 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Take files in on the quiz page itself: this request came from elsewhere.')
  }
  const text = await readText(request, BODY_BYTES_MAX)
  if (text === undefined) return refuse(413, 'The file is larger than two megabytes: divide it.')
  const owner = new URL(request.url).searchParams.get('owner') ?? undefined
  if (!(await maySite('review.save'))) return refuse(403, 'You may not keep reviews here.')
  const found = await ownerOf(owner, 'Your answers are')
  if (found.kind === 'refused') return refuse(found.status, found.error)
  if (!imports.take(found.owner.id)) return refuse(429, 'Many files came at once. Wait a minute.')
  try {
    const entries = logFromCsv(text)
    if (entries.length > ENTRIES_MAX) {
      return refuse(413, `The file has more than ${ENTRIES_MAX} reviews: divide it.`)
    }
    const known = new Set((await readQuestionBank()).cards.map(({ id }) => id))
    const now = new Date().toISOString()
    const kept = entries.filter(({ cardId, at }) => known.has(cardId) && at <= now)
    const { stored } = await storeEntries(found.owner.id, kept)
    const fresh = stored.filter(({ status }) => status === 'stored').length
    const said = `${fresh} taken in, ${stored.length - fresh} known already, ${entries.length - kept.length} of cards that there are no longer.`
    return Response.json({ said }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof RangeError) return refuse(400, error.message)
    throw error
  }
}

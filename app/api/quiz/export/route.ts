/** GET: the reviews of whoever asks as CSV; with `of=cards` the flash cards, as other programs read them. */
import { writeCsv } from '../../../_review/csv.ts'
import { logToCsv } from '../../../_review/log-csv.ts'
import { ownerWho } from '../../../_server/authorise/asker.ts'
import { readQuestionBank } from '../../../_server/questions.ts'
import { refuse } from '../../../_server/refuse.ts'
import { readEntries } from '../../../_server/review-store.ts'

export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.get('of') === 'cards') {
    const { flashCards } = await readQuestionBank()
    const rows = flashCards.map(({ front, back, topic }) => [front, back, `netsplit ${topic}`])
    return file('netsplit-cards.csv', writeCsv(rows))
  }
  const user = await ownerWho('review.export')
  if (user === undefined) {
    return refuse(401, 'You have no reviews here yet: answer a question first, or sign in.')
  }
  return file('netsplit-reviews.csv', logToCsv(await readEntries(user.id)))
}

function file(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}

/** The questions of a quiz: how many have each right, and how well it tells. */

import { PEOPLE_MIN } from '../../_classes/statistics/discrimination.ts'
import { type ItemOrder, orderItems } from '../../_classes/statistics/item-order.ts'
import { discriminationText } from '../../_classes/statistics/item-words.ts'
import { ANSWERS_MIN, type ItemStatistics } from '../../_classes/statistics/quiz-items.ts'
import type { QuestionBank } from '../../_server/questions.ts'
import { HowToRead } from './how-to-read.tsx'
import { ItemMap, type MappedItem } from './item-map.tsx'
import { ItemTable } from './item-table.tsx'
import { ShareBar } from './share-bar.tsx'
import { TellingCell } from './telling-cell.tsx'

interface QuestionTableProps {
  readonly bank: QuestionBank
  readonly items: readonly ItemStatistics[]
  readonly path: string
  readonly order: ItemOrder
}

const HEADS = [
  { name: 'No.', order: 'place' },
  { name: 'Question' },
  { name: 'Right at first', order: 'hard' },
  { name: 'Sure and wrong' },
  { name: 'Tells apart', order: 'tells' },
] as const

export function QuestionTable({ bank, items, path, order }: QuestionTableProps) {
  const rows = items.map((item, at) => ({
    ...item,
    number: at + 1,
    rightShare: item.difficulty?.share,
  }))
  const mapped = rows.flatMap(({ number, rightShare, discrimination }) =>
    rightShare === undefined || discrimination === undefined
      ? []
      : [{ number, rightShare, discrimination }],
  )
  return (
    <>
      {mapped.length < 2 ? null : (
        <ItemMap noun="questions" across="right at first" items={mapped} />
      )}
      <HowToReadQuestions example={mapped[0]} />
      <ItemTable
        label="Questions of the quiz"
        heads={HEADS}
        order={order}
        hrefOf={(wanted) => `${path}?order=${wanted}#questions`}
      >
        {orderItems(rows, order).map(({ questionId, number, asked, right, ...item }) => (
          <tr key={questionId} className="border-line border-b align-top">
            <td className="py-2.5 pr-5 tabular-nums">{number}</td>
            <th scope="row" className="min-w-48 py-2.5 pr-5 font-normal">
              <a
                href={`#answers-${questionId}`}
                className="line-clamp-2 text-accent underline underline-offset-4"
              >
                {bank.question(questionId)?.title ?? `${questionId} (no longer in the quiz)`}
              </a>
              {item.leftOut === 0 ? null : (
                <span className="block text-muted">{item.leftOut} left it out</span>
              )}
            </th>
            <td className="py-2.5 pr-5">
              <ShareBar count={right} of={asked} range={item.difficulty?.range} />
            </td>
            <td className="whitespace-nowrap py-2.5 pr-5 tabular-nums">
              {item.stated === 0 ? '–' : `${item.surelyWrong} of ${item.stated}`}
            </td>
            <td className="py-2.5 pr-5">
              <TellingCell discrimination={item.discrimination} />
            </td>
          </tr>
        ))}
      </ItemTable>
    </>
  )
}

function HowToReadQuestions({ example }: { readonly example: MappedItem | undefined }) {
  return (
    <HowToRead of="the figures of the questions">
      <p>
        “Right at first” is the share of learners who had all of the question right in their first
        go; what was left out is not right. The thin line on the bar is the range in which the share
        of many such classes would lie, at 95 % (Wilson 1927). Below {ANSWERS_MIN} answers there are
        counts and no shares. Hard is not bad: a question that half of a class gets wrong is often
        the one to talk about.
      </p>
      <p>
        “Sure and wrong” counts those who said “fairly sure” or “sure” and did not have it right, of
        all who said how sure they are. They do not know that they do not know.
      </p>
      <p>
        “Tells apart” asks whether those who know the rest of the quiz know this too. The number is
        the correlation of the question with the mean of all others, from −1 to +1, and behind it
        the range that chance leaves, at 95 %. From +0.30 on it tells well, below +0.10 it does not
        tell. Below zero it is the wrong way round: those who know the rest get it wrong, and the
        wording or the key deserve a look. Below {PEOPLE_MIN} learners, and where all of them have
        it right or none, nothing can be said.
      </p>
      {example === undefined ? null : (
        <p>
          For question {example.number}: {discriminationText(example.discrimination)}
        </p>
      )}
    </HowToRead>
  )
}

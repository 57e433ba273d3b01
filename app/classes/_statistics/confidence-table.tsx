/** Whether a class is right as often as it is sure. */
import type { GivenAnswer } from '../../_classes/statistics/quiz-items.ts'
import { wilson } from '../../_classes/statistics/share.ts'
import { CONFIDENCE_NAMES } from '../../_quiz/confidence-field.tsx'
import { ANSWERS_MIN, type Calibration, calibration } from '../../_review/calibration.ts'
import { HowToRead } from './how-to-read.tsx'
import { ShareBar } from './share-bar.tsx'

export function ConfidenceTable({
  answers,
}: {
  readonly answers: readonly GivenAnswer<unknown>[]
}) {
  const found = calibration(answers)
  return (
    <>
      <p className="max-w-prose leading-relaxed">{sentence(found)}</p>
      <HowToRead of="how sure the class is">
        <p>
          Learners may say how sure they are before an answer is judged. Beside each of the four
          words stands the chance of being right that it means, and then what came. A class that
          says “sure” and is right in six of ten answers knows something that is not so: look at the
          misconceptions.
        </p>
      </HowToRead>
      <table className="w-full max-w-xl text-left text-sm tabular-nums">
        <thead>
          <tr className="border-line-strong border-b">
            {['They said', 'Meant as', 'Right'].map((head) => (
              <th key={head} scope="col" className="py-2 pr-4 font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.rows.map(({ stated, answers: of, right }) => (
            <tr key={stated} className="border-line border-b align-top">
              <th scope="row" className="py-2 pr-4 font-normal">
                {CONFIDENCE_NAMES[stated]}
              </th>
              <td className="py-2 pr-4">{stated} %</td>
              <td className="py-2">
                <ShareBar
                  count={right}
                  of={of}
                  range={of < ANSWERS_MIN ? undefined : wilson(right, of)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Less than this is what chance does. */
const POINTS_OFF = 5

function sentence({ surplus, rows }: Calibration): string {
  const stated = rows.reduce((sum, { answers }) => sum + answers, 0)
  if (surplus === undefined) {
    return `Too few answers come with a word on how sure their learners were: ${stated}, and it takes ${ANSWERS_MIN}.`
  }
  const points = Math.round(Math.abs(surplus))
  const of = `Over ${stated} answers the class`
  if (points < POINTS_OFF) return `${of} is about as right as it says.`
  return surplus > 0
    ? `${of} is surer than right, by ${points} points of a hundred.`
    : `${of} is more right than it says, by ${points} points of a hundred.`
}

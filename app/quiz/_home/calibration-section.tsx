/** Whether “sure” means sure, as a table; what it says in a sentence. */
import { CONFIDENCE_NAMES } from '../../_quiz/confidence-field.tsx'
import { ANSWERS_MIN, type Calibration } from '../../_review/calibration.ts'
import { Section } from './section.tsx'

export function CalibrationSection({ calibration }: { readonly calibration: Calibration }) {
  return (
    <Section id="calibration" title="How sure you are, and how right">
      <p className="mb-4 max-w-[65ch] leading-relaxed">{sentence(calibration)}</p>
      <table className="w-full max-w-xl border-collapse text-left text-sm tabular-nums">
        <thead>
          <tr className="border-line-strong border-b text-muted">
            <th className="py-2 pr-4 font-medium">You said</th>
            <th className="py-2 pr-4 font-medium">Meant as</th>
            <th className="py-2 pr-4 font-medium">Answers</th>
            <th className="py-2 font-medium">Right</th>
          </tr>
        </thead>
        <tbody>
          {calibration.rows.map(({ stated, answers, right }) => (
            <tr key={stated} className="border-line border-b">
              <th scope="row" className="py-2 pr-4 font-medium">
                {CONFIDENCE_NAMES[stated]}
              </th>
              <td className="py-2 pr-4">{stated} %</td>
              <td className="py-2 pr-4">{answers}</td>
              <td className="py-2">
                {answers === 0 ? '–' : `${right} (${Math.round((100 * right) / answers)} %)`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Fewer points than this are within what chance does to a few dozen answers. */
const POINTS_OFF = 10

function sentence({ surplus, brier, rows }: Calibration): string {
  if (surplus === undefined || brier === undefined) {
    const stated = rows.reduce((sum, { answers }) => sum + answers, 0)
    return `Say how sure you are when you answer, and after ${ANSWERS_MIN} answers this compares it with what came (so far: ${stated}).`
  }
  const score = `Your Brier score is ${brier.toFixed(2)}: 0 is perfect, 0.25 is to say “half sure” every time.`
  const points = Math.round(Math.abs(surplus))
  if (points < POINTS_OFF) return `You are about as right as you say. ${score}`
  return surplus > 0
    ? `You are surer than right, by ${points} points of a hundred on average. ${score}`
    : `You are more right than you say, by ${points} points of a hundred on average. ${score}`
}

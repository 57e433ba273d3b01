/** A grade and what it is made of, in words. */
import type { Grade } from '../../_classes/grades/grade.ts'
import { breakdownOf, gradeText } from '../../_classes/grades/grade-text.ts'

export function Breakdown({ grade }: { readonly grade: Grade }) {
  return (
    <>
      <p className="font-semibold text-lg tabular-nums tracking-tight">{gradeText(grade)}</p>
      <ul className="mt-1 max-w-prose list-disc space-y-1 pl-5 text-sm leading-relaxed">
        {breakdownOf(grade).map((line) => (
          <li key={line} className="[overflow-wrap:anywhere]">
            {line}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Right or not, as a sign and a word. */
import { CircleCheck, CircleX } from 'lucide-react'

export function JudgedMark({
  isRight,
  word,
}: {
  readonly isRight: boolean
  readonly word: string
}) {
  const Icon = isRight ? CircleCheck : CircleX
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold">
      <Icon
        aria-hidden="true"
        className={`size-4 shrink-0 ${isRight ? 'text-pass' : 'text-violation'}`}
      />
      {word}
    </span>
  )
}

/** The list of all questions of a session, with how each went; pressing one goes there. */
import { Circle, CircleCheck, CircleDot, CircleMinus, CircleX } from 'lucide-react'
import type { Session, SessionItem } from './session-item.ts'
import type { SessionDesk } from './use-session.ts'

export function SessionList({
  desk,
  session: { items },
}: {
  readonly desk: SessionDesk
  readonly session: Session
}) {
  const done = items.filter(({ cardId }) => desk.isDone(cardId)).length
  return (
    <nav aria-label="Questions of this session">
      <p className="mb-2 font-semibold text-sm">
        {done} of {items.length} done
      </p>
      <ol className="max-h-[60dvh] overflow-y-auto">
        {items.map((item, index) => (
          <li key={item.cardId}>
            <ListButton {...{ desk, item }} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function ListButton({
  desk,
  item: { cardId, title },
  number,
}: {
  readonly desk: SessionDesk
  readonly item: SessionItem
  readonly number: number
}) {
  const isHere = desk.current?.cardId === cardId
  const { Icon, word, colour } = stateOf(desk, cardId)
  return (
    <button
      type="button"
      aria-current={isHere ? 'step' : undefined}
      onClick={() => desk.goTo(cardId)}
      className="flex min-h-9 w-full items-start gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-surface-strong aria-[current]:bg-surface-strong aria-[current]:font-medium"
    >
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <span className="line-clamp-2">
        {number}. {title}
        <span className="sr-only">, {word}</span>
      </span>
    </button>
  )
}

function stateOf(desk: SessionDesk, cardId: string) {
  const share = desk.shareOf(cardId)
  if (desk.memory.aside.includes(cardId)) {
    return { Icon: CircleMinus, word: 'put aside', colour: 'text-muted' }
  }
  if (!desk.isDone(cardId)) return { Icon: Circle, word: 'to do', colour: 'text-muted' }
  if (share === undefined) {
    return { Icon: CircleDot, word: 'answered, not judged yet', colour: 'text-muted' }
  }
  return share === 1
    ? { Icon: CircleCheck, word: 'right', colour: 'text-pass' }
    : { Icon: CircleX, word: 'not all right', colour: 'text-violation' }
}

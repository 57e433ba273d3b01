/** Cards that were put aside, to be taken back; and those that were forgotten again and again. */
import { isStubborn } from '../../_review/card-state.ts'
import type { CardInfo, States } from '../../_review/joined.ts'
import type { QuestionBank } from '../../_server/questions.ts'
import { ResumeButton } from './resume-button.tsx'
import { Section } from './section.tsx'

interface AsideProps {
  readonly ownerId: string | undefined
  readonly bank: QuestionBank
  readonly states: States
  readonly cards: readonly CardInfo[]
}

export function Aside({ ownerId, bank, states, cards }: AsideProps) {
  const stubborn = bank.cards.filter(({ id }) => isStubborn(states.get(id) ?? NONE))
  if (cards.length === 0 && stubborn.length === 0) return null
  return (
    <Section id="aside" title="Put aside, and hard to keep">
      {cards.length === 0 ? null : (
        <ul className="grid gap-2">
          {cards.map(({ id }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span className="min-w-0 grow basis-64">{titleOf(bank, id)}</span>
              <ResumeButton ownerId={ownerId} cardId={id} title={titleOf(bank, id)} />
            </li>
          ))}
        </ul>
      )}
      {stubborn.length === 0 ? null : (
        <>
          <p className="mt-5 max-w-[65ch] text-muted">
            Forgotten five times or more. To be asked again helps little here; their lessons help.
          </p>
          <ul className="mt-2 grid gap-1">
            {stubborn.map(({ id, lesson }) => (
              <li key={id}>
                <a href={`/learn/${lesson}`} className="text-accent underline underline-offset-4">
                  {titleOf(bank, id)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const NONE = { answers: 0, lapses: 0, isSuspended: false } as const

function titleOf(bank: QuestionBank, cardId: string): string {
  const [kind, id = ''] = cardId.split('/')
  if (kind === 'card') return bank.flashCard(id)?.front.replaceAll(/<[^>]*>/g, '') ?? id
  return bank.question(id)?.title ?? id
}

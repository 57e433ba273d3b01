'use client'
/** Keeps a review as a draft, publishes it, or takes a published one back. */
import { Button } from '../../_ui/button.tsx'

type State = 'draft' | 'published'

interface PublishButtonsProps {
  /** As it is kept now. */
  readonly state: State
  readonly isSending: boolean
  readonly mayPublish: boolean
  readonly onKeep: (state: State, said: string) => Promise<void>
}

const DRAFT = [
  { to: 'published', text: 'Publish', said: 'It is published.' },
  { to: 'draft', text: 'Keep as a draft', said: 'The draft is kept.' },
] as const

const PUBLISHED = [
  { to: 'published', text: 'Keep the changes', said: 'The changes are kept.' },
  { to: 'draft', text: 'Take it back', said: 'It is a draft again.' },
] as const

export function PublishButtons({ state, isSending, mayPublish, onKeep }: PublishButtonsProps) {
  return (
    <div className="flex flex-wrap gap-3">
      {(state === 'draft' ? DRAFT : PUBLISHED).map(({ to, text, said }) => (
        <Button
          key={text}
          look={to === 'published' ? 'primary' : 'secondary'}
          disabled={isSending || (to === 'published' && !mayPublish)}
          onClick={() => void onKeep(to, said)}
        >
          {text}
        </Button>
      ))}
    </div>
  )
}

/** What a search found, each place with its heading and a passage. */
import { BookA, BookOpen, FlaskConical } from 'lucide-react'
import Link from 'next/link'
import type { KeyboardEventHandler } from 'react'
import type { Hit, MarkedText } from './find.ts'

const KINDS = {
  lesson: { name: 'Lesson', Icon: BookOpen },
  word: { name: 'Glossary', Icon: BookA },
  lab: { name: 'Lab', Icon: FlaskConical },
} as const

interface HitHandlers {
  readonly onChoose: () => void
  readonly onKeyDown: KeyboardEventHandler
}

export function HitList({ hits, ...handlers }: HitHandlers & { readonly hits: readonly Hit[] }) {
  if (hits.length === 0) return null
  return (
    <ol className="mt-2 border-line border-t">
      {hits.map((hit) => (
        <HitRow key={hit.href} hit={hit} {...handlers} />
      ))}
    </ol>
  )
}

function HitRow({ hit, onChoose, onKeyDown }: HitHandlers & { readonly hit: Hit }) {
  const { href, kind, title, within, excerpt } = hit
  const { name, Icon } = KINDS[kind]
  return (
    <li className="border-line border-b">
      <Link
        href={href}
        data-hit=""
        // Two dozen pages are not fetched for one that is wanted.
        prefetch={false}
        onClick={onChoose}
        onKeyDown={onKeyDown}
        className="group block rounded-md px-2 py-3 hover:bg-surface focus-visible:bg-surface"
      >
        <span className="flex items-center gap-1.5 text-muted text-sm">
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          {kind === 'word' ? name : `${name}: ${within}`}
        </span>
        <span className="mt-0.5 block font-semibold text-accent underline-offset-4 group-hover:underline">
          <Marked text={title} />
        </span>
        <span className="mt-0.5 block text-sm leading-relaxed">
          <Marked text={excerpt} />
        </span>
      </Link>
    </li>
  )
}

function Marked({ text }: { readonly text: MarkedText }) {
  return text.map(({ text: part, isMatch }, index) => {
    const key = `${index} ${part}`
    if (!isMatch) return <span key={key}>{part}</span>
    return (
      <mark
        key={key}
        className="bg-transparent font-semibold text-inherit underline decoration-2 decoration-accent"
      >
        {part}
      </mark>
    )
  })
}

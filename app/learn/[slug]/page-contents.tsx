/** The headings of a text as links. */
import type { Heading } from '#content/schema/compiled.ts'

export function PageContents({ headings }: { readonly headings: readonly Heading[] }) {
  return (
    <ol className="mt-2 grid gap-0.5 text-sm">
      {headings.map(({ id, text, depth }) => (
        <li key={id} className={depth === 3 ? 'pl-3' : ''}>
          <a
            href={`#${id}`}
            className="block py-1 text-muted leading-snug underline-offset-4 hover:text-text hover:underline"
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  )
}

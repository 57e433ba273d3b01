/** The sources of a lesson, each with what it is cited for. */
import type { Source } from '#content/schema/lesson.ts'

export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <section aria-labelledby="sources" className="sources mt-16 border-line border-t pt-6">
      <h2 id="sources" className="font-semibold text-lg">
        Sources
      </h2>
      <ol className="mt-4 grid gap-4 text-sm leading-relaxed">
        {sources.map(({ id, label, title, where, url, note }) => (
          <li key={id} id={`source-${id}`} className="scroll-mt-24 target:bg-surface-strong">
            <span className="font-semibold">{label}.</span>{' '}
            <a href={url} className="text-accent underline underline-offset-4">
              {title}
            </a>
            . {where}. <span className="text-muted">{note}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

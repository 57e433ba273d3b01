/** A reference in a text, to one of the lesson's sources. */
import type { Source } from '#content/schema/lesson.ts'

/** The `Cite` of a text with these sources: `<Cite id="gl-02" />`. */
export function citeFor(sources: readonly Source[]) {
  return function Cite({ id }: { readonly id: string }) {
    const source = sources.find((candidate) => candidate.id === id)
    if (source === undefined) throw new Error(`The lesson has no source "${id}".`)
    return (
      <a href={`#source-${id}`} className="whitespace-nowrap text-[0.9em]">
        {source.label}
      </a>
    )
  }
}

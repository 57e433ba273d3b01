/**
 * The frame of an interactive figure: a title, what it is about, the bench, and all of it as
 * text and still drawings, which print and readers without JavaScript get unfolded.
 */
import type { ReactNode } from 'react'
import { FigureText } from '../_viz/figures/figure-text.tsx'
import { LazyBench } from '../_viz/figures/lazy-bench.tsx'
import { FIGURES } from '../_viz/figures/registry.ts'

interface FigureProps {
  /** `content/lessons/<slug>/<name>.figure.ts` */
  readonly name: string
  readonly title: string
  /** What the reader looks at; stands above the bench. */
  readonly children: ReactNode
}

/** The `Figure` of the texts of one lesson: `<Figure name="…" title="…">…</Figure>`. */
export function figureFor(slug: string) {
  return async function Figure({ name, title, children }: FigureProps) {
    const id = `${slug}/${name}`
    const load = FIGURES[id]
    if (load === undefined) {
      throw new Error(`app/_viz/figures/registry.ts has no figure "${id}".`)
    }
    const { figure } = await load()
    return (
      <figure className="not-prose my-9 rounded-lg border border-line bg-page">
        <figcaption className="border-line border-b bg-surface px-4 py-3 sm:px-6">
          <p className="font-semibold">{title}</p>
          <div className="mt-1 text-muted text-sm leading-relaxed">{children}</div>
        </figcaption>
        <div className="figure-bench p-4 sm:p-6" data-figure={name}>
          <LazyBench id={id} />
        </div>
        <details className="figure-text border-line border-t px-4 sm:px-6">
          <summary className="min-h-11 content-center font-medium text-sm">
            In words and numbers
          </summary>
          <div className="grid grid-cols-1 gap-5 py-4">
            <p className="text-sm leading-relaxed">{figure.summary}</p>
            <FigureText figure={figure} />
          </div>
        </details>
      </figure>
    )
  }
}

/** The frame of an interactive figure: a title, what it is about, and the bench itself. */
import type { ReactNode } from 'react'
import { TwoNodeRegisterFigure } from '../_viz/figures/two-node-register/figure.tsx'

/** Figures by the name that texts use. */
const FIGURES = { 'two-node-register': TwoNodeRegisterFigure } as const

export function Figure({
  name,
  title,
  children,
}: {
  readonly name: keyof typeof FIGURES
  readonly title: string
  /** What the reader looks at; stands above the bench. */
  readonly children: ReactNode
}) {
  const Bench = FIGURES[name]
  return (
    <figure className="not-prose my-9 rounded-lg border border-line bg-page">
      <figcaption className="border-line border-b bg-surface px-4 py-3 sm:px-6">
        <p className="font-semibold">{title}</p>
        <div className="mt-1 text-muted text-sm leading-relaxed">{children}</div>
      </figcaption>
      <div className="p-4 sm:p-6">
        <Bench />
        <noscript>
          <p className="mt-4 text-sm">
            This figure runs a simulator in your browser and needs JavaScript. The text after it
            says what each run shows.
          </p>
        </noscript>
      </div>
    </figure>
  )
}

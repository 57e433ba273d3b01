'use client'
/**
 * Loads a figure and its bench when the reader comes near: a lesson without its figures is
 * light, and most readers of a page never reach its end.
 */
import { type FunctionComponent, useEffect, useRef, useState } from 'react'
import type { Figure } from '#content/schema/figure.ts'
import { Button } from '../../_ui/button.tsx'
import { loadBench } from './benches.tsx'
import { FIGURES } from './registry.ts'

interface Loaded {
  readonly figure: Figure
  readonly Bench: FunctionComponent<{ readonly figure: Figure }>
}

type Loading = 'not yet' | 'failed' | Loaded

/** How near the figure must come before it is loaded, in pixels below the window. */
const NEAR = '600px'

/** @param id `slug/name` */
export function LazyBench({ id }: { readonly id: string }) {
  const [loading, setLoading] = useState<Loading>('not yet')
  const place = useRef<HTMLDivElement>(null)

  const load = () => {
    loadFigure(id).then(setLoading, () => setLoading('failed'))
  }
  // Follows the browser's scrolling: whether the figure is near the window.
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        loadFigure(id).then(setLoading, () => setLoading('failed'))
      },
      { rootMargin: NEAR },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [id])

  if (typeof loading === 'object') {
    const { Bench, figure } = loading
    return <Bench figure={figure} />
  }
  return (
    <div ref={place} className="grid min-h-80 place-content-center gap-3 text-center text-sm">
      {loading === 'failed' ? (
        <>
          <p role="alert">The figure could not be loaded. Is the connection gone?</p>
          <div>
            <Button onClick={load}>Try again</Button>
          </div>
        </>
      ) : (
        <p className="text-muted">The figure is being loaded …</p>
      )}
    </div>
  )
}

async function loadFigure(id: string): Promise<Loaded> {
  const load = FIGURES[id]
  if (load === undefined) throw new Error(`There is no figure ${id}.`)
  const { figure } = await load()
  return { figure, Bench: await loadBench(figure) }
}

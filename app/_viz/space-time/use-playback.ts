'use client'
/** Plays a run as steps per second: no animation, only the cursor that goes on. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

export const SPEEDS = [1, 2, 5, 10] as const
export type Speed = (typeof SPEEDS)[number]

export interface Playback {
  readonly isPlaying: boolean
  readonly speed: Speed
  readonly setSpeed: (speed: Speed) => void
  /** Starts or stops; for readers who want stillness it goes on by one step. */
  readonly toggle: () => void
  readonly stop: () => void
  /** True when nothing may move by itself. */
  readonly isStill: boolean
}

/** @param step goes on by one event; false when there is none after it */
export function usePlayback(step: () => boolean): Playback {
  const [isPlaying, setIsPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(2)
  const isStill = useSyncExternalStore(watchStillness, prefersStillness, () => false)
  const latest = useRef(step)
  // Follows the clock of the browser; the step that it calls is always the newest.
  useEffect(() => {
    latest.current = step
  })
  const plays = isPlaying && !isStill
  useEffect(() => {
    if (!plays) return
    const timer = setInterval(() => {
      if (!latest.current()) setIsPlaying(false)
    }, 1_000 / speed)
    return () => clearInterval(timer)
  }, [plays, speed])
  return {
    isPlaying: plays,
    speed,
    setSpeed,
    isStill,
    stop: () => setIsPlaying(false),
    toggle: () => {
      if (isStill) step()
      else setIsPlaying((old) => !old && step())
    },
  }
}

const QUERY = '(prefers-reduced-motion: reduce)'

function watchStillness(onChange: () => void): () => void {
  const query = matchMedia(QUERY)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

function prefersStillness(): boolean {
  return matchMedia(QUERY).matches
}

'use client'
/** The part of the run that the diagram shows, as two numbers: the way without dragging. */
import { type RefObject, useEffect, useRef } from 'react'
import { lowerBound } from '../interval-index.ts'
import type { Layout } from '../layout.ts'
import type { Camera } from '../use-camera.ts'

interface WindowFieldsProps {
  readonly layout: Layout
  readonly camera: Camera
  readonly eventCount: number
}

export function WindowFields({ layout, camera, eventCount }: WindowFieldsProps) {
  const first = useRef<HTMLInputElement>(null)
  const last = useRef<HTMLInputElement>(null)
  const isEdited = useRef(false)
  useFieldsFollow({ layout, camera, first, last, isEdited })
  const apply = () => {
    if (!isEdited.current) return
    isEdited.current = false
    const numbers = [first, last].map(({ current }) => current?.valueAsNumber ?? Number.NaN)
    if (numbers.some(Number.isNaN)) return
    const [from = 0, to = 0] = numbers
      .map((number) => Math.min(eventCount - 1, Math.max(0, Math.round(number))))
      .sort((a, b) => a - b)
      .map((event) => layout.marks[layout.stepOf(event)]?.position ?? 0)
    camera.show(from, to)
  }
  const edit = () => {
    isEdited.current = true
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The fields in it are what is used: it hears when both are done.
    <fieldset
      className="flex items-center gap-1 text-muted text-xs"
      // Both numbers count together: nothing happens between the one and the other.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) apply()
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply()
      }}
    >
      <legend className="sr-only">Part of the run in view</legend>
      <span aria-hidden="true">Events</span>
      <Field label="First event in view" field={first} max={eventCount - 1} onEdit={edit} />
      <span aria-hidden="true">to</span>
      <Field label="Last event in view" field={last} max={eventCount - 1} onEdit={edit} />
    </fieldset>
  )
}

interface FieldProps {
  readonly label: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly max: number
  readonly onEdit: () => void
}

/** The browser holds its number, which changes with every scrolled pixel. */
function Field({ label, field, max, onEdit }: FieldProps) {
  return (
    <input
      ref={field}
      type="number"
      aria-label={label}
      min={0}
      max={max}
      defaultValue={0}
      onChange={onEdit}
      className="h-8 w-18 rounded-md border border-line-strong bg-page px-1.5 text-text tabular-nums pointer-coarse:h-11"
    />
  )
}

interface FollowOptions {
  readonly layout: Layout
  readonly camera: Camera
  readonly first: RefObject<HTMLInputElement | null>
  readonly last: RefObject<HTMLInputElement | null>
  /** True while the reader writes: then the numbers are the reader's. */
  readonly isEdited: RefObject<boolean>
}

function useFieldsFollow({ layout, camera, first, last, isEdited }: FollowOptions): void {
  const { scroller, visible } = camera
  // Scrolling is the browser's own state: the numbers follow it, but not while one is edited.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let frame = 0
    const look = () => {
      frame = 0
      const seen = visible()
      if (seen === undefined || isEdited.current) return
      const [from, to] = eventsBetween(layout, seen)
      show(first.current, from)
      show(last.current, to)
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    later()
    element.addEventListener('scroll', later, { passive: true })
    const observer = new ResizeObserver(later)
    observer.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', later)
      observer.disconnect()
    }
  }, [layout, scroller, visible, first, last, isEdited])
}

function show(field: HTMLInputElement | null, event: number): void {
  if (field !== null) field.value = String(event)
}

/** The first and the last event whose marks are in view. */
function eventsBetween(
  { marks }: Layout,
  seen: { readonly from: number; readonly to: number },
): readonly [number, number] {
  const positions = { length: marks.length, at: (index: number) => marks[index]?.position }
  const from = Math.min(marks.length - 1, lowerBound(positions, seen.from))
  const after = lowerBound(positions, seen.to)
  const to = marks[after]?.position === seen.to ? after : after - 1
  return [marks[from]?.event ?? 0, marks[Math.max(from, to)]?.event ?? 0]
}

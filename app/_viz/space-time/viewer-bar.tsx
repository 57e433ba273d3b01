'use client'
/** Above the run: how to look at it. */
import { Maximize2, Minus, Plus, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { Choice } from './choice.tsx'
import { IconButton } from './icon-button.tsx'
import type { Layout } from './layout.ts'
import { Legend } from './legend.tsx'
import type { Axis } from './place-groups.ts'

export type View = 'diagram' | 'events' | 'nodes'

const VIEWS: readonly { readonly id: View; readonly title: string }[] = [
  { id: 'diagram', title: 'Diagram' },
  { id: 'events', title: 'Events' },
  { id: 'nodes', title: 'Nodes' },
]

const OPTIONS = 'grow basis-full flex-wrap items-center gap-x-3 gap-y-1 @2xl:flex @2xl:basis-0'

interface ViewerBarProps {
  readonly view: View
  readonly onView: (view: View) => void
  readonly axis: Axis
  readonly onAxis: (axis: Axis) => void
  readonly fold: boolean
  readonly onFold: (fold: boolean) => void
  readonly layout: Layout
  readonly dims: boolean
  readonly onDims: (dims: boolean) => void
  /** Narrow viewers show how to look at the run only on request. */
  readonly showsOptions: boolean
  readonly onOptions: (shows: boolean) => void
  readonly onZoom: (command: 'diagram.zoom-in' | 'diagram.zoom-out' | 'diagram.fit') => void
}

export function ViewerBar(props: ViewerBarProps) {
  const { view, onView } = props
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <fieldset className="flex rounded-md border border-line-strong">
        <legend className="sr-only">Show the run as</legend>
        {VIEWS.map(({ id, title }) => (
          <Choice key={id} isOn={view === id} onPress={() => onView(id)}>
            {title}
          </Choice>
        ))}
      </fieldset>
      {view === 'diagram' ? (
        <>
          <button
            type="button"
            aria-expanded={props.showsOptions}
            onClick={() => props.onOptions(!props.showsOptions)}
            className="ml-auto flex min-h-8 items-center gap-1.5 rounded-md px-2 text-sm hover:bg-surface-strong @2xl:hidden pointer-coarse:min-h-11"
          >
            <SlidersHorizontal aria-hidden="true" className="size-4" />
            Options
          </button>
          <div className={`${props.showsOptions ? 'flex' : 'hidden'} ${OPTIONS}`}>
            <DiagramOptions {...props} />
          </div>
        </>
      ) : null}
    </div>
  )
}

function DiagramOptions(props: ViewerBarProps) {
  const { axis, onAxis, fold, onFold, layout, dims, onDims, onZoom } = props
  return (
    <>
      <fieldset className="flex rounded-md border border-line-strong">
        <legend className="sr-only">Space the steps by</legend>
        <Choice isOn={axis === 'order'} onPress={() => onAxis('order')}>
          Order
        </Choice>
        <Choice isOn={axis === 'clock'} onPress={() => onAxis('clock')}>
          Clock
        </Choice>
      </fieldset>
      <Tick isOn={fold} onChange={onFold}>
        Hide routine messages
        {layout.foldedCount > 0 ? (
          <span className="text-muted tabular-nums">({layout.foldedCount} hidden)</span>
        ) : null}
      </Tick>
      <Tick isOn={dims} onChange={onDims}>
        Show causes
      </Tick>
      <span className="ml-auto flex">
        <IconButton label="Zoom out" onPress={() => onZoom('diagram.zoom-out')}>
          <Minus />
        </IconButton>
        <IconButton label="Zoom in" onPress={() => onZoom('diagram.zoom-in')}>
          <Plus />
        </IconButton>
        <IconButton label="Show the whole run" onPress={() => onZoom('diagram.fit')}>
          <Maximize2 />
        </IconButton>
        <Legend layout={layout} />
      </span>
    </>
  )
}

interface TickProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

function Tick({ isOn, onChange, children }: TickProps) {
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
        className="accent-accent"
      />
      {children}
    </label>
  )
}

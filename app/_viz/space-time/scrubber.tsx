'use client'
/** Moves the cursor through a run: a native slider over its events, steppers, and playing. */
import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  Crosshair,
  Pause,
  Play,
  StepForward,
  Zap,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { EventId } from '#core'
import { DIAGRAM_COMMANDS, type DiagramCommandId } from './diagram-commands.ts'
import { IconButton } from './icon-button.tsx'
import { type Playback, SPEEDS, type Speed } from './use-playback.ts'

interface ScrubberProps {
  readonly eventCount: number
  readonly cursor: EventId
  /** What is at the cursor, with its time. */
  readonly cursorText: string
  /** Whether a command leads anywhere from here. */
  readonly canDo: (command: DiagramCommandId) => boolean
  readonly hasFaults: boolean
  readonly hasViolation: boolean
  readonly playback: Playback
  readonly onCursor: (event: EventId) => void
  readonly onCommand: (command: DiagramCommandId) => void
}

export function Scrubber(props: ScrubberProps) {
  const { eventCount, cursor, cursorText, hasFaults, hasViolation, playback, onCursor } = props
  const step = (id: DiagramCommandId, icon: ReactNode) => <Step {...{ id, icon }} {...props} />
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-1">
      <span className="flex">
        {step('diagram.first', <ChevronFirst />)}
        {step('diagram.previous-on-lane', <ChevronsLeft />)}
        {step('diagram.previous', <ChevronLeft />)}
        <PlayButton playback={playback} />
        {step('diagram.next', <ChevronRight />)}
        {step('diagram.next-on-lane', <ChevronsRight />)}
        {step('diagram.last', <ChevronLast />)}
      </span>
      <input
        type="range"
        aria-label="Event of the run"
        aria-valuetext={cursorText}
        min={0}
        max={eventCount - 1}
        value={cursor}
        onChange={({ target }) => {
          playback.stop()
          onCursor(target.valueAsNumber)
        }}
        className="mx-1 h-8 min-w-32 grow basis-48 accent-accent pointer-coarse:h-11"
      />
      <span className="flex items-center">
        {hasFaults ? (
          <>
            {step('diagram.previous-fault', <Backward icon={<Zap className="text-fault" />} />)}
            {step('diagram.next-fault', <Forward icon={<Zap className="text-fault" />} />)}
          </>
        ) : null}
        {hasViolation
          ? step('diagram.next-violation', <Crosshair className="text-violation" />)
          : null}
        <SpeedChoice playback={playback} />
        <span className="min-w-20 shrink-0 pl-1 text-right text-muted text-xs tabular-nums">
          {cursor} of {eventCount - 1}
        </span>
      </span>
    </div>
  )
}

interface StepProps extends Pick<ScrubberProps, 'canDo' | 'onCommand' | 'playback'> {
  readonly id: DiagramCommandId
  readonly icon: ReactNode
}

function Step({ id, icon, canDo, onCommand, playback }: StepProps) {
  const title = DIAGRAM_COMMANDS.find((command) => command.id === id)?.title ?? ''
  return (
    <IconButton
      label={id === 'diagram.next-violation' ? 'Go to the violation' : title}
      isOff={!canDo(id)}
      onPress={() => {
        playback.stop()
        onCommand(id)
      }}
    >
      {icon}
    </IconButton>
  )
}

function Backward({ icon }: { readonly icon: ReactNode }) {
  return (
    <span className="flex items-center [&_svg]:size-3.5">
      <ChevronLeft />
      {icon}
    </span>
  )
}

function Forward({ icon }: { readonly icon: ReactNode }) {
  return (
    <span className="flex items-center [&_svg]:size-3.5">
      {icon}
      <ChevronRight />
    </span>
  )
}

function PlayButton({ playback }: { readonly playback: Playback }) {
  const { isPlaying, isStill, toggle } = playback
  if (isStill) {
    return (
      <IconButton label="One step on" onPress={toggle}>
        <StepForward />
      </IconButton>
    )
  }
  return (
    <IconButton label={isPlaying ? 'Stop' : 'Play'} onPress={toggle}>
      {isPlaying ? <Pause /> : <Play />}
    </IconButton>
  )
}

function SpeedChoice({ playback }: { readonly playback: Playback }) {
  if (playback.isStill) return null
  return (
    <select
      aria-label="Speed of playing"
      value={playback.speed}
      onChange={({ target }) => playback.setSpeed(Number(target.value) as Speed)}
      className="h-8 rounded-md border border-line-strong bg-page px-1 text-xs pointer-coarse:h-11"
    >
      {SPEEDS.map((speed) => (
        <option key={speed} value={speed}>
          {speed} {speed === 1 ? 'step' : 'steps'}/s
        </option>
      ))}
    </select>
  )
}

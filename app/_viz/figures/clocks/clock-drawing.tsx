/** The events of a run on the lanes of their nodes, each with its letter and its clock. */

import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { type ClockedEvent, clockText } from './clocks.ts'

const WIDTH = 640
const LANE = 74
const LEFT = 44
const RIGHT = 34
const TOP = 36
/** Letters and clocks of two events must not touch. */
const STEP_MIN = 30

export function ClockDrawing({
  nodes,
  events,
  shows,
  chosen = [],
}: {
  readonly nodes: readonly string[]
  readonly events: readonly ClockedEvent[]
  readonly shows: 'lamport' | 'vector'
  /** Letters of the events that are asked about. */
  readonly chosen?: readonly string[]
}) {
  // Only the order counts here, so that events stand evenly and their clocks can be read.
  const step = Math.max(STEP_MIN, (WIDTH - LEFT - RIGHT) / Math.max(1, events.length))
  const width = LEFT + RIGHT + step * events.length
  const x = (index: number) => LEFT + step * (index + 0.5)
  const y = (node: string) => TOP + LANE * nodes.indexOf(node)
  const indexOf = new Map(events.map(({ event }, index) => [event, index]))
  const told = events.map((event) => `${event.letter} on ${event.node}: ${clockText(event, shows)}`)
  return (
    <ScrollArea label="Events and their clocks">
      <svg
        role="img"
        aria-label={told.join('. ')}
        viewBox={`0 0 ${width} ${TOP + LANE * (nodes.length - 1) + 24}`}
        className="h-auto w-full font-sans"
        style={{ minWidth: Math.min(width, 560) }}
      >
        {nodes.map((node) => (
          <g key={node}>
            <line x1={LEFT} x2={width - 8} y1={y(node)} y2={y(node)} stroke="var(--line-strong)" />
            <text x="4" y={y(node) + 5} fontSize="13" fontWeight="600" fill="var(--text)">
              {node}
            </text>
          </g>
        ))}
        {events.map((event) => {
          const sender = events.find(
            ({ kind, message }) => kind === 'send' && message === event.message,
          )
          if (event.kind !== 'receive' || sender === undefined) return null
          return (
            <line
              key={event.event}
              x1={x(indexOf.get(sender.event) ?? 0)}
              y1={y(sender.node)}
              x2={x(indexOf.get(event.event) ?? 0)}
              y2={y(event.node)}
              stroke="var(--message)"
              strokeWidth="1.5"
            />
          )
        })}
        {events.map((event, index) => (
          <EventMark
            key={event.event}
            x={x(index)}
            y={y(event.node)}
            letter={event.letter}
            clock={clockText(event, shows)}
            isChosen={chosen.includes(event.letter)}
          />
        ))}
      </svg>
    </ScrollArea>
  )
}

function EventMark({
  x,
  y,
  letter,
  clock,
  isChosen,
}: {
  readonly x: number
  readonly y: number
  readonly letter: string
  readonly clock: string
  readonly isChosen: boolean
}) {
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={isChosen ? 10 : 8}
        fill={isChosen ? 'var(--accent)' : 'var(--page)'}
        stroke={isChosen ? 'var(--accent)' : 'var(--text)'}
        strokeWidth="1.5"
      />
      <text
        x={x}
        y={y + 4}
        textAnchor="middle"
        fontSize="11"
        fontWeight="600"
        fill={isChosen ? 'var(--on-accent)' : 'var(--text)'}
      >
        {letter}
      </text>
      <text x={x} y={y - 15} textAnchor="middle" fontSize="11" fill="var(--text)" className="halo">
        {clock}
      </text>
    </g>
  )
}

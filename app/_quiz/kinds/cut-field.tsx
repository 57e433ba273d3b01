'use client'
/** Place the cut: a drawing of the network, and its links as checkboxes that the drawing follows. */
import { useId } from 'react'
import type { CutNode } from '#content/schema/compiled-question.ts'
import { Html } from '../html.tsx'
import type { FieldProps } from './kind-props.ts'

export function CutField({ question, answer, onAnswer, answerKey }: FieldProps<'cut'>) {
  const chosen = new Set(answer?.kind === 'cut' ? answer.links : [])
  const toggle = (link: string) => {
    const links = chosen.has(link) ? [...chosen].filter((each) => each !== link) : [...chosen, link]
    onAnswer({ kind: 'cut', links })
  }
  return (
    <>
      <div className="mb-4 rounded-md border border-line bg-surface p-4">
        <p className="font-medium text-sm">Goal</p>
        <Html html={question.goal} />
      </div>
      <NetworkDrawing nodes={question.nodes} links={question.links} cut={chosen} />
      <fieldset className="mt-4">
        <legend className="mb-3 font-medium text-sm">
          Pick the links to cut; each has a direction
        </legend>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-2">
          {question.links.map((link) => (
            <label
              key={link}
              className="flex min-h-11 items-center gap-2.5 rounded-md border border-line px-3 hover:bg-surface has-[:checked]:border-fault has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent"
            >
              <input
                type="checkbox"
                value={link}
                checked={chosen.has(link)}
                disabled={answerKey !== undefined}
                onChange={() => toggle(link)}
                className="size-4 shrink-0 accent-accent outline-none"
              />
              <LinkName link={link} />
            </label>
          ))}
        </div>
      </fieldset>
      {answerKey === undefined ? null : <CutKey answerKey={answerKey} />}
    </>
  )
}

function LinkName({ link }: { readonly link: string }) {
  const [from, to] = link.split('->')
  return (
    <span className="font-mono text-sm">
      {from} <span aria-hidden="true">→</span>
      <span className="sr-only">to</span> {to}
    </span>
  )
}

function CutKey({
  answerKey,
}: {
  readonly answerKey: NonNullable<FieldProps<'cut'>['answerKey']>
}) {
  return (
    <div className="mt-4 grid gap-3 text-sm">
      <p>
        A cut that does it: <LinkNames links={answerKey.example} />. Others may as well.
      </p>
      <ul className="grid gap-2">
        {answerKey.tempting.map(({ links, why }) => (
          <li key={links.join()} className="rounded-md border border-line p-3">
            <p className="text-muted">
              Many cut <LinkNames links={links} />.
            </p>
            <Html html={why} className="mt-1 text-sm!" />
          </li>
        ))}
      </ul>
    </div>
  )
}

function LinkNames({ links }: { readonly links: readonly string[] }) {
  return links.map((link, index) => (
    <span key={link}>
      {index === 0 ? '' : index === links.length - 1 ? ' and ' : ', '}
      <LinkName link={link} />
    </span>
  ))
}

/** Drawing units for positions from 0 to 100. */
const WIDTH = 420
const TALL = 170
const EDGE = 32
const RADIUS = 19
/** Two links between the same nodes run beside each other. */
const APART = 7

function NetworkDrawing({
  nodes,
  links,
  cut,
}: {
  readonly nodes: readonly CutNode[]
  readonly links: readonly string[]
  readonly cut: ReadonlySet<string>
}) {
  const id = useId()
  // A network in a row needs no more height than a row.
  const heights = nodes.map(({ y }) => y)
  const top = Math.min(...heights)
  const height = 2 * EDGE + ((Math.max(...heights) - top) / 100) * TALL
  const places = new Map(nodes.map((node) => [node.id, placeOf(node, top)]))
  const words = cut.size === 0 ? 'none is cut' : `cut: ${[...cut].map(spoken).join(', ')}`
  return (
    <svg
      role="img"
      aria-label={`A network of ${nodes.map(({ name }) => name).join(', ')}, with ${links.length} links; ${words}.`}
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="mx-auto h-auto w-full max-w-lg font-sans"
    >
      <defs>
        {(['message', 'fault'] as const).map((colour) => (
          <marker
            key={colour}
            id={`${id}-${colour}`}
            viewBox="0 0 8 8"
            refX="7.5"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8Z" fill={`var(--${colour})`} />
          </marker>
        ))}
      </defs>
      {links.map((link) => {
        const [from = '', to = ''] = link.split('->')
        const [start, end] = [places.get(from), places.get(to)]
        if (start === undefined || end === undefined) return null
        return <LinkLine key={link} {...{ start, end, id }} isCut={cut.has(link)} />
      })}
      {nodes.map((node) => (
        <NodeMark key={node.id} id={node.id} place={placeOf(node, top)} />
      ))}
    </svg>
  )
}

function NodeMark({ id, place: { x, y } }: { readonly id: string; readonly place: Place }) {
  return (
    <g>
      <circle cx={x} cy={y} r={RADIUS} fill="var(--page)" stroke="var(--text)" strokeWidth="1.5" />
      <text x={x} y={y + 5} textAnchor="middle" fontSize="14" fontWeight="600" fill="var(--text)">
        {id}
      </text>
    </g>
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

function LinkLine({
  start,
  end,
  isCut,
  id,
}: {
  readonly start: Place
  readonly end: Place
  readonly isCut: boolean
  readonly id: string
}) {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  // To the right of the way, so that the other direction has its own line.
  const [ox, oy] = [-uy * APART, ux * APART]
  const gap = RADIUS + 3
  const [x1, y1] = [start.x + ux * gap + ox, start.y + uy * gap + oy]
  const [x2, y2] = [end.x - ux * gap + ox, end.y - uy * gap + oy]
  const colour = isCut ? 'fault' : 'message'
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2]
  return (
    <g stroke={`var(--${colour})`} strokeWidth={isCut ? 2.2 : 1.6}>
      <line
        {...{ x1, y1, x2, y2 }}
        strokeDasharray={isCut ? '5 4' : undefined}
        markerEnd={`url(#${id}-${colour})`}
      />
      {isCut ? <path d={`M${mx - 6} ${my - 6}l12 12m0 -12l-12 12`} strokeWidth="2.4" /> : null}
    </g>
  )
}

function placeOf({ x, y }: Pick<CutNode, 'x' | 'y'>, top: number): Place {
  return {
    x: EDGE + (x / 100) * (WIDTH - 2 * EDGE),
    y: EDGE + ((y - top) / 100) * TALL,
  }
}

function spoken(link: string): string {
  return link.replace('->', ' to ')
}

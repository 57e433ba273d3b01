/** The row of versions, oldest first, with each replica under the one that it holds. */

import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import type { VersionProgress } from './progress.ts'

const CELL = 52
const LEFT = 8
const NAME = 19

export function VersionRow({
  progress,
  moment,
}: {
  readonly progress: VersionProgress
  readonly moment: number
}) {
  const { nodes, moments, newest } = progress
  const now = moments[moment]
  if (now === undefined) return null
  const held = (version: number) => nodes.filter((_node, index) => now.versions[index] === version)
  const count = newest + 1
  const deepest = nodes.length
  const said = nodes.map((node, index) => `${node} holds version ${now.versions[index]}`)
  return (
    <ScrollArea label="Versions">
      <svg
        role="img"
        aria-label={`At ${now.at / 1_000} ms: ${said.join(', ')}.`}
        viewBox={`0 0 ${2 * LEFT + CELL * count} ${52 + NAME * deepest}`}
        className="h-auto w-full font-sans"
        style={{ maxWidth: (2 * LEFT + CELL * count) * 1.3, minWidth: CELL * count * 0.8 }}
      >
        {Array.from({ length: count }, (_, version) => {
          const x = LEFT + CELL * version
          const isWritten = version <= Math.max(...now.versions)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a version is its number
            <g key={version}>
              <rect
                x={x + 3}
                y="6"
                width={CELL - 6}
                height="30"
                rx="4"
                fill={isWritten ? 'var(--surface-strong)' : 'var(--page)'}
                stroke="var(--line-strong)"
                strokeDasharray={isWritten ? undefined : '3 3'}
              />
              <text
                x={x + CELL / 2}
                y="26"
                textAnchor="middle"
                fontSize="13"
                fontWeight="600"
                fill={isWritten ? 'var(--text)' : 'var(--text-muted)'}
              >
                {version}
              </text>
              {held(version).map((node, place) => (
                <text
                  key={node}
                  x={x + CELL / 2}
                  y={54 + NAME * place}
                  textAnchor="middle"
                  fontSize="12.5"
                  fontWeight="600"
                  fill="var(--accent)"
                >
                  {place === 0 ? '↑ ' : ''}
                  {node}
                </text>
              ))}
            </g>
          )
        })}
      </svg>
    </ScrollArea>
  )
}

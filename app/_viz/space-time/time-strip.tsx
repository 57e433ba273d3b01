/** The times of the columns, in a strip that stays in view while the lanes scroll below it. */
import { memo } from 'react'
import { formatSeconds } from '#core'
import { AXIS_SIZE, type Geometry } from './geometry.ts'
import type { Column } from './place-groups.ts'
import type { PixelWindow } from './use-camera.ts'

/** What a time needs along the axis, in pixels. */
const ROOM = { right: 42, down: 16 }

interface TimeStripProps {
  readonly columns: readonly Column[]
  readonly geometry: Geometry
  readonly window: PixelWindow
}

export const TimeStrip = memo(function TimeStrip({ columns, geometry, window }: TimeStripProps) {
  const size = AXIS_SIZE[geometry.direction]
  const box = geometry.box({ ...window, top: 0, bottom: size })
  return (
    <svg
      aria-hidden="true"
      width={box.width}
      height={box.height}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className="block select-none bg-page font-sans tabular-nums"
    >
      {withRoom(columns, geometry).map(({ position, at }) => {
        const { x, y } = geometry.point(geometry.along(position), size / 2)
        return (
          <text
            key={position}
            x={x}
            y={y}
            textAnchor="middle"
            dominantBaseline="central"
            className="fill-muted text-[11px]"
          >
            {formatSeconds(at).replace(' s', '')}
          </text>
        )
      })}
    </svg>
  )
})

/** The columns that have room for their times. */
function withRoom(columns: readonly Column[], geometry: Geometry): readonly Column[] {
  const room = ROOM[geometry.direction]
  let free = Number.NEGATIVE_INFINITY
  return columns.filter(({ position }) => {
    const along = geometry.along(position)
    if (along - room / 2 < free) return false
    free = along + room / 2
    return true
  })
}

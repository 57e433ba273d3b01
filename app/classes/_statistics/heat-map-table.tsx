/** When a class works, as a table of days and hours: the shade repeats what the number says. */
import {
  DAY_NAMES,
  type HeatMap,
  heatMapText,
  shadeOf,
} from '../../_classes/statistics/heat-map.ts'
import { ScrollArea } from '../../_ui/scroll-area.tsx'
import { HowToRead } from './how-to-read.tsx'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const SHADES = ['', 'bg-accent/10', 'bg-accent/20', 'bg-accent/30', 'bg-accent/45'] as const

export function HeatMapTable({ map, zone }: { readonly map: HeatMap; readonly zone: string }) {
  const text = heatMapText(map)
  if (text === undefined) {
    return (
      <p className="max-w-prose text-muted leading-relaxed">
        Nothing was handed in or read to its end in this time.
      </p>
    )
  }
  return (
    <>
      <p className="max-w-prose leading-relaxed">{text}</p>
      <HowToRead of="the days and hours">
        <p>
          A cell counts what was handed in, or read to its end, in the hour that begins there, by
          the clocks of {zone.replaceAll('_', ' ')}. Only work that the class is given counts; runs
          in the browser are the learners’ own. It helps to choose hours for questions and due
          dates. It says nothing about a single learner, and nothing about how long they worked.
        </p>
      </HowToRead>
      <ScrollArea label="Handed in by day and hour">
        <table className="border-separate border-spacing-px text-center text-xs tabular-nums">
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 bg-page pr-2 text-left font-semibold">
                Day
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col" className="min-w-7 font-normal text-muted">
                  {String(hour).padStart(2, '0')}
                </th>
              ))}
              <th scope="col" className="pl-2 font-semibold">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {map.cells.map((hours, day) => (
              <tr key={DAY_NAMES[day]}>
                <th scope="row" className="sticky left-0 bg-page pr-2 text-left font-normal">
                  {DAY_NAMES[day]?.slice(0, 3)}
                  <span className="sr-only">{DAY_NAMES[day]?.slice(3)}</span>
                </th>
                {HOURS.map((hour) => (
                  <HourCell key={hour} count={hours[hour] ?? 0} most={map.most} />
                ))}
                <td className="pl-2">{hours.reduce((sum, count) => sum + count, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  )
}

function HourCell({ count, most }: { readonly count: number; readonly most: number }) {
  return (
    <td className={`h-7 rounded-sm px-0.5 ${SHADES[shadeOf(count, most)]}`}>
      {count === 0 ? <span className="text-muted">·</span> : count}
    </td>
  )
}

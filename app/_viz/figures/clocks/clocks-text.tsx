/** Events and clocks on paper. */
import type { ClocksFigure } from '#content/schema/figure.ts'
import { computedOnce } from '../computed-once.ts'
import { NumberTable } from '../plot/number-table.tsx'
import { runFigure } from '../run/run.ts'
import { ClockDrawing } from './clock-drawing.tsx'
import { clockedEvents, clockText } from './clocks.ts'

export function ClocksText({ figure }: { readonly figure: ClocksFigure }) {
  const { trace } = computedOnce(figure, 'run', () => runFigure(figure.run, figure.choice))
  const events = clockedEvents(trace, (body) => figure.run.isNoise?.(body) ?? false)
  return (
    <>
      <ClockDrawing nodes={trace.header.nodes} events={events} shows={figure.shows} />
      <NumberTable
        caption="Events and their clocks"
        columns={['Event', 'Node', 'What', 'Lamport', 'Vector']}
        rows={events.map((event) => ({
          name: event.letter,
          cells: [
            event.node,
            event.kind === 'local'
              ? 'a client’s request'
              : `${event.kind === 'send' ? 'sends' : 'receives'} message ${event.message}`,
            clockText(event, 'lamport'),
            clockText(event, 'vector'),
          ],
        }))}
      />
    </>
  )
}

/** Questions about a whole trace that panels beside the diagram ask. */
import { describeEvent, formatSeconds, type Trace, type TraceEvent, WorldView } from '#core'

/** Says what an event is; every sentence is made once, when somebody wants it. */
export function describer(trace: Trace): (event: TraceEvent) => string {
  const view = viewOf(trace)
  const said = new Map<TraceEvent, string>()
  return (event) => {
    let text = said.get(event)
    if (text === undefined) {
      text = describeEvent(event, view)
      said.set(event, text)
    }
    return text
  }
}

/** The whole trace taken into account: what every message held. */
export function viewOf({ header, events }: Trace): WorldView {
  const view = new WorldView(header)
  for (const event of events) view.fold(event)
  return view
}

/** One sentence about the whole run. */
export function summarizeTrace({ header, events }: Trace): string {
  const counts = new Map<string, number>()
  for (const { kind } of events) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const count = (kind: string) => counts.get(kind) ?? 0
  const parts = [
    `${header.nodes.length} nodes`,
    ...(header.clients.length > 0 ? [counted(header.clients.length, 'client')] : []),
    `${events.length} events in ${formatSeconds(events.at(-1)?.at ?? 0)}`,
    ...(count('cut') > 0 ? [counted(count('cut'), 'cut')] : []),
    ...(count('crash') > 0 ? [counted(count('crash'), 'crash', 'crashes')] : []),
    ...(count('drop') > 0 ? [counted(count('drop'), 'lost message')] : []),
  ]
  return `Run with seed ${header.seed}: ${parts.join(', ')}.`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** How large a state may be: as large as what it shows, and not as all that ever happened. */
import { sameJson } from '../../json.ts'
import type { Json, NodeId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'

export interface StateSize {
  /** UTF-16 units of the state's JSON text, for a state that shows nothing. */
  readonly emptyMax: number
  /** More of them for each node of the cluster. */
  readonly perNodeMax: number
  /** More of them for each node of the cluster and each element that is shown. */
  readonly perNodeAndElementMax: number
}

/** Judges the watched field `state` by the list in the field `shown`, whenever one changes. */
export function stateStaysSmall({ emptyMax, perNodeMax, perNodeAndElementMax }: StateSize): Claim {
  return {
    id: 'state-stays-small',
    sentence: 'The state is as large as what it shows, however many elements have come and gone.',
    source: 'Bieniusa et al. 2012, An Optimized Conflict-free Replicated Set (INRIA RR-8083)',
    ask: 'What does the state still hold of elements that are gone?',
    monitor({ nodes }) {
      const judged = new Map<NodeId, Json>()
      return {
        kinds: ['observe'],
        onEvent(event, view) {
          if (event.kind !== 'observe') return undefined
          const { fields } = view.node(event.node)
          const [state = null, shown = null] = [fields.get('state'), fields.get('shown')]
          const known = judged.get(event.node)
          if (known !== undefined && sameJson(known, state)) return undefined
          judged.set(event.node, state)
          const elements = Array.isArray(shown) ? shown.length : 0
          const perNode = perNodeMax + perNodeAndElementMax * elements
          const most = emptyMax + perNode * nodes.length
          const { length } = JSON.stringify(state)
          if (length <= most) return undefined
          return {
            event: event.id,
            message: `The state of ${event.node} shows ${elements} elements and is ${length} characters long; ${most} are enough.`,
            related: [],
            nodes: [event.node],
          }
        },
      }
    },
  }
}

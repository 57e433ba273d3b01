/** The claims about quorums with small bounds: for traces by hand. */
import {
  acknowledgedWritesStay,
  answersInTime,
  availableWithQuorum,
  type Claim,
  hintsAreForgotten,
  messagesInBounds,
  oneVersionPerWrite,
  reachesAllReplicas,
  readsRepair,
  requestsSucceed,
  storeIsAsGiven,
} from '#core'

/** Every node keeps every key. */
function replicasOf(_key: string, nodes: readonly string[]) {
  return nodes
}

/** @param withinMicros how long those about liveness allow */
export function quorumClaims(withinMicros: number): readonly Claim[] {
  return [
    acknowledgedWritesStay({ count: 2, replicasOf }),
    oneVersionPerWrite(),
    answersInTime({ withinMicros }),
    availableWithQuorum({ withinMicros, needs: (_, nodes) => ({ count: 2, among: nodes }) }),
    messagesInBounds({ perRequestMax: 2, perSecondMax: 1 }),
    readsRepair({ withinMicros, replicasOf }),
    reachesAllReplicas({ withinMicros, replicasOf }),
    hintsAreForgotten({ withinMicros }),
    storeIsAsGiven({ r: 2, w: 2, replicasOf }),
    requestsSucceed({ mayFail: ({ op }) => op === 'put' }),
  ]
}

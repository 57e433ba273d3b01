/** The network that decides nothing itself: what is odd about a run is then written down. */
import type { NetworkOptions } from './scenario.ts'

/** The same network with every message taking the shortest time; none is lost or repeated. */
export function calmNetwork(network: NetworkOptions): NetworkOptions {
  return {
    ...network,
    delayMicrosMax: network.delayMicrosMin,
    tailPermille: 0,
    tailMicrosMax: network.delayMicrosMin,
    lossPermille: 0,
    duplicatePermille: 0,
  }
}

/** The claims about replicas that work apart, with small bounds: for traces by hand. */
import {
  answersAlone,
  type Claim,
  cartHoldsWhatWasPut,
  editTakesEffect,
  forgetsWhatIsGone,
  neverOversold,
  noteIsNotOverwritten,
  observedRemoves,
  oneListOrder,
  operationsStaySmall,
  runsStayTogether,
  sellsItsPart,
  sellsTheLast,
  sellsWhileItCan,
  sharesAddUp,
  showsWhatWasTyped,
} from '#core'

/** How many pieces there are in the traces about shares. */
const STOCK = 3

/** @param withinMicros how long those about liveness allow */
export function apartClaims(withinMicros: number): readonly Claim[] {
  return [
    answersAlone(withinMicros),
    observedRemoves(),
    cartHoldsWhatWasPut(),
    noteIsNotOverwritten(),
    editTakesEffect(),
    showsWhatWasTyped(),
    oneListOrder(),
    forgetsWhatIsGone({ bytesMax: 10, withinMicros }),
    operationsStaySmall({ bytesMax: 20, perCharMax: 2 }),
    runsStayTogether({ direction: 'forwards' }),
    runsStayTogether({ direction: 'backwards' }),
    neverOversold({ stock: STOCK }),
    sharesAddUp({ stock: STOCK }),
    sellsWhileItCan(),
    sellsItsPart({ stock: STOCK }),
    sellsTheLast({ stock: STOCK, graceMicros: 0 }),
  ]
}

/**
 * Decides which groups a diagram leaves out: those in which nothing happened but noise,
 * such as heartbeats that changed nothing. What led to something visible stays.
 */
import type { EventId, MessageId } from '#core'
import type { Group, Grouping } from './groups.ts'
import type { Letter } from './letters.ts'

export interface FoldOptions {
  readonly letters: ReadonlyMap<MessageId, Letter>
  /** Events that must stay visible, whatever they are. */
  readonly keep: readonly EventId[]
}

/** For each group, 1 when it is left out. */
export function foldNoise({ groups, groupOf }: Grouping, options: FoldOptions): Uint8Array {
  const folded = Uint8Array.from(groups, (group) => (isNoise(group, options.letters) ? 1 : 0))
  for (const event of options.keep) {
    const group = groupOf[event]
    if (group !== undefined) folded[group] = 0
  }
  // Backwards, so that a cause unfolded on the way can unfold its own cause.
  for (let index = groups.length - 1; index >= 0; index--) {
    const lead = groups[index]?.lead
    if (folded[index] === 1 || lead?.kind !== 'receive') continue
    const sentBy = options.letters.get(lead.message)?.sentBy
    const sender = sentBy === undefined ? undefined : groupOf[sentBy]
    if (sender !== undefined) folded[sender] = 0
  }
  return folded
}

function isNoise({ lead, effects }: Group, letters: ReadonlyMap<MessageId, Letter>): boolean {
  const isNoisy = (message: MessageId) => letters.get(message)?.isNoise === true
  switch (lead.kind) {
    case 'receive':
      if (!isNoisy(lead.message)) return false
      break
    case 'timer':
      // A timer that leads to nothing at all is worth a look; one that only beats is not.
      if (!effects.some((event) => event.kind === 'send' && isNoisy(event.message))) return false
      break
    case 'drop':
      return isNoisy(lead.message)
    default:
      return false
  }
  return effects.every((event) => {
    switch (event.kind) {
      case 'send':
      case 'drop':
      case 'duplicate':
        return isNoisy(event.message)
      case 'set-timer':
      case 'cancel-timer':
        return true
      default:
        return false
    }
  })
}

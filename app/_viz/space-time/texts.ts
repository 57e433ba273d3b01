/** Words in the drawing: how wide they are, and what a mark says of itself. */
import type { MessageId } from '#core'
import type { Group } from './groups.ts'
import type { Letter } from './letters.ts'

/** Of the small text beside marks; measured generously, so that nothing collides. */
export const LETTER_WIDTH = 5.9
const LABEL_MAX = 26

/** Ends in three dots when it is longer than this. */
export function cutText(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, Math.max(0, max - 1))}…` : text
}

/** Pixels of a text of the small size. */
export function textWidth(text: string): number {
  return text.length * LETTER_WIDTH
}

/** What a mark sends or what it is, in a word or two; empty when its shape says enough. */
export function labelOf(
  { lead, effects }: Group,
  letters: ReadonlyMap<MessageId, Pick<Letter, 'type'>>,
): string {
  const sent = new Set<string>()
  for (const effect of effects) {
    if (effect.kind === 'send') sent.add(letters.get(effect.message)?.type ?? '')
  }
  sent.delete('')
  if (sent.size > 0) return cutText([...sent].join(', '), LABEL_MAX)
  switch (lead.kind) {
    case 'timer':
      return cutText(`${lead.name} timer`, LABEL_MAX)
    case 'clog':
      return cutText(`held ${lead.from} > ${lead.to}`, LABEL_MAX)
    case 'unclog':
      return cutText(`flows ${lead.from} > ${lead.to}`, LABEL_MAX)
    case 'degrade':
      return cutText(`worse ${lead.label}`, LABEL_MAX)
    case 'restore':
      return cutText(`mended ${lead.label}`, LABEL_MAX)
    case 'skew':
      return 'clock set'
    case 'heal':
      return 'heal'
    case 'phase':
      return 'all healed'
    case 'end':
      return 'end'
    case 'threw':
      return cutText(`threw ${lead.name}`, LABEL_MAX)
    default:
      return ''
  }
}

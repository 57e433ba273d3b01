/** What makes versions comparable: each names one write, and each write has one. */

import { canonicalText, printJson } from '../../json.ts'
import type { EventId, NodeId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { copiesIn, entryName, printVersion, showsCopies } from './copies.ts'

interface FirstShown {
  readonly text: string
  readonly event: EventId
  readonly node: NodeId
}

/**
 * Two writes with one version would leave replicas with different values of which none is
 * newer; a write with two versions would overtake writes that came after it. For runs in which
 * no two puts of a key have the same value.
 */
export function oneVersionPerWrite(): Claim {
  return {
    id: 'one-version-per-write',
    sentence: 'Each write of a key has one version, and no other write has the same one.',
    source: 'Attiya, Bar-Noy, Dolev 1995, section 3; Lynch and Shvartsman 1997, section 3 (tags)',
    ask: 'Who gave this write its version, and could anybody give that version to something else?',
    monitor() {
      const versionOf = new Map<string, FirstShown>()
      const valueOf = new Map<string, FirstShown>()
      return {
        kinds: ['observe'],
        onEvent(event) {
          if (event.kind !== 'observe' || !showsCopies(event.fields)) return undefined
          const { id, node } = event
          for (const [key, { value, version }] of copiesIn(event.fields.copies ?? null)) {
            const shown = { version: printVersion(version), value: printJson(value) }
            const entry = entryName(key, value)
            const place = canonicalText([key, shown.version])
            const before = versionOf.get(entry) ?? { text: shown.version, event: id, node }
            const other = valueOf.get(place) ?? { text: shown.value, event: id, node }
            versionOf.set(entry, before)
            if (node !== version.writer) valueOf.set(place, other)
            const first = before.text === shown.version ? other : before
            if (before.text === shown.version && other.text === shown.value) continue
            const message =
              first === before
                ? `${node} keeps ${key} = ${shown.value} as version ${shown.version}, and ${before.node} had it as version ${before.text}.`
                : `${node} keeps ${key} = ${shown.value} as version ${shown.version}, which ${other.node} had given ${other.text}.`
            return {
              event: id,
              message,
              related: first.event === id ? [] : [first.event],
              nodes: [...new Set([first.node, node])],
            }
          }
          return undefined
        },
      }
    },
  }
}

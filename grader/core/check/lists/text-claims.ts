/** What a shared text must show: one's own edits at once, and in the end what everybody typed. */
import { printJson } from '../../json.ts'
import type { EventId } from '../../trace/event.ts'
import { CallWatch } from '../apart/call-watch.ts'
import type { Claim } from '../claim.ts'
import type { ApplicationMemory } from '../convergence/updates.ts'
import { type Edit, TextReader, textAfter } from './text-reader.ts'

export interface TextClaimOptions {
  /** The watched field with the text; by default `text`. */
  readonly state?: string
  /** What a node has applied when it starts again: nothing, which is the default, or all. */
  readonly memory?: ApplicationMemory
}

export interface TypedOptions extends TextClaimOptions {
  /** Judges once, when the run ends: for long sessions. By default after every handler. */
  readonly at?: 'every-handler' | 'end'
}

/** An editor that shows something else than was typed is of no use, however well it converges. */
export function editTakesEffect({ state = 'text', memory }: TextClaimOptions = {}): Claim {
  return {
    id: 'edit-takes-effect',
    sentence: 'The node that takes an edit shows it at once, in its place, and nothing else moves.',
    source:
      'Attiya et al. 2016, Specification and Complexity of Collaborative Text Editing (strong list specification, condition 1c)',
    ask: 'Which of the characters that this node holds count when an index is looked up?',
    monitor() {
      const reader = new TextReader(state, memory)
      const calls = new CallWatch()
      let taken: Edit | undefined
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const edit = ended === undefined ? undefined : taken
          const shown = edit === undefined ? undefined : reader.shownBy(edit.node, view)
          if (ended !== undefined || event.kind === 'crash') taken = undefined
          taken = reader.look(event, view) ?? taken
          if (edit === undefined || shown === textAfter(edit)) return undefined
          const { client, node, before, index, chars } = edit
          const deed =
            edit.kind === 'insert'
              ? `${client} put ${printJson(chars)} at index ${index} of ${printJson(before)}`
              : `${client} removed ${printJson(chars)} at index ${index} of ${printJson(before)}`
          return {
            event: ended?.changedAt ?? edit.event,
            message: `${deed}, and ${node} shows ${printJson(shown ?? null)} instead of ${printJson(textAfter(edit))}.`,
            related: ended?.changedAt === undefined ? [] : [edit.event],
            nodes: [node],
          }
        },
      }
    },
  }
}

/** Exactly what was typed and not erased, by the edits that the node has applied. */
export function showsWhatWasTyped(options: TypedOptions = {}): Claim {
  const { state = 'text', memory, at = 'every-handler' } = options
  return {
    id: 'shows-what-was-typed',
    sentence:
      'A node shows each character of the edits that it has applied once, and none that one of them erased.',
    source:
      'Attiya et al. 2016, Specification and Complexity of Collaborative Text Editing (strong list specification, condition 1a)',
    ask: 'How does this node find the character that the edit means, and what if it is not there?',
    monitor() {
      const reader = new TextReader(state, memory)
      const calls = new CallWatch()
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const changed = ended?.changedAt === undefined ? [] : [ended.call.node]
          const judged = at === 'end' ? (event.kind === 'end' ? view.nodeIds : []) : changed
          const found = judged.flatMap((node) => {
            const shown = reader.shownBy(node, view)
            const fault =
              shown === undefined ? undefined : faultIn(shown, appliedEdits(reader, node))
            return shown === undefined || fault === undefined ? [] : [{ node, shown, fault }]
          })
          reader.look(event, view)
          const [first] = found
          if (first === undefined) return undefined
          const { node, shown, fault } = first
          return {
            event: at === 'end' ? event.id : (ended?.changedAt ?? event.id),
            message: `${node} shows ${printJson(shown)}, ${fault.words}.`,
            related: fault.related,
            nodes: [node],
          }
        },
      }
    },
  }
}

function appliedEdits(reader: TextReader, node: string): readonly Edit[] {
  return [...reader.appliedBy(node)].flatMap((id) => reader.edits.get(id) ?? [])
}

function faultIn(
  shown: string,
  edits: readonly Edit[],
): { readonly words: string; readonly related: readonly EventId[] } | undefined {
  const byChar = (wanted: Edit['kind']) =>
    new Map(
      edits
        .filter(({ kind }) => kind === wanted)
        .flatMap((edit) => Array.from(edit.chars, (char) => [char, edit] as const)),
    )
  const erasures = byChar('remove')
  const typed = byChar('insert')
  const seen = new Set<string>()
  for (const char of shown) {
    const erased = erasures.get(char)
    const edit = typed.get(char)
    const related = edit === undefined ? [] : [edit.event]
    if (seen.has(char)) return { words: `with ${printJson(char)} twice`, related }
    if (edit === undefined) {
      return { words: `but ${printJson(char)} is in no edit that it has applied`, related }
    }
    if (erased !== undefined) {
      const words = `but ${erased.client} erased ${printJson(char)}, and the node has applied that`
      return { words, related: [edit.event, erased.event] }
    }
    seen.add(char)
  }
  const lost = [...typed].find(([char]) => !seen.has(char) && !erasures.has(char))
  if (lost === undefined) return undefined
  const [char, { client, event }] = lost
  const words = `without ${printJson(char)}, which ${client} typed and nobody erased`
  return { words, related: [event] }
}

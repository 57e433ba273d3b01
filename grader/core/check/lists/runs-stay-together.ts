/** Non-interleaving: what two people typed at the same time does not end up mixed. */
import { printJson } from '../../json.ts'
import type { ClientId, EventId, NodeId } from '../../trace/event.ts'
import { CallWatch } from '../apart/call-watch.ts'
import type { Claim } from '../claim.ts'
import type { TextClaimOptions } from './text-claims.ts'
import { TextReader, type Typed } from './text-reader.ts'

/** The way in which a run of characters was typed. */
type Direction = 'forwards' | 'backwards'

/** Characters that one client typed one beside the other, while nothing new reached its node. */
interface Run {
  readonly client: ClientId
  readonly node: NodeId
  /** `undefined` as long as it has but one character. */
  direction: Direction | undefined
  readonly chars: Typed[]
  /** What the node had applied when the run began. */
  readonly known: ReadonlySet<string>
}

export interface RunOptions extends TextClaimOptions {
  /** Which runs are judged: those that were typed in this direction. */
  readonly direction: Direction
}

/**
 * Two runs whose writers knew nothing of each other's: no character of one may stand between two
 * of the other. It follows from maximal non-interleaving (Weidner & Kleppmann 2023)
 * and asks for less: a run ends as soon as anything from elsewhere reaches its writer, or the
 * writer erases something, so that what either meant is never in doubt.
 */
export function runsStayTogether({ direction, state = 'text' }: RunOptions): Claim {
  return {
    id: direction === 'forwards' ? 'runs-stay-together' : 'backward-runs-stay-together',
    sentence: `What is typed ${direction} in one go is not mixed with what somebody else typed meanwhile.`,
    source:
      'Weidner & Kleppmann 2023, The Art of the Fugue: Minimizing Interleaving in Collaborative Text Editing (maximal non-interleaving)',
    ask: 'When the second character of a run was typed, what did it say about the first one?',
    monitor() {
      const reader = new TextReader(state)
      const calls = new CallWatch()
      const runs = new Runs()
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const node = ended?.changedAt === undefined ? undefined : ended.call.node
          const shown = node === undefined ? undefined : reader.shownBy(node, view)
          const edit = reader.look(event, view)
          if (edit?.kind === 'insert' && edit.chars.length === 1) runs.typed(edit)
          if (edit?.kind === 'remove') runs.end(edit.node)
          const mix = shown === undefined ? undefined : mixIn(shown, direction, runs.all)
          if (node === undefined || mix === undefined) return undefined
          const { left, middle, right } = mix
          return {
            event: ended?.changedAt ?? event.id,
            message: `${node} shows ${printJson(shown ?? '')}: ${printJson(middle.chars)} of ${middle.client} stands between ${printJson(left.chars)} and ${printJson(right.chars)}, which ${left.client} typed in one go without knowing of it.`,
            related: mixEvents(mix),
            nodes: [node],
          }
        },
      }
    },
  }
}

/** The runs of all clients, the one of each node that may still grow included. */
class Runs {
  readonly all: Run[] = []
  readonly #growing = new Map<NodeId, Run>()

  typed(edit: Typed): void {
    const run = this.#growing.get(edit.node)
    const last = run?.chars.at(-1)
    if (run !== undefined && last !== undefined && run.client === edit.client) {
      const direction = directionOf(edit, last)
      const isSame = run.direction === undefined || run.direction === direction
      if (direction !== undefined && isSame && hasOnly(edit.known, run)) {
        run.direction = direction
        run.chars.push(edit)
        return
      }
    }
    const { client, node, known } = edit
    const fresh: Run = { client, node, direction: undefined, chars: [edit], known }
    this.#growing.set(node, fresh)
    this.all.push(fresh)
  }

  end(node: NodeId): void {
    this.#growing.delete(node)
  }
}

/** True when nothing but the run itself was added to what its writer knew. */
function hasOnly(known: ReadonlySet<string>, run: Run): boolean {
  const own = new Set(run.chars.map(({ id }) => id))
  return [...known].every((id) => run.known.has(id) || own.has(id))
}

function directionOf({ before, index }: Typed, last: Typed): Direction | undefined {
  if (before.charAt(index - 1) === last.chars) return 'forwards'
  return before.charAt(index) === last.chars ? 'backwards' : undefined
}

interface Mix {
  readonly left: Typed
  readonly middle: Typed
  readonly right: Typed
}

/** A character between two of a run that was typed without knowing of it, nor it of them. */
function mixIn(shown: string, direction: Direction, runs: readonly Run[]): Mix | undefined {
  const positions = new Map(Array.from(shown).map((char, position) => [char, position]))
  const placed = runs.map((run) => ({ run, chars: inPlace(run, positions) }))
  for (const { run, chars } of placed.filter((one) => one.run.direction === direction)) {
    const [left] = chars
    const right = chars.at(-1)
    if (left === undefined || right === undefined) continue
    for (const other of placed) {
      if (other.run.client === run.client || !areConcurrent(run, other.run)) continue
      const middle = other.chars.find(
        ({ position }) => position > left.position && position < right.position,
      )
      if (middle === undefined) continue
      const at = chars.findIndex(({ position }) => position > middle.position)
      const [before, after] = [chars[at - 1], chars[at]]
      if (before === undefined || after === undefined) continue
      return { left: before.typed, middle: middle.typed, right: after.typed }
    }
  }
  return undefined
}

function inPlace(run: Run, positions: ReadonlyMap<string, number>) {
  return run.chars
    .flatMap((typed) => {
      const position = positions.get(typed.chars)
      return position === undefined ? [] : [{ typed, position }]
    })
    .sort((a, b) => a.position - b.position)
}

function areConcurrent(a: Run, b: Run): boolean {
  return !knowsOf(a, b) && !knowsOf(b, a)
}

function knowsOf(one: Run, other: Run): boolean {
  return other.chars.some(({ id }) => one.known.has(id))
}

function mixEvents({ left, middle, right }: Mix): readonly EventId[] {
  return [left.event, middle.event, right.event].sort((a, b) => a - b)
}

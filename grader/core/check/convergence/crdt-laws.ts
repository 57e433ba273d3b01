/**
 * The laws that make replicated data types converge, tried on samples (Shapiro, Preguiça,
 * Baquero & Zawirski 2011, Conflict-free Replicated Data Types).
 */
import type { SearchLimits } from '../history-verdict.ts'
import { type Law, type LawVerdict, type Sample, searchLaws } from './law-search.ts'

/** A state-based CRDT. `S` may be text, or any value that its functions do not change. */
export interface StateCrdt<S> {
  /** The state of a new replica. */
  readonly init: () => S
  /** The least upper bound of two states. */
  readonly merge: (a: S, b: S) => S
  readonly equal: (a: S, b: S) => boolean
  /** Text for people; equal texts for equal states are not required. */
  readonly print: (state: S) => string
}

/** A local update of a state-based CRDT: `increment at a`. */
export interface StateUpdate<S> {
  readonly label: string
  readonly apply: (state: S) => S
}

export interface StateLawOptions<S> {
  readonly crdt: StateCrdt<S>
  /** States that replicas may come to; a few dozen, small and large, related and not. */
  readonly states: readonly S[]
  readonly updates: readonly StateUpdate<S>[]
  readonly limits: SearchLimits
}

/**
 * Tries what a state-based CRDT must keep: states form a join semilattice, merge is its
 * join, and updates only go up (a monotonic semilattice object). So merge leaves its
 * arguments as they were, is idempotent, has the initial state as its least element, is
 * commutative, is an upper bound, and is associative; updates leave their argument as it
 * was and never go down. A pass says nothing of what the type means: a counter that loses
 * increments may keep every law.
 */
export function stateCrdtLaws<S>({
  crdt,
  states,
  updates,
  limits,
}: StateLawOptions<S>): LawVerdict {
  const samples = states.map((value): Sample<S> => ({ value, text: crdt.print(value) }))
  const laws = [...mergeLaws(crdt), ...updates.flatMap((update) => updateLaws(crdt, update))]
  return searchLaws(laws, samples, limits)
}

function mergeLaws<S>({ init, merge, equal, print }: StateCrdt<S>): readonly Law<S>[] {
  const differ = (a: S, b: S, say: (left: string, right: string) => string) =>
    equal(a, b) ? undefined : say(print(a), print(b))
  return [
    {
      law: 'merge-is-pure',
      spoilsSamples: true,
      arity: 2,
      broken: (a, b) => changedBy(() => merge(a, b), 'merge', print, [a, b]),
    },
    {
      law: 'idempotent',
      arity: 1,
      broken: (a) => differ(merge(a, a), a, (got, own) => `merge(${own}, ${own}) gives ${got}.`),
    },
    {
      law: 'initial-is-least',
      arity: 1,
      broken: (a) =>
        differ(
          merge(init(), a),
          a,
          (got, own) => `Merging the initial state ${print(init())} with ${own} gives ${got}.`,
        ),
    },
    {
      law: 'commutative',
      arity: 2,
      broken: (a, b) => {
        const [x, y] = [print(a), print(b)]
        return differ(
          merge(a, b),
          merge(b, a),
          (left, right) => `merge(${x}, ${y}) gives ${left}, but merge(${y}, ${x}) gives ${right}.`,
        )
      },
    },
    {
      law: 'upper-bound',
      arity: 2,
      broken: (a, b) => {
        const joined = merge(a, b)
        const text = print(joined)
        const [x, y] = [print(a), print(b)]
        return differ(
          merge(a, joined),
          joined,
          (again) =>
            `merge(${x}, ${y}) gives ${text}, which does not hold all of ${x}: merged with it again it gives ${again}.`,
        )
      },
    },
    {
      law: 'associative',
      arity: 3,
      broken: (a, b, c) => {
        const [x, y, z] = [print(a), print(b), print(c)]
        return differ(
          merge(merge(a, b), c),
          merge(a, merge(b, c)),
          (left, right) =>
            `merge(merge(${x}, ${y}), ${z}) gives ${left}, but merge(${x}, merge(${y}, ${z})) gives ${right}.`,
        )
      },
    },
  ]
}

function updateLaws<S>(crdt: StateCrdt<S>, { label, apply }: StateUpdate<S>): readonly Law<S>[] {
  const { merge, equal, print } = crdt
  return [
    {
      law: 'update-is-pure',
      spoilsSamples: true,
      arity: 1,
      broken: (a) => changedBy(() => apply(a), `"${label}"`, print, [a]),
    },
    {
      law: 'inflationary',
      arity: 1,
      broken: (a) => {
        const after = apply(a)
        const [own, text] = [print(a), print(after)]
        const merged = merge(a, after)
        if (equal(merged, after)) return undefined
        return `"${label}" turns ${own} into ${text}, and merging ${own} undoes that: it gives ${print(merged)}.`
      },
    },
  ]
}

/** Says which of its arguments a function changed. */
function changedBy<S>(
  act: () => S,
  name: string,
  print: (state: S) => string,
  args: readonly S[],
): string | undefined {
  const before = args.map(print)
  act()
  const at = args.findIndex((argument, index) => print(argument) !== before[index])
  const argument = args[at]
  if (argument === undefined) return undefined
  return `${name} changed its argument ${before[at]} into ${print(argument)}; it must make a new state.`
}

/** An operation-based CRDT. */
export interface OperationCrdt<S, O> {
  /** Applies an operation that was delivered, at its origin and elsewhere alike. */
  readonly apply: (state: S, operation: O) => S
  readonly equal: (a: S, b: S) => boolean
  readonly print: (state: S) => string
  readonly printOperation: (operation: O) => string
}

/** A state that a replica may be in, and two concurrent operations that reach it. */
export interface ConcurrentPair<S, O> {
  readonly state: S
  readonly a: O
  readonly b: O
}

export interface OperationLawOptions<S, O> {
  readonly crdt: OperationCrdt<S, O>
  /**
   * Only operations that neither knew of the other, on states that had delivered what both
   * depend on: others are delivered in causal order and need not commute.
   */
  readonly pairs: readonly ConcurrentPair<S, O>[]
  readonly limits: SearchLimits
}

/** Concurrent operations commute, and applying one leaves the state as it was. */
export function operationCrdtLaws<S, O>(options: OperationLawOptions<S, O>): LawVerdict {
  const { crdt, pairs, limits } = options
  const { apply, equal, print, printOperation } = crdt
  const samples = pairs.map((value): Sample<ConcurrentPair<S, O>> => {
    const text = `${print(value.state)} with ${printOperation(value.a)} and ${printOperation(value.b)}`
    return { value, text }
  })
  const laws: readonly Law<ConcurrentPair<S, O>>[] = [
    {
      law: 'apply-is-pure',
      spoilsSamples: true,
      arity: 1,
      broken: ({ state, a }) => {
        return changedBy(() => apply(state, a), printOperation(a), print, [state])
      },
    },
    {
      law: 'concurrent-operations-commute',
      arity: 1,
      broken: ({ state, a, b }) => {
        const left = apply(apply(state, a), b)
        const right = apply(apply(state, b), a)
        if (equal(left, right)) return undefined
        const [x, y] = [printOperation(a), printOperation(b)]
        return `On ${print(state)}, ${x} and then ${y} gives ${print(left)}, but ${y} and then ${x} gives ${print(right)}.`
      },
    },
  ]
  return searchLaws(laws, samples, limits)
}

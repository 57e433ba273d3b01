/**
 * Two-phase commit (Gray, 1978) as a toy: n1 coordinates, the others take part. A participant
 * may come to refuse before it is asked, by a timer. Also counted by hand, from the protocol
 * alone, so that the explorer's count has something to agree with.
 */
import type { Effect, Json } from '#core'
import type { StateClaim } from '../../../grader/core/explore/result.ts'
import type { World } from '../../../grader/core/explore/world.ts'
import { sendTo, setTimer, type ToyNode } from './toy-host.ts'

interface Coordinator {
  readonly yes: readonly string[]
  readonly decision: string
}

interface Participant {
  readonly refuses: boolean
  readonly vote: string
  readonly decision: string
}

/** @param yesNeeded how many votes the coordinator waits for; all of them, if it is right */
export function twoPhaseCommit(participants: readonly string[], yesNeeded: number): ToyNode {
  const coordinate = (memory: Json, from: string, vote: string) => {
    const before = (memory ?? { yes: [], decision: '' }) as unknown as Coordinator
    const yes = vote === 'yes' ? [...before.yes, from].sort() : before.yes
    const isOver = before.decision !== ''
    const decision = isOver
      ? before.decision
      : vote === 'no'
        ? 'abort'
        : yes.length >= yesNeeded
          ? 'commit'
          : ''
    const effects = isOver || decision === '' ? [] : participants.map((to) => sendTo(to, decision))
    return { memory: { yes, decision }, effects }
  }
  const takePart = (memory: Json, text: string) => {
    const before = (memory ?? { refuses: false, vote: '', decision: '' }) as unknown as Participant
    const vote = text === 'prepare' ? (before.refuses ? 'no' : 'yes') : before.vote
    const decision = text === 'prepare' ? before.decision : text
    const effects: Effect[] = text === 'prepare' ? [sendTo('n1', vote)] : []
    return {
      memory: { refuses: before.refuses, vote, decision },
      effects: shown(effects, vote, decision),
    }
  }
  return (memory, call, { id }) => {
    if (call.kind === 'start') {
      return id === 'n1'
        ? {
            memory: { yes: [], decision: '' },
            effects: participants.map((to) => sendTo(to, 'prepare')),
          }
        : { memory: { refuses: false, vote: '', decision: '' }, effects: [setTimer('refuse')] }
    }
    if (call.kind === 'timer') {
      const before = memory as unknown as Participant
      return { memory: { ...before, refuses: true }, effects: [] }
    }
    const text = call.kind === 'message' ? (JSON.parse(call.body) as string) : ''
    const from = call.kind === 'message' ? call.from : ''
    return id === 'n1' ? coordinate(memory, from, text) : takePart(memory, text)
  }
}

function shown(effects: readonly Effect[], vote: string, decision: string): readonly Effect[] {
  return [{ kind: 'observe', fields: { vote, decision } }, ...effects]
}

/** AC3 of Bernstein, Hadzilacos, Goodman (1987), section 7.3: commit only if all voted yes. */
export const commitNeedsAll: StateClaim = {
  id: 'commit-needs-all',
  sentence: 'Nobody commits when somebody voted no.',
  holds({ nodes }: World) {
    const committed = nodes.find(({ fields }) => fields.decision === 'commit')
    const against = nodes.find(({ fields }) => fields.vote === 'no')
    if (committed === undefined || against === undefined) return undefined
    const message = `${committed.id} commits although ${against.id} voted no.`
    return { message, nodes: [committed.id, against.id] }
  },
}

/**
 * Counts the worlds of the correct protocol from its rules. A participant is one of:
 * not asked yet (its timer pending or fired); voted, the vote under way; voted, the vote
 * counted. Then, if decided, the decision is under way to each participant or has arrived;
 * and the timer of one that voted yes may still fire at any time.
 */
export function countTwoPhaseCommit(participantCount: number): number {
  const seen = new Set<string>()
  const todo = [
    { parts: Array.from({ length: participantCount }, () => 'asked pending'), outcome: '' },
  ]
  for (let world = todo.pop(); world !== undefined; world = todo.pop()) {
    const text = `${world.parts.join(', ')} ${world.outcome}`
    if (seen.has(text)) continue
    seen.add(text)
    const { parts, outcome } = world
    for (const [index, part] of parts.entries()) {
      for (const { part: changed, counted } of partMoves(part)) {
        const next = parts.with(index, changed)
        const decided = outcome !== '' || counted === undefined ? outcome : decide(next, counted)
        const hasDecided = decided !== outcome
        todo.push({
          parts: hasDecided ? next.map((each) => `${each} +decision`) : next,
          outcome: decided,
        })
      }
    }
  }
  return seen.size
}

function partMoves(part: string): readonly { part: string; counted?: string }[] {
  const moves: { part: string; counted?: string }[] = []
  if (part.includes('pending')) moves.push({ part: part.replace('pending', 'fired') })
  if (part.startsWith('asked')) {
    const vote = part.includes('pending') ? 'yes' : 'no'
    moves.push({ part: part.replace('asked', `sent-${vote}`) })
  }
  const vote = /^sent-(yes|no)/.exec(part)?.[1]
  if (vote !== undefined) moves.push({ part: part.replace('sent', 'counted'), counted: vote })
  if (part.includes('+decision')) moves.push({ part: part.replace('+decision', '=decision') })
  return moves
}

function decide(parts: readonly string[], vote: string): string {
  if (vote === 'no') return 'abort'
  return parts.every((part) => part.startsWith('counted-yes')) ? 'commit' : ''
}

/** Worlds as text for tests: equal worlds have equal text, however they came to be. */
import type { Scope } from '../../../grader/core/explore/scope.ts'
import type { InFlight, World } from '../../../grader/core/explore/world.ts'

/** The text of a world as the explorer shows it, for comparison. */
export function worldText(scope: Scope, world: World): string {
  return JSON.stringify([
    world.nodes.map(({ id, isUp, memory, durable, buffered, timers, fields }) => [
      id,
      isUp,
      memory,
      durable,
      buffered,
      timers.map(({ name, delayMicros }) => [name, delayMicros]),
      Object.entries(fields).sort(byText),
    ]),
    world.operations.map(({ status, body }) => [status, body]),
    netText(scope, world.messages),
    scope.cuts.findIndex(({ label }) => label === world.cut?.label),
    Object.values(world.faultsLeft),
  ])
}

/** Where links keep their order, the order between links still means nothing. */
export function netText(scope: Scope, messages: readonly InFlight[]): readonly string[] {
  const texts = messages.map((message) => JSON.stringify(Object.entries(message).sort(byText)))
  if (scope.network === 'any-order') return texts.sort()
  const links = [...new Set(messages.map(({ from, to }) => `${from} ${to}`))].sort()
  return links.flatMap((link) =>
    texts.filter((_, index) => link === `${messages[index]?.from} ${messages[index]?.to}`),
  )
}

export function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1
}

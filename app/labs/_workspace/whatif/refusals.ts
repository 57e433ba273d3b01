/** Why code gave no run, in sentences for who wrote it. */
import type { TraceEvent } from '#core'
import type { Problem } from '../../../_run/compilation.ts'

export const UNSOUND = 'The frame told of events that cannot be, so that there is nothing to show.'

/** The first mistake of a text that cannot be run. */
export function doesNotCompile([first]: readonly Problem[]): string {
  const where = first === undefined ? '' : ` Line ${first.line}: ${first.message}`
  return `The code does not compile, so that nothing was run.${where}`
}

const HANDLERS: Readonly<Record<string, string>> = {
  boot: 'onStart',
  receive: 'onMessage',
  timer: 'onTimer',
  request: 'onRequest',
}

/** @param last the call of the handler, when it was found */
export function neverReturned(last: TraceEvent | undefined): string {
  const who =
    last !== undefined && 'node' in last
      ? `${last.node}, in ${HANDLERS[last.kind] ?? 'a handler'} at event ${last.id},`
      : 'A node'
  return `${who} ran for more than three seconds without coming back. A handler must end: look for a loop whose condition never changes.`
}

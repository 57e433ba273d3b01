/** Reads the words after `npm run power --`. */
import { parseArgs } from 'node:util'
import { UserError } from '../terminal.ts'
import type { PowerOptions } from './catch-mutant.ts'

export interface PowerCommand extends PowerOptions {
  /** Steps whose id contains one of these; all when empty. */
  readonly steps: readonly string[]
  readonly writes: boolean
  /** Tries small changes of the references instead of the mutants that people wrote. */
  readonly surveys: boolean
}

/**
 * @param words `raft/05-append --effort 10 --submissions 20 --base 7 --quick --write`
 * @throws UserError for an option that is not there, or a number that is none
 */
export function readOptions(words: readonly string[]): PowerCommand {
  const { values, positionals } = parsed(words)
  return {
    steps: positionals,
    effort: wholeNumber('effort', values.effort),
    submissions: wholeNumber('submissions', values.submissions),
    base: wholeNumber('base', values.base),
    shrinks: !values.quick,
    writes: values.write,
    surveys: values.survey,
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        effort: { type: 'string', default: '1' },
        submissions: { type: 'string', default: '1' },
        base: { type: 'string', default: '1' },
        quick: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        survey: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UserError(
      `power: ${error instanceof Error ? error.message : String(error)}; it takes steps, --effort, --submissions, --base, --quick, --write and --survey`,
    )
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 1) return value
  throw new UserError(`power: --${name} takes a whole number, 1 or more, not ${text}`)
}

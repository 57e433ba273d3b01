/**
 * Runs the datadriven scripts about reading: `read option=value …`, and the text below it.
 * A line with only `·` stands for an empty one, which would end the block.
 */
import { type HistoryFormat, HistoryFormatError, type ReadHistoryOptions, readHistory } from '#core'

/** What the reader made of the text, or what it says is wrong. */
export function runHistoryScript(command: string): string {
  const [first = '', ...lines] = command.split('\n')
  const [verb, ...words] = first.split(' ')
  if (verb !== 'read') throw new Error(`no command ${verb}`)
  const options = Object.fromEntries(words.map((word) => word.split('=')))
  try {
    return printed(
      lines.map((line) => (line === '·' ? '' : line)).join('\n'),
      options as ReadHistoryOptions,
    )
  } catch (thrown) {
    if (thrown instanceof HistoryFormatError) return thrown.message
    throw thrown
  }
}

function printed(text: string, options: ReadHistoryOptions): string {
  const { history, lines, format, reason, notes } = readHistory(text, options)
  const operations = history.operations.map(
    ({ id, process, f, key, input, output, call, return: end, outcome, ...rest }) => {
      const micros = Object.entries(rest).map(
        ([name, value]) => ` ${name}=${typeof value === 'number' ? value : JSON.stringify(value)}`,
      )
      const asked = `${f}${key === '' ? '' : ` ${key}`} ${JSON.stringify(input)}`
      const answer = outcome === 'ok' ? JSON.stringify(output) : outcome
      return `line ${lines[id]}: ${process} ${asked} -> ${answer} [${call}, ${end ?? '…'}]${micros.join('')}`
    },
  )
  return [`${format satisfies HistoryFormat}: ${reason}`, ...operations, ...notes].join('\n')
}

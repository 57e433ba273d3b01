/**
 * Datadriven tests: a file of commands, each with the output it must give. Blocks are
 * separated by blank lines; `----` stands between command and output. `REWRITE=1`
 * writes what the code gives now: read the difference before you keep it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Block {
  readonly comments: readonly string[]
  readonly command: string
  readonly expected: string
}

/** The scripts of a folder, by file name. */
export function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name))
}

/** Reads a script. */
function readBlocks(file: string): readonly Block[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\n\n+/)
    .map((text) => {
      const [head = '', expected = ''] = text.split(/\n----(?:\n|$)/)
      const lines = head.split('\n')
      return {
        comments: lines.filter((line) => line.startsWith('#')),
        command: lines.filter((line) => !line.startsWith('#')).join('\n'),
        expected: expected.trimEnd(),
      }
    })
}

/** Runs every block and returns what differs; with REWRITE=1 keeps the new output. */
export function runScript(
  file: string,
  run: (command: string) => string,
): readonly { readonly command: string; readonly expected: string; readonly actual: string }[] {
  const blocks = readBlocks(file)
  const results = blocks.map((block) => ({ ...block, actual: run(block.command).trimEnd() }))
  if (process.env.REWRITE === '1') {
    const text = results.map(({ comments, command, actual }) =>
      [...comments, command, '----', actual].join('\n'),
    )
    writeFileSync(file, `${text.join('\n\n')}\n`)
    return []
  }
  return results
    .filter(({ expected, actual }) => expected !== actual)
    .map(({ command, expected, actual }) => ({ command, expected, actual }))
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q10',
  title: 'Returns the first copy that it hears of, and repairs with the newest',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `command.op === 'get' ? (waiting.newest?.value ?? null) : null`,
      replace: `command.op === 'get' ? ([...heard.values()][0]?.value ?? null) : null`,
    },
  ],
}

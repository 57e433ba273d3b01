import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M03',
  title: 'A read writes back under a new number',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `    if (command.op === 'get') return found
`,
      replace: `    if (command.op === 'get' && found !== null) {
      return { ...found, version: { number: found.version.number + 1, writer: this.id } }
    }
    if (command.op === 'get') return found
`,
    },
  ],
}

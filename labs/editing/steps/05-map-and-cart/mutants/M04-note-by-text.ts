import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M04',
  title: 'Of all notes that were ever written the one with the greatest text is shown',
  breaks: 'note-is-not-overwritten',
  patch: [
    {
      find: `return { command, replaces: about.filter(([, { note }]) => note !== null).map(idOf) }`,
      replace: `return { command, replaces: [] }`,
    },
  ],
}

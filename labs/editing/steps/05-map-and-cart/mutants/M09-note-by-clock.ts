import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M09',
  title: 'Of two notes the one with the later clock is shown, replaced or not',
  breaks: 'note-is-not-overwritten',
  patch: [
    {
      find: `return { command, replaces: about.filter(([, { note }]) => note !== null).map(idOf) }`,
      replace: `return { command: { ...command, id: \`\${String(this.now()).padStart(9, '0')} \${command.id}\` }, replaces: [] }`,
    },
  ],
}

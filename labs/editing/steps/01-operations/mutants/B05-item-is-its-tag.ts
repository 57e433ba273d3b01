import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B05',
  title: 'The item is its own tag, so that a remove also takes away adds that it never saw',
  breaks: 'observed-removes',
  patch: [
    {
      find: `[\`\${this.id}.\${number}\`]`,
      replace: `[command.item]`,
    },
  ],
}

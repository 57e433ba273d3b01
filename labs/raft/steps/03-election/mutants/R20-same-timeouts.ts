import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R20',
  title: 'Every node waits equally long, so all stand for election at once',
  breaks: 'leader-at-start',
  patch: [
    {
      find: 'this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX)',
      replace: 'ELECTION_MS_MIN',
    },
    {
      find: `const ELECTION_MS_MAX = 300
`,
      replace: '',
    },
  ],
}

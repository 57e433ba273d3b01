import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M02',
  title: 'A leader that was removed goes on leading',
  breaks: 'removed-leader-steps-down',
  patch: [
    {
      find: `      if (!this.members.includes(this.id)) this.stopLeading()
`,
      replace: '',
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D11',
  title: 'Stores what arrives, also when it is older',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (!isNewer(version, this.version)) return
`,
      replace: '',
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L01',
  title: 'Asks nobody but the replicas',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    this.setTimer(\`more \${id}\`, MORE_MS)
    for (const replica of replicas)`,
      replace: `    for (const replica of replicas)`,
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S17',
  title: 'Asks only as many replicas as it needs',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `    for (const replica of this.replicasOf(command.key)) {`,
      replace: `    const needed = command.op === 'get' ? this.r : this.w
    for (const replica of this.replicasOf(command.key).slice(0, needed)) {`,
    },
  ],
}

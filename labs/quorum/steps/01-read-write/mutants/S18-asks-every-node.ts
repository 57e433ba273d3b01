import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S18',
  title: 'Asks every node and counts those that are no replicas',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `this.replicasOf(command.key)`,
      replace: `this.nodes`,
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M02',
  title: 'Keeps one count for each item and sends what it becomes',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `        return { command, replaces: [] }`,
      replace: `        return {
          command: { ...command, count: command.count + (this.value[command.item]?.count ?? 0) },
          replaces: about.filter(([, { note }]) => note === null).map(idOf),
        }`,
    },
  ],
}

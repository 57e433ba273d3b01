import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M08',
  title: 'Only replicas that both versions name are compared',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `const nodes = Object.keys({ ...a, ...b })`,
      replace: `const nodes = Object.keys(a).filter((node) => node in b)`,
    },
  ],
}

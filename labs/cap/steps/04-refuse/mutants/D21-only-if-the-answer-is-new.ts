import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D21',
  title: 'Answers a store only when it was newer than its copy',
  breaks: 'majority-answers',
  patch: [
    {
      find: `        this.keep(message.version, message.value)
        return`,
      replace: `        if (!isNewer(message.version, this.version)) return
        this.keep(message.version, message.value)
        return`,
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T14',
  title: 'Takes the timer away from the kit',
  breaks: 'converges-within',
  patch: [
    {
      find: `  save(): State {`,
      replace: `  onTimer() {
    this.note('idle')
  }

  save(): State {`,
    },
  ],
}

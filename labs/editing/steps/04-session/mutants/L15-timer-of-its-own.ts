import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L15',
  title: 'Takes the timer away from the kit',
  breaks: 'converges-within',
  patch: [
    {
      find: `  private visible(): Cell[] {`,
      replace: `  onTimer() {
    this.note('idle')
  }

  private visible(): Cell[] {`,
    },
  ],
}

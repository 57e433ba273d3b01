import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M12',
  title: 'Takes the timer away from the kit',
  breaks: 'converges-within',
  patch: [
    {
      find: `  private lines(): Cart {`,
      replace: `  onTimer() {
    this.note('idle')
  }

  private lines(): Cart {`,
    },
  ],
}

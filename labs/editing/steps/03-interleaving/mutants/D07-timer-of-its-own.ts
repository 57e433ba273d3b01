import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D07',
  title: 'Takes the timer away from the kit',
  breaks: 'converges-within',
  patch: [
    {
      find: `  insert(index: number, char: string): Operation {`,
      replace: `  onTimer() {
    this.note(this.text)
  }

  insert(index: number, char: string): Operation {`,
    },
  ],
}

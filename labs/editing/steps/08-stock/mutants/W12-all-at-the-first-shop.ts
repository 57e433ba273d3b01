import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W12',
  title: 'The first shop begins with everything',
  breaks: 'sells-its-part',
  patch: [
    {
      find: `this.share = this.firstPart(this.id)`,
      replace: `this.share = (this.id === this.nodes[0] ? this.stock : 0)`,
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P01',
  title: 'Stands at once, as if nobody had to be asked first',
  breaks: 'stands-with-support',
  patch: [
    {
      find: `this.role !== 'leader') this.askBeforeStanding()`,
      replace: `this.role !== 'leader') this.startElection()`,
    },
    {
      find: '  private askBeforeStanding() {',
      replace: '  protected askBeforeStanding() {',
    },
  ],
}

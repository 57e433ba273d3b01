import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G28',
  title: 'Pretends that its clock is ahead',
  breaks: 'store-is-as-given',
  patch: [
    {
      find: `  override coordinatorOf(`,
      replace: `  override now() {
    return super.now() + 2_000
  }

  override coordinatorOf(`,
    },
  ],
}

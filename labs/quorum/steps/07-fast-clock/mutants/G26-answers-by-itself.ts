import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G26',
  title: 'Answers the read without asking anybody',
  breaks: 'store-is-as-given',
  patch: [
    {
      find: `  override coordinatorOf(`,
      replace: `  override onRequest(request: Parameters<QuorumPlayer['onRequest']>[0]) {
    if (request.id === 3) this.reply(request, 'first')
    else super.onRequest(request)
  }

  override coordinatorOf(`,
    },
  ],
}

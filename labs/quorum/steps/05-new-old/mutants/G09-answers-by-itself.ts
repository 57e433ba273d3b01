import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G09',
  title: 'Answers the second read without asking anybody',
  breaks: 'store-is-as-given',
  patch: [
    {
      find: `  override delayMs(`,
      replace: `  override onRequest(request: Parameters<QuorumPlayer['onRequest']>[0]) {
    if (request.id === 4) this.reply(request, 'old')
    else super.onRequest(request)
  }

  override delayMs(`,
    },
  ],
}

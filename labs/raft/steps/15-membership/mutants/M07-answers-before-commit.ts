import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M07',
  title: 'Tells the operator ok before the change is committed',
  breaks: 'change-is-done',
  patch: [
    {
      find: '    this.lead(members === undefined ? entry : { ...entry, members })',
      replace: `    this.lead(members === undefined ? entry : { ...entry, members })
    if (members !== undefined) this.reply(request, true)`,
    },
  ],
}

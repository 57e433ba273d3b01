import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A07',
  title: 'Brings its own copy up to date and no other',
  breaks: 'reads-repair',
  patch: [
    {
      find: `      this.send(replica, { type: 'Store', id: request.id, key, copy: newest })`,
      replace: `      if (replica !== this.id) continue
      this.send(replica, { type: 'Store', id: request.id, key, copy: newest })`,
    },
  ],
}

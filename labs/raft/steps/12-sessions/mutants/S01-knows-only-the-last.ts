import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S01',
  title: 'Takes a late copy of an older request for a new one',
  breaks: 'appends-once',
  patch: [{ find: 'session.id >= id)', replace: 'session.id === id)' }],
}

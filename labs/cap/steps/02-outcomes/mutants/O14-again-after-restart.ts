import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O14',
  title: 'Takes up its calls again after a restart',
  breaks: 'applies-at-most-once',
  patch: [
    {
      find: `  private try(call: Request<Command>) {
`,
      replace: `  onStart() {
    super.onStart()
    for (const call of (this.disk.read('calls') as Request<Command>[] | undefined) ?? []) this.try(call)
  }

  private try(call: Request<Command>) {
    this.disk.write('calls', [...this.calls.values(), call])
    this.disk.sync()
`,
    },
  ],
}

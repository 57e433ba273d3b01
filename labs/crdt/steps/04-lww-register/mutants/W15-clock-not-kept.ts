import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W15',
  title: 'States that arrive are kept on disk, and the clock begins anew after a restart',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `return { value, time: state.time + 1, writer: this.id }`,
      replace: `return { value, time: (this.clock += 1), writer: this.id }`,
    },
    {
      find: `  // The type
`,
      replace: `  private clock = 0

  // The type
`,
    },
    {
      find: `    this.state = this.merge(this.state, state)
`,
      replace: `    this.clock = Math.max(this.clock, state.time)
    this.state = this.merge(this.state, state)
    this.disk.write('state', this.state)
    this.disk.sync()
`,
    },
  ],
}

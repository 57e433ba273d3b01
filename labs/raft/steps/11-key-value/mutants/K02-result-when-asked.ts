import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K02',
  title: 'Works the result out when it is asked, and answers when it is committed',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.waiting.set(this.log.length, request)
`,
      replace: `    this.waiting.set(this.log.length, request)
    this.results.set(this.log.length, this.data.get(command.key) ?? null)
`,
    },
    {
      find: `  private data = new Map<string, string>()
`,
      replace: `  private data = new Map<string, string>()
  private results = new Map<number, Result>()
`,
    },
    {
      find: `    const request = this.waiting.get(index)
`,
      replace: `    const request = this.waiting.get(index)
    if (request?.command.op === 'get') result = this.results.get(index) ?? null
`,
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C25',
  title: 'Gives each character a number between those of its neighbours',
  breaks: 'runs-stay-together',
  patch: [
    {
      find: `    const left = index === 0 ? this.root : (this.visible()[index - 1] ?? this.root)
`,
      replace: `    const left = index === 0 ? this.root : (this.visible()[index - 1] ?? this.root)
    const from = left.at ?? 0
    const to = cells[cells.indexOf(left) + 1]?.at ?? 1
    if (from >= 0) return { type: 'insert', id, parent: null, side: 'right', char, at: (from + to) / 2 } as Operation
`,
    },
    {
      find: `  private place({ id, parent, side, char }: Operation & { type: 'insert' }) {`,
      replace: `  private place({ id, parent, side, char, at }: Operation & { type: 'insert'; at: number }) {`,
    },
    {
      find: `(sibling) => isBefore(id, sibling.id)`,
      replace: `(sibling) => at === sibling.at ? isBefore(id, sibling.id) : at < (sibling.at ?? 0)`,
    },
    {
      find: `isRemoved: false, left: [], right: [] }
    siblings`,
      replace: `isRemoved: false, left: [], right: [], at }
    siblings`,
    },
    {
      find: `  right: Cell[]
}`,
      replace: `  right: Cell[]
  at?: number
}`,
    },
  ],
}

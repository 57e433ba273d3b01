import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D01',
  title: 'A removed character takes with it what hangs below',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `  private inOrder(cell: Cell = this.root): Cell[] {
`,
      replace: `  private inOrder(cell: Cell = this.root): Cell[] {
    if (cell.isRemoved && cell.id !== null) return []
`,
    },
  ],
}

import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C11',
  title: 'Sends the whole cart with the time, and the newest replaces the others',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `    const about = [...this.kept].filter(([, { item }]) => item === command.item)
    switch (command.op) {
      case 'add':
        return { command, replaces: [] }
      case 'note':
        return { command, replaces: about.filter(([, { note }]) => note !== null).map(idOf) }
      case 'remove':
        return { command, replaces: about.map(idOf) }
    }
  }

`,
      replace: `    const cart: Record<string, { count: number; note: string }> = { ...this.value }
    const line = cart[command.item] ?? { count: 0, note: '' }
    if (command.op === 'add') cart[command.item] = { ...line, count: line.count + command.count }
    if (command.op === 'note') cart[command.item] = { ...line, note: command.note }
    if (command.op === 'remove') delete cart[command.item]
    return { cart, atMs: this.now() } as unknown as Operation
  }

`,
    },
    {
      find: `  apply({ command, replaces }: Operation) {
    for (const id of replaces) this.kept.delete(id)
    const { id, item } = command
    if (command.op === 'add') this.kept.set(id, { item, count: command.count, note: null })
    if (command.op === 'note') this.kept.set(id, { item, count: 0, note: command.note })
    this.value = this.lines()
  }

`,
      replace: `  private changedAtMs = -1

  apply(operation: Operation) {
    const { cart, atMs } = operation as unknown as { cart: Cart; atMs: number }
    if (atMs < this.changedAtMs) return
    this.changedAtMs = atMs
    this.value = cart
  }

`,
    },
  ],
}

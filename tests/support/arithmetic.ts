/** Computes the formulas of number questions: numbers, `+ - * / %`, brackets, Math.max and the like. */

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  'Math.max': Math.max,
  'Math.min': Math.min,
  'Math.floor': Math.floor,
  'Math.ceil': Math.ceil,
  'Math.round': Math.round,
}

/** @throws SyntaxError when the text is no arithmetic */
export function compute(text: string): number {
  const tokens = text.match(/Math\.\w+|\d+(?:\.\d+)?|[-+*/%(),]|\S/g) ?? []
  let at = 0
  const take = (wanted: string) => {
    if (tokens[at] !== wanted) throw new SyntaxError(`${text}: expected ${wanted} at ${at}`)
    at += 1
  }
  const factor = (): number => {
    const token = tokens[at] ?? ''
    at += 1
    if (token === '-') return -factor()
    if (token === '(') {
      const value = sum()
      take(')')
      return value
    }
    const named = FUNCTIONS[token]
    if (named !== undefined) {
      take('(')
      const values = [sum()]
      while (tokens[at] === ',') {
        at += 1
        values.push(sum())
      }
      take(')')
      return named(...values)
    }
    if (/^\d/.test(token)) return Number(token)
    throw new SyntaxError(`${text}: “${token}” is no number`)
  }
  const product = (): number => {
    let value = factor()
    while (['*', '/', '%'].includes(tokens[at] ?? '')) {
      const sign = tokens[at]
      at += 1
      const next = factor()
      value = sign === '*' ? value * next : sign === '/' ? value / next : value % next
    }
    return value
  }
  const sum = (): number => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '-') {
      const sign = tokens[at]
      at += 1
      value += sign === '+' ? product() : -product()
    }
    return value
  }
  const value = sum()
  if (at < tokens.length) throw new SyntaxError(`${text}: what is “${tokens[at] ?? ''}”?`)
  return value
}

/** Programs of the labs, and the ways in which a copy is made to look different. */
import ts from 'typescript'
import { readCorpus, type StepCorpus } from '../../../scripts/power/lab-corpus.ts'

/** Solutions that were written apart, of each step that has some of its own. */
export async function writtenApart(): Promise<readonly StepCorpus[]> {
  return (await readCorpus()).map((one) => ({
    ...one,
    // Those that a step borrows are the same authors' once more.
    variants: one.variants.filter(({ name }) => !name.startsWith('..')),
  }))
}

interface Leaf {
  readonly node: ts.Node
  readonly start: number
  readonly text: string
}

/** The tokens of TypeScript's own parser, in order. */
export function leavesOf(source: string): readonly Leaf[] {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true)
  const leaves: Leaf[] = []
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file)
    if (children.length > 0) {
      for (const child of children) if (!ts.isJSDoc(child)) visit(child)
    } else if (node.getWidth(file) > 0) {
      leaves.push({ node, start: node.getStart(file), text: node.getText(file) })
    }
  }
  visit(file)
  return leaves
}

/** The line of an offset, from 1. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}

function edit(source: string, edits: readonly { at: number; length: number; text: string }[]) {
  let text = ''
  let from = 0
  for (const one of edits) {
    text += source.slice(from, one.at) + one.text
    from = one.at + one.length
  }
  return text + source.slice(from)
}

const scanner = ts.createScanner(ts.ScriptTarget.Latest, true)

/** `try` may be the name of a member, and `const` is one in `as const`. */
function isReserved(text: string): boolean {
  scanner.setText(text)
  const kind = scanner.scan()
  return kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastReservedWord
}

/** All names but those that are words of the language. */
function namesOf(source: string): readonly Leaf[] {
  return leavesOf(source).filter(
    ({ node, text }) =>
      (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && !isReserved(text),
  )
}

/** Every name becomes another, the same one everywhere. */
export function renamed(source: string, salt: number): string {
  const names = new Map<string, string>()
  const edits = namesOf(source).map(({ start, text }) => {
    const name = names.get(text) ?? `n${salt}_${names.size}`
    names.set(text, name)
    return { at: start, length: text.length, text: text.startsWith('#') ? `#${name}` : name }
  })
  return edit(source, edits)
}

/** Comments and empty lines before these names, by their place. */
export function commented(source: string, places: readonly number[]): string {
  const names = namesOf(source)
  const chosen = [...new Set(places.map((place) => place % names.length))].toSorted((a, b) => a - b)
  const edits = chosen.map((place) => ({
    at: names[place]?.start ?? 0,
    length: 0,
    text: `/* mine: { " \` ${place} */ // so there\n\n`,
  }))
  return edit(source, edits)
}

/** The members of its classes in the opposite order, and those of classes that follow. */
export function reordered(source: string): string {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true)
  const edits = file.statements.filter(ts.isClassDeclaration).flatMap(({ members }) => {
    const texts = members.map((member) => member.getText(file)).toReversed()
    return members.map((member, at) => ({
      at: member.getStart(file),
      length: member.getWidth(file),
      text: texts[at] ?? '',
    }))
  })
  return edit(source, edits)
}

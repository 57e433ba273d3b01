/** Code that a lesson shows is the code that its figure runs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../scripts/state/paths.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

it.each([
  ['build-a-checker', 'content/lessons/build-a-checker/tiny-checker.ts'],
  ['causal-consistency', 'systems/session-store/session-store.ts'],
])('%s quotes %s as it is', (slug, file) => {
  const blocks = [...read(`content/lessons/${slug}/lesson.mdx`).matchAll(/```ts\n([\s\S]*?)```/g)]
  expect(blocks).not.toHaveLength(0)
  for (const [, code = ''] of blocks) {
    expect(withoutAsides(read(file))).toContain(code.replaceAll(/^(?=.)/gm, '  '))
  }
})

/** Early returns for settings that the lesson does not speak of are left out where it says so. */
function withoutAsides(source: string): string {
  return source.replaceAll(/^ *if \(this\.rules\.causes === 'nobody'\) return true\n/gm, '')
}

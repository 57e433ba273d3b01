/** The kit's types are found by what a learner imports. */
import { expect, it } from 'vitest'
import { findKitFile } from '#app/labs/_editor/kit-types.ts'

const at = (path: string, text: string) => ({ path: `file:///node_modules/netsplit${path}`, text })

const FILES = [
  at('/index.d.ts', "export * from './kit/index'\n"),
  at(
    '/kit/index.d.ts',
    "/** The kit. */\nexport type { Disk } from './disk';\nexport { Node, type NodeId } from './node';\n",
  ),
  at('/kit/node.d.ts', "import type { Disk } from './disk';\nexport declare class Node {}\n"),
  at('/kit/disk.d.ts', 'export interface Disk {}\n'),
  at('/raft.d.ts', "export * from './raft/kits/election'\n"),
  at('/raft/kits/election.d.ts', 'export declare class RaftNode {}\n'),
]

it('follows entries to the file that declares something', () => {
  expect(findKitFile(FILES, 'netsplit/raft')?.path).toMatch(/\/raft\/kits\/election\.d\.ts$/)
  expect(findKitFile(FILES, 'netsplit')?.path).toMatch(/\/kit\/node\.d\.ts$/)
})

it('finds nothing for what there is not, and ends where entries lead in a circle', () => {
  expect(findKitFile(FILES, 'netsplit/none')).toBeUndefined()
  const circle = [at('/a.d.ts', "export * from './b'\n"), at('/b.d.ts', "export * from './a'\n")]
  expect(findKitFile(circle, 'netsplit/a')).toBeUndefined()
})

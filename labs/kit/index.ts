/** What `import … from 'netsplit'` gives to a learner. */
export type { Disk } from './disk.ts'
export { Node, type NodeId, type Request } from './node.ts'

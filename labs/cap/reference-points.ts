/**
 * Where known designs lie in the plot of the trade-off. What is measured comes from the models in
 * `systems/`, in the scenario of `trade-off.ts`; tests/systems/trade-off.test.ts measures it anew
 * and compares. What is documented was not measured by us.
 */
import type { DocumentedSystem, ReferencePoint } from '../kit/lab.ts'

export const REFERENCES: readonly ReferencePoint[] = [
  {
    name: 'An elected leader that asks a majority',
    measured: {
      runs: 5,
      larger: { asked: 365, ok: 363 },
      smaller: { asked: 38, ok: 0 },
      level: 'linearizable',
    },
  },
  {
    name: 'Majorities without a leader',
    measured: {
      runs: 5,
      larger: { asked: 365, ok: 360 },
      smaller: { asked: 260, ok: 0 },
      level: 'linearizable',
    },
  },
  {
    name: 'One home for writes, reads from the nearest copy',
    measured: {
      runs: 5,
      larger: { asked: 365, ok: 364 },
      smaller: { asked: 101, ok: 65 },
      level: null,
    },
  },
  {
    name: 'Any node alone, the latest clock wins',
    measured: {
      runs: 5,
      larger: { asked: 366, ok: 365 },
      smaller: { asked: 260, ok: 259 },
      level: 'causal-convergence',
    },
  },
]

export const DOCUMENTED: readonly DocumentedSystem[] = [
  {
    name: 'etcd 3.6, default reads',
    level: 'linearizable',
    larger: 'goes on, after an election if its leader was on the other side',
    smaller: 'unavailable',
    source: {
      label: 'etcd, failure modes',
      url: 'https://etcd.io/docs/v3.6/op-guide/failures/',
    },
  },
  {
    name: 'ZooKeeper, plain reads',
    level: 'writes are linearizable, reads are not',
    larger: 'goes on',
    smaller: 'takes no writes; a server reads from its copy until it misses its leader',
    source: {
      label: 'ZooKeeper internals',
      url: 'https://zookeeper.apache.org/doc/current/zookeeperInternals.html',
    },
  },
  {
    name: 'DynamoDB global tables, default mode',
    level: 'eventual between Regions; the last writer wins',
    larger: 'each Region reads and writes by itself',
    smaller: 'each Region reads and writes by itself',
    source: {
      label: 'AWS, global tables',
      url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/introduction.html',
    },
  },
]

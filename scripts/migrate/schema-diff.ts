/**
 * The SQL that leads from one Prisma schema to another, by Prisma's own engine in its
 * WebAssembly form. It compares two texts and needs no database: that form cannot read a
 * live PostgreSQL, and the native one would have to be downloaded.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'

/** What the engine takes for a database. It asks for the version, and nothing else. */
const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'no-database',
  connect: () => Promise.resolve(versionOnly),
  connectToShadowDb: () => Promise.resolve(versionOnly),
}

const versionOnly: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'no-database',
  queryRaw: () =>
    Promise.resolve({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 18.0', 180_000]],
    }),
  executeRaw: refuse,
  executeScript: () => Promise.resolve(),
  startTransaction: refuse,
  dispose: () => Promise.resolve(),
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('comparing two schemas changes no database'))
}

let engine: Promise<SchemaEngine> | undefined

/** Only one engine may be made in a process: a second one breaks the first. */
function schemaEngine(): Promise<SchemaEngine> {
  engine ??= loadEngine()
  return engine
}

async function loadEngine(): Promise<SchemaEngine> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const glueFile = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(fileURLToPath(new URL('./schema_engine_bg.wasm', glueFile)))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(noDatabase),
  )
}

function targetOf(schema: string | undefined): DiffTarget {
  if (schema === undefined) return { tag: 'empty' }
  return { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] }
}

/**
 * SQL statements that change a database of schema `from` (undefined: an empty database)
 * into one of schema `to`. Undefined when nothing differs. Throws the engine's message
 * when a schema is not valid.
 */
export async function schemaDiff(
  from: string | undefined,
  to: string,
): Promise<string | undefined> {
  const ready = await schemaEngine()
  const { exitCode, stdout } = await ready.diff({
    from: targetOf(from),
    to: targetOf(to),
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return exitCode === 0 ? undefined : (stdout ?? undefined)
}

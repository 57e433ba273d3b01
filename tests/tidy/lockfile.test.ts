/**
 * The lockfile works from every registry and on every platform. npm leaves a platform's
 * package out in silence when the registry lacks it, and `npm ci` then refuses the file.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/state/paths.ts'

interface Locked {
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>
}

/** Whether a package in `folder` finds `name` there or in a folder above. */
function finds(folder: string, name: string): boolean {
  const here = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
  if (here in packages) return true
  const above = folder.lastIndexOf('/node_modules/')
  if (folder === '') return false
  return finds(above < 0 ? '' : folder.slice(0, above), name)
}

test('names no registry', () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)
  expect(named.map(([path]) => path)).toEqual([])
})

test('has every package that another asks for, also those of other platforms', () => {
  const missing = Object.entries(packages).flatMap(([path, locked]) =>
    Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })
      .filter((name) => !finds(path, name))
      .map((name) => `${path || 'package.json'} needs ${name}`),
  )
  expect(missing).toEqual([])
})

test('pins every direct dependency to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
  const loose = Object.entries(all).filter(([, range]) => !/^(npm:[^@]+@)?\d[\w.-]*$/.test(range))
  expect(loose).toEqual([])
})

/** What a start reads and keeps: address, secrets, data folder. */
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prepareDataFolder } from '../../scripts/state/data-folder.ts'
import { freePort, readAddress, requireFreePort } from '../../scripts/state/port.ts'
import { loadSecrets } from '../../scripts/state/secrets.ts'
import { type ThrowawayFolder, throwawayFolder } from '../support/throwaway-folder.ts'

/** An environment for these functions, which read only what is named here. */
function environment(values: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { NODE_ENV: 'test', ...values }
}

let folder: ThrowawayFolder
beforeEach(async () => {
  folder = await throwawayFolder()
})
afterEach(() => folder.remove())

describe('the address', () => {
  test('is http://localhost:3000 unless something else is said', () => {
    expect(readAddress(environment({ PORT: '', HOST: '', NETSPLIT_URL: '' }))).toEqual({
      host: 'localhost',
      port: 3000,
      url: 'http://localhost:3000',
    })
  })

  test('follows PORT, and NETSPLIT_URL without its last slash', () => {
    expect(readAddress(environment({ PORT: '8080' })).url).toBe('http://localhost:8080')
    const { url } = readAddress(environment({ NETSPLIT_URL: 'https://netsplit.example.org/' }))
    expect(url).toBe('https://netsplit.example.org')
  })

  test.each([
    [{ PORT: 'http' }, /PORT=http is no port/],
    [{ PORT: '0' }, /PORT=0 is no port/],
    [{ PORT: '65536' }, /choose a number from 1 to 65535/],
    [{ NETSPLIT_URL: 'netsplit.example.org' }, /NETSPLIT_URL=netsplit\.example\.org is no web/],
    [{ HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0 opens the site to others: set NETSPLIT_URL/],
  ])('that is wrong is named: %j', (values, message) => {
    expect(() => readAddress(environment(values))).toThrow(message)
  })

  test('whose port is busy says so, and which to try', async () => {
    const port = await freePort()
    const server = createServer()
    await new Promise<void>((resolve) => {
      server.listen({ host: '127.0.0.1', port }, resolve)
    })
    const address = readAddress(environment({ PORT: String(port) }))
    await expect(requireFreePort(address)).rejects.toThrow(
      `port ${port} is in use: stop the program that uses it, or choose another port: PORT=`,
    )
    await new Promise((resolve) => {
      server.close(resolve)
    })
    await requireFreePort(address)
  })
})

describe('secrets', () => {
  test('are made once and only their owner can read them', async () => {
    const first = await loadSecrets(folder.path, environment({}))
    expect(await loadSecrets(folder.path, environment({}))).toEqual(first)
    expect(new Set(Object.values(first)).size).toBe(3)
    for (const secret of Object.values(first)) expect(secret.length).toBeGreaterThanOrEqual(32)
    const { mode } = await stat(join(folder.path, 'secrets.json'))
    expect(mode & 0o777).toBe(0o600)
  })

  test('of the environment win, and are not stored', async () => {
    const NETSPLIT_AUTH_SECRET = 'a'.repeat(32)
    const { auth } = await loadSecrets(folder.path, environment({ NETSPLIT_AUTH_SECRET }))
    expect(auth).toBe(NETSPLIT_AUTH_SECRET)
    const stored = await readFile(join(folder.path, 'secrets.json'), 'utf8')
    expect(stored).not.toContain(NETSPLIT_AUTH_SECRET)
  })

  test('that are too short are refused without being shown', async () => {
    const values = environment({ NETSPLIT_SEED_SECRET: 'hunter2' })
    const message = await loadSecrets(folder.path, values).catch((thrown: Error) => thrown.message)
    expect(message).toMatch(/^NETSPLIT_SEED_SECRET is too short/)
    expect(message).not.toContain('hunter2')
  })

  test('in a damaged file are not replaced', async () => {
    await writeFile(join(folder.path, 'secrets.json'), '{"auth":')
    await expect(loadSecrets(folder.path, environment({}))).rejects.toThrow(/is damaged: restore/)
    expect(await readFile(join(folder.path, 'secrets.json'), 'utf8')).toBe('{"auth":')
  })
})

describe('a data folder', () => {
  test('is made', async () => {
    const path = join(folder.path, 'a', 'b')
    await prepareDataFolder(path)
    expect((await stat(path)).isDirectory()).toBe(true)
  })

  test('that cannot be is named, with what to do', async () => {
    // No permission stops root, but nobody can make a folder inside a file.
    const file = join(folder.path, 'file')
    await writeFile(file, '')
    await chmod(file, 0o444)
    await expect(prepareDataFolder(join(file, 'data'))).rejects.toThrow(
      /cannot write to the data folder .*\/file\/data \(ENOTDIR\): .*NETSPLIT_DATA_DIR=/,
    )
  })
})

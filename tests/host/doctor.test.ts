/** The doctor says of each layer of the sandbox what it is for, and how to get what is missing. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sandboxFindings } from '../../scripts/doctor/sandbox-findings.ts'
import { freePort } from '../../scripts/state/port.ts'
import { useSandbox } from './sandbox-fixture.ts'

const sandbox = useSandbox()
const ROOT = join(import.meta.dirname, '../..')

async function doctor(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['scripts/doctor.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, lines: said.trimEnd().split('\n') }
}

describe('what the doctor says of a layer', () => {
  it('that is on: what it does and what it protects from', () => {
    for (const { isGood, detail } of sandboxFindings(sandbox().capabilities)) {
      if (isGood) expect(detail).toMatch(/(, so that .+|strangers)\.$/)
    }
  })

  it('that is off: why, what is lost, and how to get it', () => {
    const layers = sandbox().capabilities.layers.map((layer) => ({
      ...layer,
      on: false,
      detail: 'it is not installed',
    }))
    const findings = sandboxFindings({ layers, isStrong: false })
    const optional = layers.filter(({ remedy }) => remedy !== '')
    expect(optional.length).toBeGreaterThanOrEqual(5)
    for (const { name, remedy } of optional) {
      const finding = findings.find(({ subject }) => subject === `sandbox: ${name}`)
      expect(finding).toMatchObject({ isGood: false })
      expect(finding?.detail).toMatch(
        /^it is not installed\. This layer is there so that .+\. To get it: /,
      )
      expect(finding?.detail).toContain(remedy)
    }
    expect(findings.at(-1)?.detail).toContain('NETSPLIT_ALLOW_WEAK_SANDBOX=1')
  })
})

describe('npm run doctor', () => {
  it('names every layer in a line of its own, and its exit code says whether all is well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netsplit-doctor-'))
    const { layers, isStrong } = sandbox().capabilities
    const { code, lines } = await doctor({
      NETSPLIT_DATA_DIR: folder,
      PORT: String(await freePort()),
      DATABASE_URL: '',
    })
    rmSync(folder, { recursive: true })
    for (const { name, on } of layers) {
      const mine = lines.filter((line) => line.slice(5).startsWith(`sandbox: ${name} `))
      expect(mine, name).toHaveLength(1)
      expect(mine[0]).toMatch(on ? /^ok / : /^NOT /)
    }
    expect(lines.at(-1)).toMatch(isStrong ? /^ok +sandbox +strong/ : /^NOT +sandbox +good/)
    expect(code).toBe(lines.some((line) => line.startsWith('NOT')) ? 1 : 0)
  })

  it('says in words what is wrong', async () => {
    const { code, lines } = await doctor({ DATABASE_URL: 'mysql://nowhere', PORT: 'x' })
    expect(code).toBe(1)
    const wrong = lines.filter((line) => line.startsWith('NOT'))
    expect(wrong.join('\n')).toMatch(/PORT=x is no port/)
    expect(wrong.join('\n')).toMatch(/NOT +database +.+/)
  })
})

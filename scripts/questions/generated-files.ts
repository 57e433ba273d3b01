/** All generated questions as the text of their files, by path from the root of the repository. */
import { stringify } from 'yaml'
import { latencyQuorums } from './latency-quorums.ts'
import { quorumNumbers } from './quorum-numbers.ts'
import { registerHistories } from './register-histories.ts'
import { versionVectors } from './version-vectors.ts'

const HEAD = '# Made by scripts/questions.ts: change the generator, not this file.\n'

export function generatedFiles(): Readonly<Record<string, string>> {
  const topics = {
    consistency: registerHistories(),
    pacelc: latencyQuorums(),
    quorums: quorumNumbers(),
    time: versionVectors(),
  }
  return Object.fromEntries(
    Object.entries(topics).map(([topic, questions]) => [
      `content/questions/generated/${topic}.yaml`,
      HEAD + stringify(questions, { lineWidth: 96 }),
    ]),
  )
}

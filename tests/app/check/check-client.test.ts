/** The page's side of the worker: what is new ends what is old, and nothing is heard of that. */
import { expect, test } from 'vitest'
import { CheckClient } from '#app/check/_worker/check-client.ts'
import type { CheckReply, CheckRequest } from '#app/check/_worker/messages.ts'
import { readHistory } from '#core'

const READ = { kind: 'read', text: '…', options: {} } as const
const JUDGE = {
  kind: 'judge',
  question: { model: 'register', initial: null, stepsMax: 1 },
} as const
const ANSWER: CheckReply = {
  kind: 'read',
  read: readHistory('{"process":0,"f":"read","call":0,"return":1,"type":"ok"}'),
}
const REFUSED: CheckReply = { kind: 'refused', why: 'no' }

class FakeWorkers {
  readonly heard: string[] = []
  readonly all: { hear: (reply: CheckReply) => void; asked: string[]; isAlive: boolean }[] = []
  readonly client = new CheckClient(
    (hear) => {
      const worker = { hear, asked: [] as string[], isAlive: true }
      this.all.push(worker)
      return {
        post: ({ kind }: CheckRequest) => worker.asked.push(kind),
        terminate: () => {
          worker.isAlive = false
        },
      }
    },
    ({ kind }) => this.heard.push(kind),
  )

  reply(index: number, reply: CheckReply): void {
    this.all[index]?.hear(reply)
  }
}

test('one worker reads and then judges', () => {
  const workers = new FakeWorkers()
  workers.client.read(READ)
  workers.reply(0, ANSWER)
  workers.client.judge(JUDGE)
  workers.reply(0, { kind: 'progress', steps: 1 })
  workers.reply(0, REFUSED)
  expect(workers.all.map(({ asked }) => asked)).toEqual([['read', 'judge']])
  expect(workers.heard).toEqual(['read', 'progress', 'refused'])
})

test('a new text ends the reading of the old one', () => {
  const workers = new FakeWorkers()
  workers.client.read(READ)
  workers.client.read(READ)
  workers.reply(0, ANSWER)
  expect(workers.heard).toEqual([])
  workers.reply(1, ANSWER)
  expect(workers.heard).toEqual(['read'])
  expect(workers.all.map(({ isAlive }) => isAlive)).toEqual([false, true])
})

test('after a cancellation the next question reads the same text again, unheard', () => {
  const workers = new FakeWorkers()
  workers.client.read(READ)
  workers.reply(0, ANSWER)
  workers.client.judge(JUDGE)
  workers.client.cancel()
  expect(workers.all[0]?.isAlive).toBe(false)
  workers.reply(0, REFUSED)
  workers.client.judge(JUDGE)
  expect(workers.all[1]?.asked).toEqual(['read', 'judge'])
  workers.reply(1, ANSWER)
  workers.reply(1, REFUSED)
  expect(workers.heard).toEqual(['read', 'refused'])
})

test('cancelling nothing keeps the worker and its text', () => {
  const workers = new FakeWorkers()
  workers.client.read(READ)
  workers.reply(0, ANSWER)
  workers.client.cancel()
  workers.client.judge(JUDGE)
  expect(workers.all.map(({ asked }) => asked)).toEqual([['read', 'judge']])
})

test('a worker that broke down is replaced', () => {
  const workers = new FakeWorkers()
  workers.client.read(READ)
  workers.reply(0, { kind: 'broke-down', why: 'memory' })
  workers.client.read(READ)
  workers.reply(1, ANSWER)
  expect(workers.heard).toEqual(['broke-down', 'read'])
  expect(workers.all[0]?.isAlive).toBe(false)
})

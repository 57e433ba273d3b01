/** Makes a large class by SQL; the verdicts are of the size of real ones. */
import pg from 'pg'
import { programOf } from './programs.ts'

const LEARNERS = 1_000
const STEPS = 60
/** Submissions of each learner at each step. */
const TRIES = 5

/** Other people's submissions, that the queries must not read. */
const OTHERS = 20_000

/** Returns the id of the class. */
export async function fillClass(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into "User" (id, name, email, "updatedAt")
       select 'l' || l, 'Learner ' || l, 'l' || l || '@x.example', now()
       from generate_series(1, $1::int) l`,
      [LEARNERS + 1],
    )
    const { rows } = await client.query<{ id: string }>(
      `insert into "Class" (id, title, term, "timeZone")
       values (gen_random_uuid(), 'Large', 'Autumn', 'UTC') returning id`,
    )
    const classId = rows[0]?.id ?? ''
    await client.query(
      `insert into "Membership" ("classId", "userId", role, "joinedAt")
       select $1::uuid, 'l' || l, 'learner', now() - interval '60 days'
       from generate_series(1, $2::int) l`,
      [classId, LEARNERS],
    )
    await client.query(
      `insert into "Assignment" (id, "classId", title, kind, target, "stepIds", "opensAt", "dueAt")
       select gen_random_uuid(), $1::uuid, 'Week ' || w, 'step', 'raft',
         (select array_agg('s' || (w * 10 + s)) from generate_series(1, 10) s),
         now() - interval '50 days', now() + interval '10 days'
       from generate_series(0, $2::int / 10 - 1) w`,
      [classId, STEPS],
    )
    await submissions(client)
    await programs(client)
    await client.query('vacuum analyze')
    return classId
  } finally {
    await client.end()
  }
}

/** What is compared with each other needs code that differs. */
async function programs(client: pg.Client): Promise<void> {
  const learners = Array.from({ length: LEARNERS }, (_, at) => at + 1)
  await client.query(
    `update "Submission" submission set source = made.source
     from unnest($1::text[], $2::text[]) made (learner, source)
     where submission."userId" = made.learner and submission."stepId" = 's7'`,
    [learners.map((at) => `l${at}`), learners.map(programOf)],
  )
}

async function submissions(client: pg.Client): Promise<void> {
  const insert = `
    with made as (
      insert into "Submission" (id, "userId", "labId", "stepId", "labVersion", source, state, "createdAt")
      select gen_random_uuid(), 'l' || l, 'raft', 's' || s, 1, repeat('// code ', 400), 'graded',
        now() - (interval '1 hour' * (s * 20 + t))
      from generate_series($1::int, $2::int) l, generate_series(1, $3::int) s,
        generate_series(1, $4::int) t
      returning id, "stepId", "userId")
    insert into "SubmissionVerdict"
      ("submissionId", outcome, message, results, "checksHeld", "checksTotal", "seedBase",
        "graderId", "labVersion")
    select id, case when held = 8 then 'passed' else 'failed' end, '', $5::jsonb, held, 8, 1, 'g', 1
    from (select id, (least(random() * 11.5, 8))::int as held from made) as judged`
  const results = JSON.stringify({ checks: Array.from({ length: 8 }, (_, at) => check(at)) })
  const step = 100
  for (let first = 1; first <= LEARNERS; first += step) {
    await client.query(insert, [first, first + step - 1, STEPS, TRIES, results])
  }
  const other = LEARNERS + 1
  await client.query(insert, [other, other, STEPS, Math.ceil(OTHERS / STEPS), results])
}

function check(at: number) {
  const random = () => Math.random().toString(36)
  return {
    checkId: `check-${at}`,
    title: `A check of this name ${random()}`,
    visible: at < 4,
    verdict: 'fail',
    seedsPassed: 0,
    seedsRun: 1,
    seedCount: 20,
    claims: [
      {
        id: `claim-${at}`,
        sentence: `A sentence of this length ${random()}`,
        source: random(),
        ask: random(),
      },
    ],
    failure: {
      seed: 1,
      traceHash: random(),
      eventCount: 200,
      outcome: {
        kind: 'claim-broken',
        claimId: `claim-${at}`,
        at: 1_000,
        violation: {
          event: 5,
          message: `n1 and n2 lead term ${at} ${random()}`,
          related: [],
          nodes: [],
        },
      },
    },
  }
}

/** Gives a large class a quiz that each of its learners handed in twice. */
import pg from 'pg'

const QUESTIONS = 10
/** Goes of each learner. */
const GOES = 2

export async function fillQuiz(url: string, classId: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into "Assignment" (id, "classId", title, kind, target, "opensAt", "dueAt")
       values (gen_random_uuid(), $1::uuid, 'Quiz', 'quiz', 'quiz', now() - interval '50 days',
         now() + interval '10 days')`,
      [classId],
    )
    await client.query(
      `with made as (
        insert into "QuizAttempt" (id, "userId", "setId", "startedAt", "handedInAt")
        select gen_random_uuid(), member."userId", 'quiz', now() - interval '1 day' * go,
          now() - interval '1 day' * go + interval '10 minutes'
        from "Membership" member, generate_series(1, $2::int) go
        where member."classId" = $1::uuid
        returning id)
      insert into "QuizItem"
        ("attemptId", "questionId", position, answer, confidence, share, misconceptions)
      select made.id, 'question-' || q, q, $4::jsonb, 75, (random() < 0.6)::int, '{"a-myth"}'
      from made, generate_series(0, $3::int - 1) q`,
      [classId, GOES, QUESTIONS, JSON.stringify({ kind: 'one', option: '11111111' })],
    )
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

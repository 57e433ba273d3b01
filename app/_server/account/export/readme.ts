/** What stands in the export about the export. */

export const README = `What Netsplit keeps of you

profile.json            your account: name, e-mail address, role, since when
sign-in-methods.json    the ways in which you can sign in; passwords and keys are not in here,
                        because the site itself has no more than a hash of the one and the
                        public half of the other
sessions.json           where you are signed in
audit.json              what was changed about your account, when, and from where
views.json              when somebody saw the site as you do, and why
lessons.json            what you did in lessons
learning-platforms.json under which names platforms such as Canvas know you, and what they were
                        told of your grades
classes.json            the classes that you are in, with lines of rosters, extensions, and what
                        staff adjusted of released grades (points are hundredths)
code-reviews.json       reviews of your code that are published, and comments that you saved to use
                        again
reviews/                your answers to questions and cards, what follows from them for the days to
                        come, and what you chose about it
quizzes.json            quizzes that you started, with your answers
interviews.json         mock interviews: what you wrote and ticked
drafts/                 your code of each step, as you left it
attempts.json           your runs in the browser and drafts that gave way, with the file of each
attempts/               the code of those
submissions.json        what you handed in, with the verdicts, and the file of each
submissions/            the code of those
shared-runs.json        runs that you shared, with the file of each
shared-runs/            the code of those

Times are in UTC. Runs that the grader kept of failed checks are recomputed data and not in here;
the checks, claims and seeds of each verdict are.
`

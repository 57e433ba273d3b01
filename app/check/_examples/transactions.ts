/** Examples of transactions, in the form that Jepsen gives them. */
import type { Example } from './example.ts'

const WRITE_SKEW: Example = {
  id: 'write-skew',
  title: 'Write skew',
  summary: 'Two doctors each see that the other is not off call, and both go off call.',
  text: `{:process 0, :type :invoke, :f :txn, :value [[:r :bob-off nil] [:w :ann-off true]]}
{:process 1, :type :invoke, :f :txn, :value [[:r :ann-off nil] [:w :bob-off true]]}
{:process 0, :type :ok, :f :txn, :value [[:r :bob-off nil] [:w :ann-off true]]}
{:process 1, :type :ok, :f :txn, :value [[:r :ann-off nil] [:w :bob-off true]]}
`,
}

const LONG_FORK: Example = {
  id: 'long-fork',
  title: 'A long fork',
  summary: 'Two writes to different keys; one reader sees only the first, one only the second.',
  text: `{:process 0, :type :invoke, :f :txn, :value [[:w :x 1]]}
{:process 1, :type :invoke, :f :txn, :value [[:w :y 1]]}
{:process 2, :type :invoke, :f :txn, :value [[:r :x nil] [:r :y nil]]}
{:process 3, :type :invoke, :f :txn, :value [[:r :x nil] [:r :y nil]]}
{:process 2, :type :ok, :f :txn, :value [[:r :x 1] [:r :y nil]]}
{:process 3, :type :ok, :f :txn, :value [[:r :x nil] [:r :y 1]]}
{:process 0, :type :ok, :f :txn, :value [[:w :x 1]]}
{:process 1, :type :ok, :f :txn, :value [[:w :y 1]]}
`,
}

const LOST_UPDATE: Example = {
  id: 'lost-update',
  title: 'A lost update',
  summary: 'Two transactions append to the list that they both found empty; one is lost.',
  text: `{:process 0, :type :invoke, :f :txn, :value [[:r :cart nil] [:append :cart 1]]}
{:process 1, :type :invoke, :f :txn, :value [[:r :cart nil] [:append :cart 2]]}
{:process 0, :type :ok, :f :txn, :value [[:r :cart []] [:append :cart 1]]}
{:process 1, :type :ok, :f :txn, :value [[:r :cart []] [:append :cart 2]]}
{:process 2, :type :invoke, :f :txn, :value [[:r :cart nil]]}
{:process 2, :type :ok, :f :txn, :value [[:r :cart [2]]]}
`,
}

export const TRANSACTION_EXAMPLES: readonly Example[] = [LOST_UPDATE, WRITE_SKEW, LONG_FORK]

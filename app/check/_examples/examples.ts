/** Small histories to try, each about one thing that can go wrong, in several formats. */
import type { Example } from './example.ts'
import { TRANSACTION_EXAMPLES } from './transactions.ts'

const STALE_READ: Example = {
  id: 'stale-read',
  title: 'A stale read',
  summary: 'Process 1 reads the old value after the write of the new one has returned.',
  text: `{:process 0, :type :invoke, :f :write, :value 1}
{:process 0, :type :ok,     :f :write, :value 1}
{:process 0, :type :invoke, :f :write, :value 2}
{:process 0, :type :ok,     :f :write, :value 2}
{:process 1, :type :invoke, :f :read,  :value nil}
{:process 1, :type :ok,     :f :read,  :value 1}
{:process 1, :type :invoke, :f :read,  :value nil}
{:process 1, :type :ok,     :f :read,  :value 2}
`,
}

const TIMED_OUT: Example = {
  id: 'timed-out-write',
  title: 'A write that timed out',
  summary: 'Nobody knows whether the write happened, until a later read returns it.',
  text: `INFO  jepsen.util - 0\t:invoke\t:write\t1
INFO  jepsen.util - 0\t:ok\t:write\t1
INFO  jepsen.util - :nemesis\t:info\t:start\t:partition
INFO  jepsen.util - 1\t:invoke\t:write\t2
INFO  jepsen.util - 2\t:invoke\t:read\tnil
INFO  jepsen.util - 2\t:ok\t:read\t1
INFO  jepsen.util - 1\t:info\t:write\t:timed-out
INFO  jepsen.util - 2\t:invoke\t:cas\t[1 3]
INFO  jepsen.util - 2\t:fail\t:cas\t[1 3]
INFO  jepsen.util - 0\t:invoke\t:read\tnil
INFO  jepsen.util - 0\t:ok\t:read\t2
`,
}

const REPLY_FIRST: Example = {
  id: 'reply-before-question',
  title: 'A reply without its question',
  summary: 'bob answers what ann asked; eve sees the answer, and then no question.',
  text: `{"process":"ann","f":"write","key":"question","input":"lunch?","output":null,"call":0,"return":1,"type":"ok"}
{"process":"bob","f":"read","key":"question","input":null,"output":"lunch?","call":2,"return":3,"type":"ok"}
{"process":"bob","f":"write","key":"reply","input":"at noon","output":null,"call":4,"return":5,"type":"ok"}
{"process":"eve","f":"read","key":"reply","input":null,"output":"at noon","call":6,"return":7,"type":"ok"}
{"process":"eve","f":"read","key":"question","input":null,"output":null,"call":8,"return":9,"type":"ok"}
`,
}

const OPPOSITE_ORDERS: Example = {
  id: 'opposite-orders',
  title: 'Two orders of two writes',
  summary: 'Two readers see the same two concurrent writes in opposite orders.',
  text: `{:process 0, :type :invoke, :f :write, :value 1}
{:process 1, :type :invoke, :f :write, :value 2}
{:process 2, :type :invoke, :f :read, :value nil}
{:process 3, :type :invoke, :f :read, :value nil}
{:process 2, :type :ok, :f :read, :value 1}
{:process 3, :type :ok, :f :read, :value 2}
{:process 2, :type :invoke, :f :read, :value nil}
{:process 3, :type :invoke, :f :read, :value nil}
{:process 2, :type :ok, :f :read, :value 2}
{:process 3, :type :ok, :f :read, :value 1}
{:process 0, :type :ok, :f :write, :value 1}
{:process 1, :type :ok, :f :write, :value 2}
`,
}

const TAKEN_TWICE: Example = {
  id: 'taken-twice',
  title: 'A job taken twice',
  summary: 'Two workers take the same job from a queue.',
  text: `{"process":"shop","type":"invoke","f":"enqueue","value":"job-1"}
{"process":"shop","type":"ok","f":"enqueue","value":"job-1"}
{"process":"shop","type":"invoke","f":"enqueue","value":"job-2"}
{"process":"worker-1","type":"invoke","f":"dequeue"}
{"process":"worker-2","type":"invoke","f":"dequeue"}
{"process":"worker-1","type":"ok","f":"dequeue","value":"job-1"}
{"process":"worker-2","type":"ok","f":"dequeue","value":"job-1"}
{"process":"shop","type":"ok","f":"enqueue","value":"job-2"}
`,
}

const TWO_HOLDERS: Example = {
  id: 'two-holders',
  title: 'A lock held twice',
  summary: 'A lease expires at the server while its holder still relies on it.',
  text: `{"process":"c1","f":"acquire","key":"","input":null,"output":true,"call":0,"return":2,"type":"ok"}
{"process":"c2","f":"acquire","key":"","input":null,"output":true,"call":1,"return":5,"type":"ok"}
{"process":"c1","f":"release","key":"","input":null,"output":true,"call":7,"return":9,"type":"ok"}
{"process":"c2","f":"release","key":"","input":null,"output":true,"call":8,"return":10,"type":"ok"}
`,
}

const ALL_IS_WELL: Example = {
  id: 'all-is-well',
  title: 'One with nothing wrong',
  summary: 'Concurrent operations on two keys, for which there is a legal order.',
  text: `{:process 0, :type :invoke, :f :put, :key "x", :value "a"}
{:process 1, :type :invoke, :f :get, :key "x", :value nil}
{:process 2, :type :invoke, :f :append, :key "y", :value "b"}
{:process 1, :type :ok, :f :get, :key "x", :value "a"}
{:process 1, :type :invoke, :f :get, :key "y", :value nil}
{:process 0, :type :ok, :f :put, :key "x", :value "a"}
{:process 1, :type :ok, :f :get, :key "y", :value ""}
{:process 0, :type :invoke, :f :append, :key "y", :value "c"}
{:process 2, :type :ok, :f :append, :key "y", :value "b"}
{:process 0, :type :ok, :f :append, :key "y", :value "c"}
{:process 1, :type :invoke, :f :get, :key "y", :value nil}
{:process 1, :type :ok, :f :get, :key "y", :value "bc"}
`,
}

/** In the order in which to meet them. */
export const EXAMPLES: readonly Example[] = [
  STALE_READ,
  TIMED_OUT,
  OPPOSITE_ORDERS,
  REPLY_FIRST,
  TAKEN_TWICE,
  TWO_HOLDERS,
  ...TRANSACTION_EXAMPLES,
  ALL_IS_WELL,
]

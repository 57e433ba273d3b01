/**
 * The filter of system calls for workers, as classic BPF that bubblewrap installs.
 *
 * It refuses what Node does not need and a break-out would: sockets, new processes,
 * tracing, mounts, namespaces, and calls with a history of kernel bugs. Refused calls
 * fail with EPERM; `clone3` with ENOSYS, because then libc falls back to `clone`, whose
 * flags a filter can read.
 */

type Numbers = readonly [x64: number | null, arm64: number | null]

/** Numbers of Linux system calls; null where the architecture has no such call. */
const REFUSED: Readonly<Record<string, Numbers>> = {
  socket: [41, 198],
  socketpair: [53, 199],
  connect: [42, 203],
  bind: [49, 200],
  listen: [50, 201],
  accept: [43, 202],
  accept4: [288, 242],
  sendto: [44, 206],
  sendmsg: [46, 211],
  sendmmsg: [307, 269],
  recvmsg: [47, 212],
  recvmmsg: [299, 243],
  fork: [57, null],
  vfork: [58, null],
  execveat: [322, 281],
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  process_madvise: [440, 440],
  pidfd_open: [434, 434],
  pidfd_getfd: [438, 438],
  pidfd_send_signal: [424, 424],
  kill: [62, 129],
  rt_sigqueueinfo: [129, 138],
  rt_tgsigqueueinfo: [297, 240],
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  unshare: [272, 97],
  setns: [308, 268],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  chmod: [90, null],
  fchmod: [91, 52],
  fchmodat: [268, 53],
  chown: [92, null],
  lchown: [94, null],
  fchown: [93, 55],
  fchownat: [260, 54],
  link: [86, null],
  linkat: [265, 37],
  symlink: [88, null],
  symlinkat: [266, 36],
  mknod: [133, null],
  mknodat: [259, 33],
  mkdir: [83, null],
  mkdirat: [258, 34],
  rename: [82, null],
  renameat: [264, 38],
  renameat2: [316, 276],
  unlink: [87, null],
  unlinkat: [263, 35],
  setuid: [105, 146],
  setgid: [106, 144],
  setresuid: [117, 147],
  setresgid: [119, 149],
  setgroups: [116, 159],
  capset: [126, 91],
  personality: [135, 92],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  syslog: [103, 116],
  acct: [163, 89],
  quotactl: [179, 60],
  iopl: [172, null],
  ioperm: [173, null],
  modify_ldt: [154, null],
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  shmget: [29, 194],
  msgget: [68, 186],
  semget: [64, 190],
  mq_open: [240, 180],
  inotify_init1: [294, 26],
  fanotify_init: [300, 262],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
}

const CLONE: Numbers = [56, 220]
const CLONE3 = 435

/** AUDIT_ARCH_*: the filter must know whose numbers it compares. */
const ARCHITECTURES: Readonly<Record<string, { readonly audit: number; readonly column: 0 | 1 }>> =
  {
    x64: { audit: 0xc000003e, column: 0 },
    arm64: { audit: 0xc00000b7, column: 1 },
  }

/** Offsets in `struct seccomp_data`. */
const NUMBER = 0
const ARCHITECTURE = 4
const FIRST_ARGUMENT = 16

const CLONE_THREAD = 0x10000
/** Numbers from here on are those of the x32 interface, which nothing here uses. */
const X32 = 0x40000000

const ALLOW = 0x7fff0000
const KILL_PROCESS = 0x80000000
const REFUSE = 0x00050001
const NOT_THERE = 0x00050026

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number]

const load = (offset: number): Instruction => [0x20, 0, 0, offset]
const answer = (action: number): Instruction => [0x06, 0, 0, action]
/** The next instruction runs only if the accumulator equals `value`. */
const onlyIfEqual = (value: number): Instruction => [0x15, 0, 1, value]
const skipIfEqual = (value: number): Instruction => [0x15, 1, 0, value]
const onlyIfAtLeast = (value: number): Instruction => [0x35, 0, 1, value]
const skipIfAnyBit = (value: number): Instruction => [0x45, 1, 0, value]

/** The filter for an architecture as Node names it, or undefined when there is none. */
export function syscallFilter(architecture: string): Buffer | undefined {
  const known = ARCHITECTURES[architecture]
  if (known === undefined) return undefined
  const { audit, column } = known
  const refused = Object.values(REFUSED).flatMap((numbers) => numbers[column] ?? [])
  return assemble([
    load(ARCHITECTURE),
    skipIfEqual(audit),
    answer(KILL_PROCESS),
    load(NUMBER),
    onlyIfAtLeast(X32),
    answer(REFUSE),
    ...refused.flatMap((number) => [onlyIfEqual(number), answer(REFUSE)]),
    onlyIfEqual(CLONE3),
    answer(NOT_THERE),
    // Threads are fine, processes are not.
    [0x15, 0, 3, CLONE[column] ?? 0],
    load(FIRST_ARGUMENT),
    skipIfAnyBit(CLONE_THREAD),
    answer(REFUSE),
    answer(ALLOW),
  ])
}

function assemble(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8)
  for (const [index, [code, ifTrue, ifFalse, value]] of program.entries()) {
    bytes.writeUInt16LE(code, index * 8)
    bytes.writeUInt8(ifTrue, index * 8 + 2)
    bytes.writeUInt8(ifFalse, index * 8 + 3)
    bytes.writeUInt32LE(value, index * 8 + 4)
  }
  return bytes
}

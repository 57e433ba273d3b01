/** Compiles with TypeScript in a worker that is loaded at the first use. */
import type { Compilation, Compile } from './compilation.ts'

/** @param workerUrl the script that `scripts/build/run-worker.ts` made for this */
export function workerCompiler(workerUrl: string): Compile {
  let worker: Worker | undefined
  return (source) =>
    new Promise((resolve, reject) => {
      worker ??= new Worker(workerUrl)
      const { port1, port2 } = new MessageChannel()
      worker.onerror = () => {
        worker = undefined
        reject(new Error('the compiler could not be loaded'))
      }
      port1.onmessage = ({ data }: MessageEvent<Compilation>) => {
        port1.close()
        resolve(data)
      }
      worker.postMessage(source, [port2])
    })
}

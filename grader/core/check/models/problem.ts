/** How models say that an operation is not one of theirs. */
import type { Operation } from '../../history/operation.ts'
import type { Json } from '../../trace/event.ts'
import { showValue } from './value.ts'

/** One sentence that names the operation, what it needs and what it has. */
export function wrongInput(operation: Operation, needed: string): string {
  return `${named(operation)} needs ${needed} as its input, not ${showValue(operation.input)}.`
}

export function wrongOutput(operation: Operation, needed: string): string {
  return `${named(operation)} must answer with ${needed}, not with ${showValue(operation.output)}.`
}

/** For an operation that the model does not have. */
export function unknownOperation(
  operation: Operation,
  { model, operations }: { readonly model: string; readonly operations: readonly string[] },
): string {
  return `${named(operation)} is not an operation of the model ${model}: it has ${operations.join(', ')}.`
}

/** For an initial value of the wrong kind. */
export function wrongInit(model: string, needed: string, init: Json): string {
  return `The model ${model} begins with ${needed}, not with ${showValue(init)}.`
}

function named({ id, process, f }: Operation): string {
  return `Operation ${id} of ${process} ("${f}")`
}

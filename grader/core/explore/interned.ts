/** Gives each distinct text a number, and keeps what belongs to it. */
export class Interned<T> {
  readonly #numbers = new Map<string, number>()
  readonly #items: T[] = []

  get size(): number {
    return this.#items.length
  }

  /** The number of `text`; `make` is asked for its item when the text is new. */
  number(text: string, make: (number: number) => T): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#items.length
      this.#numbers.set(text, number)
      this.#items.push(make(number))
    }
    return number
  }

  /** The item of a number that was given out. */
  item(number: number): T {
    return this.#items[number] as T
  }
}

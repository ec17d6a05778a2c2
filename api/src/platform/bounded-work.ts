/** Too much is waiting already. */
export class Overloaded extends Error {
  constructor() {
    super('Too much work is waiting');
    this.name = 'Overloaded';
  }
}

/** Runs so many pieces of work at once, lets so many wait in order, and refuses the rest at once. */
export class BoundedWork {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** @throws Overloaded */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.mayWait) throw new Overloaded();
      // Whoever ends hands its place over, so that nobody slips in between.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}

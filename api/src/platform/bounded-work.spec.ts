import { describe, expect, it } from '@jest/globals';
import { BoundedWork, Overloaded } from './bounded-work.js';

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, work: () => ended };
}

/** Lets everything that can go on go on. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('bounded work', () => {
  it('runs so much at once, lets so much wait, and refuses the rest', async () => {
    const bounded = new BoundedWork(2, 1);
    let [running, most] = [0, 0];
    const pieces = Array.from({ length: 4 }, held);
    const outcomes = pieces.map(({ work }) =>
      bounded.run(async () => {
        running += 1;
        most = Math.max(most, running);
        await work();
        running -= 1;
      }),
    );
    await expect(outcomes[3]).rejects.toThrow(Overloaded);
    expect(running).toBe(2);
    pieces[0]?.end();
    await turn();
    expect(running).toBe(2);
    pieces.forEach(({ end }) => end());
    await Promise.all(outcomes.slice(0, 3));
    expect([most, running]).toEqual([2, 0]);
  });

  it('gives the place back when the work fails', async () => {
    const bounded = new BoundedWork(1, 0);
    await expect(bounded.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(bounded.run(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});

/**
 * What the specs of `scoring` import from `@jest/globals`, for a runner that keeps them loaded. The
 * matchers are jest's own; whatever is not here is missing when a spec is loaded, and says so.
 */
import { expect } from 'expect';
import { emptyBlock, type Block, type Body, type HookName } from './suite.ts';

export { expect };

let open: Block = emptyBlock('');
let file = '';
let taken = new Map<string, number>();

/** Collects what `load` defines: the specs of one file. */
export async function collect(name: string, load: () => Promise<unknown>): Promise<Block> {
  const root = emptyBlock(name);
  open = root;
  file = name;
  taken = new Map();
  await load();
  return root;
}

function define(name: string, body: Body): void {
  const block = emptyBlock(open.name === '' ? name : `${open.name} ${name}`);
  const parent = open;
  parent.entries.push(block);
  open = block;
  body();
  open = parent;
}

function specify(name: string, body: Body): void {
  const full = `${file}: ${open.name === file ? '' : `${open.name.slice(file.length).trim()} `}${name}`;
  const count = (taken.get(full) ?? 0) + 1;
  taken.set(full, count);
  open.entries.push({
    id: count === 1 ? full : `${full} (${count})`,
    run: async () => {
      await body();
      const [unmet] = expect.extractExpectedAssertionsErrors();
      if (unmet !== undefined) throw unmet.error;
    },
  });
}

type Define = (name: string, body: (...row: readonly unknown[]) => unknown) => void;

/** One definition for each row: a row that is a list is spread over the arguments, as jest does. */
function each(defineOne: (name: string, body: Body) => void): (table: readonly unknown[]) => Define {
  return (table) => (name, body) => {
    if (!Array.isArray(table)) throw new Error(`each: the table of "${name}" is not a list`);
    for (const [index, row] of table.entries()) {
      const list: readonly unknown[] = Array.isArray(row) ? (row as readonly unknown[]) : [row];
      defineOne(`${name} [${index}]`, () => body(...list));
    }
  };
}

function hook(name: HookName): (body: Body) => void {
  return (body) => {
    open.hooks[name].push(body);
  };
}

export const describe = Object.assign(define, { each: each(define) });
export const it = Object.assign(specify, { each: each(specify) });
export const test = it;
export const beforeAll = hook('beforeAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const afterAll = hook('afterAll');

import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import { DTI_METHOD } from '../framework.fixture.js';
import { validate } from './validate.js';

export const UNITS = [{ code: 'u', group: null }];
export const DATA: Dataset = { units: UNITS };

export function framework(root: unknown, method: object = {}): Framework {
  return { code: 'f', method: { ...DTI_METHOD, ...method }, root } as Framework;
}

/** Two leaves of 60 and 40 points, with something else said of the first. */
export function withLeaf(leaf: object, method: object = {}): Framework {
  const children = [
    { code: 'a', points: 60, ...leaf },
    { code: 'b', points: 40 },
  ];
  return framework({ code: 'r', points: 100, children }, method);
}

export function found(subject: unknown, dataset: unknown = DATA): readonly Problem[] {
  return validate(subject as Framework, dataset as Dataset);
}

export function told(subject: unknown, dataset: unknown = DATA): readonly string[] {
  return found(subject, dataset).map(({ code, path }) => `${code} ${path}`);
}

import { NATION_SHAPES } from './nation-shapes.js';
import type { SampleElement, SampleLevel } from './sample-world.js';
import { whole, yes, type Shape } from './shapes.js';
import { UNIT_SHAPES } from './unit-shapes.js';

const DATABASE_CONDITION = /^target\.national-database\.([a-z-]+)\.([a-z-]+)$/;

/**
 * How an element is drawn for a level. One that the tables do not name yet is drawn by its type, so that a
 * new element is never left out.
 */
export function shapeOf(element: SampleElement, level: SampleLevel): Shape {
  const { code, valueType, levels } = element;
  const named = level === 'nation' ? NATION_SHAPES[code] : UNIT_SHAPES[code];
  if (named !== undefined) return named;
  const [, database, condition] = DATABASE_CONDITION.exec(code) ?? [];
  if (database !== undefined && condition !== undefined) return { kind: 'database', database, condition };
  if (level === 'nation' && levels.length > 1 && (valueType === 'count' || valueType === 'amount'))
    return { kind: 'sum', of: code };
  if (valueType === 'yes_no') return yes(0);
  if (valueType === 'code') return { kind: 'state', ease: -0.6 };
  if (valueType === 'day') return { kind: 'reviewed', needs: '' };
  return whole(level === 'nation' ? 500 : 20);
}

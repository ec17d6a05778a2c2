import {
  OBSERVATION_STATUSES,
  STATUSES_WITHOUT_VALUE,
  type Cell,
  type Dataset,
  type ObservationStatus,
  type Unit,
} from '../../model/dataset.js';
import type { Framework, FrameworkNode } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import type { Change } from '../../model/perturbation.js';
import { isLeaf } from '../tree.js';
import { isCode, isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';
import { DatasetEdit } from './dataset-edit.js';
import {
  leavesInPoints,
  METHOD_KEYS,
  NODE_KEYS,
  patched,
  wayTo,
  withNode,
  withPoints,
} from './framework-edit.js';

/** A framework and a data set with changes made to them, as far as they could be made. */
export interface Changed {
  readonly framework: Framework;
  readonly dataset: Dataset;
  /** Data elements that some change gives a value to, and where. */
  readonly elements: readonly { readonly element: string; readonly path: string }[];
  /** Nodes that some change gives a weight to, and where. */
  readonly weighted: readonly { readonly node: string; readonly path: string }[];
  readonly problems: readonly Problem[];
}

/**
 * Makes changes in the order given. Each may be anything, as it came from a request; one that makes no
 * sense is left out and told of: an unknown kind, unit, node, period or key, a number that is none.
 * Whether the result can be computed is for `validate` to say.
 */
export function makeChanges(framework: Framework, dataset: Dataset, changes: readonly Change[]): Changed {
  const made = new Making(framework, dataset);
  changes.forEach((change: unknown, index) => made.make(change, `changes[${index}]`));
  const { elements, weighted, problems } = made;
  return { framework: made.framework, dataset: made.data.result(), elements, weighted, problems };
}

class Making {
  framework: Framework;
  readonly data: DatasetEdit;
  readonly problems: Problem[] = [];
  readonly elements: { readonly element: string; readonly path: string }[] = [];
  readonly weighted: { readonly node: string; readonly path: string }[] = [];

  constructor(framework: Framework, dataset: Dataset) {
    this.framework = framework;
    this.data = new DatasetEdit(dataset);
  }

  make(change: unknown, path: string): void {
    const found: Unknowns = isRecord(change) ? change : {};
    switch (found['kind']) {
      case 'value':
        return this.setValue(found, path);
      case 'weight':
        return this.setWeight(found, path);
      case 'points':
        return this.setPoints(found, path);
      case 'method':
        return this.setMethod(found, path);
      case 'node':
        return this.setNode(found, path);
      case 'add_unit':
        return this.addUnit(found, path);
      case 'remove_unit':
        return this.removeUnit(found, path);
      default:
        this.refuse('CHANGE_UNKNOWN', `${path}.kind`, { found: shown(found['kind']) });
    }
  }

  private setValue(change: Unknowns, path: string): void {
    const { unit, periodsBack = 0 } = change;
    if (!this.knowsUnit(unit, path)) return;
    const isPeriod = isFiniteNumber(periodsBack) && Number.isInteger(periodsBack);
    if (!isPeriod || periodsBack < 0 || periodsBack >= this.data.periodCount) {
      const params = { periodsBack: shown(periodsBack), periods: this.data.periodCount };
      this.refuse('CHANGE_PERIOD_UNKNOWN', `${path}.periodsBack`, params);
      return;
    }
    const cell = this.cellOf(unit as string, change, path);
    if (cell !== null) this.data.setValue(cell, periodsBack);
  }

  private setWeight({ node, weight }: Unknowns, path: string): void {
    if (!this.knowsNode(node, path) || !this.isAmount(weight, `${path}.weight`)) return;
    this.weighted.push({ node, path });
    this.framework = withNode(this.framework, node, (own) => ({ ...own, weight }));
  }

  private setPoints({ node, points }: Unknowns, path: string): void {
    if (!this.knowsNode(node, path) || !this.isAmount(points, `${path}.points`)) return;
    const own = wayTo(this.framework, node).at(-1) as FrameworkNode;
    const inPoints = leavesInPoints(own);
    if (!isLeaf(own) && inPoints.length > 0) {
      // Their values are points that were given, of a maximum that was; neither says what the others would be.
      this.refuse('POINTS_NOT_SCALABLE', `${path}.points`, { node, leaves: inPoints.join(' ') });
      return;
    }
    this.framework = withPoints(this.framework, node, points);
  }

  private setMethod({ set }: Unknowns, path: string): void {
    if (!this.isPatch(set, METHOD_KEYS, path)) return;
    this.framework = { ...this.framework, method: patched(this.framework.method, set) };
  }

  private setNode({ node, set }: Unknowns, path: string): void {
    if (!this.knowsNode(node, path) || !this.isPatch(set, NODE_KEYS, path)) return;
    this.framework = withNode(this.framework, node, (own) => patched(own, set));
  }

  private addUnit({ unit, values }: Unknowns, path: string): void {
    const { code, group }: Unknowns = isRecord(unit) ? unit : {};
    if (!isCode(code) || (group !== null && !isCode(group))) {
      this.refuse('CHANGE_UNIT_INVALID', `${path}.unit`, { unit: shown(code), group: shown(group) });
      return;
    }
    if (this.data.hasUnit(code)) {
      this.refuse('CHANGE_UNIT_KNOWN', `${path}.unit`, { unit: code });
      return;
    }
    if (!Array.isArray(values)) {
      this.refuse('CHANGE_VALUES_INVALID', `${path}.values`, { found: shown(values) });
      return;
    }
    const cells = values.map((value: unknown, index) =>
      this.cellOf(code, isRecord(value) ? value : {}, `${path}.values[${index}]`),
    );
    const added: Unit = { code, group };
    this.data.addUnit(
      added,
      cells.filter((cell) => cell !== null),
    );
  }

  private removeUnit({ unit }: Unknowns, path: string): void {
    if (this.knowsUnit(unit, path)) this.data.removeUnit(unit as string);
  }

  /** `null`, and a problem, where a value and its status do not make a cell. */
  private cellOf(unit: string, { element, value, status }: Unknowns, path: string): Cell | null {
    if (!isCode(element)) {
      this.refuse('CHANGE_ELEMENT_UNKNOWN', `${path}.element`, { element: shown(element) });
      return null;
    }
    if (value !== null && !isFiniteNumber(value)) {
      this.refuse('CHANGE_VALUE_INVALID', `${path}.value`, { value: shown(value) });
      return null;
    }
    const stated = status ?? (value === null ? 'L' : 'A');
    const isStatus = OBSERVATION_STATUSES.includes(stated as ObservationStatus);
    const without = STATUSES_WITHOUT_VALUE.includes(stated as ObservationStatus);
    if (!isStatus || without !== (value === null)) {
      this.refuse('CHANGE_STATUS_INVALID', `${path}.status`, { status: shown(status), value });
      return null;
    }
    this.elements.push({ element, path });
    return { unit, element, value, status: stated as ObservationStatus };
  }

  private knowsUnit(unit: unknown, path: string): boolean {
    if (isCode(unit) && this.data.hasUnit(unit)) return true;
    this.refuse('CHANGE_UNIT_UNKNOWN', `${path}.unit`, { unit: shown(unit) });
    return false;
  }

  private knowsNode(node: unknown, path: string): node is string {
    if (isCode(node) && wayTo(this.framework, node).length > 0) return true;
    this.refuse('CHANGE_NODE_UNKNOWN', `${path}.node`, { node: shown(node) });
    return false;
  }

  private isAmount(amount: unknown, path: string): amount is number {
    if (isFiniteNumber(amount) && amount >= 0) return true;
    this.refuse('CHANGE_AMOUNT_INVALID', path, { found: shown(amount) });
    return false;
  }

  private isPatch(set: unknown, keys: readonly string[], path: string): set is object {
    if (!isRecord(set)) {
      this.refuse('CHANGE_SET_INVALID', `${path}.set`, { found: shown(set) });
      return false;
    }
    const unknown = Object.keys(set).filter((key) => !keys.includes(key));
    for (const key of unknown) this.refuse('CHANGE_KEY_UNKNOWN', `${path}.set.${key}`, { key });
    return unknown.length === 0;
  }

  private refuse(code: string, path: string, params: Problem['params']): void {
    this.problems.push({ code, path, params });
  }
}

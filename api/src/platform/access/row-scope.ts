import { Injectable } from '@nestjs/common';
import { isSample } from '../http/data-set.js';
import { AccessService } from './access.service.js';

/** A row that a unit reported. */
export interface ReportedRow {
  readonly dataSet: string;
  /** The day from which it is everybody's; null before. */
  readonly releasedOn?: string | null;
}

/** Whether everybody may see a row: it is released, or of a sample, whose figures are nobody's. */
export function isOpen({ dataSet, releasedOn }: ReportedRow): boolean {
  return isSample(dataSet) || (releasedOn !== null && releasedOn !== undefined);
}

/** What of reported rows the caller sees; the database says the same by its policies. */
@Injectable()
export class RowScope {
  constructor(private readonly access: AccessService) {}

  /**
   * Those of the rows that the caller may see, in their order. Where somebody who reads every unit gets rows
   * that are not released, that goes into the trail: as of one unit where they are of one.
   */
  async seen<T extends ReportedRow>(
    rows: readonly T[],
    unitsOf: (row: T) => readonly string[],
  ): Promise<T[]> {
    const reach = this.access.reach('unpublished.read');
    const kept = rows.filter(
      (row) => isOpen(row) || reach.all || unitsOf(row).some((unit) => reach.units.includes(unit)),
    );
    if (reach.all) await this.noteForeign(kept.filter((row) => !isOpen(row)).map(unitsOf));
    return kept;
  }

  private async noteForeign(units: readonly (readonly string[])[]): Promise<void> {
    if (units.length === 0) return;
    const distinct = new Set(units.flat());
    const [only] = distinct;
    await this.access.require('unpublished.read', distinct.size === 1 && only !== undefined ? only : null);
  }
}

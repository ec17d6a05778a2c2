import { inject, Injectable, signal } from '@angular/core';
import { Language } from '../language/language.js';
import { UnitNamesClient } from './unit-names-client.js';

interface UnitName {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Names of units that rows mention by their id alone. */
@Injectable({ providedIn: 'root' })
export class UnitNames {
  private readonly client = inject(UnitNamesClient);
  private readonly language = inject(Language);
  private readonly known = signal<ReadonlyMap<string, UnitName>>(new Map());
  private readonly asked = new Set<string>();
  private roster: Promise<void> | null = null;

  /** The name in the language on screen; the id until it is known, or where nobody knows it. */
  readonly of = (id: string): string => {
    const unit = this.known().get(id);
    return unit === undefined ? id : this.language.named({ vi: unit.nameVi, en: unit.nameEn });
  };

  /** Learns names: of today's units at once, of former ones one by one. A name that cannot be had is no failure. */
  async learn(ids: readonly (string | null)[]): Promise<void> {
    const wanted = ids.filter((id) => id !== null);
    if (wanted.length === 0) return;
    this.roster ??= this.client.today().then(
      (units) => this.keep(units),
      () => undefined,
    );
    await this.roster;
    const missing = wanted.filter((id) => !this.known().has(id) && !this.asked.has(id));
    await Promise.all(missing.map((id) => this.ask(id)));
  }

  private async ask(id: string): Promise<void> {
    this.asked.add(id);
    await this.client.one(id).then(
      (unit) => this.keep([unit]),
      () => undefined,
    );
  }

  private keep(units: readonly UnitName[]): void {
    this.known.update((known) => new Map([...known, ...units.map((unit) => [unit.id, unit] as const)]));
  }
}

import { inject, Injectable, signal } from '@angular/core';
import type { Setting } from '../../api-client/models/setting.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { Writing } from '../../shared/problem/writing.js';
import { SettingsClient } from './settings-client.js';

/** Every setting, and the one that is being decided. */
@Injectable()
export class SettingsStore {
  private readonly client = inject(SettingsClient);
  private readonly list = new Loaded<readonly Setting[]>((settings) => settings.length === 0);
  private readonly writing = new Writing();
  private readonly open = signal<string | null>(null);

  readonly state = this.list.state;
  readonly writeState = this.writing.state;
  /** Code of the setting whose form is open. */
  readonly deciding = this.open.asReadonly();

  load(): Promise<void> {
    return this.list.load(() => this.client.list());
  }

  /** Opens the form of a setting, or closes it. */
  ask(code: string | null): void {
    this.writing.reset();
    this.open.set(code);
  }

  /** What was decided before stays on record; what holds is read again. */
  async decide(code: string, value: unknown, reason: string): Promise<void> {
    const decided = await this.writing.write(() => this.client.decide(code, value, reason));
    if (decided === null) return;
    const rest = this.list.value() ?? [];
    await this.list.load(() =>
      Promise.resolve(rest.map((setting) => (setting.code === code ? decided : setting))),
    );
    this.open.set(null);
  }
}

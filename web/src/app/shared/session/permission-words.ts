import { inject, Injectable } from '@angular/core';
import type { Permission } from '../../api-client/models/permission.js';
import { Language } from '../language/language.js';
import { Loaded } from '../loading/loaded.js';
import { SessionClient } from './session-client.js';

/** The table of permissions with its words, asked for once. */
@Injectable({ providedIn: 'root' })
export class PermissionWords {
  private readonly client = inject(SessionClient);
  private readonly language = inject(Language);
  private readonly table = new Loaded<readonly Permission[]>();
  private loading: Promise<void> | null = null;

  readonly state = this.table.state;

  learn(): Promise<void> {
    if (this.loading === null || this.table.failure() !== null) {
      this.loading = this.table.load(() => this.client.permissions());
    }
    return this.loading;
  }

  one(action: string): Permission | null {
    return this.table.value()?.find((permission) => permission.action === action) ?? null;
  }

  /** An action in the language on screen; null until it is known. */
  of(action: string): string | null {
    const permission = this.one(action);
    return permission === null ? null : this.language.named(permission);
  }
}

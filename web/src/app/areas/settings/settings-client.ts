import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { decideSetting } from '../../api-client/fn/settings/decide-setting.js';
import { listSettings } from '../../api-client/fn/settings/list-settings.js';
import type { Setting } from '../../api-client/models/setting.js';

/** What the operator decides, over HTTP. */
@Injectable({ providedIn: 'root' })
export class SettingsClient {
  private readonly api = inject(Api);

  list(): Promise<readonly Setting[]> {
    return this.api.invoke(listSettings);
  }

  decide(code: string, value: unknown, reason: string): Promise<Setting> {
    return this.api.invoke(decideSetting, { code, body: { value, reason } });
  }
}

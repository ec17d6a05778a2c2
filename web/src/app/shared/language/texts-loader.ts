import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { TextKey } from './text-key.js';

/** Brings one dictionary as a chunk of its own: a Vietnamese reader never downloads the English. */
@Injectable({ providedIn: 'root' })
export class TextsLoader implements TranslocoLoader {
  async getTranslation(code: string): Promise<Translation> {
    const texts: Record<TextKey, string> =
      code === 'en' ? (await import('./texts/en.js')).default : (await import('./texts/vi.js')).default;
    return texts;
  }
}

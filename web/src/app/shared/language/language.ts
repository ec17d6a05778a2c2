import { computed, inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { formatsFor } from '../format/formats.js';
import { readPreference, writePreference } from '../preferences/preferences.js';
import type { LanguageCode, TextKey, TextParams } from './text-key.js';
import type { Wording } from './wording.js';

/** The language on screen, its texts and its formats; all of them signals, so a switch redraws. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);

  readonly current = computed<LanguageCode>(() => (this.transloco.activeLang() === 'en' ? 'en' : 'vi'));
  readonly formats = computed(() => formatsFor(this.current()));

  /** A text in the language on screen; an arrow function, so that a page can hold it as a field. */
  readonly t = (key: TextKey, params?: TextParams): string =>
    this.transloco.translate(key, params, this.current());

  /** The name in the language on screen; the Vietnamese one where no English name is known. */
  readonly named = (name: { readonly vi: string; readonly en?: string | null }): string =>
    this.current() === 'en' ? (name.en ?? name.vi) : name.vi;

  /** What pure functions write sentences with. */
  readonly wording = computed<Wording>(() => {
    const english = this.current() === 'en';
    return {
      t: this.t,
      formats: this.formats(),
      unitName: (unit) => (english ? unit.nameEn : unit.shortNameVi),
      name: (named) => (english ? named.nameEn : named.nameVi),
    };
  });

  /** Loads the stored language before the first page is drawn; Vietnamese unless chosen otherwise. */
  async start(): Promise<void> {
    await this.use(readPreference('dti.language') === 'en' ? 'en' : 'vi');
  }

  /** Switches once the texts are there, so that no bare key is ever on screen. */
  async use(code: LanguageCode): Promise<void> {
    await firstValueFrom(this.transloco.load(code));
    this.transloco.setActiveLang(code);
    document.documentElement.lang = code;
    writePreference('dti.language', code);
  }
}

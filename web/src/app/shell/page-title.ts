import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Language } from '../shared/language/language.js';
import type { TextKey } from '../shared/language/text-key.js';

/** Writes "page · product" into the browser's tab, again whenever the language changes. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly language = inject(Language);
  private readonly key = signal<TextKey | null>(null);

  constructor() {
    super();
    effect(() => this.title.setTitle(this.written()));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key.set((this.buildTitle(snapshot) as TextKey | undefined) ?? null);
  }

  private written(): string {
    const { t } = this.language;
    const key = this.key();
    return key === null ? t('product.name') : `${t(key)} · ${t('product.name')}`;
  }
}

import { computed, inject, Injectable, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { readPreference, writePreference } from '../preferences/preferences.js';

export type AppearanceMode = 'light' | 'dark' | 'system';

/** Light, dark, or as the system has it; remembered on this browser. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  private readonly document = inject(DOCUMENT);
  private readonly systemDark = signal(false);

  readonly mode = signal<AppearanceMode>(storedMode());
  /** What is on screen now. */
  readonly shown = computed<'light' | 'dark'>(() => {
    const mode = this.mode();
    if (mode !== 'system') return mode;
    return this.systemDark() ? 'dark' : 'light';
  });

  constructor() {
    const query = this.document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
    if (query) {
      this.systemDark.set(query.matches);
      query.addEventListener('change', (event) => this.systemDark.set(event.matches));
    }
    this.mark(this.mode());
  }

  use(mode: AppearanceMode): void {
    this.mark(mode);
    this.mode.set(mode);
    writePreference('dti.appearance', mode);
  }

  private mark(mode: AppearanceMode): void {
    const root = this.document.documentElement;
    if (mode === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = mode;
  }
}

function storedMode(): AppearanceMode {
  const stored = readPreference('dti.appearance');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

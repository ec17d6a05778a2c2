import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { Appearance } from '../appearance/appearance.js';
import type { ChartLook } from './chart-look.js';

const NARROW = '(max-width: 599.98px)';
const STILL = '(prefers-reduced-motion: reduce)';

/** Reads the look from the CSS tokens that are in force; changes with theme and window. */
@Injectable({ providedIn: 'root' })
export class ChartLooks {
  private readonly document = inject(DOCUMENT);
  private readonly appearance = inject(Appearance);
  private readonly narrow = this.matching(NARROW);
  private readonly still = this.matching(STILL);

  readonly look = computed<ChartLook>(() => {
    this.appearance.shown();
    return this.read(this.narrow(), this.still());
  });

  private matching(condition: string): () => boolean {
    const query = this.document.defaultView?.matchMedia(condition);
    const matches = signal(query?.matches ?? false);
    query?.addEventListener('change', (event) => matches.set(event.matches));
    return matches.asReadonly();
  }

  private read(narrow: boolean, still: boolean): ChartLook {
    // A custom property computes to its text; only a real property resolves light-dark().
    const probe = this.document.createElement('span');
    probe.hidden = true;
    this.document.body.append(probe);
    const style = getComputedStyle(probe);
    const colour = (token: string): string => {
      probe.style.color = `var(--${token})`;
      return style.color;
    };
    const look: ChartLook = {
      ink: colour('ink'),
      ink2: colour('ink-2'),
      ink3: colour('ink-3'),
      line: colour('line'),
      lineStrong: colour('line-strong'),
      surface: colour('surface'),
      sunk: colour('sunk'),
      accent: colour('accent'),
      accentSoft: colour('accent-soft'),
      ramp: [colour('ramp-1'), colour('ramp-2'), colour('ramp-3'), colour('ramp-4'), colour('ramp-5')],
      words: "'Be Vietnam Pro', system-ui, sans-serif",
      text: 0.8125 * Number.parseFloat(getComputedStyle(this.document.documentElement).fontSize),
      narrow,
      still,
    };
    probe.remove();
    return look;
  }
}

import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../../shared/language/language.js';
import { KINDS } from '../change-draft.js';

/** What kind of change it is, each with what it is for. */
@Component({
  selector: 'dti-kind-choice',
  imports: [RouterLink],
  template: `
    <ul>
      @for (one of kinds; track one.kind) {
        <li>
          <a routerLink="/unit-changes/new" [queryParams]="{ kind: one.kind, unit: unit() ?? null }">
            <strong>{{ t(one.name) }}</strong>
            <span class="small">{{ t(one.about) }}</span>
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--gap-3);
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: grid;
      gap: var(--gap-1);
      height: 100%;
      align-content: start;
      padding: var(--gap-4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-m);
      background: var(--surface);
      color: var(--ink);
      text-decoration: none;
    }
    a:hover {
      border-color: var(--accent);
      background: var(--accent-soft);
    }
    strong {
      color: var(--accent-ink);
    }
    .small {
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KindChoice {
  readonly unit = input<string | undefined>();
  protected readonly t = inject(Language).t;
  protected readonly kinds = KINDS.map((kind) => ({
    kind,
    name: `unitChange.kind.${kind}` as const,
    about: `unitChange.about.${kind}` as const,
  }));
}

import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Source } from '../../api-client/models/source.js';
import { Language } from '../language/language.js';
import type { TextKey } from '../language/text-key.js';

const KINDS: readonly string[] = [
  'official',
  'press',
  'third-party-copy',
  'recollection',
  'derived',
  'unclassified',
];

/** Where figures come from, each with its kind said in words. */
@Component({
  selector: 'dti-source-list',
  template: `
    <ul class="small">
      @for (source of sources(); track source.id) {
        <li>
          @if (isAddress(source.url)) {
            <a [href]="source.url" target="_blank" rel="noopener noreferrer">{{ title(source) }}</a>
          } @else {
            {{ title(source) }}
          }
          <span class="kind">{{ kind(source) }}</span>
        </li>
      } @empty {
        <li>{{ t('sources.none') }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--gap-2);
      margin: 0;
      padding: 0;
      list-style: none;
      color: var(--ink-2);
    }
    li {
      overflow-wrap: anywhere;
    }
    .kind {
      display: inline-block;
      margin-inline-start: var(--gap-1);
      padding: 0 0.375rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      font-size: var(--text-xs);
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceList {
  readonly sources = input.required<readonly Source[]>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected title(source: Source): string {
    return this.language.named({ vi: source.titleVi, en: source.titleEn });
  }

  /** An address known only in part ("https://…/…") leads nowhere and is not a link. */
  protected isAddress(url: string | null): boolean {
    return url !== null && /^https?:\/\//.test(url) && !url.includes('…') && !url.includes('...');
  }

  protected kind(source: Source): string {
    return KINDS.includes(source.kind) ? this.t(`sourceKind.${source.kind}` as TextKey) : source.kind;
  }
}

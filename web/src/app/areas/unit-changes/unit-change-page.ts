import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { parseDay } from '../../shared/format/day.js';
import { Language } from '../../shared/language/language.js';
import { DraftField } from '../../shared/ui/draft-field.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { bodyOf, type ChangeDraft, emptyDraft, kindOf } from './change-draft.js';
import { faultsByField } from './change-words.js';
import { ChangeForm } from './ui/change-form.js';
import { ChangePreview } from './ui/change-preview.js';
import { KindChoice } from './ui/kind-choice.js';
import { UnitChangeStore } from './unit-change-store.js';

/** A change of units: of which kind, the form, the preview, the reason, done. */
@Component({
  selector: 'dti-unit-change-page',
  imports: [
    ChangeForm,
    ChangePreview,
    DraftField,
    FailedPanel,
    KindChoice,
    MatButton,
    Notice,
    PageHeader,
    RouterLink,
    Skeleton,
  ],
  providers: [UnitChangeStore],
  templateUrl: './unit-change-page.html',
  styleUrl: './unit-change-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitChangePage {
  readonly kind = input<string>();
  readonly unit = input<string>();

  protected readonly store = inject(UnitChangeStore);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly chosen = computed(() => kindOf(this.kind()));
  protected readonly draft = linkedSignal<ChangeDraft>(() =>
    emptyDraft(this.chosen() ?? 'merger', this.unit()),
  );
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly heading = computed(() => {
    const kind = this.chosen();
    return kind === null ? this.t('unitChange.choose') : this.t(`unitChange.kind.${kind}`);
  });
  protected readonly context = computed(() => {
    const kind = this.chosen();
    return kind === null ? this.t('unitChange.chooseContext') : this.t(`unitChange.about.${kind}`);
  });
  private readonly body = computed(() => bodyOf(this.chosen() ?? 'merger', this.draft()));
  private readonly refusal = computed(() => {
    const state = this.store.previewing.state();
    return state.status === 'failed' ? state.failure : null;
  });
  /** What is wrong by field: what is missing once one has tried, and what the server refused. */
  protected readonly faults = computed(() => {
    const faults = new Map(faultsByField(this.refusal(), this.wording()));
    if (!this.tried()) return faults;
    for (const path of this.body().missing) faults.set(path, this.t('unitChange.needed'));
    return faults;
  });
  protected readonly unexpected = computed(() => {
    const failure = this.refusal();
    return failure !== null && failure.errors.length === 0 ? failure : null;
  });
  protected readonly notEntered = computed(() => {
    const state = this.store.entering.state();
    return state.status === 'failed' ? state.failure : null;
  });
  protected readonly nameOf = computed(() => {
    const state = this.store.choices();
    const known = state.status === 'ready' ? state.value.units : [];
    const names = new Map(
      [...known, ...this.store.regions(), ...(this.store.preview()?.units ?? [])].map((one) => [one.id, one]),
    );
    const wording = this.wording();
    return (id: string): string => {
      const one = names.get(id);
      return one === undefined ? id : wording.name(one);
    };
  });

  private readonly step = viewChild<ElementRef<HTMLElement>>('step');
  private moved = false;

  constructor() {
    // From step to step the page begins anew: its heading is what is read next.
    effect(() => {
      const heading = this.step()?.nativeElement;
      if (heading === undefined || !this.moved) return;
      heading.focus();
      heading.scrollIntoView({ block: 'center' });
    });

    effect(() => {
      const unit = this.unit();
      untracked(() => void this.store.start(unit));
    });
    effect(() => {
      const day = parseDay(this.draft().day);
      untracked(() => void this.store.openRegions(day ?? new Date().toISOString().slice(0, 10)));
    });
    effect(() => {
      const [unit] = this.draft().units;
      const needed = this.chosen() === 'correction';
      untracked(() => void this.store.openDetail(needed ? (unit ?? null) : null));
    });
  }

  protected retry(): void {
    void this.store.start(this.unit());
  }

  protected change(own: Partial<ChangeDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...own }));
  }

  protected async ask(): Promise<void> {
    this.tried.set(true);
    const { change } = this.body();
    this.moved = true;
    if (change !== null) await this.store.askPreview(change);
  }

  protected enter(): void {
    if (this.reason().trim() !== '') void this.store.enter(this.reason().trim());
  }

  protected another(): void {
    this.store.reset();
    this.tried.set(false);
    this.reason.set('');
    this.draft.set(emptyDraft(this.chosen() ?? 'merger', undefined));
    void this.store.start(undefined);
  }
}

import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { asSentence, citation } from '../../shared/law/law-words.js';
import { LegalBases } from '../../shared/law/legal-bases.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { SourceList } from '../../shared/ui/source-list.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { type DocumentData, DocumentStore } from './document-store.js';
import { anchorOf, contentsOf, documentFacts, documentRemark } from './law-view.js';
import { ClauseEntry } from './ui/clause-entry.js';
import { ContentsList } from './ui/contents-list.js';

const TYPING = 300;

/** One document: contents, every clause word for word, and what a search finds in it. */
@Component({
  selector: 'dti-document-page',
  imports: [
    ClauseEntry,
    ContentsList,
    EmptyPanel,
    FailedPanel,
    LegalBases,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    Notice,
    PageHeader,
    RouterLink,
    Skeleton,
    SourceList,
  ],
  providers: [DocumentStore],
  templateUrl: './document-page.html',
  styleUrl: './document-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentPage {
  readonly id = input.required<string>();
  /** The clause to stand at, by its code: III.2.đ. */
  readonly clause = input<string>();
  readonly q = input<string>();

  protected readonly store = inject(DocumentStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly page = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly t = this.language.t;
  protected readonly words = computed(() => this.q()?.trim() ?? '');
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly view = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? this.viewOf(state.value) : null;
  });
  /** The address names a clause that the document does not have. */
  protected readonly absent = computed(() => {
    const asked = this.clause()?.normalize('NFC');
    const view = this.view();
    if (asked === undefined || view === null) return null;
    return view.clauses.some(({ code }) => code === asked) ? null : asked;
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.open(id));
    });
    effect(() => {
      const [id, words] = [this.id(), this.words()];
      if (words !== '') untracked(() => void this.store.find(id, words));
    });
    effect(() => {
      const asked = this.clause()?.normalize('NFC');
      if (asked === undefined || this.view() === null || this.words() !== '') return;
      untracked(() => afterNextRender(() => this.standAt(asked), { injector: this.injector }));
    });
  }

  protected retry(): void {
    void this.store.open(this.id());
  }

  protected findAgain(): void {
    void this.store.find(this.id(), this.words());
  }

  protected typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      void this.router.navigate([], {
        queryParams: { q: text === '' ? null : text, clause: null },
        queryParamsHandling: 'merge',
        scroll: 'manual',
        replaceUrl: true,
      });
    }, TYPING);
  }

  private viewOf({ document, clauses }: DocumentData) {
    const wording = this.language.wording();
    return {
      document,
      clauses,
      cited: citation(document, wording),
      title: wording.name({ nameVi: document.titleVi, nameEn: document.titleEn }),
      facts: documentFacts(document, wording),
      remark: asSentence(documentRemark(document, wording) ?? ''),
      note:
        document.noteVi === null ? null : this.language.named({ vi: document.noteVi, en: document.noteEn }),
      contents: contentsOf(clauses),
    };
  }

  private standAt(code: string): void {
    this.page.getElementById(anchorOf(code))?.scrollIntoView({ block: 'start' });
  }
}

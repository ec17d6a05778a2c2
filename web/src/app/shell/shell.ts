import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { RouterOutlet } from '@angular/router';
import { SampleBand } from '../shared/data-set/sample-band.js';
import { EditionChoice } from '../shared/editions/edition-choice.js';
import { Language } from '../shared/language/language.js';
import { Icon } from '../shared/ui/icon.js';
import { Session } from '../shared/session/session.js';
import { SessionNews } from '../shared/session/session-news.js';
import { AccountMenu } from './account-menu.js';
import { AppearanceSwitch } from './appearance-switch.js';
import { EditionInAddress } from './edition-in-address.js';
import { EditionSelector } from './edition-selector.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { SearchBox } from './search-box.js';
import { RouteFocus } from './route-focus.js';
import { SessionBand } from './session-band.js';

/** The frame of every page: skip link, navigation (a drawer on narrow screens), bar, content. */
@Component({
  selector: 'dti-shell',
  imports: [
    AccountMenu,
    AppearanceSwitch,
    EditionSelector,
    Icon,
    LanguageSwitch,
    MatIconButton,
    Navigation,
    RouterOutlet,
    SearchBox,
    SampleBand,
    SessionBand,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  protected readonly t = inject(Language).t;
  protected readonly edition = inject(EditionInAddress);
  private readonly drawer = viewChild.required<ElementRef<HTMLDialogElement>>('drawer');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  constructor() {
    inject(RouteFocus);
    inject(SessionNews);
    const editions = inject(EditionChoice);
    void editions.settled();
    // Drafts are for some: another person, another list.
    const who = inject(Session).person;
    let before = who()?.id;
    effect(() => {
      const now = who()?.id;
      if (now !== before) untracked(() => void editions.load());
      before = now;
    });
  }

  protected openDrawer(): void {
    this.drawer().nativeElement.showModal();
  }

  protected closeDrawer(): void {
    this.drawer().nativeElement.close();
  }

  /** The skip link moves focus itself: a fragment would rewrite the address against the base. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }
}

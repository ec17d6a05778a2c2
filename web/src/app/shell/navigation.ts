import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Language } from '../shared/language/language.js';
import type { TextKey } from '../shared/language/text-key.js';
import { Icon, type IconName } from '../shared/ui/icon.js';

interface Entry {
  readonly path: string;
  readonly label: TextKey;
  readonly icon: IconName;
  readonly exact: boolean;
}

const ENTRIES: readonly (readonly Entry[])[] = [[], []];

/** The product's name and the screens that exist; the same list in the column and in the drawer. */
@Component({
  selector: 'dti-navigation',
  imports: [Icon, RouterLink, RouterLinkActive],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Navigation {
  protected readonly t = inject(Language).t;
  protected readonly groups = ENTRIES;
  /** A link was followed; the drawer closes on it. */
  readonly followed = output();
}

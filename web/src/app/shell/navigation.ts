import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { type IsActiveMatchOptions, type Params, RouterLink, RouterLinkActive } from '@angular/router';
import { DataSetChoice } from '../shared/data-set/data-set-choice.js';
import { Language } from '../shared/language/language.js';
import type { TextKey } from '../shared/language/text-key.js';
import { Icon, type IconName } from '../shared/ui/icon.js';
import { DataSetSwitch } from './data-set-switch.js';
import { EditionInAddress } from './edition-in-address.js';

interface Entry {
  readonly path: string;
  readonly label: TextKey;
  readonly icon: IconName;
  readonly exact: boolean;
  /** The page shows one edition: the link keeps the one chosen. */
  readonly ofAnEdition: boolean;
}

/** Results, what is to be done, by what it is judged, the work on it. */
const ENTRIES: readonly (readonly Entry[])[] = [
  [
    { path: '/', label: 'nav.overview', icon: 'overview', exact: true, ofAnEdition: true },
    { path: '/ranking', label: 'nav.ranking', icon: 'ranking', exact: false, ofAnEdition: true },
    { path: '/units', label: 'nav.units', icon: 'units', exact: false, ofAnEdition: false },
  ],
  [
    { path: '/targets', label: 'nav.targets', icon: 'targets', exact: false, ofAnEdition: false },
    { path: '/tasks', label: 'nav.tasks', icon: 'tasks', exact: false, ofAnEdition: false },
    { path: '/databases', label: 'nav.databases', icon: 'databases', exact: false, ofAnEdition: false },
    { path: '/duties', label: 'nav.duties', icon: 'duties', exact: false, ofAnEdition: false },
  ],
  [
    { path: '/methodology', label: 'nav.methodology', icon: 'bars', exact: false, ofAnEdition: false },
    { path: '/law', label: 'nav.law', icon: 'law', exact: false, ofAnEdition: false },
  ],
  [
    { path: '/import', label: 'nav.import', icon: 'import', exact: false, ofAnEdition: false },
    { path: '/editions', label: 'nav.editions', icon: 'editions', exact: false, ofAnEdition: false },
  ],
];

/** The product's name and the screens that exist; the same list in the column and in the drawer. */
@Component({
  selector: 'dti-navigation',
  imports: [DataSetSwitch, Icon, RouterLink, RouterLinkActive],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Navigation {
  protected readonly t = inject(Language).t;
  protected readonly groups = ENTRIES;
  protected readonly edition = inject(EditionInAddress);
  protected readonly dataSet = inject(DataSetChoice);

  /** What a link keeps of the address: the data set, and the edition where the page shows one. */
  protected queryFor(ofAnEdition: boolean): Params {
    return { ...(ofAnEdition ? this.edition.query() : {}), ...this.dataSet.query() };
  }

  /** A page is current whatever its filters are. */
  protected matching(exact: boolean): IsActiveMatchOptions {
    return {
      paths: exact ? 'exact' : 'subset',
      queryParams: 'ignored',
      fragment: 'ignored',
      matrixParams: 'ignored',
    };
  }

  /** A link was followed; the drawer closes on it. */
  readonly followed = output();
}

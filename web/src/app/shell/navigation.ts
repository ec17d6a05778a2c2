import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { type IsActiveMatchOptions, type Params, RouterLink, RouterLinkActive } from '@angular/router';
import { DataSetChoice } from '../shared/data-set/data-set-choice.js';
import { Language } from '../shared/language/language.js';
import { Session } from '../shared/session/session.js';
import { Icon } from '../shared/ui/icon.js';
import { DataSetSwitch } from './data-set-switch.js';
import { EditionInAddress } from './edition-in-address.js';
import { MENU, menuFor } from './menu-entries.js';

/** The product's name and the screens that one may use; the same list in the column and in the drawer. */
@Component({
  selector: 'dti-navigation',
  imports: [DataSetSwitch, Icon, RouterLink, RouterLinkActive],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Navigation {
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly t = this.language.t;
  protected readonly groups = computed(() => menuFor(MENU, (action) => this.session.may(action)));
  protected readonly edition = inject(EditionInAddress);
  protected readonly dataSet = inject(DataSetChoice);
  /** Pages of the units that one works for; a unit is named only where there are several. */
  protected readonly own = computed(() => {
    const units = this.session.ownUnits();
    return units.map(({ id, nameVi, nameEn }) => ({
      id,
      name: units.length === 1 ? null : this.language.named({ vi: nameVi, en: nameEn }),
      people: this.session.may('unit-people.read', id),
    }));
  });

  /** What a link keeps of the address: the data set, and the edition where the page shows one. */
  protected queryFor(ofAnEdition = false): Params {
    return { ...(ofAnEdition ? this.edition.query() : {}), ...this.dataSet.query() };
  }

  /** A page is current whatever its filters are. */
  protected matching(exact = false): IsActiveMatchOptions {
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

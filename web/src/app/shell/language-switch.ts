import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../shared/language/language.js';

/** One press to the other language, named in that language. */
@Component({
  selector: 'dti-language-switch',
  imports: [MatButton],
  template: `
    <button matButton type="button" [attr.lang]="other()" [attr.aria-label]="name()" (click)="change()">
      {{ other().toUpperCase() }}
    </button>
  `,
  styles: `
    button {
      min-width: 2.75rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageSwitch {
  private readonly language = inject(Language);
  protected readonly other = computed(() => (this.language.current() === 'vi' ? 'en' : 'vi'));
  protected readonly name = computed(
    () => `${this.other().toUpperCase()} – ${this.language.t(`language.${this.other()}`)}`,
  );

  protected change(): void {
    void this.language.use(this.other());
  }
}

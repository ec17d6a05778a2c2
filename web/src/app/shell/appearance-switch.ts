import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Appearance, type AppearanceMode } from '../shared/appearance/appearance.js';
import { Language } from '../shared/language/language.js';
import { Icon } from '../shared/ui/icon.js';

const ICONS = { light: 'sun', dark: 'moon', system: 'system' } as const;

@Component({
  selector: 'dti-appearance-switch',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button matIconButton type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="t('appearance.choose')">
      <dti-icon [name]="icons[appearance.mode()]" />
    </button>
    <mat-menu #menu="matMenu">
      @for (mode of modes; track mode) {
        <button
          mat-menu-item
          role="menuitemradio"
          type="button"
          [attr.aria-checked]="appearance.mode() === mode"
          (click)="appearance.use(mode)"
        >
          <span class="choice">
            <dti-icon [name]="icons[mode]" />{{ t(label(mode)) }}
            @if (appearance.mode() === mode) {
              <dti-icon class="tick" name="check" />
            }
          </span>
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .choice {
      display: flex;
      gap: var(--gap-3);
      align-items: center;
    }
    .tick {
      margin-inline-start: auto;
      color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearanceSwitch {
  protected readonly t = inject(Language).t;
  protected readonly appearance = inject(Appearance);
  protected readonly icons = ICONS;
  protected readonly modes: readonly AppearanceMode[] = ['light', 'dark', 'system'];

  protected label(mode: AppearanceMode): 'appearance.light' | 'appearance.dark' | 'appearance.system' {
    return `appearance.${mode}`;
  }
}

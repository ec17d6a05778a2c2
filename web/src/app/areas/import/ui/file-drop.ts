import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';

/** One CSV file, by the browser's own dialog (keyboard included) or dropped. */
@Component({
  selector: 'dti-file-drop',
  imports: [Icon],
  template: `
    <label
      [class.over]="over()"
      [class.disabled]="disabled()"
      (dragover)="drag($event, true)"
      (dragleave)="drag($event, false)"
      (drop)="drop($event)"
    >
      <dti-icon [name]="current() ? 'file' : 'import'" />
      <span>
        <strong>{{ current() || t('import.drop') }}</strong>
        <span class="hint">{{ t(current() ? 'import.dropOther' : 'import.dropHint') }}</span>
      </span>
      <input type="file" accept=".csv,text/csv,text/plain" [disabled]="disabled()" (change)="pick($event)" />
    </label>
  `,
  styleUrl: './file-drop.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileDrop {
  readonly disabled = input(false);
  /** Name and size of the file that was chosen; empty for none. */
  readonly current = input('');
  readonly chosen = output<File>();

  protected readonly t = inject(Language).t;
  protected readonly over = signal(false);

  protected drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over && !this.disabled());
  }

  protected drop(event: DragEvent): void {
    this.drag(event, false);
    if (!this.disabled()) this.give(event.dataTransfer?.files);
  }

  /** Cleared afterwards, so that the same file, corrected, can be chosen again. */
  protected pick(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.give(field.files);
    field.value = '';
  }

  private give(files: FileList | null | undefined): void {
    const file = files?.item(0);
    if (file) this.chosen.emit(file);
  }
}

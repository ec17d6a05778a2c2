import { computed, type Provider, signal, type WritableSignal } from '@angular/core';
import { DataSetChoice } from '../app/shared/data-set/data-set-choice.js';

/** A choice of data set that a spec turns by hand; the official one unless told otherwise. */
export function dataSetChoice(code = 'official'): {
  readonly current: WritableSignal<string>;
  readonly provider: Provider;
} {
  const current = signal(code);
  const sample = computed(() => current() !== 'official');
  const useValue = { current, sample, query: signal({}), follow: (to: string) => current.set(to) };
  return { current, provider: { provide: DataSetChoice, useValue } };
}

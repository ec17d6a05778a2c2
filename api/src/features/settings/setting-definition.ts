import type { z } from 'zod';

interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A decision that no document takes: its shape, what holds until the operator decides, and why it is one. */
export interface SettingDefinition<T> {
  readonly schema: z.ZodType<T>;
  /** The proposal that holds until the operator sets another. */
  readonly proposal: T;
  readonly name: Words;
  /** Why it is a setting and no rule of the documents. */
  readonly why: Words;
}

/** Keeps the type of the value with its definition. */
export function defineSetting<T>(definition: SettingDefinition<T>): SettingDefinition<T> {
  return definition;
}

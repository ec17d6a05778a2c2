/** What a visitor chose on this browser; a closed storage (private mode, policy) means no choice. */
export type PreferenceKey = 'dti.language' | 'dti.appearance';

/** The stored choice, or null when there is none or storage is closed. */
export function readPreference(key: PreferenceKey): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Stores a choice; where storage is closed the choice lasts until the page is left. */
export function writePreference(key: PreferenceKey, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    // Nothing to do: the choice is already on screen.
  }
}

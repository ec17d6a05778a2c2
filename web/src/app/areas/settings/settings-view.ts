import type { Setting } from '../../api-client/models/setting.js';
import { actorWords, unitOfActor } from '../../shared/format/actor.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import { part, scalarText } from './setting-draft.js';
import { shapeOf, type SettingField, type SettingShape } from './setting-shape.js';

/** Names of the parts of settings; one that is not here stands by its name in the file. */
const FIELDS: Readonly<Record<string, TextKey>> = {
  month: 'settings.field.month',
  day: 'settings.field.day',
  rule: 'settings.field.rule',
  baselineYear: 'settings.field.baselineYear',
  baselineValue: 'settings.field.baselineValue',
  baselines: 'settings.field.baselines',
  onCourseFrom: 'settings.field.onCourseFrom',
  behindFrom: 'settings.field.behindFrom',
  coverageFrom: 'settings.field.coverageFrom',
  unmetWithoutFigure: 'settings.field.unmetWithoutFigure',
};
const CHOICES: Readonly<Record<string, TextKey>> = {
  before: 'settings.choice.before',
  by: 'settings.choice.by',
  restarts: 'settings.choice.restarts',
  once: 'settings.choice.once',
  first_sending: 'settings.choice.first_sending',
  last_sending: 'settings.choice.last_sending',
  on_course: 'settings.choice.on_course',
  behind: 'settings.choice.behind',
  at_risk: 'settings.choice.at_risk',
};

export function fieldWords(name: string, t: Wording['t']): string {
  if (name === '') return t('settings.value');
  const key = FIELDS[name];
  return key === undefined ? name : t(key);
}

export function choiceWords(choice: string, t: Wording['t']): string {
  const key = CHOICES[choice];
  return key === undefined ? choice : t(key);
}

/** A part of a value in words: what it is, and how much. */
export interface SaidPart {
  readonly name: string;
  /** Empty where the value is one thing. */
  readonly label: string;
  readonly text: string;
}

/** A value in words, part by part; one that is not set says so. */
export function saidValue(value: unknown, shape: SettingShape, wording: Wording): readonly SaidPart[] {
  if (value === null) return [{ name: '', label: '', text: wording.t('settings.unset') }];
  return shape.fields.map((field) => ({
    name: field.name,
    label: field.name === '' ? '' : fieldWords(field.name, wording.t),
    text: saidPart(part(value, field.name), field, wording),
  }));
}

function saidPart(value: unknown, { kind }: SettingField, { t, formats }: Wording): string {
  if (value === undefined || value === null) return t('settings.unset');
  if (kind === 'number' && typeof value === 'number') return String(value).replace('.', decimalOf(formats));
  if (kind === 'day') return formats.date(scalarText(value));
  if (kind === 'choice') return choiceWords(scalarText(value), t);
  if (typeof value === 'object') {
    const entries = Object.keys(value).length;
    return entries === 0 ? t('settings.nothing') : JSON.stringify(value);
  }
  return scalarText(value);
}

/** Years are not grouped, so numbers stand as they are but for the decimal sign. */
function decimalOf(formats: Wording['formats']): string {
  return formats.fixed(0.5, 1).slice(1, 2);
}

/** What would change, part by part: before and after. */
export function changesOf(
  before: unknown,
  after: unknown,
  shape: SettingShape,
  wording: Wording,
): readonly { readonly label: string; readonly before: string; readonly after: string }[] {
  const [was, will] = [saidValue(before, shape, wording), saidValue(after, shape, wording)];
  if (before === null || after === null) {
    const joined = (parts: readonly SaidPart[]): string =>
      parts.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`)).join('; ');
    return before === after ? [] : [{ label: '', before: joined(was), after: joined(will) }];
  }
  return will.flatMap(({ name, label, text }) => {
    const old = was.find((one) => one.name === name)?.text ?? '';
    return old === text ? [] : [{ label, before: old, after: text }];
  });
}

/** A setting as the page shows it. */
export function settingRow(setting: Setting, unitName: (id: string) => string, wording: Wording) {
  const { t, name, formats } = wording;
  const shape = shapeOf(setting.shape);
  return {
    setting,
    shape,
    title: name(setting),
    why: name({ nameVi: setting.whyVi, nameEn: setting.whyEn }),
    holds: saidValue(setting.value, shape, wording),
    proposal: saidValue(setting.proposal, shape, wording),
    history: setting.history.map((change) => ({
      when: formats.instant(change.setAt),
      who: actorWords(change.setBy, t, unitName),
      what: saidValue(change.value, shape, wording),
      reason: change.reason,
    })),
  };
}

export type SettingRow = ReturnType<typeof settingRow>;

/** Units whose names the histories need. */
export function unitsOfHistories(settings: readonly Setting[]): readonly (string | null)[] {
  return settings.flatMap(({ history }) => history.map(({ setBy }) => unitOfActor(setBy)));
}

/** How many are decided, and how many still are proposals. */
export function settingsFinding(settings: readonly Setting[], { t }: Wording): string {
  const proposed = settings.filter((setting) => setting.proposed).length;
  return t('settings.finding', { count: settings.length, decided: settings.length - proposed, proposed });
}

import { nameKey } from '../../features/units/name-key.js';
import type { Characters } from './characters.js';
import type { Draws, DrawsFor } from './draws.js';
import { dayAfter } from './reporting.js';
import type { SampleReference } from './sample-reference.js';
import { SAMPLE, type SampleUnit, type SampleWorld } from './sample-world.js';

/** Rows of the registers; ids count from 0 and are given by the database when they are stored. */
export interface SampleRegisters {
  readonly databases: readonly RegisteredSample[];
}

export interface RegisteredSample {
  readonly unitId: string;
  readonly version: Readonly<Record<string, unknown>>;
  readonly steps: readonly {
    readonly step: Readonly<Record<string, unknown>>;
    readonly findings: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly obstacle: {
    readonly row: Readonly<Record<string, unknown>>;
    readonly steps: readonly Readonly<Record<string, unknown>>[];
  } | null;
  readonly service: Readonly<Record<string, unknown>> | null;
}

const NAMES = {
  province: [
    'Đất đai',
    'Công chức, viên chức',
    'Hộ tịch',
    'Đầu tư công',
    'Giáo dục',
    'Y tế cơ sở',
    'Quy hoạch',
  ],
  ministry: [
    'Danh mục dùng chung',
    'Văn bản chuyên ngành',
    'Thống kê ngành',
    'Giấy phép',
    'Thanh tra, kiểm tra',
    'Đề tài, dự án',
  ],
} as const;

/** How far an inventory came: each begins as the one before it and goes a step on, or back. */
const FLOWS = [
  [],
  ['assess'],
  ['assess', 'send'],
  ['assess', 'send', 'return'],
  ['assess', 'send', 'return', 'assess', 'send'],
  ['assess', 'send', 'verify'],
  ['assess', 'send', 'verify', 'remedy'],
  ['assess', 'send', 'verify', 'remedy', 'report'],
] as const;

/** The registers that the units of today keep, with an inventory in each of its states. */
export function sampleRegisters(
  world: SampleWorld,
  reference: SampleReference,
  characters: Characters,
  drawsFor: DrawsFor,
): SampleRegisters {
  const units = (world.years.at(-1)?.units ?? []).filter(({ level }) => level !== 'nation');
  let inventory = 0;
  return {
    databases: units.flatMap((unit, unitAt) => {
      const count = 2 + drawsFor('register', unit.id).below(3);
      return Array.from({ length: count }, (_, at): RegisteredSample => {
        const draws = drawsFor('register', unit.id, at);
        const state = characters.strength(unit.id, `register.${at}`, 2);
        const steps = ['2025', SAMPLE.yearInCourse].flatMap((period) => {
          const flow = FLOWS[(inventory += 1) % FLOWS.length] ?? [];
          return flow.map((action, stepAt) => inventoryStep(action, period, stepAt, reference, state, draws));
        });
        return {
          unitId: unit.id,
          version: versionOf(unit, at, unitAt, reference, draws),
          steps,
          obstacle: draws.chance(0.3) ? obstacleOf(draws) : null,
          service: draws.chance(0.6) ? serviceOf(unit, at, draws) : null,
        };
      });
    }),
  };
}

function versionOf(unit: SampleUnit, at: number, unitAt: number, { terms }: SampleReference, draws: Draws) {
  const classes = terms.filter(
    ({ kind, code, levels }) => kind === 'class' && code !== 'national' && levels.includes(unit.level),
  );
  const chosen = classes[(at + unitAt) % Math.max(classes.length, 1)]?.code ?? 'internal';
  const special = at === 1 && unitAt % 9 === 0;
  const important = draws.chance(0.3);
  const closed = draws.chance(0.06);
  return {
    version: 1,
    dataSet: SAMPLE.dataSet,
    state: closed ? 'closed' : 'open',
    nameVi: nameOf(unit, at),
    class: chosen,
    marks: [...(important ? ['important'] : []), ...(special ? ['special-purpose'] : [])],
    specialReason: special ? 'Mẫu: lý do nghiệp vụ đặc thù.' : null,
    specialApprover: special ? 'Mẫu: người phê duyệt.' : null,
    informationSystem: chosen === 'internal' ? 'Hệ thống thông tin mẫu' : null,
    inUseSince: `20${String(15 + draws.below(9))}-01-01`,
    closedOn: closed ? '2026-06-30' : null,
    ...written('2025-10-01'),
  };
}

function nameOf(unit: SampleUnit, at: number): string {
  const names = unit.level === 'province' ? NAMES.province : NAMES.ministry;
  return `Cơ sở dữ liệu mẫu: ${names[at % names.length] ?? ''}`;
}

function inventoryStep(
  action: (typeof FLOWS)[number][number],
  period: string,
  at: number,
  { terms }: SampleReference,
  strength: number,
  draws: Draws,
) {
  const on = dayAfter(`${period}-${period === SAMPLE.yearInCourse ? '08' : '11'}-03`, at * 7);
  const verified = action === 'verify';
  const found =
    action === 'assess' || verified ? terms.filter(({ kind }) => kind === 'assessment_aspect') : [];
  return {
    step: {
      dataSet: SAMPLE.dataSet,
      period,
      action,
      actor:
        verified || action === 'return'
          ? 'Mẫu: đơn vị chuyên trách công nghệ thông tin'
          : 'Mẫu: chủ quản cơ sở dữ liệu',
      doneOn: on,
      reference: ['send', 'verify', 'report'].includes(action) ? `${10 + at}/BC-MẪU` : null,
      note: action === 'remedy' ? 'Mẫu: đã khắc phục tồn tại.' : null,
      reason: action === 'return' ? 'Mẫu: thiếu minh chứng.' : null,
      ...written(on),
    },
    findings: found.map(({ code }) => ({
      dataSet: SAMPLE.dataSet,
      aspect: code,
      // A verification is a little stricter than what the owner says.
      state: findingOf(strength + 0.8 * draws.normal() - (verified ? 0.3 : 0)),
    })),
  };
}

function findingOf(strength: number): string {
  if (strength > 0.9) return 'yes';
  if (strength > -0.2) return 'partly';
  return strength > -1.6 ? 'no' : 'no_data';
}

function obstacleOf(draws: Draws) {
  const steps = [[], ['handle'], ['handle', 'resolve'], ['resolve', 'reopen']][draws.below(4)] ?? [];
  return {
    row: {
      dataSet: SAMPLE.dataSet,
      description: 'Mẫu: chưa thống nhất cấu trúc dữ liệu trao đổi.',
      raisedBy: 'Mẫu: cơ quan khai thác',
      raisedOn: '2026-03-02',
      ...written('2026-03-02'),
    },
    steps: steps.map((action, at) => ({
      dataSet: SAMPLE.dataSet,
      action,
      actor: 'Mẫu: chủ quản cơ sở dữ liệu',
      doneOn: dayAfter('2026-03-20', at * 30),
      note: 'Mẫu: đã làm việc với các bên.',
      ...written(dayAfter('2026-03-20', at * 30)),
    })),
  };
}

function serviceOf(unit: SampleUnit, at: number, draws: Draws) {
  const name = `Dịch vụ chia sẻ mẫu ${at + 1}`;
  return {
    dataSet: SAMPLE.dataSet,
    name,
    nameKey: nameKey(name),
    form: 'Dịch vụ qua mạng (mẫu)',
    onLgsp: draws.chance(0.8),
    onNdxp: draws.chance(0.6),
    publishedOn: '2025-09-15',
    note: `Mẫu của ${unit.id}`,
    ...written('2025-09-15'),
  };
}

function written(day: string) {
  return { writtenAt: `${day}T02:00:00.000Z`, writtenBy: SAMPLE.actor };
}

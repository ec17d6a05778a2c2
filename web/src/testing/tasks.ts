import type { Task } from '../app/api-client/models/task.js';
import type { TaskBody } from '../app/api-client/models/task-body.js';
import type { TaskStructure } from '../app/api-client/models/task-structure.js';

export const bodyOf = (id: string, own: Partial<TaskBody> = {}): TaskBody => ({
  id,
  kind: 'unit',
  nameVi: id,
  nameEn: id,
  endedOn: null,
  successors: [],
  ...own,
});

/** A task of one action, 2024 to 2025, that nobody has reported. */
export function taskOf(code: string, own: Partial<Task> = {}): Task {
  const schedule = own.schedule ?? { kind: 'years' as const, from: 2024, to: 2025, due: '2025-12-31' };
  return {
    code,
    part: 'A',
    group: code.slice(0, code.lastIndexOf('.')),
    kind: 'annex_row',
    nameVi: `Nhiệm vụ ${code}`,
    nameEn: `Task ${code}`,
    textCheck: 'as_printed',
    answeredBy: 'lead',
    schedule,
    leads: [bodyOf('bo-cong-an')],
    leadsPrinted: null,
    leadsCheck: 'as_printed',
    coordinators: [],
    coordinatorsPrinted: null,
    coordinatorsCheck: 'as_printed',
    actions: [{ number: 1, textVi: 'Xây dựng dữ liệu mở', schedule, state: 'no_status', bodyClauses: [] }],
    state: 'no_status',
    pastDue: false,
    late: false,
    unitStates: null,
    lastAsOf: null,
    plan: [],
    ...own,
  };
}

export const STRUCTURE: TaskStructure = {
  parts: [
    { code: 'A', nameVi: 'Quốc gia', nameEn: 'National', tasks: 2, actions: 2 },
    { code: 'body', nameVi: 'Thân', nameEn: 'Body', tasks: 1, actions: 1 },
  ],
  groups: ['A.I', 'A.II', 'VIII.1'].map((code) => ({
    code,
    part: code === 'VIII.1' ? 'body' : 'A',
    nameVi: code,
    nameEn: code,
    nameCheck: 'as_printed',
    noteVi: null,
    noteEn: null,
    tasks: 1,
  })),
  solutions: [],
  plan: [],
  history: [],
};

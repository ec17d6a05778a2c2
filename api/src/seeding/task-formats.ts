import type { AnsweredBy, TaskPart, TextCheck } from '../features/tasks/task.entity.js';

/** The shapes of seeds/tasks; the JSON Schemas beside the files are what they are checked by. */
interface Text {
  readonly vi: string;
  readonly en: string;
}

export type SeedPeriod = 'ongoing' | 'unstated' | { readonly from: string; readonly to: string };

export interface SeedAction {
  readonly code: string;
  readonly text: string | null;
  readonly period?: SeedPeriod;
  readonly body_clauses: readonly string[];
}

export interface SeedTask {
  readonly code: string;
  readonly name: Text;
  readonly text_check: TextCheck;
  readonly answered_by: AnsweredBy;
  readonly leads: readonly string[];
  readonly leads_printed?: string;
  readonly leads_check?: TextCheck;
  readonly coordinators: readonly string[];
  readonly coordinators_printed?: string;
  readonly coordinators_check?: TextCheck;
  readonly period?: SeedPeriod;
  readonly expected_result?: Text;
  readonly unclear_clauses?: readonly string[];
  readonly note?: Text;
  readonly actions: readonly SeedAction[];
}

export interface TasksFile {
  readonly document: string;
  readonly part: TaskPart;
  readonly name: Text;
  readonly source: readonly string[];
  readonly groups: readonly {
    readonly code: string;
    readonly name: Text;
    readonly name_check: TextCheck;
    readonly note?: Text;
    readonly tasks: readonly SeedTask[];
  }[];
}

export interface PartiesFile {
  readonly parties: readonly { readonly id: string; readonly name: Text }[];
}

export interface SolutionsFile {
  readonly document: string;
  readonly reason: Text;
  readonly source: readonly string[];
  readonly solutions: readonly {
    readonly clause: string;
    readonly name: Text;
    readonly tasks: readonly string[];
  }[];
}

export interface PlanFile {
  readonly document: string;
  readonly source: readonly string[];
  readonly confidence: string;
  readonly duties: readonly {
    readonly code: string;
    readonly task?: string;
    readonly action?: string;
    readonly name: Text;
    readonly quote: string;
    readonly implementing?: string;
    readonly coordinating?: string;
    readonly expected_result?: string;
    readonly phase?: {
      readonly printed: string;
      readonly from: string;
      readonly to: string;
      readonly ongoing?: boolean;
    };
    readonly deadline?: { readonly printed: string; readonly due: string };
  }[];
}

export interface CountsFile {
  readonly document: string;
  readonly source: readonly string[];
  readonly confidence: string;
  readonly quote: string;
  readonly counts: readonly {
    readonly code: string;
    readonly name: Text;
    readonly count: number;
    readonly additional?: boolean;
  }[];
}

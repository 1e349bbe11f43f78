import type { CreateTask } from '@etatlotse/contracts/capacity';
import { MICROS, type SurveyMethod, type TaskDetail, type TaskKind } from '@etatlotse/contracts/capacity/plain';
import type { AllowanceBasis, Deadline } from '@etatlotse/domain/capacity';

/* What is typed into the form of a task, and the task that it means. Texts stay as typed until they are read. */

export interface TaskDraft {
  readonly name: string;
  readonly unitId: string | null;
  readonly product: string;
  readonly kind: string | null;
  readonly base: string;
  readonly recovery: string;
  readonly method: string | null;
  readonly surveyedOn: string | null;
  readonly sample: string;
  readonly source: string;
  readonly allowance: string | null;
  readonly rate: string;
  readonly deadline: string | null;
}

export const EMPTY_TASK: TaskDraft = {
  name: '',
  unitId: null,
  product: '',
  kind: 'cases',
  base: '',
  recovery: '0',
  method: 'self_recording',
  surveyedOn: null,
  sample: '',
  source: '',
  allowance: null,
  rate: '',
  deadline: null,
};

const decimal = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

export function draftOfTask(task: TaskDetail): TaskDraft {
  return {
    name: task.name,
    unitId: task.unit.id,
    product: task.product,
    kind: task.kind,
    base: task.baseSeconds === null ? '' : decimal(task.baseSeconds / 60),
    recovery: decimal(task.recoverySeconds / 60),
    method: task.method,
    surveyedOn: task.surveyedOn,
    sample: task.sampleCases === null ? '' : String(task.sampleCases),
    source: task.source,
    allowance: task.allowanceBasis,
    rate: task.allowanceMicros === null ? '' : decimal((task.allowanceMicros / MICROS) * 100),
    deadline: task.deadline,
  };
}

export type TaskFault = 'fill' | 'baseWrong' | 'recoveryWrong' | 'sampleWrong' | 'rateWrong';
export type TaskFaults = Readonly<Partial<Record<keyof TaskDraft, TaskFault>>>;

const MINUTES_MAX = 16_000;
const RATE_MAX = 50;

/** A number typed with a comma or a point; null where it is none. */
export function typedNumber(text: string): number | null {
  const found = /^\d{1,7}(?:[.,]\d{1,4})?$/.exec(text.trim());
  return found === null ? null : Number(text.trim().replace(',', '.'));
}

/** The task that a draft means; null while something cannot be read. What lies there stays as it was counted. */
export function readTask(
  draft: TaskDraft,
  before: Pick<TaskDetail, 'backlog' | 'backlogCountedOn'> | null,
): { readonly task: CreateTask | null; readonly faults: TaskFaults } {
  const faults: Partial<Record<keyof TaskDraft, TaskFault>> = {};
  const isCases = draft.kind === 'cases';
  const base = typedNumber(draft.base);
  const recovery = typedNumber(draft.recovery);
  const sample = typedNumber(draft.sample);
  const rate = typedNumber(draft.rate);
  if (draft.name.trim() === '') faults.name = 'fill';
  if (draft.unitId === null) faults.unitId = 'fill';
  if (isCases && draft.base.trim() !== '' && !(base !== null && base > 0 && base <= MINUTES_MAX))
    faults.base = 'baseWrong';
  if (isCases && !(recovery !== null && recovery <= MINUTES_MAX / 10)) faults.recovery = 'recoveryWrong';
  const isSurveyed = draft.method !== 'not_surveyed';
  if (isSurveyed && draft.surveyedOn === null) faults.surveyedOn = 'fill';
  if (isSurveyed && draft.source.trim() === '') faults.source = 'fill';
  if (draft.sample.trim() !== '' && !(sample !== null && Number.isInteger(sample) && sample > 0))
    faults.sample = 'sampleWrong';
  if (draft.allowance !== null && !(rate !== null && rate <= RATE_MAX)) faults.rate = 'rateWrong';
  if (Object.keys(faults).length > 0) return { task: null, faults };
  const counted = before?.backlog ?? null;
  const task: CreateTask = {
    name: draft.name.trim(),
    unitId: draft.unitId ?? '',
    kind: (draft.kind ?? 'cases') as TaskKind,
    product: draft.product.trim(),
    recoverySeconds: isCases ? Math.round((recovery ?? 0) * 60) : 0,
    method: (draft.method ?? 'not_surveyed') as SurveyMethod,
    source: draft.source.trim(),
    ...(isCases && base !== null ? { baseSeconds: Math.round(base * 60) } : {}),
    ...(draft.surveyedOn === null ? {} : { surveyedOn: draft.surveyedOn }),
    ...(sample === null ? {} : { sampleCases: sample }),
    ...(draft.deadline === null ? {} : { deadline: draft.deadline as Deadline }),
    ...(draft.allowance === null || rate === null
      ? {}
      : { allowanceBasis: draft.allowance as AllowanceBasis, allowanceMicros: Math.round((rate / 100) * MICROS) }),
    ...(isCases && counted !== null ? { backlog: counted, backlogCountedOn: before?.backlogCountedOn ?? '' } : {}),
  };
  return { task, faults };
}

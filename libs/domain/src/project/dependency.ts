import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';

/** One project waits for another (for a milestone of it). */
export interface Waiting {
  readonly projectId: string;
  readonly forProjectId: string;
}

/** Whether a project may wait for another: not for itself, and not for one that waits for it, however long the way. */
export function decideDependency(
  standing: readonly Waiting[],
  { projectId, forProjectId }: Waiting,
): Outcome<null, Refusal<'DEPENDENCY_CYCLE'>> {
  const waitsFor = new Map<string, string[]>();
  for (const one of standing) {
    waitsFor.set(one.projectId, [...(waitsFor.get(one.projectId) ?? []), one.forProjectId]);
  }
  const seen = new Set<string>();
  const open = [forProjectId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === projectId) return refuse({ code: 'DEPENDENCY_CYCLE', params: {} });
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(waitsFor.get(next) ?? []));
  }
  return ok(null);
}

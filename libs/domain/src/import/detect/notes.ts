import type { Evidence, EvidenceAspect, EvidenceCode, Question, QuestionCode, ReadingHints } from '../table';

type Params = Readonly<Record<string, string | number>>;

/** Collects what detection decides and asks, and knows what has been answered already. */
export class Notes {
  private told: Evidence[] = [];
  private readonly asked = new Map<string, Question>();

  constructor(readonly hints: ReadingHints) {}

  get evidence(): readonly Evidence[] {
    return this.told;
  }

  get questions(): readonly Question[] {
    return [...this.asked.values()];
  }

  say(aspect: EvidenceAspect, code: EvidenceCode, params: Params = {}, column: number | null = null): void {
    this.told.push({ aspect, code, column, params });
  }

  /** What was said of a column that is used after all. */
  takeBack(code: EvidenceCode, column: number): void {
    this.told = this.told.filter((one) => one.code !== code || one.column !== column);
  }

  /**
   * The answer to a question; asks it when there is none yet, and reads on with the first option. An answer that is no
   * option counts as none. Where the person types the answer, `isAnswer` says whether it is one.
   */
  ask(
    code: QuestionCode,
    options: readonly string[],
    params: Params = {},
    about: number | string | null = null,
    isAnswer: (answer: string) => boolean = () => true,
  ): string {
    const id = about === null ? code : `${code}:${about}`;
    const answer = this.hints.answers?.[id]?.trim();
    const column = typeof about === 'number' ? about : null;
    if (answer !== undefined && answer !== '' && (options.length === 0 ? isAnswer(answer) : options.includes(answer)))
      return answer;
    this.asked.set(id, { id, code, column, params, options });
    return options[0] ?? '';
  }

  /** Whether a question was asked, now or before it was answered. */
  hasAsked(code: QuestionCode): boolean {
    return this.asked.has(code) || this.hints.answers?.[code] !== undefined;
  }

  /** The column that a person named for a field that no column was recognised as; null when none was named. */
  columnFor(field: string): number | null {
    const at = /^column:(\d+)$/.exec(this.hints.answers?.[`COLUMN_MISSING:${field}`] ?? '')?.[1];
    return at === undefined ? null : Number(at);
  }
}

/** A share in whole percent, never 100 unless it is all of them. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 0;
  return part === whole ? 100 : Math.min(99, Math.round((part / whole) * 100));
}

import type { FileMapping, UnitFactor } from './mapping';

/** The question in which unit amounts are written, whoever has asked it. */
export const UNIT_QUESTION = 'UNIT_SUSPECTED';
const FACTORS: readonly UnitFactor[] = [1, 1000, 1_000_000];

/** The mapping with what was answered about the unit of its amounts; as it is where nobody has answered. */
export function withAnswerAboutUnit<Mapping extends Pick<FileMapping, 'unitFactor'>>(
  mapping: Mapping,
  answers: Readonly<Record<string, string>> | undefined,
): Mapping {
  const factor = FACTORS.find((known) => String(known) === answers?.[UNIT_QUESTION]);
  return factor === undefined ? mapping : { ...mapping, unitFactor: factor };
}

/** How the amounts of a file compare with what is planned on the same lines already. */
export interface AgainstLines {
  /** Lines with an amount in the file and in a plan. */
  readonly lines: number;
  /** Those of them where the plan has about a thousand times as much. */
  readonly thousandfold: number;
  /** The largest amount of the file, in its cents. */
  readonly largestCents: number;
}

const LINES_MIN = 5;
const NEARLY_ALL = 0.8;
/** A city's largest line in thousands is below a million. */
const LARGEST_CENTS = 100_000_000;

/** Whether amounts are in thousands as far as the lines of the city tell: then it is asked, never taken for certain. */
export function looksLikeThousands({ lines, thousandfold, largestCents }: AgainstLines): boolean {
  return lines >= LINES_MIN && thousandfold >= lines * NEARLY_ALL && largestCents < LARGEST_CENTS;
}

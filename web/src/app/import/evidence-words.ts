import { EVIDENCE_TEXTS, type ImportPreview, spokenParams } from '@etatlotse/contracts/import/plain';
import { type Evidence, placedParams } from '@etatlotse/domain/import';
import { fillProblemText } from '../platform/problem';
import { language } from '../ui/language/language';

/** The sentences about one aspect of a file. */
export interface EvidenceGroup {
  readonly aspect: Evidence['aspect'];
  readonly sentences: readonly string[];
}

/** Why a file is read as it is, in the order in which it was understood; what is said of columns in the order of the file. */
export function evidenceByAspect({
  evidence,
  sheetName,
}: Pick<ImportPreview, 'evidence' | 'sheetName'>): readonly EvidenceGroup[] {
  const aspects = [...new Set(evidence.map(({ aspect }) => aspect))];
  return aspects.map((aspect) => ({
    aspect,
    sentences: evidence
      .filter((known) => known.aspect === aspect)
      .sort((a, b) => (a.column ?? -1) - (b.column ?? -1))
      .map((known) => sentenceOf(known, sheetName)),
  }));
}

function sentenceOf({ code, params }: Evidence, sheetName: string | null): string {
  const text = fillProblemText(EVIDENCE_TEXTS[code], spokenParams(placedParams(params, sheetName), language()));
  // A parameter that is empty leaves two blanks, or one before the point.
  return text.replace(/ {2,}/g, ' ').replace(/ ([.,])/g, '$1');
}

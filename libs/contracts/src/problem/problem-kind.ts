/** A text in both languages. `{name}` stands for a parameter; names ending in `Cents` are shown as amounts. */
export interface ProblemText {
  readonly de: string;
  readonly en: string;
}

/** What a code means on the wire: its HTTP status and the two sentences shown for it. */
export interface ProblemKind {
  readonly status: number;
  readonly title: ProblemText;
  readonly detail: ProblemText;
}

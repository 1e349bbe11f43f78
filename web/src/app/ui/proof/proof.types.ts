/** One line of a formula, top to bottom as a person would write it on paper. */
export interface FormulaRow {
  /** Operator in front: nothing, plus, minus, or equals for a (sub)total. */
  readonly operator: '' | '+' | '-' | '=';
  readonly label: string;
  /** Whole cents, without the operator's sign; `null` is unknown. */
  readonly cents: number | null;
  /** Key of the proof of this component, if it has one of its own. */
  readonly proof?: string;
}

/** One movement behind a figure. */
export interface ProofMovement {
  readonly id: string;
  /** Business date, `YYYY-MM-DD`; a line in a sum of lines has none. */
  readonly bookedOn?: string;
  readonly document: string;
  readonly text: string;
  readonly cents: number;
  /** Router commands to the line or document. */
  readonly link?: readonly (string | number)[];
}

/** Everything the drawer shows: what the figure is, how it is made, what it is made of, and whether both agree. */
export interface Proof {
  readonly title: string;
  readonly cents: number | null;
  readonly formula: readonly FormulaRow[];
  /** "Obligo 214.650,00 €: drei offene Aufträge" */
  readonly movementsTitle?: string;
  readonly movements: readonly ProofMovement[];
  /** How many movements stand behind the figure; more than shown is said. */
  readonly movementCount: number;
  /** Stored figure minus the sum of its movements; anything but 0 is an alarm. `null`: not checked yet. */
  readonly differenceCents: number | null;
  /** The sentence for a difference of 0 where other things than movements were added up: "136 Zeilen ergeben ...". */
  readonly agreement?: string;
  /** Instant of the last check. */
  readonly checkedAt?: string;
  /** Rule and paragraph, for example "Regel R1, § 27 Abs. 3 KomHKVO". */
  readonly rule?: string;
}

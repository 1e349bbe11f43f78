/** A unit as rows name it. */
export interface UnitName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

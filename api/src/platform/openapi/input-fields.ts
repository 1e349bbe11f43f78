import { isGiven, isNotNull, type RuleFacts } from '@etatlotse/contracts/input';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

export type InputClass = new () => object;

/** One field of a request class as its own rules describe it. */
export interface InputField {
  readonly name: string;
  /** Name of the rule, e.g. `isAmountCents`; null when only a nested class or nothing is said. */
  readonly rule: string | null;
  readonly facts: RuleFacts;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  /** The class of a nested object, or of the items of a list of objects. */
  readonly nested: InputClass | null;
  readonly isList: boolean;
}

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Reads the fields from the validation rules themselves, so that a description of them cannot be out of date. */
export function inputFieldsOf(type: InputClass): InputField[] {
  const rules = new Map<string, Metadata[]>();
  for (const metadata of getMetadataStorage().getTargetValidationMetadatas(type, '', true, false)) {
    rules.set(metadata.propertyName, [...(rules.get(metadata.propertyName) ?? []), metadata]);
  }
  return [...rules].map(([name, entries]) => fieldOf(type, name, entries)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function fieldOf(type: InputClass, name: string, entries: readonly Metadata[]): InputField {
  const conditions = entries.filter((entry) => entry.type === 'conditionalValidation').map(firstConstraint);
  const nestedEntry = entries.find((entry) => entry.type === 'nestedValidation');
  const named = entries.filter((entry) => entry.type === 'customValidation' && entry.name !== undefined);
  const list = named.find((entry) => entry.name === 'isList');
  const rule = list ?? named[0];
  const facts: unknown = rule === undefined ? undefined : firstConstraint(rule);
  const isListOfObjects = nestedEntry !== undefined && (nestedEntry.each || list !== undefined);
  return {
    name,
    rule: rule?.name ?? null,
    facts: typeof facts === 'object' && facts !== null ? facts : {},
    isRequired: !conditions.includes(isGiven),
    isNullable: conditions.includes(isNotNull),
    nested: nestedEntry === undefined ? null : nestedClassOf(type, name, isListOfObjects),
    isList: list !== undefined || isListOfObjects,
  };
}

function firstConstraint(entry: Metadata): unknown {
  const [first] = (entry.constraints ?? []) as readonly unknown[];
  return first;
}

/** What a plain object in this place becomes when a request is read. */
function nestedClassOf(type: InputClass, name: string, isList: boolean): InputClass | null {
  const read: unknown = Reflect.get(plainToInstance(type, { [name]: isList ? [{}] : {} }), name);
  const value: unknown = Array.isArray(read) ? read[0] : read;
  if (typeof value !== 'object' || value === null || value.constructor === Object) return null;
  return value.constructor as InputClass;
}

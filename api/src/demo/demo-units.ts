/** One unit of the sample city: code, name, level, code of the unit above. */
export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly level: 'directorate' | 'department' | 'division';
  readonly above: string | null;
}

const directorate = (code: string, name: string): DemoUnit => ({ code, name, level: 'directorate', above: null });
const department = (code: string, name: string, above: string): DemoUnit => ({
  code,
  name,
  level: 'department',
  above,
});
const division = (code: string, name: string, above: string): DemoUnit => ({ code, name, level: 'division', above });

/** Dezernat > Fachbereich > Abteilung of Löwenstadt. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  directorate('Dez I', 'Dezernat I Oberbürgermeister'),
  directorate('Dez II', 'Dezernat II Organisation, Personal und Digitalisierung'),
  directorate('Dez III', 'Dezernat III Bauen und Umwelt'),
  directorate('Dez IV', 'Dezernat IV Bildung und Kultur'),
  directorate('Dez V', 'Dezernat V Soziales und Ordnung'),
  department('FB 10', 'Fachbereich Zentrale Dienste', 'Dez II'),
  department('FB 20', 'Fachbereich Finanzen', 'Dez I'),
  department('FB 32', 'Fachbereich Bürgerservice und Ordnung', 'Dez V'),
  department('FB 37', 'Fachbereich Feuerwehr', 'Dez V'),
  department('FB 40', 'Fachbereich Schule', 'Dez IV'),
  department('FB 41', 'Fachbereich Kultur', 'Dez IV'),
  department('FB 50', 'Fachbereich Soziales', 'Dez V'),
  department('FB 51', 'Fachbereich Kinder, Jugend und Familie', 'Dez V'),
  department('FB 60', 'Fachbereich Bauordnung', 'Dez III'),
  department('FB 61', 'Fachbereich Stadtplanung und Geoinformation', 'Dez III'),
  department('FB 65', 'Fachbereich Gebäudemanagement', 'Dez III'),
  department('FB 66', 'Fachbereich Tiefbau und Verkehr', 'Dez III'),
  department('FB 67', 'Fachbereich Stadtgrün', 'Dez III'),
  division('10.1', 'Abteilung Personal', 'FB 10'),
  division('10.2', 'Abteilung IT-Organisation', 'FB 10'),
  division('10.3', 'Abteilung IT-Betrieb', 'FB 10'),
  division('32.2', 'Abteilung Kfz-Zulassung', 'FB 32'),
  division('40.1', 'Abteilung Schulverwaltung', 'FB 40'),
  division('40.2', 'Stelle Schul-IT', 'FB 40'),
];

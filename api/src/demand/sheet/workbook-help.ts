import type { Row } from 'write-excel-file/node';
import type { StoredRound } from '../round.repository';

const german = (day: string): string => day.split('-').reverse().join('.');

/** The sheet that says how the workbook is used. */
export function helpRows({ firstYear, lastYear, phases }: StoredRound): Row[] {
  const years = firstYear === lastYear ? String(firstYear) : `${firstYear}/${lastYear}`;
  const heading = (text: string): Row => [{ value: text, type: String, fontWeight: 'bold' }];
  const line = (text: string): Row => [{ value: text, type: String, wrap: true }];
  return [
    heading(`Bedarfe für ${years}: so arbeiten Sie mit dieser Datei`),
    line(`Melden können Sie bis ${german(phases.submit)}. Absenden kann danach nur die Leitung im Programm.`),
    [],
    line('1. Ändern Sie im Blatt „Bedarfe“, was sich geändert hat. Graue Spalten sind nur zur Ansicht.'),
    line('2. Kosten stehen im Blatt „Positionen“: eine Zeile für jede Sache, verbunden über die Nr.'),
    line('3. Ein neuer Bedarf bekommt die Nr. „neu 1“, seine Positionen auch. Die Einheit wählen Sie aus der Liste.'),
    line('4. Speichern Sie die Datei als XLSX und laden Sie sie unter „Mit Excel arbeiten“ hoch.'),
    line('5. Sie sehen zuerst, was neu ist, was sich ändert und was nicht lesbar ist. Erst danach wird gespeichert.'),
    [],
    line(
      'Eine gelöschte Zeile im Blatt „Positionen“ entfernt die Position. Eine gelöschte Zeile im Blatt „Bedarfe“ ändert nichts.',
    ),
    line(
      'Leer heißt unbekannt, das ist nicht null. Personal, Abhängigkeiten und Anlagen stehen nur im Programm und bleiben erhalten.',
    ),
    line(
      'Hat jemand einen Bedarf nach dem Herunterladen geändert, wird er nicht überschrieben. Das Programm nennt die Zeile.',
    ),
  ];
}

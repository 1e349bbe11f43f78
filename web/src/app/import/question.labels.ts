import { labels } from '../platform/language';

export const questionLabels = labels({
  de: {
    title: 'Was müssen wir noch wissen?',
    lead: (count: string, isOne: boolean) =>
      isOne
        ? 'Eine Frage lässt sich aus der Datei nicht sicher beantworten. Wir raten nicht.'
        : `${count} Fragen lassen sich aus der Datei nicht sicher beantworten. Wir raten nicht.`,
    stands: 'So steht es da:',
    answer: 'Ihre Antwort',
    missing: 'Bitte wählen Sie eine Antwort.',
    missingText: 'Bitte tragen Sie eine Antwort ein.',
    send: 'Antwort übernehmen und neu lesen',
    sendMany: 'Antworten übernehmen und neu lesen',
    forBatch: 'Gilt auch für die anderen Dateien des Stapels mit derselben Frage',
    ofFile: (name: string) => `Aus der Datei ${name}:`,
    toMapping: 'Spalten selbst zuordnen',
    column: (number: string) => `Spalte ${number}`,
    examples: (cells: string) => `zum Beispiel ${cells}`,
    becomes: (example: string, value: string) => `${example} heißt dann ${value}`,
    commaExample: 'wie in 1.234,56',
    pointExample: 'wie in 1,234.56',
    largest: (amount: string) => `der größte Betrag ist dann ${amount}`,
    readerOnly: 'Antworten kann die Kämmerei.',
  },
  en: {
    title: 'What do we still need to know?',
    lead: (count: string, isOne: boolean) =>
      isOne
        ? 'One question cannot be answered from the file for sure. We do not guess.'
        : `${count} questions cannot be answered from the file for sure. We do not guess.`,
    stands: 'It says:',
    answer: 'Your answer',
    missing: 'Please choose an answer.',
    missingText: 'Please enter an answer.',
    send: 'Take the answer and read again',
    sendMany: 'Take the answers and read again',
    forBatch: 'Holds for the other files of the batch with the same question, too',
    ofFile: (name: string) => `From the file ${name}:`,
    toMapping: 'Map the columns yourself',
    column: (number: string) => `Column ${number}`,
    examples: (cells: string) => `for example ${cells}`,
    becomes: (example: string, value: string) => `${example} then means ${value}`,
    commaExample: 'as in 1.234,56',
    pointExample: 'as in 1,234.56',
    largest: (amount: string) => `the largest amount is then ${amount}`,
    readerOnly: 'The treasury can answer.',
  },
});

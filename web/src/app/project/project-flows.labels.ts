import { labels } from '../platform/language';

/** Where the money of the projects goes. */
export const projectFlowLabels = labels({
  de: {
    question: (year: number) => `Wohin fließt das Geld der Vorhaben ${year}?`,
    sentence: (used: string, ordered: string) =>
      `Ausgegeben oder gebunden sind ${used}; davon stehen ${ordered} in Aufträgen an Firmen.`,
    none: (year: number) => `Für ${year} ist auf den Zeilen der Vorhaben noch nichts ausgegeben oder gebunden.`,
    noneHint: 'Sobald Aufträge und Rechnungen auf den verknüpften Haushaltszeilen stehen, erscheint hier ihr Weg.',
    heads: ['Rahmen', 'Programm', 'Vorhaben', 'Firma'],
    noFrame: 'ohne Rahmen',
    noProgramme: 'ohne Programm',
    noOrder: 'ohne Auftrag',
    otherVendors: 'weitere Firmen',
    from: 'Von',
    to: 'Nach',
    amount: 'Betrag in €',
    frameQuestion: (name: string) => `Wofür ist der Rahmen ${name} da?`,
    frameSentence: (ceiling: string, projects: string, run: string, free: string) =>
      `Von ${ceiling} sind ${projects} für Vorhaben und ${run} für den Betrieb eingeplant; ${free} sind nicht verteilt.`,
    frameOver: (ceiling: string, projects: string, run: string, over: string) =>
      `Für Vorhaben sind ${projects} und für den Betrieb ${run} eingeplant, zusammen ${over} mehr als der Rahmen von ${ceiling}.`,
    frameUnknown: (projects: string, run: string) =>
      `Eingeplant sind ${projects} für Vorhaben und ${run} für den Betrieb. Wie groß der Rahmen ist, ist unbekannt.`,
    run: 'Betrieb und anderes',
    free: 'nicht verteilt',
    kinds: { project: 'Vorhaben', run: 'Betrieb', free: 'frei' },
  },
  en: {
    question: (year: number) => `Where does the money of the projects go in ${year}?`,
    sentence: (used: string, ordered: string) =>
      `Spent or bound are ${used}; ${ordered} of it stand in orders to companies.`,
    none: (year: number) => `Nothing has been spent or bound on the lines of projects in ${year} yet.`,
    noneHint: 'As soon as orders and invoices stand on the linked budget lines, their way appears here.',
    heads: ['Frame', 'Programme', 'Project', 'Company'],
    noFrame: 'without a frame',
    noProgramme: 'without a programme',
    noOrder: 'without an order',
    otherVendors: 'further companies',
    from: 'From',
    to: 'To',
    amount: 'Amount in €',
    frameQuestion: (name: string) => `What is the frame ${name} for?`,
    frameSentence: (ceiling: string, projects: string, run: string, free: string) =>
      `Of ${ceiling}, ${projects} are planned for projects and ${run} for running services; ${free} are not given out.`,
    frameOver: (ceiling: string, projects: string, run: string, over: string) =>
      `Planned are ${projects} for projects and ${run} for running services, together ${over} more than the frame of ${ceiling}.`,
    frameUnknown: (projects: string, run: string) =>
      `Planned are ${projects} for projects and ${run} for running services. How large the frame is, is unknown.`,
    run: 'Running services and others',
    free: 'not given out',
    kinds: { project: 'Project', run: 'Running', free: 'free' },
  },
});

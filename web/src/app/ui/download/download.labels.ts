import { labels } from '../language/language';

export const downloadLabels = labels({
  de: {
    title: 'Herunterladen',
    whole: 'Die ganze Liste, so wie sie gefiltert ist.',
    xlsx: 'Excel (XLSX)',
    german: 'CSV mit deutschen Zahlen (1234,56)',
    plain: 'CSV für Programme (1234.56)',
  },
  en: {
    title: 'Download',
    whole: 'The whole list, as it is filtered.',
    xlsx: 'Excel (XLSX)',
    german: 'CSV with German numbers (1234,56)',
    plain: 'CSV for programs (1234.56)',
  },
});

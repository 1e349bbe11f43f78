import { labels } from '../language/language';

export const sliderLabels = labels({
  de: {
    asNumber: (label: string) => `${label}, als Zahl`,
    range: (min: string, max: string) => `Bitte eine Zahl von ${min} bis ${max} eingeben.`,
  },
  en: {
    asNumber: (label: string) => `${label}, as a number`,
    range: (min: string, max: string) => `Please enter a number from ${min} to ${max}.`,
  },
});

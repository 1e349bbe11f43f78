import type { Tone } from './chart.types';

/** What a drawing needs to know about the page: colours by meaning, resolved for the theme on screen. */
export interface Paint<Fill = string> {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
  readonly solid: (tone: Tone) => string;
  /** Ink on a filled area of this tone. */
  readonly ink: (tone: Tone) => string;
  readonly hatch: (tone: Tone) => Fill;
  /** The tone at a fifth of its strength, for bands. */
  readonly soft: (tone: Tone) => string;
}

/** Reads the tokens of the page; the only place where CSS custom properties become colours of a canvas. */
export function readPaint(root: Element): Omit<Paint<never>, 'hatch'> {
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(`--et-${name}`).trim();
  return {
    text: token('text'),
    muted: token('muted'),
    line: token('line'),
    surface: token('surface'),
    font: token('font') || 'sans-serif',
    solid: (tone) => token(`d-${tone}`),
    ink: (tone) => token(`on-${tone}`) || token('text'),
    soft: (tone) => `color-mix(in srgb, ${token(`d-${tone}`)} 22%, transparent)`,
  };
}

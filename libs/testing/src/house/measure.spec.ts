import { LIMITS, measure } from './measure';

const found = (text: string): string[] => measure({ path: 'canary.ts', text }).map(({ what }) => what);
const lines = (count: number): string => Array.from({ length: count }, (_, index) => `  work(${index});`).join('\n');

describe('The tidy test notices', () => {
  it('a function that is too long, but not the frame around tests', () => {
    expect(found(`function plan() {\n${lines(LIMITS.functionLines)}\n}`)).toEqual([
      expect.stringContaining('function of 72 lines'),
    ]);
    expect(found(`describe('plan', () => {\nit('adds', add);\n${lines(LIMITS.functionLines)}\n});`)).toEqual([]);
  });

  it('a constructor with seven parameters', () => {
    const parameters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `${name}: string`).join(', ');
    expect(found(`class Planner { constructor(${parameters}) {} }`)).toEqual([
      expect.stringContaining('with 7 parameters'),
    ]);
  });

  it('a component with nine inputs and a template that is too long', () => {
    const inputs = Array.from({ length: 9 }, (_, index) => `readonly i${index} = input(0);`).join('\n');
    const component = `@Component({ template: \`${'<p></p>\n'.repeat(201)}\` })\nexport class Page {\n${inputs}\n}`;
    expect(found(component)).toEqual([
      expect.stringContaining('template of 202 lines'),
      expect.stringContaining('component with 9 inputs'),
    ]);
  });

  it('a test that only asks whether something is defined', () => {
    expect(found(`it('exists', () => { expect(ledger).toBeDefined(); });`)).toHaveLength(1);
    expect(found(`it('books', () => { expect(ledger).toBeDefined(); expect(rest).toBe(5); });`)).toHaveLength(0);
  });
});

import type { SetGoLive } from '@etatlotse/contracts/capacity';
import type { SurveyMethod, TaskKind } from '@etatlotse/contracts/capacity/plain';
import type { PostStatus } from '@etatlotse/domain/capacity';

/** What has happened on a post this year. */
type Story = 'held' | 'empty' | 'handed_on' | 'newcomer' | 'parental_leave';

interface DemoPost {
  readonly share: number;
  readonly status: PostStatus;
  readonly grade: string;
  readonly story: Story;
}

/** Posts of a unit of the sample city. All are invented. */
export interface DemoPosts {
  readonly unit: string;
  readonly name: string;
  readonly posts: readonly DemoPost[];
}

/** A task of a unit: cases or hours a year, minutes a case; null is not known. All are invented. */
export interface DemoTask {
  readonly unit: string;
  readonly name: string;
  readonly kind: TaskKind;
  readonly minutes: number | null;
  readonly method: SurveyMethod;
  readonly yearly: number | null;
  readonly season: readonly number[];
  readonly backlog: number | null;
}

const employee = (grade: string, story: Story = 'held', share = 1): DemoPost => ({
  share,
  status: 'employee',
  grade,
  story,
});
const official = (grade: string, story: Story = 'held', share = 1): DemoPost => ({
  share,
  status: 'official',
  grade,
  story,
});
const times = (count: number, post: DemoPost): DemoPost[] => Array<DemoPost>(count).fill(post);

export const DEMO_POSTS: readonly DemoPosts[] = [
  {
    unit: 'FB 32',
    name: 'Sachbearbeitung Bürgerservice',
    posts: [
      ...times(6, employee('E 6')),
      employee('E 6', 'handed_on'),
      employee('E 8', 'held', 0.75),
      employee('E 8', 'newcomer', 0.5),
      official('A 9'),
    ],
  },
  {
    unit: 'FB 50',
    name: 'Sachbearbeitung Wohngeld',
    posts: [
      ...times(4, employee('E 9a')),
      employee('E 9a', 'parental_leave'),
      employee('E 9a', 'newcomer'),
      employee('E 9b', 'empty'),
      official('A 10'),
    ],
  },
  {
    unit: 'FB 40',
    name: 'Schulverwaltung und Schul-IT',
    posts: [...times(2, employee('E 9b')), employee('E 8', 'held', 0.5), official('A 11')],
  },
  {
    unit: '10.3',
    name: 'IT-Betrieb',
    posts: [...times(7, employee('E 10')), employee('E 11'), employee('E 11', 'empty'), ...times(2, official('A 11'))],
  },
];

const EVEN = Array<number>(12).fill(1);
/** Before the summer holidays people need passports. */
const TRAVEL = [0.85, 0.9, 1.05, 1.1, 1.25, 1.35, 1.15, 0.95, 0.95, 0.9, 0.85, 0.7];
/** Children are registered in spring. */
const SCHOOL = [0.6, 1.4, 2.6, 2.2, 1.3, 0.9, 0.5, 0.8, 0.6, 0.4, 0.4, 0.3];

const cases = (
  unit: string,
  name: string,
  minutes: number | null,
  yearly: number | null,
  more: Partial<DemoTask> = {},
): DemoTask => ({
  ...{ unit, name, kind: 'cases', minutes, method: 'self_recording', yearly, season: EVEN, backlog: null },
  ...more,
});
const hours = (unit: string, name: string, yearly: number): DemoTask =>
  cases(unit, name, null, yearly, { kind: 'hours', method: 'analytical_estimate' });

/** What a project of the programme changes about a task, by the names of both. */
export const DEMO_GO_LIVES: readonly ({ task: string; milestone: string } & Omit<
  SetGoLive,
  'milestoneId' | 'version'
>)[] = [
  {
    task: 'Wohngeld: Erst- und Weiterleistungsanträge',
    milestone: 'Fünfzig Dienste online',
    onlineSeconds: 70 * 60,
    course: 's_curve',
    onlinePercent: 60,
    months: 12,
    dipPercents: [10, 5],
    reboundPercent: 5,
  },
  {
    task: 'Schulanmeldungen',
    milestone: 'Fünfzig Dienste online',
    onlineSeconds: 14 * 60,
    course: 'step',
    onlinePercent: 70,
    months: 0,
    dipPercents: [10],
    reboundPercent: 0,
  },
];

export const DEMO_TASKS: readonly DemoTask[] = [
  cases('FB 32', 'Personalausweise und Reisepässe', 18, 26_000, { season: TRAVEL, backlog: 210 }),
  cases('FB 32', 'An-, Um- und Abmeldungen', 12, 21_500, { backlog: 60 }),
  cases('FB 32', 'Führungszeugnisse und Auskünfte', 8, 9_800, { backlog: 0 }),
  cases('FB 50', 'Wohngeld: Erst- und Weiterleistungsanträge', 95, 7_900, { method: 'time_study', backlog: 1_240 }),
  cases('FB 50', 'Wohngeld: Beratung ohne Antrag', 20, null, { method: 'analytical_estimate' }),
  cases('FB 40', 'Schulanmeldungen', 25, 4_600, { season: SCHOOL, backlog: 35 }),
  hours('FB 40', 'Betreuung der Schul-IT', 3_400),
  cases('10.3', 'Störungen im IT-Betrieb', 35, 14_400, { backlog: 380 }),
  cases('10.3', 'Arbeitsplätze einrichten und umziehen', 110, 1_900, { method: 'comparison', backlog: 45 }),
  hours('10.3', 'Mitarbeit in Vorhaben', 5_200),
];

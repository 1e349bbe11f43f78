import type { NetworkZone } from '@etatlotse/domain/budget';
import type { HardwareFrame, SiteKind } from '@etatlotse/domain/site';

/* Sites of the sample city. That there is one network for all sites, schools included, follows the source paper; all is invented. */

/** A site: number, name, address, unit. What its kind is and which networks reach it follows from the group. */
interface DemoSiteGroup {
  readonly kind: SiteKind;
  readonly zones: readonly NetworkZone[];
  readonly sites: readonly (readonly [number: string, name: string, address: string, unit: string])[];
}

export const DEMO_SITES: readonly DemoSiteGroup[] = [
  {
    kind: 'administration',
    zones: ['administration', 'telephony', 'building', 'external'],
    sites: [
      ['V-01', 'Rathaus', 'Platz der Löwen 1', 'FB 10'],
      ['V-02', 'Technisches Rathaus', 'Bohlweg 12', 'FB 65'],
      ['V-03', 'Haus der Bildung', 'Steinweg 30', 'FB 40'],
      ['V-04', 'Sozialrathaus', 'Naumburgstraße 25', 'FB 50'],
      ['V-05', 'Jugendamt', 'Eiermarkt 4', 'FB 51'],
      ['V-06', 'Rechenzentrum', 'Technikring 2', '10.3'],
      ['V-07', 'Ausweichrechenzentrum', 'Hafenstraße 9', '10.3'],
    ],
  },
  {
    kind: 'branch',
    zones: ['administration', 'telephony', 'external'],
    sites: [
      ['A-01', 'Bürgerzentrum Nord', 'Nordplatz 3', 'FB 32'],
      ['A-02', 'Bürgerzentrum Süd', 'Südmarkt 8', 'FB 32'],
      ['A-03', 'Bürgerstelle Weststadt', 'Elbestraße 45', 'FB 32'],
      ['A-04', 'Standesamt im Schlösschen', 'Parkallee 1', 'FB 32'],
      ['A-05', 'Kfz-Zulassungsstelle', 'Porschestraße 5', 'FB 32'],
      ['A-06', 'Stadtteilbüro Heidberg', 'Heidbergring 17', 'FB 51'],
    ],
  },
  {
    kind: 'school',
    zones: ['education', 'administration', 'telephony', 'building'],
    sites: [
      ['S-01', 'Grundschule Altstadt', 'Schulgasse 2', '40.2'],
      ['S-02', 'Grundschule Am Ring', 'Wilhelmitor 6', '40.2'],
      ['S-03', 'Grundschule Heidberg', 'Heidbergring 40', '40.2'],
      ['S-04', 'Grundschule Lindenberg', 'Lindenbergallee 11', '40.2'],
      ['S-05', 'Grundschule Querumfeld', 'Feldstraße 21', '40.2'],
      ['S-06', 'Grundschule Südstadt', 'Griegstraße 4', '40.2'],
      ['S-07', 'Realschule Maschplatz', 'Maschplatz 1', '40.2'],
      ['S-08', 'Realschule Sidonien', 'Sidonienstraße 3', '40.2'],
      ['S-09', 'Gymnasium Burgplatz', 'Burgplatz 7', '40.2'],
      ['S-10', 'Gymnasium Kleine Burg', 'Kleine Burg 5', '40.2'],
      ['S-11', 'Gymnasium Raabe', 'Raabestraße 9', '40.2'],
      ['S-12', 'IGS Nord', 'Nordstraße 60', '40.2'],
      ['S-13', 'IGS Querum', 'Querumer Straße 70', '40.2'],
      ['S-14', 'BBS Technik', 'Kastanienallee 71', '40.2'],
      ['S-15', 'BBS Wirtschaft', 'Leonhardplatz 2', '40.2'],
      ['S-16', 'Förderschule Oswald', 'Oswaldstraße 8', '40.2'],
    ],
  },
  {
    kind: 'culture',
    zones: ['administration', 'telephony', 'external'],
    sites: [
      ['K-01', 'Stadtbibliothek', 'Schlossplatz 2', 'FB 41'],
      ['K-02', 'Städtisches Museum', 'Am Löwenwall 16', 'FB 41'],
      ['K-03', 'Musikschule', 'Augusttorwall 5', 'FB 41'],
      ['K-04', 'Stadtarchiv', 'Schlossplatz 1', 'FB 41'],
    ],
  },
  {
    kind: 'operations',
    zones: ['administration', 'telephony', 'building'],
    sites: [
      ['B-01', 'Hauptfeuerwache', 'Feuerwehrstraße 11', 'FB 37'],
      ['B-02', 'Südwache', 'Sachsendamm 30', 'FB 37'],
      ['B-03', 'Heizwerk Mitte', 'Uferstraße 10', 'FB 65'],
      ['B-04', 'Betriebshof Stadtgrün', 'Gartenweg 14', 'FB 67'],
      ['B-05', 'Bauhof Tiefbau', 'Ackerstraße 22', 'FB 66'],
    ],
  },
];

/** Given up long ago, and still to be found. */
export const DEMO_CLOSED_SITE = ['A-07', 'Bürgerstelle Alte Post', 'Postgasse 1', 'FB 32'] as const;

/** The shared core switches: what each network bears of them. */
export const DEMO_KEY = {
  name: 'Kernswitch Rechenzentrum (Demo)',
  parts: [
    { zone: 'administration', frame: 'CORE', shareBasisPoints: 4550 },
    { zone: 'education', frame: 'SCHOOL_NET', shareBasisPoints: 3500 },
    { zone: 'telephony', frame: 'CORE', shareBasisPoints: 1200 },
    { zone: 'building', frame: 'CORE', shareBasisPoints: 500 },
    { zone: 'external', frame: 'CORE', shareBasisPoints: 250 },
  ],
  body: 'Verwaltungsausschuss (Demo)',
  document: 'DS 25-28114 (Demo)',
} as const;

/** A second key over both frames whose decision is still missing. */
export const DEMO_OPEN_KEY = {
  name: 'Firewall-Verbund (Demo)',
  parts: [
    { zone: 'administration', frame: 'CORE', shareBasisPoints: 7000 },
    { zone: 'education', frame: 'SCHOOL_NET', shareBasisPoints: 3000 },
  ],
} as const;

/** Investments in networks: site, what, years after the running one, euros, network and frame; without them by the key. */
export interface DemoInvestment {
  readonly site: string;
  readonly name: string;
  readonly year: number;
  readonly euros: number;
  readonly use: readonly [NetworkZone, HardwareFrame] | null;
}

const school = (site: string, name: string, year: number, euros: number): DemoInvestment => ({
  site,
  name,
  year,
  euros,
  use: ['education', 'SCHOOL_NET'],
});

export const DEMO_INVESTMENTS: readonly DemoInvestment[] = [
  { site: 'Rechenzentrum', name: 'Kernswitches erneuern', year: 1, euros: 148_000, use: null },
  { site: 'Technisches Rathaus', name: 'Etagenverteiler', year: 0, euros: 42_500, use: ['administration', 'CORE'] },
  { site: 'Bürgerzentrum Nord', name: 'Glasfaser ins Haus', year: -1, euros: 18_900, use: ['administration', 'CORE'] },
  school('IGS Nord', 'WLAN in allen Lernräumen', 0, 96_000),
  school('Gymnasium Burgplatz', 'Strukturierte Verkabelung', 0, 128_400),
  school('BBS Technik', 'WLAN in Werkstätten', 1, 74_250),
  school('Grundschule Altstadt', 'Strukturierte Verkabelung', 1, 38_600),
  school('Realschule Maschplatz', 'Etagenverteiler', 2, 51_000),
];

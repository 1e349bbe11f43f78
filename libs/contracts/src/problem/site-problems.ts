import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What sites, their networks and split keys refuse. Nothing was recorded. */
export const SITE_PROBLEMS = {
  NAME_TAKEN: refusal(
    'Name vergeben',
    'Name taken',
    'Den Namen „{name}“ gibt es schon. Bitte wählen Sie einen anderen.',
    'The name “{name}” exists already. Please choose another one.',
  ),
  SITE_UNKNOWN: refusal(
    'Standort unbekannt',
    'Site unknown',
    'Diesen Standort gibt es im Register nicht. Bitte wählen Sie ihn neu aus.',
    'This site is not in the register. Please choose it again.',
  ),
  SITE_ZONES_NEEDED: refusal(
    'Netz fehlt',
    'Network missing',
    'Ein Standort hat mindestens ein Netz. Bitte wählen Sie aus, welche Netze ihn erreichen.',
    'A site has at least one network. Please choose which networks reach it.',
  ),
  SITE_ZONE_TWICE: refusal(
    'Netz doppelt',
    'Network named twice',
    'Ein Netz ist zweimal genannt. Bitte nennen Sie jedes Netz nur einmal.',
    'A network is named twice. Please name each network once.',
  ),
  SITE_ZONE_ABSENT: refusal(
    'Dieses Netz gibt es am Standort nicht',
    'The site does not have this network',
    'Der Standort ist an dieses Netz nicht angeschlossen. Wählen Sie ein anderes Netz, oder tragen Sie es beim Standort ein.',
    'The site is not connected to this network. Choose another network, or add it to the site.',
  ),
  SITE_ZONE_IN_USE: refusal(
    'Netz wird benutzt',
    'Network in use',
    'An dem Netz, das Sie streichen, hängen an diesem Standort noch Geräte, Leitungen oder Investitionen. Bitte ordnen Sie diese erst um.',
    'Devices, lines or investments at this site still belong to the network that you remove. Please move them first.',
  ),
  SITE_SCHOOL_MONEY: refusal(
    'Aus dem Rahmen Schulnetze bezahlt',
    'Paid from the frame of school networks',
    'An diesem Standort steht Hardware, die aus dem Rahmen Schulnetze bezahlt ist. Das geht nur an einer Schule oder mit einem Beschluss.',
    'Hardware at this site was paid from the frame of school networks. That is only possible at a school or with a decision.',
  ),
  SITE_IN_USE: refusal(
    'Standort wird nicht entfernt',
    'The site is not removed',
    'Zu diesem Standort gehören Geräte ({devices} Posten), Leitungen ({lines}) oder Investitionen ({investments}). Er bleibt im Register; Sie können ihn schließen.',
    'Devices ({devices} batches), lines ({lines}) or investments ({investments}) belong to this site. It stays in the register; you can close it.',
  ),
  SITE_CLOSED: refusal(
    'Standort geschlossen',
    'Site closed',
    'Der Standort ist seit {closedOn} geschlossen. Dorthin kommt nichts Neues; öffnen Sie ihn wieder, wenn das nicht stimmt.',
    'The site has been closed since {closedOn}. Nothing new goes there; reopen it if that is wrong.',
  ),
  SITE_OPEN: refusal(
    'Standort ist in Betrieb',
    'Site is in use',
    'Der Standort ist nicht geschlossen und lässt sich deshalb nicht wieder öffnen.',
    'The site is not closed, so it cannot be reopened.',
  ),
  SITE_CLOSING_DATE: refusal(
    'Datum außerhalb des Möglichen',
    'Date out of range',
    'Das Datum der Schließung liegt sehr weit zurück oder voraus. Bitte prüfen Sie das Jahr.',
    'The date of closing lies very far back or ahead. Please check the year.',
  ),
  USE_NEEDED: refusal(
    'Netz und Rahmen fehlen',
    'Network and frame missing',
    'Bitte nennen Sie das Netz und den Rahmen, aus dem bezahlt wird, oder einen Verteilschlüssel.',
    'Please name the network and the frame that pays, or a split key.',
  ),
  USE_TWICE: refusal(
    'Netz oder Schlüssel, nicht beides',
    'Network or key, not both',
    'Ein Verteilschlüssel sagt selbst, welche Netze und Rahmen bezahlen. Bitte lassen Sie eines von beidem weg.',
    'A split key says by itself which networks and frames pay. Please leave one of them out.',
  ),
  FRAME_DECISION_NEEDED: refusal(
    'Rahmen dürfen nicht vermischt werden',
    'The frames must not be mixed',
    'Die Rahmen Kern-IT und Schulnetze werden nur mit Beschluss vermischt. Wählen Sie den passenden Rahmen, oder nennen Sie Gremium, Datum und Dokument des Beschlusses.',
    'The frames core IT and school networks are mixed only by decision. Choose the frame that fits, or name body, date and document of the decision.',
  ),
  DECISION_DATE: refusal(
    'Datum des Beschlusses',
    'Date of the decision',
    'Ein Beschluss vom {decidedOn} kann noch nicht oder nicht mehr gelten. Bitte prüfen Sie das Datum.',
    'A decision of {decidedOn} cannot hold yet or any more. Please check the date.',
  ),
  SPLIT_KEY_UNKNOWN: refusal(
    'Verteilschlüssel unbekannt',
    'Split key unknown',
    'Diesen Verteilschlüssel gibt es nicht. Bitte wählen Sie ihn neu aus.',
    'This split key does not exist. Please choose it again.',
  ),
  SPLIT_PARTS: refusal(
    'Zu wenige Teile',
    'Too few parts',
    'Ein Verteilschlüssel teilt auf mindestens zwei Netze auf. Bitte ergänzen Sie einen Teil.',
    'A split key divides between two networks at least. Please add a part.',
  ),
  SPLIT_SHARE: refusal(
    'Anteil fehlt',
    'Share missing',
    'Jeder Anteil ist größer als null und hat höchstens zwei Nachkommastellen.',
    'Each share is more than zero and has two decimals at most.',
  ),
  SPLIT_PART_TWICE: refusal(
    'Teil doppelt',
    'Part named twice',
    'Ein Netz desselben Rahmens ist zweimal genannt. Bitte fassen Sie die beiden Anteile zusammen.',
    'A network of the same frame is named twice. Please put the two shares together.',
  ),
  SPLIT_SHORT: refusal(
    'Anteile ergeben nicht 100,00 %',
    'Shares are not 100.00%',
    'Die Anteile ergeben {sumBasisPoints}, es fehlen {missingBasisPoints}. Ein Schlüssel gilt nur mit genau 100,00 %.',
    'The shares add up to {sumBasisPoints}, {missingBasisPoints} are missing. A key needs exactly 100.00%.',
  ),
  SPLIT_OVER: refusal(
    'Anteile ergeben nicht 100,00 %',
    'Shares are not 100.00%',
    'Die Anteile ergeben {sumBasisPoints}, das sind {excessBasisPoints} zu viel. Ein Schlüssel gilt nur mit genau 100,00 %.',
    'The shares add up to {sumBasisPoints}, which is {excessBasisPoints} too much. A key needs exactly 100.00%.',
  ),
  SPLIT_DECISION_NEEDED: refusal(
    'Beschluss fehlt',
    'Decision missing',
    'Der Schlüssel verteilt auf Kern-IT und Schulnetze. Danach wird erst geteilt, wenn Gremium, Datum und Dokument des Beschlusses eingetragen sind.',
    'The key divides between core IT and school networks. Nothing is split by it before body, date and document of the decision are recorded.',
  ),
  SPLIT_DECISION_OLD: refusal(
    'Beschluss passt nicht mehr',
    'The decision no longer fits',
    'Der Beschluss galt für andere Anteile von Kern-IT und Schulnetzen. Für neue Anteile tragen Sie bitte einen neuen Beschluss ein.',
    'The decision was about other shares of core IT and school networks. Please record a new decision for new shares.',
  ),
} satisfies Record<string, ProblemKind>;

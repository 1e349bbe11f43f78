/**
 * What passwords are made of when nobody thinks: words of the most used passwords, rows of the keyboard, months, seasons,
 * first names, and the words of the office itself. Without accents, in small letters.
 */
export const COMMON_WORDS: readonly string[] = `
password passwort passwords kennwort losungswort zugang zugangscode geheim geheimnis secret topsecret login anmelden
anmeldung admin administrator root master superuser benutzer user nutzer gast guest test tester testing demo default
standard changeme change welcome willkommen hallo hello guten morgen start neustart internet computer rechner laptop
windows office microsoft google amazon facebook netflix paypal iphone android samsung pokemon minecraft starwars
superman batman spiderman dragon monkey affe schatz schatzi liebe iloveyou ichliebedich lovely loveme prinzessin
princess sunshine sonnenschein sonne mond stern sterne engel angel butterfly schmetterling flower blume freedom freiheit
football fussball soccer baseball basketball hockey bayern muenchen munchen borussia dortmund schalke werder hamburg
hannover bremen berlin koln koeln frankfurt stuttgart leipzig dresden braunschweig deutschland germany europa
qwertzuiop qwertz qwerty qwertyuiop yxcvbnm zxcvbnm asdfghjkl asdfgh asdf qazwsx wsxedc qweasd 1q2w3e4r5t 1qaz2wsx
q1w2e3r4 1q2w3e4r 0123456789 1234567890 123456789 12345678 1234567 123456 12345 1234 123 9876543210 987654321 87654321
7654321 654321 54321 4321 321 0000 1111 2222 3333 4444 5555 6666 7777 8888 9999 abcdefgh abcdef abcd abc
januar februar marz maerz april juni juli august september oktober november dezember january february march june july
october december montag dienstag mittwoch donnerstag freitag samstag sonntag monday friday sunday sommer winter herbst
fruhling fruehling spring summer autumn urlaub ferien weihnachten ostern wochenende feierabend kaffee arbeit
michael thomas andreas stefan stephan peter martin christian daniel alexander sebastian tobias markus matthias florian
patrick benjamin philipp jonas lukas lucas felix maximilian paul leon noah anna maria julia sarah laura lisa lena sophie
sophia emma mia hanna hannah sabine petra monika claudia susanne nicole sandra stefanie katharina charlie jessica ashley
jennifer jordan michelle robert william jonathan samantha
hund katze hase maus tiger lowe loewe pferd einhorn fisch vogel biene hamster barney buddy maggie shadow pepper ginger
haushalt haushalte haushaltsplan haushaltsjahr budget etat etatlotse kammerei kaemmerei kammerer kaemmerer finanzen
finanz finance verwaltung stadtverwaltung rathaus stadt gemeinde kommune landkreis kreis burgermeister buergermeister
oberburgermeister oberbuergermeister dezernat fachbereich abteilung amt stelle behorde behoerde rat stadtrat ausschuss
sitzung kommunal niedersachsen sachsen buchung buchen konto kontenrahmen doppik planung
digital digitalisierung informationstechnik schule schulnetz netz netzwerk server sommerzeit
ichwillrein lassmichrein letmein letmeinnow opensesame sesam trustno1 whatever nothing something abc123 pass word wort
code key schlussel schluessel pin tan nummer zahl neu alt mein meine dein unser sicher sicherheit security safe
lotse kapitan kapitaen hafen example beispiel muster musterstadt mustermann
`
  .trim()
  .split(/\s+/);

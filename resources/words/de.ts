<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
 <context>
  <name>Precedent</name>
  <message>
   <source>
{done:,} of {total:,} in this step</source>
   <translation>
{done:,} von {total:,} in diesem Schritt</translation>
  </message>
  <message>
   <source>  ·  reached {contact}</source>
   <translation>  ·  erreicht {contact}</translation>
  </message>
  <message>
   <source> ({low} to {high})</source>
   <translation> ({low} bis {high})</translation>
  </message>
  <message>
   <source> Colleagues lose it too.</source>
   <translation> Auch für Ihre Kollegen verschwindet sie.</translation>
  </message>
  <message>
   <source> Not opened yet: {unopened}.</source>
   <translation> Noch nicht geöffnet: {unopened}.</translation>
  </message>
  <message>
   <source> Too few settled claims are comparable, so the engine makes no recommendation.</source>
   <translation> Zu wenige regulierte Schäden sind vergleichbar, daher gibt die Maschine keine Empfehlung.</translation>
  </message>
  <message>
   <source> and </source>
   <translation> und </translation>
  </message>
  <message>
   <source> and a one-time code</source>
   <translation> und einem Einmalcode</translation>
  </message>
  <message>
   <source> and {more:,} more</source>
   <translation> und {more:,} weitere</translation>
  </message>
  <message>
   <source> and {others} more</source>
   <translation> und {others} weitere</translation>
  </message>
  <message>
   <source> and {pop}</source>
   <translation> und {pop}</translation>
  </message>
  <message>
   <source> as version {number}</source>
   <translation> als Version {number}</translation>
  </message>
  <message>
   <source> by {checked_by}</source>
   <translation> von {checked_by}</translation>
  </message>
  <message>
   <source> of a contact {get}</source>
   <translation> zu einem Kontakt {get}</translation>
  </message>
  <message>
   <source> or </source>
   <translation> oder </translation>
  </message>
  <message>
   <source> then </source>
   <translation> dann </translation>
  </message>
  <message>
   <source> · by {until}</source>
   <translation> · bis {until}</translation>
  </message>
  <message>
   <source> · last changed by {who}</source>
   <translation> · zuletzt geändert von {who}</translation>
  </message>
  <message>
   <source> · {people:,} disabled</source>
   <translation> · {people:,} gesperrt</translation>
  </message>
  <message>
   <source> · {waiting:,} more</source>
   <translation> · {waiting:,} weitere</translation>
  </message>
  <message>
   <source>&amp;{name} (likely)</source>
   <translation>&amp;{name} (wahrscheinlich)</translation>
  </message>
  <message>
   <source>(no subject)</source>
   <translation>(kein Betreff)</translation>
  </message>
  <message>
   <source>, a yes or no</source>
   <translation>, Ja oder Nein</translation>
  </message>
  <message>
   <source>, column {column}</source>
   <translation>, Spalte {column}</translation>
  </message>
  <message>
   <source>, from</source>
   <translation>, von</translation>
  </message>
  <message>
   <source>, needs a look</source>
   <translation>, ansehen</translation>
  </message>
  <message>
   <source>, not read</source>
   <translation>, nicht gelesen</translation>
  </message>
  <message>
   <source>, sample</source>
   <translation>, Stichprobe</translation>
  </message>
  <message>
   <source>, shown now</source>
   <translation>, jetzt angezeigt</translation>
  </message>
  <message>
   <source>, so that it has no score any more; it was {former}</source>
   <translation>, daher kein Score mehr; zuletzt {former}</translation>
  </message>
  <message>
   <source>, to</source>
   <translation>, bis</translation>
  </message>
  <message>
   <source>, version {restored_from} again</source>
   <translation>, wieder Version {restored_from}</translation>
  </message>
  <message>
   <source>, with changes</source>
   <translation>, mit Änderungen</translation>
  </message>
  <message>
   <source>, yes or no</source>
   <translation>, Ja oder Nein</translation>
  </message>
  <message>
   <source>, {rest} missing</source>
   <translation>, {rest} fehlen</translation>
  </message>
  <message>
   <source>1,000 to 10,000</source>
   <translation>1.000 bis 10.000</translation>
  </message>
  <message>
   <source>10,000 or more</source>
   <translation>10.000 oder mehr</translation>
  </message>
  <message>
   <source>17 letters and digits</source>
   <translation>17 Buchstaben und Ziffern</translation>
  </message>
  <message>
   <source>180 days</source>
   <translation>180 Tage</translation>
  </message>
  <message>
   <source>30 days</source>
   <translation>30 Tage</translation>
  </message>
  <message>
   <source>60 days</source>
   <translation>60 Tage</translation>
  </message>
  <message>
   <source>90 days</source>
   <translation>90 Tage</translation>
  </message>
  <message>
   <source>@ and a name tells a colleague</source>
   <translation>@ und ein Name benachrichtigt jemanden</translation>
  </message>
  <message>
   <source>A CSV file or workbook with the columns {columns}</source>
   <translation>Eine CSV-Datei oder Arbeitsmappe mit den Spalten {columns}</translation>
  </message>
  <message>
   <source>A challenger is tried in the shadow first, where it moves no work.</source>
   <translation>Ein Herausforderer wird zuerst im Schattenbetrieb erprobt, wo er keine Arbeit verlagert.</translation>
  </message>
  <message>
   <source>A claim I sent for approval is answered</source>
   <translation>Über einen von mir vorgelegten Schaden ist entschieden</translation>
  </message>
  <message>
   <source>A claim begins as a draft. Save it, then submit it.</source>
   <translation>Ein Schaden beginnt als Entwurf. Speichern Sie ihn, und reichen Sie ihn dann ein.</translation>
  </message>
  <message>
   <source>A claim can be assigned to active staff only. Choose somebody else.</source>
   <translation>Schäden werden nur aktiven Sachbearbeitern zugewiesen. Wählen Sie jemand anderen.</translation>
  </message>
  <message>
   <source>A claim closes without a reserve.</source>
   <translation>Ein Schaden wird ohne Reserve geschlossen.</translation>
  </message>
  <message>
   <source>A claim has no such part.</source>
   <translation>Einen solchen Teil hat kein Schaden.</translation>
  </message>
  <message>
   <source>A claim is back from my diary</source>
   <translation>Ein Schaden ist aus meiner Wiedervorlage zurück</translation>
  </message>
  <message>
   <source>A claim is given to me</source>
   <translation>Ein Schaden wird mir zugewiesen</translation>
  </message>
  <message>
   <source>A claim is paid once it is approved.</source>
   <translation>Gezahlt wird, sobald der Schaden freigegeben ist.</translation>
  </message>
  <message>
   <source>A claim names up to 100 people and firms. Leave some out.</source>
   <translation>Ein Schaden nennt bis zu 100 Personen und Firmen. Lassen Sie einige weg.</translation>
  </message>
  <message>
   <source>A claim under review belongs to somebody. Choose who.</source>
   <translation>Ein Schaden in Prüfung gehört jemandem. Wählen Sie, wem.</translation>
  </message>
  <message>
   <source>A claim waits for me as the second person</source>
   <translation>Ein Schaden wartet auf mich als zweite Person</translation>
  </message>
  <message>
   <source>A claim you had begun when Precedent ended on {at} waits under New claim.</source>
   <translation>Ein Schaden, den Sie begonnen hatten, als Precedent am {at} endete, wartet unter „Neuer Schaden“.</translation>
  </message>
  <message>
   <source>A claim you hand in appears here, and its status changes by itself.</source>
   <translation>Ein Schaden, den Sie einreichen, erscheint hier; sein Status ändert sich von selbst.</translation>
  </message>
  <message>
   <source>A clock of mine is near its day</source>
   <translation>Eine meiner Fristen läuft bald ab</translation>
  </message>
  <message>
   <source>A clock of mine was missed</source>
   <translation>Eine meiner Fristen wurde versäumt</translation>
  </message>
  <message>
   <source>A clock of {number} is near its day</source>
   <translation>Eine Frist von {number} läuft bald ab</translation>
  </message>
  <message>
   <source>A clock of {number} was missed</source>
   <translation>Eine Frist von {number} wurde versäumt</translation>
  </message>
  <message>
   <source>A code of an authenticator app on your telephone, asked for beside the password.</source>
   <translation>Ein Code aus einer Authentifizierungs-App auf Ihrem Telefon, der neben dem Passwort verlangt wird.</translation>
  </message>
  <message>
   <source>A code works once. The next one comes in {left} s and is used by itself.</source>
   <translation>Ein Code gilt nur einmal. Der nächste kommt in {left} s und wird von selbst verwendet.</translation>
  </message>
  <message>
   <source>A colleague</source>
   <translation>Eine Kollegin oder ein Kollege</translation>
  </message>
  <message>
   <source>A copy of the letter is in {name}.</source>
   <translation>Eine Kopie des Schreibens liegt in {name}.</translation>
  </message>
  <message>
   <source>A copy was saved as {name}.</source>
   <translation>Eine Kopie wurde als {name} gespeichert.</translation>
  </message>
  <message>
   <source>A decided claim is not assigned.</source>
   <translation>Ein entschiedener Schaden wird nicht zugewiesen.</translation>
  </message>
  <message>
   <source>A decision of yours on this claim waits in the outbox already.</source>
   <translation>Eine Entscheidung von Ihnen zu diesem Schaden wartet bereits im Postausgang.</translation>
  </message>
  <message>
   <source>A denial needs its reason. Choose one, then deny.</source>
   <translation>Eine Ablehnung braucht ihren Grund. Wählen Sie einen, und lehnen Sie dann ab.</translation>
  </message>
  <message>
   <source>A denial quotes the wording of the policy. Enter it, then deny.</source>
   <translation>Eine Ablehnung zitiert den Wortlaut der Bedingungen. Geben Sie ihn ein, und lehnen Sie dann ab.</translation>
  </message>
  <message>
   <source>A draft cannot be kept like this.</source>
   <translation>So kann ein Entwurf nicht aufbewahrt werden.</translation>
  </message>
  <message>
   <source>A draft needs a claim type. Choose it, then save.</source>
   <translation>Ein Entwurf braucht eine Schadenart. Wählen Sie sie, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>A draft needs a policy number. Enter it, then save.</source>
   <translation>Ein Entwurf braucht eine Vertragsnummer. Geben Sie sie ein, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>A draft needs the date of the loss. Enter it, then save.</source>
   <translation>Ein Entwurf braucht das Schadendatum. Geben Sie es ein, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>A first start prepares the database and its sample claims; it takes a minute or so.</source>
   <translation>Beim ersten Start werden die Datenbank und ihre Beispielschäden vorbereitet; das dauert etwa eine Minute.</translation>
  </message>
  <message>
   <source>A key is being made.</source>
   <translation>Ein Schlüssel wird erzeugt.</translation>
  </message>
  <message>
   <source>A lease lasts some minutes.</source>
   <translation>Eine Leihe dauert einige Minuten.</translation>
  </message>
  <message>
   <source>A lease takes a SCRAM verifier, never a password.</source>
   <translation>Eine Leihe nimmt einen SCRAM-Prüfwert, nie ein Passwort.</translation>
  </message>
  <message>
   <source>A letter names whom it goes to and says something.</source>
   <translation>Ein Schreiben nennt, an wen es geht, und hat einen Inhalt.</translation>
  </message>
  <message>
   <source>A letter on the decision is sent once there is one.</source>
   <translation>Ein Schreiben zur Entscheidung geht erst hinaus, wenn es eine gibt.</translation>
  </message>
  <message>
   <source>A model is activated by two administrators. Propose it first.</source>
   <translation>Ein Modell wird von zwei Administratoren aktiviert. Schlagen Sie es zuerst vor.</translation>
  </message>
  <message>
   <source>A model that judges is not in the shadow.</source>
   <translation>Ein Modell, das urteilt, ist nicht im Schattenbetrieb.</translation>
  </message>
  <message>
   <source>A model that judges is replaced, not retired.</source>
   <translation>Ein Modell, das urteilt, wird ersetzt, nicht stillgelegt.</translation>
  </message>
  <message>
   <source>A new role ends this person's sessions; they sign in again.</source>
   <translation>Eine neue Rolle beendet die Sitzungen dieser Person; sie meldet sich neu an.</translation>
  </message>
  <message>
   <source>A note has room for 4,000 characters. Shorten it, then save.</source>
   <translation>Eine Notiz fasst 4.000 Zeichen. Kürzen Sie sie, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>A note has up to {most:,} letters; this one has {text:,}.</source>
   <translation>Eine Notiz hat bis zu {most:,} Zeichen; diese hat {text:,}.</translation>
  </message>
  <message>
   <source>A note names me</source>
   <translation>Eine Notiz nennt mich</translation>
  </message>
  <message>
   <source>A note needs words. Write them, then save.</source>
   <translation>Eine Notiz braucht Text. Schreiben Sie ihn, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>A note on {number} names you</source>
   <translation>Eine Notiz zu {number} nennt Sie</translation>
  </message>
  <message>
   <source>A one-time code works once. Signing in goes on by itself in {left}, with the next one.</source>
   <translation>Ein Einmalcode gilt nur einmal. Die Anmeldung geht in {left} mit dem nächsten von selbst weiter.</translation>
  </message>
  <message>
   <source>A one-time password is made and shown once.</source>
   <translation>Ein Einmalpasswort wird erzeugt und einmal angezeigt.</translation>
  </message>
  <message>
   <source>A part of the outbox could not be read and was set aside as {name}. Check your last decisions in the queue.</source>
   <translation>Ein Teil des Postausgangs war nicht lesbar und wurde als {name} beiseitegelegt. Prüfen Sie Ihre letzten Entscheidungen im Arbeitsvorrat.</translation>
  </message>
  <message>
   <source>A payment is an amount above nothing. Correct an entry to take money back.</source>
   <translation>Eine Zahlung ist ein Betrag über null. Berichtigen Sie einen Eintrag, um Geld zurückzunehmen.</translation>
  </message>
  <message>
   <source>A payment names who is paid.</source>
   <translation>Eine Zahlung nennt den Empfänger.</translation>
  </message>
  <message>
   <source>A person leaves at most 50 places.</source>
   <translation>Eine Person hinterlässt höchstens 50 Orte.</translation>
  </message>
  <message>
   <source>A photo like this</source>
   <translation>Ein ähnliches Foto</translation>
  </message>
  <message>
   <source>A policy condition was breached</source>
   <translation>Eine Obliegenheit wurde verletzt</translation>
  </message>
  <message>
   <source>A referral needs its reason. Choose one, then refer.</source>
   <translation>Eine Verweisung braucht ihren Grund. Wählen Sie einen, und verweisen Sie dann.</translation>
  </message>
  <message>
   <source>A released claim belongs to nobody. Clear who it is assigned to.</source>
   <translation>Ein freigegebener Schaden gehört niemandem. Entfernen Sie die Zuweisung.</translation>
  </message>
  <message>
   <source>A reserve is an amount of nothing or more.</source>
   <translation>Eine Reserve ist ein Betrag von null oder mehr.</translation>
  </message>
  <message>
   <source>A row comes in once, and the whole batch can be taken back until somebody works on it.</source>
   <translation>Eine Zeile kommt nur einmal herein, und der ganze Stapel kann zurückgenommen werden, bis jemand an einem Schaden arbeitet.</translation>
  </message>
  <message>
   <source>A score is a number from 0 to 100.</source>
   <translation>Ein Score ist eine Zahl von 0 bis 100.</translation>
  </message>
  <message>
   <source>A second person decides this: a supervisor who did not send it for approval.</source>
   <translation>Das entscheidet eine zweite Person: eine Teamleitung, die den Schaden nicht selbst vorgelegt hat.</translation>
  </message>
  <message>
   <source>A submitted claim keeps the facts it was submitted with.</source>
   <translation>Ein eingereichter Schaden behält die Angaben, mit denen er eingereicht wurde.</translation>
  </message>
  <message>
   <source>A supervisor decides this claim.</source>
   <translation>Diesen Schaden entscheidet eine Teamleitung.</translation>
  </message>
  <message>
   <source>A tag has 1 to 40 characters. Change it, then try again.</source>
   <translation>Ein Etikett hat 1 bis 40 Zeichen. Ändern Sie es, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>A tag that is there already is taken off</source>
   <translation>Ein schon vorhandenes Etikett wird entfernt</translation>
  </message>
  <message>
   <source>A task has 1 to 200 characters. Change it, then save.</source>
   <translation>Eine Aufgabe hat 1 bis 200 Zeichen. Ändern Sie sie, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>A thing</source>
   <translation>Ein Gegenstand</translation>
  </message>
  <message>
   <source>A threshold is a score from 1 to 100 of one line.</source>
   <translation>Eine Schwelle ist ein Score von 1 bis 100 für eine Sparte.</translation>
  </message>
  <message>
   <source>A threshold is proposed with its simulation. Simulate it first.</source>
   <translation>Eine Schwelle wird mit ihrer Simulation vorgeschlagen. Simulieren Sie sie zuerst.</translation>
  </message>
  <message>
   <source>A threshold takes effect today or later.</source>
   <translation>Eine Schwelle gilt ab heute oder später.</translation>
  </message>
  <message>
   <source>A training is under way already.</source>
   <translation>Ein Training läuft bereits.</translation>
  </message>
  <message>
   <source>A training is under way already. Wait until it has ended.</source>
   <translation>Ein Training läuft bereits. Warten Sie, bis es beendet ist.</translation>
  </message>
  <message>
   <source>A trial ends by itself when the band leaves the line, when the challenger suggests more than twice as many referrals of its share, when it cannot be used, when another model judges, or after its longest time.</source>
   <translation>Eine Erprobung endet von selbst, wenn das Band die Linie verlässt, wenn der Herausforderer für seinen Anteil mehr als doppelt so viele Verweisungen vorschlägt, wenn er nicht verwendet werden kann, wenn ein anderes Modell urteilt oder nach ihrer längsten Dauer.</translation>
  </message>
  <message>
   <source>A trial is under way. End it first.</source>
   <translation>Eine Erprobung läuft. Beenden Sie sie zuerst.</translation>
  </message>
  <message>
   <source>A trial of this model is under way. End it first.</source>
   <translation>Eine Erprobung dieses Modells läuft. Beenden Sie sie zuerst.</translation>
  </message>
  <message>
   <source>A trial takes more than none and at most all of the claims, for 1 to 730 days.</source>
   <translation>Eine Erprobung nimmt mehr als keinen und höchstens alle Schäden, für 1 bis 730 Tage.</translation>
  </message>
  <message>
   <source>A view has a name of 1 to 60 characters. Change it, then save.</source>
   <translation>Eine Ansicht hat einen Namen von 1 bis 60 Zeichen. Ändern Sie ihn, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>A word on it, if you like</source>
   <translation>Ein Wort dazu, wenn Sie möchten</translation>
  </message>
  <message>
   <source>A workbook holds {sheet_rows:,} rows; write a .csv file instead.</source>
   <translation>Eine Arbeitsmappe fasst {sheet_rows:,} Zeilen; schreiben Sie stattdessen eine CSV-Datei.</translation>
  </message>
  <message>
   <source>About Precedent</source>
   <translation>Über Precedent</translation>
  </message>
  <message>
   <source>About this document</source>
   <translation>Über dieses Dokument</translation>
  </message>
  <message>
   <source>About {name}</source>
   <translation>Über {name}</translation>
  </message>
  <message>
   <source>About {seconds:.0f} min</source>
   <translation>Etwa {seconds:.0f} Min.</translation>
  </message>
  <message>
   <source>About {seconds:.0f} s</source>
   <translation>Etwa {seconds:.0f} s</translation>
  </message>
  <message>
   <source>Abstain</source>
   <translation>Enthaltung</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Accepted “{name}”</source>
   <translation>„{name}“ angenommen</translation>
  </message>
  <message>
   <source>Access</source>
   <translation>Zugang</translation>
  </message>
  <message>
   <source>Accident</source>
   <translation>Unfall</translation>
  </message>
  <message>
   <source>Accident related</source>
   <translation>Unfallbedingt</translation>
  </message>
  <message>
   <source>Accident type</source>
   <translation>Unfallart</translation>
  </message>
  <message>
   <source>Accidental damage</source>
   <translation>Unfallschaden</translation>
  </message>
  <message>
   <source>Account and people</source>
   <translation>Hergang und Beteiligte</translation>
  </message>
  <message>
   <source>Account disabled</source>
   <translation>Konto gesperrt</translation>
  </message>
  <message>
   <source>Account enabled</source>
   <translation>Konto aktiviert</translation>
  </message>
  <message>
   <source>Account inconsistent</source>
   <translation>Hergang unstimmig</translation>
  </message>
  <message>
   <source>Account of the loss is inconsistent</source>
   <translation>Die Schilderung des Schadens ist unstimmig</translation>
  </message>
  <message>
   <source>Acknowledge</source>
   <translation>Eingang bestätigen</translation>
  </message>
  <message>
   <source>Acknowledgement</source>
   <translation>Eingangsbestätigung</translation>
  </message>
  <message>
   <source>Actions on {number}</source>
   <translation>Aktionen zu {number}</translation>
  </message>
  <message>
   <source>Activated</source>
   <translation>Aktiviert</translation>
  </message>
  <message>
   <source>Activated by</source>
   <translation>Aktiviert von</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Aktiv</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add a person</source>
   <translation>Person hinzufügen</translation>
  </message>
  <message>
   <source>Add a service</source>
   <translation>Leistung hinzufügen</translation>
  </message>
  <message>
   <source>Add a thing</source>
   <translation>Gegenstand hinzufügen</translation>
  </message>
  <message>
   <source>Add a witness</source>
   <translation>Zeugen hinzufügen</translation>
  </message>
  <message>
   <source>Add documents</source>
   <translation>Dokumente hinzufügen</translation>
  </message>
  <message>
   <source>Add filter</source>
   <translation>Filter hinzufügen</translation>
  </message>
  <message>
   <source>Add it to the claim</source>
   <translation>Zum Schaden hinzufügen</translation>
  </message>
  <message>
   <source>Add note</source>
   <translation>Notiz hinzufügen</translation>
  </message>
  <message>
   <source>Add person</source>
   <translation>Person hinzufügen</translation>
  </message>
  <message>
   <source>Add task</source>
   <translation>Aufgabe hinzufügen</translation>
  </message>
  <message>
   <source>Add what was asked for under Documents below, then answer here.</source>
   <translation>Fügen Sie unten unter „Dokumente“ hinzu, was erbeten wurde, und antworten Sie dann hier.</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>Hinzugefügt</translation>
  </message>
  <message>
   <source>Added “{name}”{version}</source>
   <translation>„{name}“ hinzugefügt{version}</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Address line</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Address of the building</source>
   <translation>Anschrift des Gebäudes</translation>
  </message>
  <message>
   <source>Adjuster</source>
   <translation>Sachbearbeitung</translation>
  </message>
  <message>
   <source>Admin</source>
   <translation>Admin</translation>
  </message>
  <message>
   <source>Admin: manages people, models and the audit</source>
   <translation>Admin: verwaltet Personen, Modelle und die Revision</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Administration</translation>
  </message>
  <message>
   <source>Admission date</source>
   <translation>Aufnahmedatum</translation>
  </message>
  <message>
   <source>Admitted</source>
   <translation>Aufgenommen</translation>
  </message>
  <message>
   <source>After an accident</source>
   <translation>Nach einem Unfall</translation>
  </message>
  <message>
   <source>Afternoon</source>
   <translation>Nachmittag</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>Alter</translation>
  </message>
  <message>
   <source>Agent or broker</source>
   <translation>Vertreter oder Makler</translation>
  </message>
  <message>
   <source>Agree</source>
   <translation>Stimmen überein</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Übereinstimmend</translation>
  </message>
  <message>
   <source>Agreement on the blind sample</source>
   <translation>Übereinstimmung in der Blindstichprobe</translation>
  </message>
  <message>
   <source>Agreement on whom to refer</source>
   <translation>Übereinstimmung bei Verweisungen</translation>
  </message>
  <message>
   <source>Ahead</source>
   <translation>Voraus</translation>
  </message>
  <message>
   <source>Airbags</source>
   <translation>Airbags</translation>
  </message>
  <message>
   <source>Airbags released</source>
   <translation>Airbags ausgelöst</translation>
  </message>
  <message>
   <source>Alarm</source>
   <translation>Alarmanlage</translation>
  </message>
  <message>
   <source>Alarm worked</source>
   <translation>Alarm ging los</translation>
  </message>
  <message>
   <source>Alert settled</source>
   <translation>Meldung erledigt</translation>
  </message>
  <message>
   <source>Alerts</source>
   <translation>Meldungen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All claims</source>
   <translation>Alle Schäden</translation>
  </message>
  <message>
   <source>All commands</source>
   <translation>Alle Befehle</translation>
  </message>
  <message>
   <source>All connections to the database are busy. Try again.</source>
   <translation>Alle Verbindungen zur Datenbank sind belegt. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>All done</source>
   <translation>Alles erledigt</translation>
  </message>
  <message>
   <source>All events</source>
   <translation>Alle Ereignisse</translation>
  </message>
  <message>
   <source>All its lines</source>
   <translation>Alle seine Sparten</translation>
  </message>
  <message>
   <source>All lines</source>
   <translation>Alle Sparten</translation>
  </message>
  <message>
   <source>All shortcuts</source>
   <translation>Alle Tastenkürzel</translation>
  </message>
  <message>
   <source>All types</source>
   <translation>Alle Arten</translation>
  </message>
  <message>
   <source>Allowed</source>
   <translation>Erlaubt</translation>
  </message>
  <message>
   <source>Already refunded</source>
   <translation>Bereits erstattet</translation>
  </message>
  <message>
   <source>Also works as</source>
   <translation>Geht auch mit</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Amount claimed</source>
   <translation>Geforderter Betrag</translation>
  </message>
  <message>
   <source>Amount unusual</source>
   <translation>Betrag ungewöhnlich</translation>
  </message>
  <message>
   <source>Amount unusual for the cause</source>
   <translation>Für die Ursache ungewöhnlicher Betrag</translation>
  </message>
  <message>
   <source>Amount up to</source>
   <translation>Betrag bis</translation>
  </message>
  <message>
   <source>Amounts</source>
   <translation>Beträge</translation>
  </message>
  <message>
   <source>An Outlook message is kept as it came, but it is not read here. Save a copy and open it in Outlook, or ask for it as .eml or PDF.</source>
   <translation>Eine Outlook-Nachricht bleibt, wie sie kam, wird hier aber nicht gelesen. Speichern Sie eine Kopie, und öffnen Sie sie in Outlook, oder bitten Sie um .eml oder PDF.</translation>
  </message>
  <message>
   <source>An archive is not accepted. Send the files that are in it.</source>
   <translation>Ein Archiv wird nicht angenommen. Senden Sie die Dateien, die darin sind.</translation>
  </message>
  <message>
   <source>An entry names its coverage. Choose one.</source>
   <translation>Ein Eintrag nennt seine Deckung. Wählen Sie eine.</translation>
  </message>
  <message>
   <source>An entry needs its reason. Write it in a few words.</source>
   <translation>Ein Eintrag braucht seinen Grund. Schreiben Sie ihn in wenigen Worten.</translation>
  </message>
  <message>
   <source>An exclusion applies</source>
   <translation>Ein Ausschluss greift</translation>
  </message>
  <message>
   <source>Analyst</source>
   <translation>Analyse</translation>
  </message>
  <message>
   <source>Analysts and administrators change rules. You may see what they come to.</source>
   <translation>Regeln ändern Analyse und Administration. Sie sehen, was sie ergeben.</translation>
  </message>
  <message>
   <source>Animal</source>
   <translation>Tier</translation>
  </message>
  <message>
   <source>Another accident</source>
   <translation>Anderer Unfall</translation>
  </message>
  <message>
   <source>Another activation waits for its second person.</source>
   <translation>Eine andere Aktivierung wartet auf ihre zweite Person.</translation>
  </message>
  <message>
   <source>Another activation waits for its second person. Settle it first.</source>
   <translation>Eine andere Aktivierung wartet auf ihre zweite Person. Erledigen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>Another administrator has to confirm the trial that you asked for.</source>
   <translation>Eine andere Administratorin oder ein anderer Administrator muss die von Ihnen erbetene Erprobung bestätigen.</translation>
  </message>
  <message>
   <source>Another administrator has to confirm what you asked for.</source>
   <translation>Jemand anderes aus der Administration muss bestätigen, worum Sie gebeten haben.</translation>
  </message>
  <message>
   <source>Another administrator has to confirm what you proposed.</source>
   <translation>Jemand anderes aus der Administration muss bestätigen, was Sie vorgeschlagen haben.</translation>
  </message>
  <message>
   <source>Another change of this line waits for its second person.</source>
   <translation>Eine andere Änderung dieser Sparte wartet auf ihre zweite Person.</translation>
  </message>
  <message>
   <source>Another change of this line waits for its second person. Settle it first.</source>
   <translation>Eine andere Änderung dieser Sparte wartet auf ihre zweite Person. Erledigen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>Another insurer covers it</source>
   <translation>Ein anderer Versicherer deckt ihn</translation>
  </message>
  <message>
   <source>Another model judges these lines by now. Drop this trial and ask for a new one.</source>
   <translation>Inzwischen urteilt ein anderes Modell über diese Sparten. Verwerfen Sie diese Erprobung, und bitten Sie um eine neue.</translation>
  </message>
  <message>
   <source>Another person confirms it</source>
   <translation>Eine andere Person bestätigt es</translation>
  </message>
  <message>
   <source>Another trial is under way. End it first.</source>
   <translation>Eine andere Erprobung läuft. Beenden Sie sie zuerst.</translation>
  </message>
  <message>
   <source>Another window of yours holds the outbox on this computer, so decisions kept here are lost when this one closes. Keep it open until they are sent.</source>
   <translation>Ein anderes Fenster von Ihnen hält den Postausgang auf diesem Computer; was hier an Entscheidungen wartet, geht verloren, wenn dieses Fenster schließt. Lassen Sie es offen, bis sie gesendet sind.</translation>
  </message>
  <message>
   <source>Any</source>
   <translation>Beliebig</translation>
  </message>
  <message>
   <source>Anybody injured</source>
   <translation>Jemand verletzt</translation>
  </message>
  <message>
   <source>Anyone</source>
   <translation>Alle Personen</translation>
  </message>
  <message>
   <source>Anything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Application</source>
   <translation>Anwendung</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Anwenden</translation>
  </message>
  <message>
   <source>Apply to {able:,}</source>
   <translation>Auf {able:,} anwenden</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>Freigeben</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>Approved as the second person</source>
   <translation>Als zweite Person freigegeben</translation>
  </message>
  <message>
   <source>Approver</source>
   <translation>Freigabeperson</translation>
  </message>
  <message>
   <source>Approving</source>
   <translation>Freigeben</translation>
  </message>
  <message>
   <source>Archive (*.zip)</source>
   <translation>Archiv (*.zip)</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>Eingegangen</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>Ask another administrator to change your own role or close your own account.</source>
   <translation>Bitten Sie jemand anderen aus der Administration, Ihre Rolle zu ändern oder Ihr Konto zu schließen.</translation>
  </message>
  <message>
   <source>Ask another administrator to change your own role.</source>
   <translation>Bitten Sie jemand anderen aus der Administration, Ihre Rolle zu ändern.</translation>
  </message>
  <message>
   <source>Ask another administrator to do this to your own account.</source>
   <translation>Bitten Sie jemand anderen aus der Administration, dies für Ihr Konto zu tun.</translation>
  </message>
  <message>
   <source>Ask for info</source>
   <translation>Rückfrage</translation>
  </message>
  <message>
   <source>Ask for information</source>
   <translation>Informationen anfordern</translation>
  </message>
  <message>
   <source>Ask for it</source>
   <translation>Anfordern</translation>
  </message>
  <message>
   <source>Ask for papers</source>
   <translation>Unterlagen anfordern</translation>
  </message>
  <message>
   <source>Ask for them</source>
   <translation>Anfordern</translation>
  </message>
  <message>
   <source>Asked of {of_whom}{until}</source>
   <translation>Erbeten von {of_whom}{until}</translation>
  </message>
  <message>
   <source>Asked {of_whom} for {what}, until {until}</source>
   <translation>{of_whom} um {what} gebeten, bis {until}</translation>
  </message>
  <message>
   <source>Asking for information</source>
   <translation>Informationen anfordern</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>Zuweisen</translation>
  </message>
  <message numerus="yes">
   <source>Assign {n:,} claims</source>
   <translation>
    <numerusform>{n:,} Schaden zuweisen</numerusform>
    <numerusform>{n:,} Schäden zuweisen</numerusform>
   </translation>
  </message>
  <message>
   <source>Assigned</source>
   <translation>Zugewiesen</translation>
  </message>
  <message>
   <source>Assigned to {assignee}</source>
   <translation>{assignee} zugewiesen</translation>
  </message>
  <message>
   <source>At least 12 characters.</source>
   <translation>Mindestens 12 Zeichen.</translation>
  </message>
  <message>
   <source>At the longest</source>
   <translation>Längstens</translation>
  </message>
  <message>
   <source>At work</source>
   <translation>Bei der Arbeit</translation>
  </message>
  <message>
   <source>Attachments</source>
   <translation>Anlagen</translation>
  </message>
  <message>
   <source>Attachments: {names}</source>
   <translation>Anlagen: {names}</translation>
  </message>
  <message>
   <source>Attested</source>
   <translation>Wahrheitserklärung</translation>
  </message>
  <message>
   <source>Attested by</source>
   <translation>Unterschrieben von</translation>
  </message>
  <message>
   <source>Attested on</source>
   <translation>Unterschrieben am</translation>
  </message>
  <message>
   <source>Audit log</source>
   <translation>Revisionsprotokoll</translation>
  </message>
  <message>
   <source>Audit seal</source>
   <translation>Revisionssiegel</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Verfasser</translation>
  </message>
  <message>
   <source>Authorisation number</source>
   <translation>Genehmigungsnummer</translation>
  </message>
  <message>
   <source>Authorised before</source>
   <translation>Vorab genehmigt</translation>
  </message>
  <message>
   <source>Authority</source>
   <translation>Vollmacht</translation>
  </message>
  <message>
   <source>Authority called</source>
   <translation>Behörde gerufen</translation>
  </message>
  <message>
   <source>Authority contacted</source>
   <translation>Benachrichtigte Behörde</translation>
  </message>
  <message>
   <source>Authority limit, £</source>
   <translation>Vollmachtsgrenze, £</translation>
  </message>
  <message>
   <source>Authority reference</source>
   <translation>Vorgangsnummer</translation>
  </message>
  <message>
   <source>Auto</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Average precision</source>
   <translation>Mittlere Präzision</translation>
  </message>
  <message>
   <source>Awaiting approval</source>
   <translation>Wartet auf Freigabe</translation>
  </message>
  <message>
   <source>Awaiting reply</source>
   <translation>Wartet auf Antwort</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back from SIU: {word}</source>
   <translation>Von der SIU zurück: {word}</translation>
  </message>
  <message>
   <source>Back in the queue on</source>
   <translation>Zurück im Arbeitsvorrat am</translation>
  </message>
  <message>
   <source>Back to the queue</source>
   <translation>Zurück zum Arbeitsvorrat</translation>
  </message>
  <message>
   <source>Baggage</source>
   <translation>Gepäck</translation>
  </message>
  <message>
   <source>Baggage delay</source>
   <translation>Gepäckverspätung</translation>
  </message>
  <message>
   <source>Baggage loss</source>
   <translation>Gepäckverlust</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>Stapel</translation>
  </message>
  <message>
   <source>Batch scoring</source>
   <translation>Stapelbewertung</translation>
  </message>
  <message>
   <source>Batches of yours</source>
   <translation>Ihre Stapel</translation>
  </message>
  <message>
   <source>Batches that came in</source>
   <translation>Eingegangene Stapel</translation>
  </message>
  <message>
   <source>Becomes</source>
   <translation>Wird zu</translation>
  </message>
  <message>
   <source>Began</source>
   <translation>Begann</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Begun as a draft</source>
   <translation>Als Entwurf begonnen</translation>
  </message>
  <message>
   <source>Behind</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Being checked</source>
   <translation>Wird geprüft</translation>
  </message>
  <message>
   <source>Being fetched</source>
   <translation>Wird geholt</translation>
  </message>
  <message>
   <source>Belongs to nobody</source>
   <translation>Gehört niemandem</translation>
  </message>
  <message>
   <source>Belongs to {owner}</source>
   <translation>Gehört {owner}</translation>
  </message>
  <message>
   <source>Below deductible</source>
   <translation>Unter dem Selbstbehalt</translation>
  </message>
  <message>
   <source>Beside</source>
   <translation>Daneben</translation>
  </message>
  <message>
   <source>Between these hours nothing is shown outside the window; the list still keeps it.</source>
   <translation>Zwischen diesen Uhrzeiten wird außerhalb des Fensters nichts angezeigt; die Liste behält es.</translation>
  </message>
  <message>
   <source>Bill</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Booking ref</source>
   <translation>Buchungsnummer</translation>
  </message>
  <message>
   <source>Booking reference</source>
   <translation>Buchungsnummer</translation>
  </message>
  <message>
   <source>Both, in shares</source>
   <translation>Beide, anteilig</translation>
  </message>
  <message>
   <source>Bought</source>
   <translation>Gekauft</translation>
  </message>
  <message>
   <source>Breach forecast</source>
   <translation>Fristvorschau</translation>
  </message>
  <message>
   <source>Bring a file of claims into the queue</source>
   <translation>Eine Schadendatei in den Arbeitsvorrat übernehmen</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Bring claims back on their day</source>
   <translation>Schäden an ihrem Tag zurückholen</translation>
  </message>
  <message>
   <source>Bringing in group facts needs a code of your authenticator app from the last five minutes.</source>
   <translation>Gruppenangaben zu übernehmen verlangt einen Code Ihrer Authentifizierungs-App aus den letzten fünf Minuten.</translation>
  </message>
  <message>
   <source>Bringing in {shown_name}</source>
   <translation>{shown_name} wird übernommen</translation>
  </message>
  <message>
   <source>Broken</source>
   <translation>Defekt</translation>
  </message>
  <message>
   <source>Brought in</source>
   <translation>Übernommen</translation>
  </message>
  <message>
   <source>Brought it back from the diary</source>
   <translation>Aus der Wiedervorlage zurückgeholt</translation>
  </message>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>Building</source>
   <translation>Gebäude</translation>
  </message>
  <message>
   <source>Building vacant</source>
   <translation>Gebäude leerstehend</translation>
  </message>
  <message>
   <source>Buildings</source>
   <translation>Gebäude</translation>
  </message>
  <message>
   <source>Burglar alarm</source>
   <translation>Einbruchmeldeanlage</translation>
  </message>
  <message>
   <source>Business</source>
   <translation>Geschäftlich</translation>
  </message>
  <message>
   <source>Busy</source>
   <translation>Beschäftigt</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>By chance</source>
   <translation>Zufällig</translation>
  </message>
  <message>
   <source>By file name</source>
   <translation>Nach Dateiname</translation>
  </message>
  <message>
   <source>By month</source>
   <translation>Nach Monat</translation>
  </message>
  <message>
   <source>By threshold</source>
   <translation>Nach Schwelle</translation>
  </message>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>Kalender</translation>
  </message>
  <message>
   <source>Calibration</source>
   <translation>Kalibrierung</translation>
  </message>
  <message>
   <source>Calibration error</source>
   <translation>Kalibrierungsfehler</translation>
  </message>
  <message>
   <source>Calibration: {words}</source>
   <translation>Kalibrierung: {words}</translation>
  </message>
  <message>
   <source>Called to the loss</source>
   <translation>Zum Schaden gerufen</translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Aufrufe</translation>
  </message>
  <message>
   <source>Came in</source>
   <translation>Kam herein</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <source>Can do without: {type}{why}</source>
   <translation>Kommt ohne aus: {type}{why}</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancellation</source>
   <translation>Stornierung</translation>
  </message>
  <message>
   <source>Cancelled. {scores:,} of about {rows:,} rows are scored; the rest of the file was not read.</source>
   <translation>Abgebrochen. {scores:,} von etwa {rows:,} Zeilen sind bewertet; der Rest der Datei wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Candidate</source>
   <translation>Kandidat</translation>
  </message>
  <message>
   <source>Candidate again</source>
   <translation>Wieder Kandidat</translation>
  </message>
  <message>
   <source>Candidate registered</source>
   <translation>Kandidat eingetragen</translation>
  </message>
  <message>
   <source>Cannot be used</source>
   <translation>Nicht verwendbar</translation>
  </message>
  <message>
   <source>Cannot sign in. When enabled: with {kind}{code}.</source>
   <translation>Anmeldung nicht möglich. Nach dem Aktivieren: mit {kind}{code}.</translation>
  </message>
  <message>
   <source>Care type</source>
   <translation>Art der Behandlung</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Beförderer</translation>
  </message>
  <message>
   <source>Carrier report no</source>
   <translation>Bericht des Beförderers</translation>
  </message>
  <message>
   <source>Carrier's report</source>
   <translation>Bericht des Beförderers</translation>
  </message>
  <message>
   <source>Catastrophe code</source>
   <translation>Katastrophencode</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Ursache</translation>
  </message>
  <message>
   <source>Cause of loss</source>
   <translation>Schadenursache</translation>
  </message>
  <message>
   <source>Cc</source>
   <translation>Cc</translation>
  </message>
  <message>
   <source>Chains not checked</source>
   <translation>Ketten nicht geprüft</translation>
  </message>
  <message>
   <source>Chains of events</source>
   <translation>Ereignisketten</translation>
  </message>
  <message>
   <source>Chains of {events:,} events checked: {found}</source>
   <translation>Ketten von {events:,} Ereignissen geprüft: {found}</translation>
  </message>
  <message>
   <source>Challenger</source>
   <translation>Herausforderer</translation>
  </message>
  <message>
   <source>Challenger's share</source>
   <translation>Anteil des Herausforderers</translation>
  </message>
  <message>
   <source>Chance</source>
   <translation>Zufall</translation>
  </message>
  <message>
   <source>Change keys</source>
   <translation>Tasten ändern</translation>
  </message>
  <message>
   <source>Change password</source>
   <translation>Passwort ändern</translation>
  </message>
  <message>
   <source>Change the columns</source>
   <translation>Spalten ändern</translation>
  </message>
  <message>
   <source>Change the limits of {claim_type}</source>
   <translation>Grenzen für {claim_type} ändern</translation>
  </message>
  <message>
   <source>Change your own password instead, or ask another administrator.</source>
   <translation>Ändern Sie stattdessen Ihr eigenes Passwort, oder bitten Sie jemand anderen aus der Administration.</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Changed a {noun} on page {page} of “{name}”</source>
   <translation>{noun} auf Seite {page} von „{name}“ geändert</translation>
  </message>
  <message>
   <source>Changed by someone else</source>
   <translation>Von jemand anderem geändert</translation>
  </message>
  <message>
   <source>Changed “{name}”</source>
   <translation>„{name}“ geändert</translation>
  </message>
  <message>
   <source>Changes of this line</source>
   <translation>Änderungen dieser Sparte</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Ändern…</translation>
  </message>
  <message>
   <source>Changing people needs a code of your authenticator app from the last five minutes.</source>
   <translation>Personen zu ändern verlangt einen Code Ihrer Authentifizierungs-App aus den letzten fünf Minuten.</translation>
  </message>
  <message>
   <source>Charge</source>
   <translation>Kosten</translation>
  </message>
  <message>
   <source>Check documents</source>
   <translation>Dokumente prüfen</translation>
  </message>
  <message>
   <source>Check the coverage, then tick this with the space bar.</source>
   <translation>Prüfen Sie die Deckung, und setzen Sie dann mit der Leertaste den Haken.</translation>
  </message>
  <message>
   <source>Check the rows</source>
   <translation>Zeilen prüfen</translation>
  </message>
  <message>
   <source>Checked by you</source>
   <translation>Von Ihnen geprüft</translation>
  </message>
  <message>
   <source>Checked by {checked_by}</source>
   <translation>Geprüft von {checked_by}</translation>
  </message>
  <message>
   <source>Checked the coverage</source>
   <translation>Deckung geprüft</translation>
  </message>
  <message>
   <source>Checking {shown_name}</source>
   <translation>{shown_name} wird geprüft</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>Wird geprüft…</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>Checkliste</translation>
  </message>
  <message>
   <source>Choose a batch to take it back.</source>
   <translation>Wählen Sie einen Stapel, um ihn zurückzunehmen.</translation>
  </message>
  <message>
   <source>Choose a challenger.</source>
   <translation>Wählen Sie einen Herausforderer.</translation>
  </message>
  <message>
   <source>Choose a claim first, then press the key again.</source>
   <translation>Wählen Sie zuerst einen Schaden, und drücken Sie die Taste dann erneut.</translation>
  </message>
  <message>
   <source>Choose a day from today on until which the claim waits.</source>
   <translation>Wählen Sie einen Tag ab heute, bis zu dem der Schaden wartet.</translation>
  </message>
  <message>
   <source>Choose a day from tomorrow on, within a year.</source>
   <translation>Wählen Sie einen Tag ab morgen, innerhalb eines Jahres.</translation>
  </message>
  <message>
   <source>Choose a document first, then press the key again.</source>
   <translation>Wählen Sie zuerst ein Dokument, und drücken Sie die Taste dann erneut.</translation>
  </message>
  <message>
   <source>Choose a document first.</source>
   <translation>Wählen Sie zuerst ein Dokument.</translation>
  </message>
  <message>
   <source>Choose a draft to go on with it.</source>
   <translation>Wählen Sie einen Entwurf, um damit fortzufahren.</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Datei wählen</translation>
  </message>
  <message>
   <source>Choose a file of claims</source>
   <translation>Schadendatei wählen</translation>
  </message>
  <message>
   <source>Choose a line and press the new key, or two one after the other. Delete leaves none.</source>
   <translation>Wählen Sie eine Zeile, und drücken Sie die neue Taste oder zwei nacheinander. Entf lässt keine.</translation>
  </message>
  <message>
   <source>Choose a model</source>
   <translation>Modell wählen</translation>
  </message>
  <message>
   <source>Choose a reason, with the keys 1 to {reasons_of}.</source>
   <translation>Wählen Sie einen Grund mit den Tasten 1 bis {reasons_of}.</translation>
  </message>
  <message>
   <source>Choose a rule.</source>
   <translation>Wählen Sie eine Regel.</translation>
  </message>
  <message>
   <source>Choose a side first: {names}.</source>
   <translation>Wählen Sie zuerst eine Seite: {names}.</translation>
  </message>
  <message>
   <source>Choose a trial.</source>
   <translation>Wählen Sie eine Erprobung.</translation>
  </message>
  <message>
   <source>Choose a version.</source>
   <translation>Wählen Sie eine Version.</translation>
  </message>
  <message>
   <source>Choose an alert first.</source>
   <translation>Wählen Sie zuerst eine Meldung.</translation>
  </message>
  <message>
   <source>Choose an event.</source>
   <translation>Wählen Sie ein Ereignis.</translation>
  </message>
  <message>
   <source>Choose another file</source>
   <translation>Andere Datei wählen</translation>
  </message>
  <message>
   <source>Choose another model</source>
   <translation>Anderes Modell wählen</translation>
  </message>
  <message>
   <source>Choose at least one line; without one, Staff see no unassigned claims.</source>
   <translation>Wählen Sie mindestens eine Sparte; ohne sie sieht die Sachbearbeitung keine nicht zugewiesenen Schäden.</translation>
  </message>
  <message>
   <source>Choose how things look. All of it can be changed later under Settings, Ctrl comma.</source>
   <translation>Wählen Sie, wie alles aussieht. Später lässt es sich unter Einstellungen ändern, Ctrl Komma.</translation>
  </message>
  <message>
   <source>Choose keys</source>
   <translation>Tasten wählen</translation>
  </message>
  <message>
   <source>Choose one in the list.</source>
   <translation>Wählen Sie einen Eintrag der Liste.</translation>
  </message>
  <message>
   <source>Choose one with J, K or a click.</source>
   <translation>Wählen Sie mit J, K oder einem Klick.</translation>
  </message>
  <message>
   <source>Choose text and press Ctrl+H to highlight it, or Ctrl+M to write a note.</source>
   <translation>Markieren Sie Text, und drücken Sie Ctrl+H zum Hervorheben oder Ctrl+M für eine Notiz.</translation>
  </message>
  <message>
   <source>Choose text first, by mouse or with Shift and the arrows, then press the key again.</source>
   <translation>Markieren Sie zuerst Text, mit der Maus oder mit Shift und den Pfeilen, und drücken Sie die Taste dann erneut.</translation>
  </message>
  <message>
   <source>Choose what is to be hidden first.</source>
   <translation>Wählen Sie zuerst, was verborgen werden soll.</translation>
  </message>
  <message>
   <source>Choose what nobody else may see</source>
   <translation>Wählen Sie, was niemand sonst sehen soll</translation>
  </message>
  <message>
   <source>Choose what the investigation found, then return the claim.</source>
   <translation>Wählen Sie, was die Ermittlung ergab, und geben Sie den Schaden dann zurück.</translation>
  </message>
  <message>
   <source>Choose what you would do, with the keys 1 to {views}.</source>
   <translation>Wählen Sie mit den Tasten 1 bis {views}, was Sie tun würden.</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>City or town</source>
   <translation>Stadt oder Ort</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>Schaden</translation>
  </message>
  <message>
   <source>Claim / estimate</source>
   <translation>Forderung / Voranschlag</translation>
  </message>
  <message>
   <source>Claim / sum insured</source>
   <translation>Forderung / Summe</translation>
  </message>
  <message>
   <source>Claim number takes at most {longest_number} characters. Shorten it.</source>
   <translation>Eine Schadennummer hat höchstens {longest_number} Zeichen. Kürzen Sie sie.</translation>
  </message>
  <message>
   <source>Claim type</source>
   <translation>Schadenart</translation>
  </message>
  <message>
   <source>Claim type {claim_type} is not one of your lines ({yours}).</source>
   <translation>Die Schadenart {claim_type} gehört nicht zu Ihren Sparten ({yours}).</translation>
  </message>
  <message>
   <source>Claim type: {text}</source>
   <translation>Schadenart: {text}</translation>
  </message>
  <message>
   <source>Claim {found}</source>
   <translation>{found} fordern</translation>
  </message>
  <message>
   <source>Claimant</source>
   <translation>Anspruchsteller</translation>
  </message>
  <message>
   <source>Claimed</source>
   <translation>Gefordert</translation>
  </message>
  <message>
   <source>Claimed amount</source>
   <translation>Geforderter Betrag</translation>
  </message>
  <message>
   <source>Claimed amount is needed. Enter it, or leave the row out.</source>
   <translation>Der geforderte Betrag fehlt. Geben Sie ihn ein, oder lassen Sie die Zeile weg.</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>Schäden</translation>
  </message>
  <message>
   <source>Claims (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)</source>
   <translation>Schäden (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Claims are denied one by one.</source>
   <translation>Schäden werden einzeln abgelehnt.</translation>
  </message>
  <message>
   <source>Claims are referred from {refer_from} since {effective_from}.</source>
   <translation>Schäden werden seit {effective_from} ab {refer_from} verwiesen.</translation>
  </message>
  <message>
   <source>Claims cannot be searched now: {why}</source>
   <translation>Schäden können jetzt nicht gesucht werden: {why}</translation>
  </message>
  <message>
   <source>Claims declared</source>
   <translation>Angegebene Vorschäden</translation>
  </message>
  <message>
   <source>Claims scored from that day on follow it; suggestions that claims have stay as they are.</source>
   <translation>Ab diesem Tag bewertete Schäden folgen ihr; vorhandene Vorschläge bleiben, wie sie sind.</translation>
  </message>
  <message>
   <source>Clean</source>
   <translation>Sauber</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>Filter löschen</translation>
  </message>
  <message>
   <source>Clear the filters</source>
   <translation>Filter löschen</translation>
  </message>
  <message>
   <source>Clear the staging</source>
   <translation>Zwischenlager leeren</translation>
  </message>
  <message>
   <source>Cleared</source>
   <translation>Unauffällig</translation>
  </message>
  <message>
   <source>Cleared or paid</source>
   <translation>Unauffällig oder bezahlt</translation>
  </message>
  <message>
   <source>Clinic</source>
   <translation>Klinik</translation>
  </message>
  <message>
   <source>Clocks</source>
   <translation>Fristen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close claim</source>
   <translation>Schaden schließen</translation>
  </message>
  <message>
   <source>Close ended logins</source>
   <translation>Beendete Anmeldungen schließen</translation>
  </message>
  <message>
   <source>Close notes</source>
   <translation>Notizen schließen</translation>
  </message>
  <message>
   <source>Close notes ({keycap})</source>
   <translation>Notizen schließen ({keycap})</translation>
  </message>
  <message>
   <source>Close the claim</source>
   <translation>Schaden schließen</translation>
  </message>
  <message>
   <source>Close the comparison</source>
   <translation>Vergleich schließen</translation>
  </message>
  <message>
   <source>Close to the limit</source>
   <translation>Nahe an der Summe</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Geschlossen</translation>
  </message>
  <message>
   <source>Closed{outcome}</source>
   <translation>Geschlossen{outcome}</translation>
  </message>
  <message>
   <source>Closer review</source>
   <translation>Genau prüfen</translation>
  </message>
  <message>
   <source>Closing</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Code that the app shows</source>
   <translation>Code, den die App zeigt</translation>
  </message>
  <message>
   <source>Colleague</source>
   <translation>Kollegin oder Kollege</translation>
  </message>
  <message>
   <source>Colleagues</source>
   <translation>Kolleginnen und Kollegen</translation>
  </message>
  <message>
   <source>Collision</source>
   <translation>Zusammenstoß</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>Spalte</translation>
  </message>
  <message>
   <source>Column of the file</source>
   <translation>Spalte der Datei</translation>
  </message>
  <message>
   <source>Column {name} becomes</source>
   <translation>Spalte {name} wird zu</translation>
  </message>
  <message>
   <source>Columns of the file</source>
   <translation>Spalten der Datei</translation>
  </message>
  <message>
   <source>Comes back on {until}</source>
   <translation>Kommt am {until} zurück</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Commercial</source>
   <translation>Gewerblich</translation>
  </message>
  <message>
   <source>Communication</source>
   <translation>Mitteilung</translation>
  </message>
  <message>
   <source>Commute</source>
   <translation>Arbeitsweg</translation>
  </message>
  <message>
   <source>Company number</source>
   <translation>Firmennummer</translation>
  </message>
  <message>
   <source>Compare with precedents</source>
   <translation>Mit Vergleichsfällen vergleichen</translation>
  </message>
  <message>
   <source>Compare with the nearest precedents</source>
   <translation>Mit den nächsten Vergleichsfällen vergleichen</translation>
  </message>
  <message>
   <source>Compares</source>
   <translation>Vergleicht</translation>
  </message>
  <message>
   <source>Comparison</source>
   <translation>Vergleich</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>Beschwerde</translation>
  </message>
  <message>
   <source>Complaint upheld</source>
   <translation>Beschwerde berechtigt</translation>
  </message>
  <message>
   <source>Comprehensive</source>
   <translation>Vollkasko</translation>
  </message>
  <message>
   <source>Condition breached</source>
   <translation>Obliegenheit verletzt</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Bestätigen</translation>
  </message>
  <message>
   <source>Confirm that the privacy notice was given; it says that a model assists.</source>
   <translation>Bestätigen Sie, dass der Datenschutzhinweis gegeben wurde; er sagt, dass ein Modell unterstützt.</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Bestätigt</translation>
  </message>
  <message>
   <source>Connections</source>
   <translation>Verbindungen</translation>
  </message>
  <message>
   <source>Contact shared with unrelated claims</source>
   <translation>Kontaktangabe auch bei fremden Schäden</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>Hausrat</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Continue draft</source>
   <translation>Entwurf fortsetzen</translation>
  </message>
  <message>
   <source>Cooking</source>
   <translation>Kochen</translation>
  </message>
  <message>
   <source>Coordinates</source>
   <translation>Koordinaten</translation>
  </message>
  <message>
   <source>Coordinates are degrees north and east, like 53.8008, -1.5491.</source>
   <translation>Koordinaten sind Grad Nord und Ost, wie 53.8008, -1.5491.</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Copy password</source>
   <translation>Passwort kopieren</translation>
  </message>
  <message>
   <source>Copy text</source>
   <translation>Text kopieren</translation>
  </message>
  <message>
   <source>Copy the claim number</source>
   <translation>Schadennummer kopieren</translation>
  </message>
  <message>
   <source>Copy the key</source>
   <translation>Schlüssel kopieren</translation>
  </message>
  <message>
   <source>Copy the seals</source>
   <translation>Siegel kopieren</translation>
  </message>
  <message>
   <source>Copy versions</source>
   <translation>Versionen kopieren</translation>
  </message>
  <message>
   <source>Correct a payment</source>
   <translation>Zahlung berichtigen</translation>
  </message>
  <message>
   <source>Correct the fields that are marked.</source>
   <translation>Berichtigen Sie die markierten Felder.</translation>
  </message>
  <message>
   <source>Corrected a payment to {payee} to {amount}, was {was}: {said}</source>
   <translation>Zahlung an {payee} auf {amount} berichtigt, vorher {was}: {said}</translation>
  </message>
  <message>
   <source>Correspondence</source>
   <translation>Schriftwechsel</translation>
  </message>
  <message>
   <source>Could not be scored: {note}</source>
   <translation>Konnte nicht bewertet werden: {note}</translation>
  </message>
  <message>
   <source>Could not be scored: {note}{without}</source>
   <translation>Konnte nicht bewertet werden: {note}{without}</translation>
  </message>
  <message>
   <source>Count scored claims</source>
   <translation>Bewertete Schäden zählen</translation>
  </message>
  <message>
   <source>Counting</source>
   <translation>Zählung</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Counts as not read.</source>
   <translation>Gilt als nicht gelesen.</translation>
  </message>
  <message>
   <source>Counts as read.</source>
   <translation>Gilt als gelesen.</translation>
  </message>
  <message>
   <source>Coupé or convertible</source>
   <translation>Coupé oder Cabrio</translation>
  </message>
  <message>
   <source>Court or ombudsman</source>
   <translation>Gericht oder Ombudsmann</translation>
  </message>
  <message>
   <source>Coverage</source>
   <translation>Deckung</translation>
  </message>
  <message>
   <source>Coverage checked</source>
   <translation>Deckung geprüft</translation>
  </message>
  <message>
   <source>Coverage checked{by}, {checked_at}.</source>
   <translation>Deckung geprüft{by}, {checked_at}.</translation>
  </message>
  <message>
   <source>Create person</source>
   <translation>Person anlegen</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Angelegt</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Currency is a code of three letters, like GBP.</source>
   <translation>Die Währung ist ein Code aus drei Buchstaben, wie GBP.</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Database</source>
   <translation>Datenbank</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Date discovered</source>
   <translation>Entdeckt am</translation>
  </message>
  <message>
   <source>Date discovered cannot be before the loss. Correct one of the dates.</source>
   <translation>Das Entdeckungsdatum kann nicht vor dem Schaden liegen. Berichtigen Sie eines der Daten.</translation>
  </message>
  <message>
   <source>Date discovered cannot lie in the future. Correct it.</source>
   <translation>Das Entdeckungsdatum kann nicht in der Zukunft liegen. Berichtigen Sie es.</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation>Geburtsdatum</translation>
  </message>
  <message>
   <source>Date of birth of the driver</source>
   <translation>Geburtsdatum der fahrenden Person</translation>
  </message>
  <message>
   <source>Date of birth of the patient</source>
   <translation>Geburtsdatum der behandelten Person</translation>
  </message>
  <message>
   <source>Date of loss</source>
   <translation>Schadendatum</translation>
  </message>
  <message>
   <source>Date reported</source>
   <translation>Meldedatum</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Day bought</source>
   <translation>Kauftag</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Days from loss to report</source>
   <translation>Tage bis zur Meldung</translation>
  </message>
  <message>
   <source>Days to decision</source>
   <translation>Tage bis zur Entscheidung</translation>
  </message>
  <message>
   <source>Dead rows</source>
   <translation>Tote Zeilen</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>Entscheiden</translation>
  </message>
  <message>
   <source>Decide yourself</source>
   <translation>Selbst entscheiden</translation>
  </message>
  <message>
   <source>Decided</source>
   <translation>Entschieden</translation>
  </message>
  <message>
   <source>Decided otherwise than suggested</source>
   <translation>Anders entschieden als vorgeschlagen</translation>
  </message>
  <message>
   <source>Decided otherwise than the engine suggested.</source>
   <translation>Anders entschieden, als die Maschine vorschlug.</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Entscheidung</translation>
  </message>
  <message>
   <source>Decisions in the outbox</source>
   <translation>Entscheidungen im Postausgang</translation>
  </message>
  <message>
   <source>Deductible</source>
   <translation>Selbstbehalt</translation>
  </message>
  <message>
   <source>Delay</source>
   <translation>Verspätung</translation>
  </message>
  <message>
   <source>Delete the view</source>
   <translation>Ansicht löschen</translation>
  </message>
  <message>
   <source>Delete “{name}”…</source>
   <translation>„{name}“ löschen…</translation>
  </message>
  <message>
   <source>Deliberate</source>
   <translation>Vorsätzlich</translation>
  </message>
  <message>
   <source>Denied</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Denied: {denial}, "{wording}"</source>
   <translation>Abgelehnt: {denial}, „{wording}“</translation>
  </message>
  <message>
   <source>Dense</source>
   <translation>Dicht</translation>
  </message>
  <message>
   <source>Dense shows almost half as many more claims at once.</source>
   <translation>Dicht zeigt fast um die Hälfte mehr Schäden auf einmal.</translation>
  </message>
  <message>
   <source>Dense shows more at once.</source>
   <translation>Dicht zeigt mehr auf einmal.</translation>
  </message>
  <message>
   <source>Dental</source>
   <translation>Zahnbehandlung</translation>
  </message>
  <message>
   <source>Deny</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <source>Denying</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <source>Describe what happened in at least {least_words} characters.</source>
   <translation>Beschreiben Sie mit mindestens {least_words} Zeichen, was geschehen ist.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Schilderung</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Desks may keep documents for the next look</source>
   <translation>Arbeitsplätze dürfen Dokumente für den nächsten Blick behalten</translation>
  </message>
  <message>
   <source>Desktop</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Desktop {device}</source>
   <translation>Arbeitsplatz {device}</translation>
  </message>
  <message>
   <source>Destination</source>
   <translation>Reiseziel</translation>
  </message>
  <message>
   <source>Diagnosis</source>
   <translation>Diagnose</translation>
  </message>
  <message>
   <source>Diagnosis codes</source>
   <translation>Diagnoseschlüssel</translation>
  </message>
  <message>
   <source>Diagnosis codes are written as ICD-10 codes, like S52.5.</source>
   <translation>Diagnoseschlüssel werden als ICD-10 geschrieben, wie S52.5.</translation>
  </message>
  <message>
   <source>Diagnostics</source>
   <translation>Diagnostik</translation>
  </message>
  <message>
   <source>Diary</source>
   <translation>Wiedervorlage</translation>
  </message>
  <message>
   <source>Did: {title}</source>
   <translation>Erledigt: {title}</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Unterschied</translation>
  </message>
  <message>
   <source>Differences only</source>
   <translation>Nur Unterschiede</translation>
  </message>
  <message>
   <source>Disable account…</source>
   <translation>Konto sperren…</translation>
  </message>
  <message>
   <source>Disable {name}</source>
   <translation>{name} sperren</translation>
  </message>
  <message>
   <source>Disable {name}?</source>
   <translation>{name} sperren?</translation>
  </message>
  <message>
   <source>Disabled</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Discard it</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Discard them</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Discharge date</source>
   <translation>Entlassungsdatum</translation>
  </message>
  <message>
   <source>Discharged</source>
   <translation>Entlassen</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Festplatte</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Ausblenden</translation>
  </message>
  <message>
   <source>Dismiss the remark about keys</source>
   <translation>Hinweis zu den Tasten ausblenden</translation>
  </message>
  <message>
   <source>Display</source>
   <translation>Anzeige</translation>
  </message>
  <message>
   <source>Dispute</source>
   <translation>Anzweifeln</translation>
  </message>
  <message>
   <source>Dispute {number}</source>
   <translation>{number} anzweifeln</translation>
  </message>
  <message>
   <source>Disputed</source>
   <translation>Angezweifelt</translation>
  </message>
  <message>
   <source>Disputed a precedent</source>
   <translation>Einen Vergleichsfall angezweifelt</translation>
  </message>
  <message>
   <source>Disputed: {disputed}</source>
   <translation>Angezweifelt: {disputed}</translation>
  </message>
  <message>
   <source>Disputes are read by analysts. Ask a supervisor for the flag.</source>
   <translation>Zweifel liest die Analyse. Bitten Sie eine Teamleitung um das Merkmal.</translation>
  </message>
  <message>
   <source>Distance</source>
   <translation>Abstand</translation>
  </message>
  <message>
   <source>Distance to precedents</source>
   <translation>Abstand zu den Vergleichsfällen</translation>
  </message>
  <message>
   <source>Distance: {words}</source>
   <translation>Abstand: {words}</translation>
  </message>
  <message>
   <source>Do not {amid}</source>
   <translation>Nicht: {amid}</translation>
  </message>
  <message>
   <source>Do without</source>
   <translation>Verzichten</translation>
  </message>
  <message>
   <source>Do without it</source>
   <translation>Darauf verzichten</translation>
  </message>
  <message>
   <source>Do without: {name}</source>
   <translation>Verzichten auf: {name}</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Dokument</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Dokumente</translation>
  </message>
  <message>
   <source>Documents ({names})</source>
   <translation>Dokumente ({names})</translation>
  </message>
  <message>
   <source>Documents at hand</source>
   <translation>Dokumente zur Hand</translation>
  </message>
  <message>
   <source>Documents conflict</source>
   <translation>Widersprüchliche Dokumente</translation>
  </message>
  <message>
   <source>Documents contradict each other</source>
   <translation>Dokumente widersprechen einander</translation>
  </message>
  <message>
   <source>Documents not loaded</source>
   <translation>Dokumente nicht geladen</translation>
  </message>
  <message>
   <source>Documents of a claim</source>
   <translation>Dokumente eines Schadens</translation>
  </message>
  <message>
   <source>Documents on desks</source>
   <translation>Dokumente an Arbeitsplätzen</translation>
  </message>
  <message>
   <source>Documents that the claim needs</source>
   <translation>Dokumente, die der Schaden braucht</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Draft {number}</source>
   <translation>Entwurf {number}</translation>
  </message>
  <message>
   <source>Draft {number}, saved at {now:%H:%M}</source>
   <translation>Entwurf {number}, gespeichert um {now:%H:%M}</translation>
  </message>
  <message>
   <source>Draw a box with the mouse around what the note is about. Esc leaves it.</source>
   <translation>Ziehen Sie mit der Maus einen Rahmen um das, worum es in der Notiz geht. Esc verlässt ihn.</translation>
  </message>
  <message>
   <source>Draw boxes with the mouse, or find text with Ctrl+F and hide it.</source>
   <translation>Ziehen Sie Rahmen mit der Maus, oder suchen Sie Text mit Ctrl+F, und verbergen Sie ihn.</translation>
  </message>
  <message>
   <source>Drift</source>
   <translation>Drift</translation>
  </message>
  <message>
   <source>Drift noticed</source>
   <translation>Drift bemerkt</translation>
  </message>
  <message>
   <source>Drivable</source>
   <translation>Fahrbereit</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Fahrer</translation>
  </message>
  <message>
   <source>Driver born</source>
   <translation>Geburtsdatum der fahrenden Person</translation>
  </message>
  <message>
   <source>Driver has permission</source>
   <translation>Mit Erlaubnis gefahren</translation>
  </message>
  <message>
   <source>Driver licence</source>
   <translation>Führerschein</translation>
  </message>
  <message>
   <source>Driver licence region</source>
   <translation>Führerschein ausgestellt in</translation>
  </message>
  <message>
   <source>Driver relation</source>
   <translation>Beziehung der fahrenden Person</translation>
  </message>
  <message>
   <source>Driver, guest</source>
   <translation>Fahrer, Gast</translation>
  </message>
  <message>
   <source>Driving licence</source>
   <translation>Führerschein</translation>
  </message>
  <message>
   <source>Drop</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Drop a CSV or Excel file of claims here</source>
   <translation>Legen Sie hier eine CSV- oder Excel-Datei mit Schäden ab</translation>
  </message>
  <message>
   <source>Drop files here, or add them with Shift+D.</source>
   <translation>Legen Sie hier Dateien ab, oder fügen Sie sie mit Shift+D hinzu.</translation>
  </message>
  <message>
   <source>Drop mine</source>
   <translation>Meine verwerfen</translation>
  </message>
  <message>
   <source>Drop the change</source>
   <translation>Änderung verwerfen</translation>
  </message>
  <message>
   <source>Drop the proposal</source>
   <translation>Vorschlag verwerfen</translation>
  </message>
  <message>
   <source>Dropped</source>
   <translation>Verworfen</translation>
  </message>
  <message>
   <source>Dry run</source>
   <translation>Probelauf</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>Heute fällig</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>EUR (€)</source>
   <translation>EUR (€)</translation>
  </message>
  <message>
   <source>Each hash is the SHA-256 of its event and of the hash before it; the command “audit verify” computes all of them again.</source>
   <translation>Jeder Hash ist der SHA-256 seines Ereignisses und des Hashes davor; der Befehl „audit verify“ rechnet alle noch einmal nach.</translation>
  </message>
  <message>
   <source>Each sign-in of yours that goes on, on any computer. End what you do not recognise.</source>
   <translation>Jede Ihrer laufenden Anmeldungen, auf jedem Computer. Beenden Sie, was Sie nicht kennen.</translation>
  </message>
  <message>
   <source>Earlier claims declared</source>
   <translation>Angegebene Vorschäden</translation>
  </message>
  <message>
   <source>Early loss</source>
   <translation>Früher Schaden</translation>
  </message>
  <message>
   <source>Edited with</source>
   <translation>Bearbeitet mit</translation>
  </message>
  <message>
   <source>Electrical</source>
   <translation>Elektrik</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Emergency</source>
   <translation>Notfall</translation>
  </message>
  <message>
   <source>Emergency repairs done</source>
   <translation>Notreparaturen ausgeführt</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Angestellt</translation>
  </message>
  <message>
   <source>Empty for over 30 days</source>
   <translation>Über 30 Tage leer</translation>
  </message>
  <message>
   <source>Enable account</source>
   <translation>Konto aktivieren</translation>
  </message>
  <message>
   <source>Encrypted with the person's own key, at most a day, and gone at sign-out.</source>
   <translation>Mit dem Schlüssel der Person verschlüsselt, höchstens einen Tag, und beim Abmelden fort.</translation>
  </message>
  <message>
   <source>End the session of {name}</source>
   <translation>Sitzung von {name} beenden</translation>
  </message>
  <message>
   <source>End…</source>
   <translation>Beenden…</translation>
  </message>
  <message>
   <source>Enhanced review</source>
   <translation>Nähere Prüfung</translation>
  </message>
  <message>
   <source>Enter a name of at most {longest_name} characters.</source>
   <translation>Geben Sie einen Namen von höchstens {longest_name} Zeichen ein.</translation>
  </message>
  <message>
   <source>Enter a new password.</source>
   <translation>Geben Sie ein neues Passwort ein.</translation>
  </message>
  <message>
   <source>Enter a region; without one, Staff see no unassigned claims.</source>
   <translation>Geben Sie eine Region ein; ohne sie sieht die Sachbearbeitung keine nicht zugewiesenen Schäden.</translation>
  </message>
  <message>
   <source>Enter an amount of at most two decimal places, like 5,000.00.</source>
   <translation>Geben Sie einen Betrag mit höchstens zwei Nachkommastellen ein, wie 5,000.00.</translation>
  </message>
  <message>
   <source>Enter an amount, like 1250.00.</source>
   <translation>Geben Sie einen Betrag ein, wie 1250.00.</translation>
  </message>
  <message>
   <source>Enter the amount, like 1250.00.</source>
   <translation>Geben Sie den Betrag ein, wie 1250.00.</translation>
  </message>
  <message>
   <source>Enter the code that the app shows.</source>
   <translation>Geben Sie den Code ein, den die App zeigt.</translation>
  </message>
  <message>
   <source>Enter the estimate of the repair.</source>
   <translation>Geben Sie den Kostenvoranschlag der Reparatur ein.</translation>
  </message>
  <message>
   <source>Enter the password you signed in with.</source>
   <translation>Geben Sie das Passwort ein, mit dem Sie sich angemeldet haben.</translation>
  </message>
  <message>
   <source>Enter to run   ·   Tab to narrow   ·   type &gt; for commands only, # for claim numbers</source>
   <translation>Eingabe führt aus   ·   Tab grenzt ein   ·   &gt; nur Befehle, # für Schadennummern</translation>
  </message>
  <message>
   <source>Enter what is chosen</source>
   <translation>Gewähltes eingeben</translation>
  </message>
  <message>
   <source>Enter your {amid}.</source>
   <translation>Bitte eingeben: {amid}.</translation>
  </message>
  <message>
   <source>Entered</source>
   <translation>Eingegeben</translation>
  </message>
  <message>
   <source>Error</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Errors</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Escape of water</source>
   <translation>Leitungswasser</translation>
  </message>
  <message>
   <source>Estate</source>
   <translation>Kombi</translation>
  </message>
  <message>
   <source>Estimate</source>
   <translation>Kostenvoranschlag</translation>
  </message>
  <message>
   <source>Estimate amount</source>
   <translation>Kostenvoranschlag</translation>
  </message>
  <message>
   <source>Evening</source>
   <translation>Abend</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Ereignis</translation>
  </message>
  <message>
   <source>Event type</source>
   <translation>Was schiefging</translation>
  </message>
  <message>
   <source>Every action has a key; letters act on the queue and the claim. ? shows them all.</source>
   <translation>Jede Aktion hat eine Taste; Buchstaben wirken auf Arbeitsvorrat und Schaden. ? zeigt alle.</translation>
  </message>
  <message>
   <source>Every claim is judged
by its precedents.</source>
   <translation>Jeder Schaden wird an seinen
Vergleichsfällen gemessen.</translation>
  </message>
  <message>
   <source>Every claim is judged by its precedents.</source>
   <translation>Jeder Schaden wird an seinen Vergleichsfällen gemessen.</translation>
  </message>
  <message>
   <source>Every claim needs {names}. Choose the columns that hold them.</source>
   <translation>Jeder Schaden braucht {names}. Wählen Sie die Spalten, in denen das steht.</translation>
  </message>
  <message>
   <source>Every claim within your reach is decided. New ones appear here by themselves.</source>
   <translation>Jeder Schaden in Ihrer Reichweite ist entschieden. Neue erscheinen hier von selbst.</translation>
  </message>
  <message>
   <source>Every decision is on record and can be undone.</source>
   <translation>Jede Entscheidung ist festgehalten und kann rückgängig gemacht werden.</translation>
  </message>
  <message>
   <source>Every entry</source>
   <translation>Jeder Eintrag</translation>
  </message>
  <message>
   <source>Every entry, the latest first</source>
   <translation>Jeder Eintrag, der neueste zuerst</translation>
  </message>
  <message>
   <source>Every look at a document is put on record, which the database cannot do while it only reads. Open it again once the status line says Online.</source>
   <translation>Jeder Blick in ein Dokument wird festgehalten; das kann die Datenbank nicht, solange sie nur liest. Öffnen Sie es wieder, sobald die Statuszeile Online sagt.</translation>
  </message>
  <message>
   <source>Every row can come in</source>
   <translation>Jede Zeile kann hereinkommen</translation>
  </message>
  <message>
   <source>Every row is scored or rejected with its reason.</source>
   <translation>Jede Zeile wird bewertet oder mit ihrem Grund zurückgewiesen.</translation>
  </message>
  <message>
   <source>Everything you entered is still here.</source>
   <translation>Alles, was Sie eingegeben haben, ist noch da.</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <source>Evidence, day by day</source>
   <translation>Belege, Tag für Tag</translation>
  </message>
  <message>
   <source>Example</source>
   <translation>Beispiel</translation>
  </message>
  <message>
   <source>Excess</source>
   <translation>Selbstbehalt</translation>
  </message>
  <message>
   <source>Exclusion</source>
   <translation>Ausschluss</translation>
  </message>
  <message>
   <source>Expected from claims with an outcome, weighed to speak for those that were paid unseen.</source>
   <translation>Erwartet aus Schäden mit Ergebnis, gewichtet auch für jene, die ungesehen bezahlt wurden.</translation>
  </message>
  <message>
   <source>Expected substantiated</source>
   <translation>Erhärtet erwartet</translation>
  </message>
  <message>
   <source>Expected wrongly referred</source>
   <translation>Zu Unrecht verwiesen erwartet</translation>
  </message>
  <message>
   <source>Expenses</source>
   <translation>Auslagen</translation>
  </message>
  <message>
   <source>Expert report</source>
   <translation>Gutachten</translation>
  </message>
  <message>
   <source>Explain</source>
   <translation>Erklären</translation>
  </message>
  <message>
   <source>Explanation of benefits</source>
   <translation>Leistungsabrechnung</translation>
  </message>
  <message>
   <source>Export CSV</source>
   <translation>CSV exportieren</translation>
  </message>
  <message>
   <source>Export PDF</source>
   <translation>PDF exportieren</translation>
  </message>
  <message>
   <source>Export the audit log</source>
   <translation>Revisionsprotokoll exportieren</translation>
  </message>
  <message>
   <source>Export the results</source>
   <translation>Ergebnisse exportieren</translation>
  </message>
  <message>
   <source>Export this view</source>
   <translation>Diese Ansicht exportieren</translation>
  </message>
  <message>
   <source>Exported {now:%d %b %Y, %H:%M}: {described}</source>
   <translation>Exportiert {now:%d.%m.%Y, %H:%M}: {described}</translation>
  </message>
  <message>
   <source>Fact</source>
   <translation>Angabe</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Angaben</translation>
  </message>
  <message>
   <source>Facts of the claim</source>
   <translation>Angaben zum Schaden</translation>
  </message>
  <message>
   <source>Facts side by side</source>
   <translation>Angaben im Vergleich</translation>
  </message>
  <message>
   <source>Facts, what moved most first</source>
   <translation>Angaben, am stärksten verschobene zuerst</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Failing</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Failures</source>
   <translation>Fehlschläge</translation>
  </message>
  <message>
   <source>Fairness</source>
   <translation>Fairness</translation>
  </message>
  <message>
   <source>Fairness looked at</source>
   <translation>Fairness eingesehen</translation>
  </message>
  <message>
   <source>False alarm</source>
   <translation>Fehlalarm</translation>
  </message>
  <message>
   <source>Family</source>
   <translation>Familie</translation>
  </message>
  <message>
   <source>Fast track</source>
   <translation>Schnellweg</translation>
  </message>
  <message>
   <source>Fast track limits</source>
   <translation>Grenzen des Schnellwegs</translation>
  </message>
  <message>
   <source>Fast track limits changed</source>
   <translation>Grenzen des Schnellwegs geändert</translation>
  </message>
  <message>
   <source>Fast track: {claim_type}</source>
   <translation>Schnellweg: {claim_type}</translation>
  </message>
  <message>
   <source>Fatal</source>
   <translation>Tödlich</translation>
  </message>
  <message>
   <source>Fault rating</source>
   <translation>Schuldfrage</translation>
  </message>
  <message>
   <source>Fault share</source>
   <translation>Schuldanteil</translation>
  </message>
  <message>
   <source>Figures (*.csv)</source>
   <translation>Zahlen (*.csv)</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>File as {kind}</source>
   <translation>Ablegen als {kind}</translation>
  </message>
  <message>
   <source>File to score</source>
   <translation>Zu bewertende Datei</translation>
  </message>
  <message>
   <source>Filed “{name}” as {type}</source>
   <translation>„{name}“ als {type} abgelegt</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>Files on their way</source>
   <translation>Dateien unterwegs</translation>
  </message>
  <message>
   <source>Files that you drop here are added as</source>
   <translation>Dateien, die Sie hier ablegen, werden hinzugefügt als</translation>
  </message>
  <message>
   <source>Filter {title}: {value}</source>
   <translation>Filter {title}: {value}</translation>
  </message>
  <message>
   <source>Final</source>
   <translation>Endgültig</translation>
  </message>
  <message>
   <source>Finance company</source>
   <translation>Finanzierer</translation>
  </message>
  <message>
   <source>Financed by</source>
   <translation>Finanziert von</translation>
  </message>
  <message>
   <source>Find a document</source>
   <translation>Dokument suchen</translation>
  </message>
  <message>
   <source>Find a note</source>
   <translation>Notiz suchen</translation>
  </message>
  <message>
   <source>Find a person or a region</source>
   <translation>Person oder Region suchen</translation>
  </message>
  <message>
   <source>Find in this document</source>
   <translation>In diesem Dokument suchen</translation>
  </message>
  <message>
   <source>Find text</source>
   <translation>Text suchen</translation>
  </message>
  <message>
   <source>Finish or drop the open tasks first.</source>
   <translation>Erledigen oder verwerfen Sie zuerst die offenen Aufgaben.</translation>
  </message>
  <message>
   <source>Fire</source>
   <translation>Feuer</translation>
  </message>
  <message>
   <source>Fire origin</source>
   <translation>Brandursprung</translation>
  </message>
  <message>
   <source>Fire over 10,000</source>
   <translation>Feuer über 10.000</translation>
  </message>
  <message>
   <source>Fire service</source>
   <translation>Feuerwehr</translation>
  </message>
  <message>
   <source>Fired</source>
   <translation>Ausgelöst</translation>
  </message>
  <message numerus="yes">
   <source>Fired on {n:,} claims.</source>
   <translation>
    <numerusform>Bei {n:,} Schaden ausgelöst.</numerusform>
    <numerusform>Bei {n:,} Schäden ausgelöst.</numerusform>
   </translation>
  </message>
  <message>
   <source>First</source>
   <translation>Zuerst</translation>
  </message>
  <message>
   <source>First value</source>
   <translation>Erster Wert</translation>
  </message>
  <message>
   <source>Fit the page</source>
   <translation>Seite einpassen</translation>
  </message>
  <message>
   <source>Fit the width</source>
   <translation>Breite einpassen</translation>
  </message>
  <message>
   <source>Fitted and set</source>
   <translation>Eingebaut und scharf</translation>
  </message>
  <message>
   <source>Fitted, not set</source>
   <translation>Eingebaut, nicht scharf</translation>
  </message>
  <message>
   <source>Flags</source>
   <translation>Warnhinweise</translation>
  </message>
  <message>
   <source>Flat</source>
   <translation>Wohnung</translation>
  </message>
  <message>
   <source>Flood</source>
   <translation>Überschwemmung</translation>
  </message>
  <message>
   <source>Follow thresholds</source>
   <translation>Schwellen folgen</translation>
  </message>
  <message>
   <source>For example that the loss is below the amount from which it is asked for</source>
   <translation>Zum Beispiel, dass der Schaden unter dem Betrag liegt, ab dem es verlangt wird</translation>
  </message>
  <message>
   <source>For information</source>
   <translation>Zur Auskunft</translation>
  </message>
  <message>
   <source>For your work only: a claimant who knew this list could answer to it.</source>
   <translation>Nur für Ihre Arbeit: Wer den Anspruch stellt und diese Liste kennt, könnte sich danach richten.</translation>
  </message>
  <message>
   <source>Forced</source>
   <translation>Gewaltsam</translation>
  </message>
  <message>
   <source>Forced entry</source>
   <translation>Gewaltsames Eindringen</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Found no indicator any more</source>
   <translation>Keinen Hinweis mehr gefunden</translation>
  </message>
  <message>
   <source>Found of all substantiated</source>
   <translation>Gefunden von allen erhärteten</translation>
  </message>
  <message>
   <source>Found when 10% are reviewed</source>
   <translation>Gefunden bei Prüfung von 10 %</translation>
  </message>
  <message>
   <source>Found {days} after the loss: unusual.</source>
   <translation>{days} nach dem Schaden gefunden: ungewöhnlich.</translation>
  </message>
  <message numerus="yes">
   <source>Found {n} indicators, {points} points together</source>
   <translation>
    <numerusform>{n} Hinweis gefunden, zusammen {points} Punkte</numerusform>
    <numerusform>{n} Hinweise gefunden, zusammen {points} Punkte</numerusform>
   </translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Front</source>
   <translation>Vorne</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>Vollständiger Name</translation>
  </message>
  <message>
   <source>Further loss</source>
   <translation>Weiterer Schaden</translation>
  </message>
  <message>
   <source>Further loss or cost</source>
   <translation>Weiterer Schaden oder weitere Kosten</translation>
  </message>
  <message>
   <source>GBP (£)</source>
   <translation>GBP (£)</translation>
  </message>
  <message>
   <source>Gains at the review budget</source>
   <translation>Ertrag beim Prüfbudget</translation>
  </message>
  <message>
   <source>Gap</source>
   <translation>Lücke</translation>
  </message>
  <message>
   <source>Gate not passed</source>
   <translation>Prüfschwelle nicht bestanden</translation>
  </message>
  <message>
   <source>Gathers claims</source>
   <translation>Sammelt Schäden</translation>
  </message>
  <message>
   <source>Get next claim</source>
   <translation>Nächsten Schaden holen</translation>
  </message>
  <message>
   <source>Gets the tag {word}</source>
   <translation>Erhält das Etikett {word}</translation>
  </message>
  <message>
   <source>Give a day, today or later.</source>
   <translation>Nennen Sie einen Tag, heute oder später.</translation>
  </message>
  <message>
   <source>Give a number of hours above 0.</source>
   <translation>Nennen Sie eine Stundenzahl über 0.</translation>
  </message>
  <message>
   <source>Give a phone number or e-mail of the {role}.</source>
   <translation>Nennen Sie Telefonnummer oder E-Mail: {role}.</translation>
  </message>
  <message>
   <source>Give it to {name} by a way you trust. It is shown this once, is good for 24 hours and is best replaced at the first sign-in.</source>
   <translation>Geben Sie es {name} auf einem sicheren Weg. Es wird nur dieses eine Mal gezeigt, gilt 24 Stunden und wird am besten bei der ersten Anmeldung ersetzt.</translation>
  </message>
  <message>
   <source>Give the address of the policyholder.</source>
   <translation>Geben Sie die Anschrift des Versicherungsnehmers an.</translation>
  </message>
  <message>
   <source>Give the code of the referral.</source>
   <translation>Geben Sie den Code der Überweisung an.</translation>
  </message>
  <message>
   <source>Give the letter a subject.</source>
   <translation>Geben Sie dem Schreiben einen Betreff.</translation>
  </message>
  <message>
   <source>Give the plate or the make of the other vehicle.</source>
   <translation>Geben Sie Kennzeichen oder Marke des anderen Fahrzeugs an.</translation>
  </message>
  <message>
   <source>Give the policyholder's date of birth, or the company number of a firm.</source>
   <translation>Geben Sie das Geburtsdatum des Versicherungsnehmers an oder die Firmennummer.</translation>
  </message>
  <message>
   <source>Give the report number of the police or fire service.</source>
   <translation>Geben Sie die Vorgangsnummer von Polizei oder Feuerwehr an.</translation>
  </message>
  <message>
   <source>Glass</source>
   <translation>Glas</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>Gehe zu</translation>
  </message>
  <message>
   <source>Goes to {name}</source>
   <translation>Geht an {name}</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Group by</source>
   <translation>Gruppieren nach</translation>
  </message>
  <message>
   <source>Group facts loaded</source>
   <translation>Gruppenangaben eingelesen</translation>
  </message>
  <message>
   <source>Groups are told by age, sex or language.</source>
   <translation>Gruppen werden nach Alter, Geschlecht oder Sprache angegeben.</translation>
  </message>
  <message>
   <source>Groups of claims</source>
   <translation>Gruppen von Schäden</translation>
  </message>
  <message>
   <source>Growth in a week</source>
   <translation>Zuwachs in einer Woche</translation>
  </message>
  <message>
   <source>Habitable</source>
   <translation>Bewohnbar</translation>
  </message>
  <message>
   <source>Had permission</source>
   <translation>Mit Erlaubnis</translation>
  </message>
  <message>
   <source>Hail</source>
   <translation>Hagel</translation>
  </message>
  <message>
   <source>Has this tag already</source>
   <translation>Hat dieses Etikett bereits</translation>
  </message>
  <message>
   <source>Hash</source>
   <translation>Hash</translation>
  </message>
  <message>
   <source>Hatchback</source>
   <translation>Schrägheck</translation>
  </message>
  <message>
   <source>Head on</source>
   <translation>Frontal</translation>
  </message>
  <message>
   <source>Head-on</source>
   <translation>Frontal</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Kranken</translation>
  </message>
  <message>
   <source>Heating</source>
   <translation>Heizung</translation>
  </message>
  <message>
   <source>Hidden</source>
   <translation>Verborgen</translation>
  </message>
  <message>
   <source>Hide what was found</source>
   <translation>Gefundenes verbergen</translation>
  </message>
  <message>
   <source>Hide {found:,} found</source>
   <translation>{found:,} Treffer verbergen</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Hoher Kontrast</translation>
  </message>
  <message>
   <source>High contrast follows light and dark.</source>
   <translation>Hoher Kontrast folgt Hell und Dunkel.</translation>
  </message>
  <message>
   <source>High, 70 and over</source>
   <translation>Hoch, ab 70</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>Hervorheben</translation>
  </message>
  <message>
   <source>Hire</source>
   <translation>Miete</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>History of models</source>
   <translation>Verlauf der Modelle</translation>
  </message>
  <message>
   <source>Hit and run</source>
   <translation>Unfallflucht</translation>
  </message>
  <message>
   <source>Holder born</source>
   <translation>Geburtsdatum</translation>
  </message>
  <message>
   <source>Holder company</source>
   <translation>Firmennummer</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>Steht noch</translation>
  </message>
  <message>
   <source>Holds from the next start of Precedent.</source>
   <translation>Gilt ab dem nächsten Start von Precedent.</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Hours a week</source>
   <translation>Stunden je Woche</translation>
  </message>
  <message>
   <source>Hours for each referral</source>
   <translation>Stunden je Verweisung</translation>
  </message>
  <message>
   <source>Hours needed</source>
   <translation>Benötigte Stunden</translation>
  </message>
  <message>
   <source>Hours of investigators</source>
   <translation>Stunden der Ermittlung</translation>
  </message>
  <message>
   <source>Hours that investigators have a week</source>
   <translation>Stunden, die der Ermittlung je Woche bleiben</translation>
  </message>
  <message>
   <source>Hours used</source>
   <translation>Genutzte Stunden</translation>
  </message>
  <message>
   <source>House</source>
   <translation>Haus</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>How a trial ends</source>
   <translation>Wie eine Erprobung endet</translation>
  </message>
  <message>
   <source>How badly</source>
   <translation>Wie schwer</translation>
  </message>
  <message>
   <source>How claims ended that got each suggestion, estimated for all of them from those labelled.</source>
   <translation>Wie Schäden mit jedem Vorschlag endeten, für alle geschätzt aus denen mit Ergebnis.</translation>
  </message>
  <message>
   <source>How many seconds the standby that is furthest behind lags.</source>
   <translation>Um wie viele Sekunden der am weitesten zurückliegende Standby nachhängt.</translation>
  </message>
  <message>
   <source>How often each is used, without what is in it or who used it; off unless you choose it.</source>
   <translation>Wie oft jedes genutzt wird, ohne Inhalt und ohne Person; aus, solange Sie es nicht wählen.</translation>
  </message>
  <message>
   <source>How reported</source>
   <translation>Meldeweg</translation>
  </message>
  <message>
   <source>How the claims of each month are spread over the bands of the score.</source>
   <translation>Wie sich die Schäden jedes Monats auf die Bänder des Scores verteilen.</translation>
  </message>
  <message>
   <source>I have checked that the policy covers this loss</source>
   <translation>Ich habe geprüft, dass der Vertrag diesen Schaden deckt</translation>
  </message>
  <message>
   <source>Id document</source>
   <translation>Ausweisdokument</translation>
  </message>
  <message>
   <source>Identity document</source>
   <translation>Ausweis</translation>
  </message>
  <message>
   <source>If one is set</source>
   <translation>Falls eine gesetzt ist</translation>
  </message>
  <message>
   <source>Ignored</source>
   <translation>Übergangen</translation>
  </message>
  <message>
   <source>Illness</source>
   <translation>Krankheit</translation>
  </message>
  <message>
   <source>Impact</source>
   <translation>Anprall</translation>
  </message>
  <message>
   <source>Impact points</source>
   <translation>Trefferstellen</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>Import another file</source>
   <translation>Weitere Datei importieren</translation>
  </message>
  <message numerus="yes">
   <source>Import {n:,} claims</source>
   <translation>
    <numerusform>{n:,} Schaden importieren</numerusform>
    <numerusform>{n:,} Schäden importieren</numerusform>
   </translation>
  </message>
  <message>
   <source>In a week, with 95% intervals</source>
   <translation>Je Woche, mit 95-%-Intervallen</translation>
  </message>
  <message>
   <source>In all</source>
   <translation>Insgesamt</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>In Kraft</translation>
  </message>
  <message>
   <source>In force from</source>
   <translation>In Kraft ab</translation>
  </message>
  <message>
   <source>In patient</source>
   <translation>Stationär</translation>
  </message>
  <message>
   <source>In quarantine</source>
   <translation>In Quarantäne</translation>
  </message>
  <message>
   <source>In review</source>
   <translation>In Prüfung</translation>
  </message>
  <message>
   <source>In shadow</source>
   <translation>Im Schatten</translation>
  </message>
  <message>
   <source>In the last 30 days</source>
   <translation>In den letzten 30 Tagen</translation>
  </message>
  <message>
   <source>In the last 7 days</source>
   <translation>In den letzten 7 Tagen</translation>
  </message>
  <message>
   <source>In the last day</source>
   <translation>Am letzten Tag</translation>
  </message>
  <message>
   <source>In the queue</source>
   <translation>Im Arbeitsvorrat</translation>
  </message>
  <message>
   <source>In the shadow</source>
   <translation>Im Schatten</translation>
  </message>
  <message>
   <source>In the shadow the challenger scores claims beside the model that judges, and nobody on the desk sees it. Where it shares claims, it judges its share of them; a second administrator confirms that.</source>
   <translation>Im Schattenbetrieb bewertet der Herausforderer Schäden neben dem urteilenden Modell, und niemand am Arbeitsplatz sieht es. Wo er Schäden teilt, urteilt er über seinen Anteil; eine zweite Person der Administration bestätigt das.</translation>
  </message>
  <message>
   <source>In the words of who reports it, 20 characters or more</source>
   <translation>In den Worten der meldenden Person, 20 Zeichen oder mehr</translation>
  </message>
  <message>
   <source>In time</source>
   <translation>Rechtzeitig</translation>
  </message>
  <message>
   <source>In-patient</source>
   <translation>Stationär</translation>
  </message>
  <message>
   <source>Inconclusive</source>
   <translation>Ergebnislos</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Index</translation>
  </message>
  <message>
   <source>Indicators</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <source>Indicators consistent with claims that needed a closer look. They are facts to check, not findings, and no part of the score.</source>
   <translation>Hinweise, wie sie zu Schäden passen, die nähere Prüfung brauchten. Es sind Angaben zum Prüfen, keine Feststellungen, und kein Teil des Scores.</translation>
  </message>
  <message>
   <source>Information</source>
   <translation>Information</translation>
  </message>
  <message>
   <source>Injured</source>
   <translation>Verletzte</translation>
  </message>
  <message>
   <source>Injured count</source>
   <translation>Verletzte Personen</translation>
  </message>
  <message>
   <source>Injured over occupants</source>
   <translation>Verletzte je Insassen</translation>
  </message>
  <message>
   <source>Injuries</source>
   <translation>Verletzungen</translation>
  </message>
  <message>
   <source>Injury</source>
   <translation>Verletzung</translation>
  </message>
  <message>
   <source>Ins begins a box by key · arrows move it, with Shift size it · Del takes the last away</source>
   <translation>Einfg beginnt einen Rahmen mit der Tastatur · Pfeile bewegen ihn, mit Shift die Größe · Entf nimmt den letzten weg</translation>
  </message>
  <message>
   <source>Inside these limits, with cover in force and no indicator, the fast track is suggested to the person who decides. Nothing is approved by it.</source>
   <translation>Innerhalb dieser Grenzen, bei bestehender Deckung und ohne Hinweis, wird der entscheidenden Person der Schnellweg vorgeschlagen. Freigegeben wird dadurch nichts.</translation>
  </message>
  <message>
   <source>Insight</source>
   <translation>Einblick</translation>
  </message>
  <message>
   <source>Insured</source>
   <translation>Versicherte Person</translation>
  </message>
  <message>
   <source>Intact</source>
   <translation>Unversehrt</translation>
  </message>
  <message>
   <source>Inter, the typeface (SIL Open Font License 1.1)</source>
   <translation>Inter, die Schrift (SIL Open Font License 1.1)</translation>
  </message>
  <message>
   <source>Interruption</source>
   <translation>Unterbrechung</translation>
  </message>
  <message>
   <source>Investigation</source>
   <translation>Ermittlung</translation>
  </message>
  <message>
   <source>Investigation: {found}</source>
   <translation>Ermittlung: {found}</translation>
  </message>
  <message>
   <source>Investigators and supervisors make the packet of a referral.</source>
   <translation>Das Paket einer Verweisung erstellen Ermittlung und Teamleitung.</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Is decided</source>
   <translation>Ist entschieden</translation>
  </message>
  <message>
   <source>Is needed after all: {type}</source>
   <translation>Wird doch gebraucht: {type}</translation>
  </message>
  <message>
   <source>Issued in</source>
   <translation>Ausgestellt in</translation>
  </message>
  <message>
   <source>It arrived.</source>
   <translation>Es ist angekommen.</translation>
  </message>
  <message>
   <source>It is being done.</source>
   <translation>Es wird ausgeführt.</translation>
  </message>
  <message>
   <source>It is being saved.</source>
   <translation>Es wird gespeichert.</translation>
  </message>
  <message>
   <source>It is now</source>
   <translation>Es ist jetzt</translation>
  </message>
  <message>
   <source>It is opened once it has been checked.</source>
   <translation>Es wird geöffnet, sobald es geprüft ist.</translation>
  </message>
  <message>
   <source>It is scored in the background and then stands in the queue.</source>
   <translation>Er wird im Hintergrund bewertet und steht dann im Arbeitsvorrat.</translation>
  </message>
  <message>
   <source>It looks at no claim any more. What it found stays on record.</source>
   <translation>Sie sieht sich keinen Schaden mehr an. Was sie fand, bleibt festgehalten.</translation>
  </message>
  <message>
   <source>It needed no review</source>
   <translation>Eine Prüfung war nicht nötig</translation>
  </message>
  <message>
   <source>It really was</source>
   <translation>Es war wirklich</translation>
  </message>
  <message>
   <source>It says what is stored and for how long, and that a model compares the claim with settled ones to suggest how it is handled. A person decides.</source>
   <translation>Er sagt, was wie lange gespeichert wird und dass ein Modell den Schaden mit regulierten Schäden vergleicht, um die Bearbeitung vorzuschlagen. Es entscheidet ein Mensch.</translation>
  </message>
  <message>
   <source>It turned out as you decided</source>
   <translation>Es kam, wie Sie entschieden haben</translation>
  </message>
  <message>
   <source>It turned out otherwise</source>
   <translation>Es kam anders</translation>
  </message>
  <message>
   <source>It was not added.</source>
   <translation>Es wurde nicht hinzugefügt.</translation>
  </message>
  <message>
   <source>It was not done.</source>
   <translation>Es wurde nicht ausgeführt.</translation>
  </message>
  <message>
   <source>It was not done. Try again.</source>
   <translation>Es wurde nicht ausgeführt. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>It was not saved. Your words are kept here.</source>
   <translation>Es wurde nicht gespeichert. Ihre Worte bleiben hier.</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Gegenstände</translation>
  </message>
  <message>
   <source>Items claimed</source>
   <translation>Geforderte Gegenstände</translation>
  </message>
  <message>
   <source>Its columns are matched, and every row is checked before anything is stored.</source>
   <translation>Die Spalten werden zugeordnet, und jede Zeile wird geprüft, bevor etwas gespeichert wird.</translation>
  </message>
  <message>
   <source>Its insurer</source>
   <translation>Dessen Versicherer</translation>
  </message>
  <message>
   <source>Its plate or make</source>
   <translation>Dessen Kennzeichen oder Marke</translation>
  </message>
  <message>
   <source>Its policy</source>
   <translation>Dessen Vertrag</translation>
  </message>
  <message>
   <source>Its policy number</source>
   <translation>Dessen Vertragsnummer</translation>
  </message>
  <message>
   <source>Job</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Jobs failing</source>
   <translation>Gescheiterte Aufträge</translation>
  </message>
  <message>
   <source>Judges</source>
   <translation>Urteilt über</translation>
  </message>
  <message>
   <source>Judging model</source>
   <translation>Urteilendes Modell</translation>
  </message>
  <message>
   <source>Justified</source>
   <translation>Berechtigt</translation>
  </message>
  <message>
   <source>Justified among the reviews of claims that show it; at least {fewest} reviews each.</source>
   <translation>Berechtigt unter den Prüfungen von Schäden, die ihn zeigen; mindestens je {fewest} Prüfungen.</translation>
  </message>
  <message>
   <source>Justified review</source>
   <translation>Berechtigte Prüfung</translation>
  </message>
  <message>
   <source>Keep me signed in on this computer</source>
   <translation>Auf diesem Computer angemeldet bleiben</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>Meine behalten</translation>
  </message>
  <message>
   <source>Key missing</source>
   <translation>Schlüssel fehlt</translation>
  </message>
  <message>
   <source>Key {keys}</source>
   <translation>Taste {keys}</translation>
  </message>
  <message>
   <source>Key {key}</source>
   <translation>Taste {key}</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Keys count</source>
   <translation>Übergebene Schlüssel</translation>
  </message>
  <message>
   <source>Keys handed over</source>
   <translation>Übergebene Schlüssel</translation>
  </message>
  <message>
   <source>Keys of all commands</source>
   <translation>Tasten aller Befehle</translation>
  </message>
  <message>
   <source>Keys of {title}</source>
   <translation>Tasten für {title}</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Kind of accident</source>
   <translation>Art des Unfalls</translation>
  </message>
  <message>
   <source>Kind of building</source>
   <translation>Art des Gebäudes</translation>
  </message>
  <message>
   <source>Kind of care</source>
   <translation>Art der Behandlung</translation>
  </message>
  <message>
   <source>Kind of loss</source>
   <translation>Art des Schadens</translation>
  </message>
  <message>
   <source>Kind of visit</source>
   <translation>Art des Besuchs</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Bekannt</translation>
  </message>
  <message>
   <source>Known before</source>
   <translation>Bekannt aus früherer Zeit</translation>
  </message>
  <message>
   <source>Known outcomes</source>
   <translation>Bekannte Ergebnisse</translation>
  </message>
  <message>
   <source>Label delay</source>
   <translation>Verzug der Ergebnisse</translation>
  </message>
  <message>
   <source>Lag</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Larger files are refused before they are sent.</source>
   <translation>Größere Dateien werden vor dem Senden abgewiesen.</translation>
  </message>
  <message>
   <source>Largest file</source>
   <translation>Größte Datei</translation>
  </message>
  <message>
   <source>Largest service</source>
   <translation>Größte Leistung</translation>
  </message>
  <message>
   <source>Last</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Last 12 months</source>
   <translation>Letzte 12 Monate</translation>
  </message>
  <message>
   <source>Last 3 months</source>
   <translation>Letzte 3 Monate</translation>
  </message>
  <message>
   <source>Last 3 years</source>
   <translation>Letzte 3 Jahre</translation>
  </message>
  <message>
   <source>Last 6 months</source>
   <translation>Letzte 6 Monate</translation>
  </message>
  <message>
   <source>Last change</source>
   <translation>Letzte Änderung</translation>
  </message>
  <message>
   <source>Last changed</source>
   <translation>Zuletzt geändert</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>Last error</source>
   <translation>Letzter Fehler</translation>
  </message>
  <message>
   <source>Last one</source>
   <translation>Letzter</translation>
  </message>
  <message>
   <source>Last run</source>
   <translation>Letzter Lauf</translation>
  </message>
  <message>
   <source>Last run {last_run} · {runs:,} runs</source>
   <translation>Letzter Lauf {last_run} · {runs:,} Läufe</translation>
  </message>
  <message>
   <source>Last seen</source>
   <translation>Zuletzt gesehen</translation>
  </message>
  <message>
   <source>Last seen at</source>
   <translation>Zuletzt gesehen</translation>
  </message>
  <message>
   <source>Last seen cannot be after the report of the theft. Correct one of the days.</source>
   <translation>„Zuletzt gesehen“ kann nicht nach der Diebstahlsanzeige liegen. Berichtigen Sie einen der Tage.</translation>
  </message>
  <message>
   <source>Last training</source>
   <translation>Letztes Training</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Late report</source>
   <translation>Späte Meldung</translation>
  </message>
  <message>
   <source>Latest activity</source>
   <translation>Letzte Vorgänge</translation>
  </message>
  <message>
   <source>Learned from</source>
   <translation>Gelernt aus</translation>
  </message>
  <message>
   <source>Learns</source>
   <translation>Lernt</translation>
  </message>
  <message>
   <source>Leases</source>
   <translation>Leihen</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Leave it empty when the claim was entered in error</source>
   <translation>Leer lassen, wenn der Schaden irrtümlich erfasst wurde</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Weglassen</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Let payments go on</source>
   <translation>Zahlungen weiterlaufen lassen</translation>
  </message>
  <message>
   <source>Let to a tenant</source>
   <translation>Vermietet</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <source>Letter on the delay</source>
   <translation>Schreiben zur Verzögerung</translation>
  </message>
  <message>
   <source>Letter on {number}</source>
   <translation>Schreiben zu {number}</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <source>Letters act on the queue and the claim, never while you write. A held key decides nothing.</source>
   <translation>Buchstaben wirken auf Arbeitsvorrat und Schaden, nie während Sie schreiben. Eine gehaltene Taste entscheidet nichts.</translation>
  </message>
  <message>
   <source>Liability</source>
   <translation>Haftpflicht</translation>
  </message>
  <message>
   <source>Licence number</source>
   <translation>Führerscheinnummer</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Lizenzen</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>Hell oder dunkel</translation>
  </message>
  <message>
   <source>Lightning</source>
   <translation>Blitz</translation>
  </message>
  <message>
   <source>Limits are an amount of nothing or more and a score from 0 to 100.</source>
   <translation>Grenzen sind ein Betrag von null oder mehr und ein Score von 0 bis 100.</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Sparte</translation>
  </message>
  <message>
   <source>Line of business</source>
   <translation>Sparte</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Sparten</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>Verknüpfungen</translation>
  </message>
  <message>
   <source>List each service of the bill with its charge.</source>
   <translation>Führen Sie jede Leistung der Rechnung mit ihren Kosten auf.</translation>
  </message>
  <message>
   <source>List the damaged things, each with its amount.</source>
   <translation>Führen Sie die beschädigten Gegenstände mit ihrem Betrag auf.</translation>
  </message>
  <message>
   <source>List what was lost or bought, each with its amount.</source>
   <translation>Führen Sie auf, was verloren oder gekauft wurde, jeweils mit dem Betrag.</translation>
  </message>
  <message>
   <source>Lived in by the owner</source>
   <translation>Selbst bewohnt</translation>
  </message>
  <message>
   <source>Load group facts</source>
   <translation>Gruppenangaben laden</translation>
  </message>
  <message>
   <source>Load group facts…</source>
   <translation>Gruppenangaben laden…</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>Wird geladen</translation>
  </message>
  <message>
   <source>Loan number</source>
   <translation>Darlehensnummer</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Locked after a while without use. Everything is as you left it.</source>
   <translation>Gesperrt, weil eine Weile nichts geschah. Alles ist, wie Sie es verlassen haben.</translation>
  </message>
  <message>
   <source>Locks</source>
   <translation>Schlösser</translation>
  </message>
  <message>
   <source>Locks found</source>
   <translation>Schlösser vorgefunden</translation>
  </message>
  <message>
   <source>Logins</source>
   <translation>Anmeldungen</translation>
  </message>
  <message>
   <source>Logins at the database, and statements that take longer than a second.</source>
   <translation>Anmeldungen an der Datenbank und Anweisungen, die länger als eine Sekunde dauern.</translation>
  </message>
  <message>
   <source>Longest ms</source>
   <translation>Längste ms</translation>
  </message>
  <message>
   <source>Look after trainings</source>
   <translation>Nach Trainings sehen</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Erneut ansehen</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>Ansehen</translation>
  </message>
  <message>
   <source>Look at the claim first, then press the key again.</source>
   <translation>Sehen Sie sich den Schaden zuerst an, und drücken Sie die Taste dann erneut.</translation>
  </message>
  <message>
   <source>Look at trials</source>
   <translation>Versuche ansehen</translation>
  </message>
  <message>
   <source>Look closer before deciding</source>
   <translation>Vor der Entscheidung genauer hinsehen</translation>
  </message>
  <message>
   <source>Look for another name.</source>
   <translation>Suchen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>Look what moved</source>
   <translation>Nachsehen, was sich bewegt hat</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Wird gesucht…</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Schaden</translation>
  </message>
  <message>
   <source>Loss below the excess</source>
   <translation>Schaden unter dem Selbstbehalt</translation>
  </message>
  <message>
   <source>Loss city</source>
   <translation>Schadenort</translation>
  </message>
  <message>
   <source>Loss coordinates</source>
   <translation>Koordinaten</translation>
  </message>
  <message>
   <source>Loss country</source>
   <translation>Schadenland</translation>
  </message>
  <message>
   <source>Loss date</source>
   <translation>Schadendatum</translation>
  </message>
  <message>
   <source>Loss not substantiated</source>
   <translation>Schaden nicht nachgewiesen</translation>
  </message>
  <message>
   <source>Loss of {loss}. Open it; what you entered stays here.</source>
   <translation>Schaden vom {loss}. Öffnen Sie ihn; Ihre Eingaben bleiben hier.</translation>
  </message>
  <message>
   <source>Loss soon after the policy began</source>
   <translation>Schaden bald nach Vertragsbeginn</translation>
  </message>
  <message>
   <source>Loss time</source>
   <translation>Schadenzeit</translation>
  </message>
  <message>
   <source>Loss to policy expiry</source>
   <translation>Schaden bis Vertragsende</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Niedrig</translation>
  </message>
  <message>
   <source>Low, under 40</source>
   <translation>Niedrig, unter 40</translation>
  </message>
  <message>
   <source>Lucide, the icons (ISC)</source>
   <translation>Lucide, die Symbole (ISC)</translation>
  </message>
  <message>
   <source>Made a note{how}: {note}</source>
   <translation>Notiz{how}: {note}</translation>
  </message>
  <message>
   <source>Made for</source>
   <translation>Gemacht für</translation>
  </message>
  <message>
   <source>Made the packet of the referral</source>
   <translation>Das Paket der Verweisung erstellt</translation>
  </message>
  <message>
   <source>Made with</source>
   <translation>Gemacht mit</translation>
  </message>
  <message>
   <source>Made “{name}” without {areas} of “{original_name}”</source>
   <translation>„{name}“ ohne {areas} von „{original_name}“ erstellt</translation>
  </message>
  <message>
   <source>Main health insurer</source>
   <translation>Hauptkrankenversicherer</translation>
  </message>
  <message>
   <source>Make</source>
   <translation>Marke</translation>
  </message>
  <message>
   <source>Make candidate</source>
   <translation>Zum Kandidaten machen</translation>
  </message>
  <message>
   <source>Make the copy</source>
   <translation>Kopie erstellen</translation>
  </message>
  <message>
   <source>Making page {done:,} of {total:,}</source>
   <translation>Seite {done:,} von {total:,} wird erstellt</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>Markieren</translation>
  </message>
  <message>
   <source>Mark all as read</source>
   <translation>Alle als gelesen markieren</translation>
  </message>
  <message>
   <source>Mark and go back</source>
   <translation>Markieren und zurück</translation>
  </message>
  <message>
   <source>Mark and go on</source>
   <translation>Markieren und weiter</translation>
  </message>
  <message>
   <source>Marked claims</source>
   <translation>Markierte Schäden</translation>
  </message>
  <message>
   <source>May have been reported already</source>
   <translation>Möglicherweise schon gemeldet</translation>
  </message>
  <message>
   <source>May sign in</source>
   <translation>Darf sich anmelden</translation>
  </message>
  <message>
   <source>Me</source>
   <translation>Ich</translation>
  </message>
  <message>
   <source>Me or unassigned</source>
   <translation>Ich oder nicht zugewiesen</translation>
  </message>
  <message>
   <source>Mean days from arrival to the first decision.</source>
   <translation>Mittlere Tage vom Eingang bis zur ersten Entscheidung.</translation>
  </message>
  <message>
   <source>Mean ms</source>
   <translation>Mittlere ms</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>Maß</translation>
  </message>
  <message>
   <source>Measure the servers</source>
   <translation>Server messen</translation>
  </message>
  <message>
   <source>Measuring</source>
   <translation>Wird gemessen</translation>
  </message>
  <message>
   <source>Medical</source>
   <translation>Medizinisch</translation>
  </message>
  <message>
   <source>Medical report</source>
   <translation>Arztbericht</translation>
  </message>
  <message>
   <source>Medium</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <source>Medium, 40 to 69</source>
   <translation>Mittel, 40 bis 69</translation>
  </message>
  <message>
   <source>Member id</source>
   <translation>Mitgliedsnummer</translation>
  </message>
  <message>
   <source>Member number</source>
   <translation>Mitgliedsnummer</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Arbeitsspeicher</translation>
  </message>
  <message>
   <source>Minor</source>
   <translation>Leicht</translation>
  </message>
  <message>
   <source>Missed a day: {clock} was due on {fromisoformat}</source>
   <translation>Tag versäumt: {clock} war fällig am {fromisoformat}</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Model card</source>
   <translation>Modellkarte</translation>
  </message>
  <message>
   <source>Model card of {title}</source>
   <translation>Modellkarte von {title}</translation>
  </message>
  <message>
   <source>Model card: {title}</source>
   <translation>Modellkarte: {title}</translation>
  </message>
  <message>
   <source>Model performance</source>
   <translation>Modellgüte</translation>
  </message>
  <message>
   <source>Model {model}</source>
   <translation>Modell {model}</translation>
  </message>
  <message>
   <source>Model {model} · {suggested}</source>
   <translation>Modell {model} · {suggested}</translation>
  </message>
  <message>
   <source>Model {name} active</source>
   <translation>Modell {name} aktiv</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Models (*.bundle);;All files (*)</source>
   <translation>Modelle (*.bundle);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Moderate</source>
   <translation>Mäßig</translation>
  </message>
  <message>
   <source>Modifiers</source>
   <translation>Zusätze</translation>
  </message>
  <message>
   <source>Modifiers are letters and digits, like 25 or LT.</source>
   <translation>Zusätze sind Buchstaben und Ziffern, wie 25 oder LT.</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Geld</translation>
  </message>
  <message>
   <source>Money is entered once a claim is in review.</source>
   <translation>Geld wird eingetragen, sobald ein Schaden in Prüfung ist.</translation>
  </message>
  <message>
   <source>Money was paid on this claim. The approval cannot be undone any more.</source>
   <translation>Zu diesem Schaden wurde gezahlt. Die Freigabe kann nicht mehr rückgängig gemacht werden.</translation>
  </message>
  <message>
   <source>Monitoring</source>
   <translation>Überwachung</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Monat</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>More actions</source>
   <translation>Weitere Aktionen</translation>
  </message>
  <message>
   <source>More are taken, with a word to whoever adds them.</source>
   <translation>Mehr werden angenommen, mit einem Hinweis an die hinzufügende Person.</translation>
  </message>
  <message>
   <source>More facts</source>
   <translation>Weitere Angaben</translation>
  </message>
  <message>
   <source>More than the policy limit of {limit} covers.</source>
   <translation>Mehr, als die Versicherungssumme von {limit} deckt.</translation>
  </message>
  <message>
   <source>More would be taken back than was paid.</source>
   <translation>Es würde mehr zurückgenommen, als gezahlt wurde.</translation>
  </message>
  <message>
   <source>Morning</source>
   <translation>Morgen</translation>
  </message>
  <message>
   <source>Mortgage number</source>
   <translation>Darlehensnummer</translation>
  </message>
  <message>
   <source>Mortgage with</source>
   <translation>Hypothek bei</translation>
  </message>
  <message>
   <source>Mortgagee</source>
   <translation>Hypothekengeber</translation>
  </message>
  <message>
   <source>Motor</source>
   <translation>Kfz</translation>
  </message>
  <message>
   <source>Motorcycle</source>
   <translation>Motorrad</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>Verschoben</translation>
  </message>
  <message>
   <source>Moves a little</source>
   <translation>Verschiebt sich etwas</translation>
  </message>
  <message>
   <source>My claims</source>
   <translation>Meine Schäden</translation>
  </message>
  <message>
   <source>My submissions</source>
   <translation>Meine Einreichungen</translation>
  </message>
  <message>
   <source>NPI or registry</source>
   <translation>NPI oder Register</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name each person who was hurt.</source>
   <translation>Nennen Sie jede verletzte Person.</translation>
  </message>
  <message>
   <source>Name the claim that survives, or say that this one was entered in error.</source>
   <translation>Nennen Sie den verbleibenden Schaden, oder sagen Sie, dass dieser irrtümlich erfasst wurde.</translation>
  </message>
  <message>
   <source>Name the driver.</source>
   <translation>Nennen Sie die fahrende Person.</translation>
  </message>
  <message>
   <source>Name the other insurer.</source>
   <translation>Nennen Sie den anderen Versicherer.</translation>
  </message>
  <message>
   <source>Name the repairer.</source>
   <translation>Nennen Sie den Reparaturbetrieb.</translation>
  </message>
  <message>
   <source>Name the {role}.</source>
   <translation>Bitte nennen: {role}.</translation>
  </message>
  <message>
   <source>Name who gave the treatment.</source>
   <translation>Nennen Sie, wer behandelt hat.</translation>
  </message>
  <message>
   <source>Names the claim</source>
   <translation>Nennt den Schaden</translation>
  </message>
  <message>
   <source>Navigation</source>
   <translation>Navigation</translation>
  </message>
  <message>
   <source>Nearest cleared</source>
   <translation>Nächster unauffälliger</translation>
  </message>
  <message>
   <source>Nearest precedents</source>
   <translation>Nächste Vergleichsfälle</translation>
  </message>
  <message>
   <source>Nearest settled claims</source>
   <translation>Nächste regulierte Schäden</translation>
  </message>
  <message>
   <source>Nearest settled claims, the closest first: {ended}</source>
   <translation>Nächste regulierte Schäden, der nächste zuerst: {ended}</translation>
  </message>
  <message>
   <source>Nearest substantiated</source>
   <translation>Nächster erhärteter</translation>
  </message>
  <message>
   <source>Nearest {amid}: {value}</source>
   <translation>Nächster ({amid}): {value}</translation>
  </message>
  <message>
   <source>Need it</source>
   <translation>Wird gebraucht</translation>
  </message>
  <message>
   <source>Needed</source>
   <translation>Benötigt</translation>
  </message>
  <message>
   <source>Needed to decide</source>
   <translation>Zum Entscheiden benötigt</translation>
  </message>
  <message>
   <source>Neither is surely ahead yet.</source>
   <translation>Noch liegt keines sicher vorn.</translation>
  </message>
  <message>
   <source>New claim</source>
   <translation>Neuer Schaden</translation>
  </message>
  <message>
   <source>New evidence</source>
   <translation>Neue Belege</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>Neues Passwort</translation>
  </message>
  <message>
   <source>New password again</source>
   <translation>Neues Passwort wiederholen</translation>
  </message>
  <message>
   <source>New person</source>
   <translation>Neue Person</translation>
  </message>
  <message>
   <source>New policy</source>
   <translation>Neuer Vertrag</translation>
  </message>
  <message>
   <source>New trial</source>
   <translation>Neue Erprobung</translation>
  </message>
  <message>
   <source>New trial…</source>
   <translation>Neue Erprobung…</translation>
  </message>
  <message>
   <source>New value</source>
   <translation>Neuer Wert</translation>
  </message>
  <message>
   <source>New values</source>
   <translation>Neue Werte</translation>
  </message>
  <message>
   <source>New version</source>
   <translation>Neue Version</translation>
  </message>
  <message>
   <source>New {amid} claim</source>
   <translation>Neuer {amid}-Schaden</translation>
  </message>
  <message>
   <source>Next claim</source>
   <translation>Nächster Schaden</translation>
  </message>
  <message>
   <source>Next document</source>
   <translation>Nächstes Dokument</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>Nächster Bereich</translation>
  </message>
  <message>
   <source>Next place</source>
   <translation>Nächste Stelle</translation>
  </message>
  <message>
   <source>Night</source>
   <translation>Nacht</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>No account of the loss was given.</source>
   <translation>Der Schaden wurde nicht geschildert.</translation>
  </message>
  <message>
   <source>No activation has been confirmed that could be taken back.</source>
   <translation>Keine bestätigte Aktivierung könnte zurückgenommen werden.</translation>
  </message>
  <message>
   <source>No claim has an outcome yet.</source>
   <translation>Noch hat kein Schaden ein Ergebnis.</translation>
  </message>
  <message>
   <source>No claim has turned out substantiated yet.</source>
   <translation>Noch hat sich kein Schaden erhärtet.</translation>
  </message>
  <message>
   <source>No claim is in this view now. New ones appear here by themselves.</source>
   <translation>In dieser Ansicht ist jetzt kein Schaden. Neue erscheinen hier von selbst.</translation>
  </message>
  <message>
   <source>No claim matches the filters and the search.</source>
   <translation>Kein Schaden passt zu Filtern und Suche.</translation>
  </message>
  <message>
   <source>No claim of this time has an outcome by the label rule yet.</source>
   <translation>Noch hat kein Schaden dieser Zeit ein Ergebnis nach der Ergebnisregel.</translation>
  </message>
  <message>
   <source>No claim of this trial has an outcome by the label rule yet.</source>
   <translation>Noch hat kein Schaden dieser Erprobung ein Ergebnis nach der Ergebnisregel.</translation>
  </message>
  <message>
   <source>No claim selected</source>
   <translation>Kein Schaden gewählt</translation>
  </message>
  <message>
   <source>No claims yet.</source>
   <translation>Noch keine Schäden.</translation>
  </message>
  <message>
   <source>No clock</source>
   <translation>Keine Frist</translation>
  </message>
  <message>
   <source>No clock runs</source>
   <translation>Keine Frist läuft</translation>
  </message>
  <message>
   <source>No code could be made here.</source>
   <translation>Hier ließ sich kein Code erzeugen.</translation>
  </message>
  <message>
   <source>No comparable claims</source>
   <translation>Keine vergleichbaren Schäden</translation>
  </message>
  <message>
   <source>No connection</source>
   <translation>Keine Verbindung</translation>
  </message>
  <message>
   <source>No contact</source>
   <translation>Kein Kontakt</translation>
  </message>
  <message>
   <source>No decision now: this claim is {amid}.</source>
   <translation>Jetzt keine Entscheidung: Der Schaden steht auf „{amid}“.</translation>
  </message>
  <message>
   <source>No decision waits to be sent.</source>
   <translation>Keine Entscheidung wartet auf das Senden.</translation>
  </message>
  <message>
   <source>No desk has decided {fewest} scored claims.</source>
   <translation>Kein Arbeitsplatz hat {fewest} bewertete Schäden entschieden.</translation>
  </message>
  <message>
   <source>No document</source>
   <translation>Kein Dokument</translation>
  </message>
  <message>
   <source>No document has come for this claim yet.</source>
   <translation>Zu diesem Schaden ist noch kein Dokument eingegangen.</translation>
  </message>
  <message>
   <source>No document is open.</source>
   <translation>Kein Dokument ist geöffnet.</translation>
  </message>
  <message>
   <source>No documents</source>
   <translation>Keine Dokumente</translation>
  </message>
  <message>
   <source>No error was reported. Desktops, worker and token service tell of theirs here.</source>
   <translation>Kein Fehler wurde gemeldet. Arbeitsplätze, Worker und Tokendienst melden ihre hier.</translation>
  </message>
  <message>
   <source>No event matches</source>
   <translation>Kein Ereignis passt</translation>
  </message>
  <message>
   <source>No event matches.</source>
   <translation>Kein Ereignis passt.</translation>
  </message>
  <message>
   <source>No fact that you could verify would move this score by half a point.</source>
   <translation>Keine Angabe, die Sie prüfen könnten, würde diesen Score um einen halben Punkt bewegen.</translation>
  </message>
  <message>
   <source>No group has {least} claims with this fact.</source>
   <translation>Keine Gruppe hat {least} Schäden mit dieser Angabe.</translation>
  </message>
  <message>
   <source>No job has run yet.</source>
   <translation>Noch ist kein Auftrag gelaufen.</translation>
  </message>
  <message>
   <source>No longer needed</source>
   <translation>Nicht mehr nötig</translation>
  </message>
  <message>
   <source>No model is active. Ask an administrator to activate one.</source>
   <translation>Kein Modell ist aktiv. Bitten Sie die Administration, eines zu aktivieren.</translation>
  </message>
  <message>
   <source>No model judges</source>
   <translation>Kein Modell urteilt</translation>
  </message>
  <message>
   <source>No model judges; new claims wait without a score.</source>
   <translation>Kein Modell urteilt; neue Schäden warten ohne Score.</translation>
  </message>
  <message>
   <source>No note was made.</source>
   <translation>Keine Notiz wurde gemacht.</translation>
  </message>
  <message>
   <source>No notes on this claim</source>
   <translation>Keine Notizen zu diesem Schaden</translation>
  </message>
  <message>
   <source>No notes yet</source>
   <translation>Noch keine Notizen</translation>
  </message>
  <message>
   <source>No other claim has the same phone, e-mail, address, VIN, serial number or repairer.</source>
   <translation>Kein anderer Schaden hat dasselbe Telefon, dieselbe E-Mail, Anschrift, Fahrgestell- oder Seriennummer oder denselben Reparaturbetrieb.</translation>
  </message>
  <message>
   <source>No paid claim of this time is in the blind sample yet.</source>
   <translation>Noch ist kein bezahlter Schaden dieser Zeit in der Blindstichprobe.</translation>
  </message>
  <message>
   <source>No red flag was shown by {fewest} reviewed claims.</source>
   <translation>Kein Warnhinweis erschien bei {fewest} geprüften Schäden.</translation>
  </message>
  <message>
   <source>No row could be estimated, first {where}.</source>
   <translation>Keine Zeile konnte geschätzt werden, zuerst {where}.</translation>
  </message>
  <message>
   <source>No row could be scored, first {where}.</source>
   <translation>Keine Zeile konnte bewertet werden, zuerst {where}.</translation>
  </message>
  <message>
   <source>No row of this file can come in.</source>
   <translation>Keine Zeile dieser Datei kann hereinkommen.</translation>
  </message>
  <message>
   <source>No row of this file was rejected.</source>
   <translation>Keine Zeile dieser Datei wurde zurückgewiesen.</translation>
  </message>
  <message>
   <source>No row was rejected</source>
   <translation>Keine Zeile wurde zurückgewiesen</translation>
  </message>
  <message>
   <source>No rule found an indicator.</source>
   <translation>Keine Regel fand einen Hinweis.</translation>
  </message>
  <message>
   <source>No scored claims in this time.</source>
   <translation>Keine bewerteten Schäden in dieser Zeit.</translation>
  </message>
  <message>
   <source>No settled claim stands behind this score, so there is nothing to compare it with.</source>
   <translation>Hinter diesem Score steht kein regulierter Schaden, also gibt es nichts zu vergleichen.</translation>
  </message>
  <message>
   <source>No suggested referral of this trial was substantiated yet.</source>
   <translation>Noch hat sich keine vorgeschlagene Verweisung dieser Erprobung erhärtet.</translation>
  </message>
  <message>
   <source>No tag.</source>
   <translation>Kein Etikett.</translation>
  </message>
  <message>
   <source>No task is set.</source>
   <translation>Keine Aufgabe ist gestellt.</translation>
  </message>
  <message>
   <source>No text in this document</source>
   <translation>Kein Text in diesem Dokument</translation>
  </message>
  <message>
   <source>No threshold is set on this line: the engine's own suggestion stands. It is compared with {default}.</source>
   <translation>Für diese Sparte ist keine Schwelle gesetzt: Es gilt der Vorschlag der Maschine. Verglichen wird mit {default}.</translation>
  </message>
  <message>
   <source>No trial is under way</source>
   <translation>Keine Erprobung läuft</translation>
  </message>
  <message>
   <source>No trial yet</source>
   <translation>Noch keine Erprobung</translation>
  </message>
  <message>
   <source>No view is saved yet. Set filters, then press Ctrl Shift S to save them as a view.</source>
   <translation>Noch ist keine Ansicht gespeichert. Setzen Sie Filter, und drücken Sie Ctrl Shift S, um sie als Ansicht zu speichern.</translation>
  </message>
  <message>
   <source>No view was recorded in the blind sample yet.</source>
   <translation>In der Blindstichprobe wurde noch keine Einschätzung festgehalten.</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Niemand</translation>
  </message>
  <message>
   <source>Nobody but you sees it. Continue it and hand it in when it is complete.</source>
   <translation>Niemand außer Ihnen sieht ihn. Setzen Sie ihn fort, und reichen Sie ihn ein, wenn er vollständig ist.</translation>
  </message>
  <message>
   <source>Nobody called</source>
   <translation>Niemand gerufen</translation>
  </message>
  <message>
   <source>Nobody has chosen to have their steps counted.</source>
   <translation>Niemand hat gewählt, seine Schritte zählen zu lassen.</translation>
  </message>
  <message>
   <source>Nobody has left a note on this document.</source>
   <translation>Niemand hat an diesem Dokument eine Notiz hinterlassen.</translation>
  </message>
  <message>
   <source>Nobody has opened the claim yet.</source>
   <translation>Noch hat niemand den Schaden geöffnet.</translation>
  </message>
  <message>
   <source>Nobody has that name</source>
   <translation>Niemand heißt so</translation>
  </message>
  <message>
   <source>Nobody here is real. Choose whose desk you want to see; no password is needed.</source>
   <translation>Niemand hier ist echt. Wählen Sie, wessen Arbeitsplatz Sie sehen möchten; ein Passwort ist nicht nötig.</translation>
  </message>
  <message>
   <source>Nobody of the region who knows the line has room.</source>
   <translation>Niemand in der Region, der die Sparte kennt, hat Platz.</translation>
  </message>
  <message>
   <source>Nobody owns this claim. Take it first.</source>
   <translation>Dieser Schaden gehört niemandem. Übernehmen Sie ihn zuerst.</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>None fitted</source>
   <translation>Keiner eingebaut</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>Noch keine</translation>
  </message>
  <message>
   <source>Not above the excess of {deductible}.</source>
   <translation>Nicht über dem Selbstbehalt von {deductible}.</translation>
  </message>
  <message>
   <source>Not allowed</source>
   <translation>Nicht erlaubt</translation>
  </message>
  <message>
   <source>Not asked</source>
   <translation>Nicht gefragt</translation>
  </message>
  <message>
   <source>Not checked</source>
   <translation>Nicht geprüft</translation>
  </message>
  <message>
   <source>Not checked yet</source>
   <translation>Noch nicht geprüft</translation>
  </message>
  <message>
   <source>Not covered</source>
   <translation>Nicht gedeckt</translation>
  </message>
  <message>
   <source>Not covered by the policy</source>
   <translation>Vom Vertrag nicht gedeckt</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Nicht gefunden</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Nicht bekannt</translation>
  </message>
  <message>
   <source>Not known yet</source>
   <translation>Noch nicht bekannt</translation>
  </message>
  <message>
   <source>Not loaded</source>
   <translation>Nicht geladen</translation>
  </message>
  <message>
   <source>Not possible as the claim stands</source>
   <translation>So, wie der Schaden steht, nicht möglich</translation>
  </message>
  <message>
   <source>Not possible now</source>
   <translation>Jetzt nicht möglich</translation>
  </message>
  <message>
   <source>Not saved yet</source>
   <translation>Noch nicht gespeichert</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>Nicht bewertet</translation>
  </message>
  <message>
   <source>Not scored yet</source>
   <translation>Noch nicht bewertet</translation>
  </message>
  <message>
   <source>Not scored yet. The score appears here as soon as it is made.</source>
   <translation>Noch nicht bewertet. Der Score erscheint hier, sobald er da ist.</translation>
  </message>
  <message>
   <source>Not set</source>
   <translation>Nicht gesetzt</translation>
  </message>
  <message>
   <source>Not set up</source>
   <translation>Nicht eingerichtet</translation>
  </message>
  <message>
   <source>Not substantiated</source>
   <translation>Nicht nachgewiesen</translation>
  </message>
  <message>
   <source>Not taken: {refused}. Open the outbox to settle it.</source>
   <translation>Nicht angenommen: {refused}. Öffnen Sie den Postausgang, um es zu klären.</translation>
  </message>
  <message>
   <source>Not told</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <source>Not used by this model: {listed}.</source>
   <translation>Von diesem Modell nicht verwendet: {listed}.</translation>
  </message>
  <message>
   <source>Not visible to you</source>
   <translation>Für Sie nicht sichtbar</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note on a box</source>
   <translation>Notiz zu einem Rahmen</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Notes on all</source>
   <translation>Notizen zu allen</translation>
  </message>
  <message>
   <source>Notes on all documents</source>
   <translation>Notizen zu allen Dokumenten</translation>
  </message>
  <message>
   <source>Notes on this document</source>
   <translation>Notizen zu diesem Dokument</translation>
  </message>
  <message>
   <source>Notes on {count} claims name you</source>
   <translation>Notizen zu {count} Schäden nennen Sie</translation>
  </message>
  <message>
   <source>Notes, highlights and tags on its documents stand here, whoever left them.</source>
   <translation>Notizen, Hervorhebungen und Etiketten seiner Dokumente stehen hier, von wem auch immer.</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nichts</translation>
  </message>
  <message>
   <source>Nothing alike</source>
   <translation>Nichts Ähnliches</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <source>Nothing found. Try another word, or # and a part of a claim number.</source>
   <translation>Nichts gefunden. Versuchen Sie ein anderes Wort oder # und einen Teil einer Schadennummer.</translation>
  </message>
  <message>
   <source>Nothing is hidden yet.</source>
   <translation>Noch ist nichts verborgen.</translation>
  </message>
  <message>
   <source>Nothing is late. </source>
   <translation>Nichts ist verspätet. </translation>
  </message>
  <message>
   <source>Nothing is missing</source>
   <translation>Nichts fehlt</translation>
  </message>
  <message>
   <source>Nothing is missing.</source>
   <translation>Nichts fehlt.</translation>
  </message>
  <message>
   <source>Nothing is open</source>
   <translation>Nichts ist offen</translation>
  </message>
  <message>
   <source>Nothing is waiting</source>
   <translation>Nichts wartet</translation>
  </message>
  <message>
   <source>Nothing leaves this computer, and no claim is stored.</source>
   <translation>Nichts verlässt diesen Computer, und kein Schaden wird gespeichert.</translation>
  </message>
  <message>
   <source>Nothing more is due on this coverage</source>
   <translation>Auf diese Deckung ist nichts mehr fällig</translation>
  </message>
  <message>
   <source>Nothing of the file leaves this computer</source>
   <translation>Nichts aus der Datei verlässt diesen Computer</translation>
  </message>
  <message>
   <source>Nothing of them is lost.</source>
   <translation>Nichts davon geht verloren.</translation>
  </message>
  <message>
   <source>Nothing of {shown_name} is stored yet</source>
   <translation>Aus {shown_name} ist noch nichts gespeichert</translation>
  </message>
  <message>
   <source>Nothing to compare with</source>
   <translation>Nichts zu vergleichen</translation>
  </message>
  <message>
   <source>Nothing to tell. Claims given to you, clocks and notes that name you appear here.</source>
   <translation>Nichts zu melden. Ihnen zugewiesene Schäden, Fristen und Notizen, die Sie nennen, erscheinen hier.</translation>
  </message>
  <message>
   <source>Nothing waits for you: every claim of your region and lines is taken.</source>
   <translation>Nichts wartet auf Sie: Jeder Schaden Ihrer Region und Sparten ist vergeben.</translation>
  </message>
  <message>
   <source>Nothing waits: every decision has arrived.</source>
   <translation>Nichts wartet: Jede Entscheidung ist angekommen.</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Nothing was changed: this needs a one-time code.</source>
   <translation>Nichts wurde geändert: Das verlangt einen Einmalcode.</translation>
  </message>
  <message>
   <source>Nothing was compared.</source>
   <translation>Nichts wurde verglichen.</translation>
  </message>
  <message>
   <source>Nothing was exported.</source>
   <translation>Nichts wurde exportiert.</translation>
  </message>
  <message>
   <source>Nothing was paid yet.</source>
   <translation>Noch wurde nichts gezahlt.</translation>
  </message>
  <message>
   <source>Nothing was sent yet.</source>
   <translation>Noch wurde nichts gesendet.</translation>
  </message>
  <message>
   <source>Nothing was stored yet.</source>
   <translation>Noch wurde nichts gespeichert.</translation>
  </message>
  <message>
   <source>Notice</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Notice date</source>
   <translation>Datum des Hinweises</translation>
  </message>
  <message>
   <source>Notice given</source>
   <translation>Hinweis gegeben</translation>
  </message>
  <message>
   <source>Notice to the person</source>
   <translation>Hinweis an die Person</translation>
  </message>
  <message>
   <source>Notice version</source>
   <translation>Fassung des Hinweises</translation>
  </message>
  <message>
   <source>Notifications</source>
   <translation>Benachrichtigungen</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Now {value}. If it is {other}, {follows}.</source>
   <translation>Jetzt {value}. Wenn es {other} ist: {follows}.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Number of the claim that survives</source>
   <translation>Nummer des verbleibenden Schadens</translation>
  </message>
  <message>
   <source>Occupancy</source>
   <translation>Bewohnt von</translation>
  </message>
  <message>
   <source>Occupants</source>
   <translation>Insassen</translation>
  </message>
  <message>
   <source>Occupants count</source>
   <translation>Personen im Fahrzeug</translation>
  </message>
  <message>
   <source>Occupants present</source>
   <translation>Jemand zu Hause</translation>
  </message>
  <message>
   <source>Odometer</source>
   <translation>Tachostand</translation>
  </message>
  <message>
   <source>Odometer, miles</source>
   <translation>Kilometerstand, Meilen</translation>
  </message>
  <message>
   <source>Of claims given this probability, how many were substantiated; on the line they agree.</source>
   <translation>Wie viele der Schäden mit dieser Wahrscheinlichkeit sich erhärteten; auf der Linie stimmt beides überein.</translation>
  </message>
  <message>
   <source>Of paid claims drawn at random, how many the engine would not have referred either.</source>
   <translation>Wie viele von zufällig gezogenen bezahlten Schäden die Maschine auch nicht verwiesen hätte.</translation>
  </message>
  <message>
   <source>Of whom</source>
   <translation>Von wem</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Offline, trying again</source>
   <translation>Offline, neuer Versuch läuft</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>On the road</source>
   <translation>Auf der Straße</translation>
  </message>
  <message>
   <source>On this computer, not yet with a claim · {data}</source>
   <translation>Auf diesem Computer, noch bei keinem Schaden · {data}</translation>
  </message>
  <message>
   <source>On this screen</source>
   <translation>Auf dieser Seite</translation>
  </message>
  <message>
   <source>One or two words to find this page by</source>
   <translation>Ein oder zwei Wörter, um diese Seite zu finden</translation>
  </message>
  <message>
   <source>One-time code</source>
   <translation>Einmalcode</translation>
  </message>
  <message>
   <source>One-time codes</source>
   <translation>Einmalcodes</translation>
  </message>
  <message>
   <source>One-time codes are set up. The next sign-in asks for one.</source>
   <translation>Einmalcodes sind eingerichtet. Die nächste Anmeldung fragt danach.</translation>
  </message>
  <message>
   <source>One-time codes set up</source>
   <translation>Einmalcodes eingerichtet</translation>
  </message>
  <message>
   <source>One-time password</source>
   <translation>Einmalpasswort</translation>
  </message>
  <message>
   <source>One-time password for {name}</source>
   <translation>Einmalpasswort für {name}</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>Online</translation>
  </message>
  <message>
   <source>Only a person can deny a claim.</source>
   <translation>Nur ein Mensch kann einen Schaden ablehnen.</translation>
  </message>
  <message>
   <source>Only a supervisor assigns claims to others. Ask yours.</source>
   <translation>Nur eine Teamleitung weist anderen Schäden zu. Bitten Sie Ihre.</translation>
  </message>
  <message>
   <source>Only a supervisor assigns claims. Take a claim by starting its review.</source>
   <translation>Nur eine Teamleitung weist Schäden zu. Übernehmen Sie einen Schaden, indem Sie seine Prüfung beginnen.</translation>
  </message>
  <message>
   <source>Only a supervisor or an investigator lets payments go on.</source>
   <translation>Nur Teamleitung oder Ermittlung lassen Zahlungen weiterlaufen.</translation>
  </message>
  <message>
   <source>Only a supervisor sees what others carry.</source>
   <translation>Nur eine Teamleitung sieht, was andere tragen.</translation>
  </message>
  <message>
   <source>Only a supervisor shares a view. Save it for yourself.</source>
   <translation>Nur eine Teamleitung teilt eine Ansicht. Speichern Sie sie für sich.</translation>
  </message>
  <message>
   <source>Only administrators remove the sample.</source>
   <translation>Die Beispieldaten entfernt nur die Administration.</translation>
  </message>
  <message>
   <source>Only administrators see figures by group.</source>
   <translation>Zahlen nach Gruppen sieht nur die Administration.</translation>
  </message>
  <message>
   <source>Only an administrator changes the limits of the fast track.</source>
   <translation>Die Grenzen des Schnellwegs ändert nur die Administration.</translation>
  </message>
  <message>
   <source>Only an administrator changes the rules for documents.</source>
   <translation>Die Regeln für Dokumente ändert nur die Administration.</translation>
  </message>
  <message>
   <source>Only an administrator chooses the model that judges.</source>
   <translation>Das urteilende Modell wählt nur die Administration.</translation>
  </message>
  <message>
   <source>Only an administrator has models trained.</source>
   <translation>Modelle lässt nur die Administration trainieren.</translation>
  </message>
  <message>
   <source>Only an administrator settles alerts.</source>
   <translation>Meldungen erledigt nur die Administration.</translation>
  </message>
  <message>
   <source>Only analysts and administrators change rules.</source>
   <translation>Regeln ändern nur Analyse und Administration.</translation>
  </message>
  <message>
   <source>Only analysts and administrators read trials.</source>
   <translation>Erprobungen lesen nur Analyse und Administration.</translation>
  </message>
  <message>
   <source>Only staff are told of claims.</source>
   <translation>Von Schäden erfährt nur die Sachbearbeitung.</translation>
  </message>
  <message>
   <source>Only staff take claims.</source>
   <translation>Schäden übernimmt nur die Sachbearbeitung.</translation>
  </message>
  <message>
   <source>Only staff work on claims that were submitted.</source>
   <translation>An eingereichten Schäden arbeitet nur die Sachbearbeitung.</translation>
  </message>
  <message>
   <source>Only the beginning of this long text is shown.</source>
   <translation>Von diesem langen Text wird nur der Anfang gezeigt.</translation>
  </message>
  <message>
   <source>Only the first {most_pages:,} of {count:,} pages are shown.</source>
   <translation>Nur die ersten {most_pages:,} von {count:,} Seiten werden gezeigt.</translation>
  </message>
  <message>
   <source>Only the first {most_pages:,} pages are shown.</source>
   <translation>Nur die ersten {most_pages:,} Seiten werden gezeigt.</translation>
  </message>
  <message>
   <source>Only the first {most_rows:,} rows are shown.</source>
   <translation>Nur die ersten {most_rows:,} Zeilen werden gezeigt.</translation>
  </message>
  <message>
   <source>Only the first {shown:,} of {count:,} pages are shown.</source>
   <translation>Nur die ersten {shown:,} von {count:,} Seiten werden gezeigt.</translation>
  </message>
  <message>
   <source>Only the investigators keep the state of an investigation.</source>
   <translation>Den Stand einer Ermittlung führt nur die Ermittlung.</translation>
  </message>
  <message>
   <source>Only the owner of a claim, or a supervisor, brings it back.</source>
   <translation>Zurückholen kann einen Schaden nur, wem er gehört, oder eine Teamleitung.</translation>
  </message>
  <message>
   <source>Only the owner of a claim, or a supervisor, puts it away. Take it first.</source>
   <translation>Zurückstellen kann einen Schaden nur, wem er gehört, oder eine Teamleitung. Übernehmen Sie ihn zuerst.</translation>
  </message>
  <message>
   <source>Only the people of the desk have a queue.</source>
   <translation>Einen Arbeitsvorrat hat nur, wer am Arbeitsplatz arbeitet.</translation>
  </message>
  <message>
   <source>Only the people of the desk keep views of it.</source>
   <translation>Ansichten davon führt nur, wer am Arbeitsplatz arbeitet.</translation>
  </message>
  <message>
   <source>Only the people of the desk see what claims share.</source>
   <translation>Was Schäden teilen, sieht nur, wer am Arbeitsplatz arbeitet.</translation>
  </message>
  <message>
   <source>Only the person who decided can undo this, as long as nobody acted on it since.</source>
   <translation>Rückgängig macht das nur, wer entschieden hat, solange niemand darauf aufgebaut hat.</translation>
  </message>
  <message>
   <source>Only the person who handed in a claim answers here.</source>
   <translation>Hier antwortet nur, wer den Schaden eingereicht hat.</translation>
  </message>
  <message>
   <source>Only the person who took this step can undo it.</source>
   <translation>Rückgängig macht diesen Schritt nur, wer ihn getan hat.</translation>
  </message>
  <message>
   <source>Only the supervisor of the region says how much a person takes on.</source>
   <translation>Wie viel jemand übernimmt, sagt nur die Teamleitung der Region.</translation>
  </message>
  <message>
   <source>Only these</source>
   <translation>Nur diese</translation>
  </message>
  <message>
   <source>Only those who watch over rules see what they came to.</source>
   <translation>Was Regeln ergaben, sieht nur, wer über sie wacht.</translation>
  </message>
  <message>
   <source>Only those who watch over the model see how views agree with it.</source>
   <translation>Wie Einschätzungen mit dem Modell übereinstimmen, sieht nur, wer darüber wacht.</translation>
  </message>
  <message>
   <source>Only what the score tells of it is shown.</source>
   <translation>Gezeigt wird nur, was der Score davon sagt.</translation>
  </message>
  <message>
   <source>Only who made a view changes it. Save it under a name of your own.</source>
   <translation>Eine Ansicht ändert nur, wer sie gemacht hat. Speichern Sie sie unter eigenem Namen.</translation>
  </message>
  <message>
   <source>Only who made a view deletes it.</source>
   <translation>Eine Ansicht löscht nur, wer sie gemacht hat.</translation>
  </message>
  <message>
   <source>Only {author} can change it.</source>
   <translation>Nur {author} kann sie ändern.</translation>
  </message>
  <message>
   <source>Only {author} can remove it.</source>
   <translation>Nur {author} kann sie entfernen.</translation>
  </message>
  <message>
   <source>Only {left} is left of what was paid in advance.</source>
   <translation>Vom im Voraus Gezahlten bleiben nur {left}.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>Wieder öffnen</translation>
  </message>
  <message>
   <source>Open claim</source>
   <translation>Schaden öffnen</translation>
  </message>
  <message>
   <source>Open in queue</source>
   <translation>Im Arbeitsvorrat öffnen</translation>
  </message>
  <message>
   <source>Open it again</source>
   <translation>Wieder öffnen</translation>
  </message>
  <message>
   <source>Open this claim</source>
   <translation>Diesen Schaden öffnen</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Geöffnet</translation>
  </message>
  <message>
   <source>Opened again: {reopening}</source>
   <translation>Wieder geöffnet: {reopening}</translation>
  </message>
  <message>
   <source>Opened again: {title}</source>
   <translation>Wieder geöffnet: {title}</translation>
  </message>
  <message>
   <source>Opening again</source>
   <translation>Wiederöffnen</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Freiwillig</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Sonstiges</translation>
  </message>
  <message>
   <source>Other insurance</source>
   <translation>Andere Versicherung</translation>
  </message>
  <message>
   <source>Other insurance policy</source>
   <translation>Anderer Vertrag</translation>
  </message>
  <message>
   <source>Other insurer</source>
   <translation>Anderer Versicherer</translation>
  </message>
  <message>
   <source>Other policy</source>
   <translation>Anderer Vertrag</translation>
  </message>
  <message>
   <source>Other vehicle</source>
   <translation>Anderes Fahrzeug</translation>
  </message>
  <message>
   <source>Other vehicle insurer</source>
   <translation>Versicherer des anderen Fahrzeugs</translation>
  </message>
  <message>
   <source>Our mistake</source>
   <translation>Unser Fehler</translation>
  </message>
  <message>
   <source>Our own mistake</source>
   <translation>Unser eigener Fehler</translation>
  </message>
  <message>
   <source>Out of the shadow</source>
   <translation>Aus dem Schattenbetrieb</translation>
  </message>
  <message>
   <source>Out patient</source>
   <translation>Ambulant</translation>
  </message>
  <message>
   <source>Out-patient</source>
   <translation>Ambulant</translation>
  </message>
  <message>
   <source>Outbox</source>
   <translation>Postausgang</translation>
  </message>
  <message>
   <source>Outbox {waiting}</source>
   <translation>Postausgang {waiting}</translation>
  </message>
  <message>
   <source>Outbuilding</source>
   <translation>Nebengebäude</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Outcomes by suggestion</source>
   <translation>Ergebnisse nach Vorschlag</translation>
  </message>
  <message>
   <source>Outcomes still to come are counted in by how late they usually are; months of which less than half can be known are not drawn.</source>
   <translation>Ausstehende Ergebnisse sind nach ihrem üblichen Verzug eingerechnet; Monate, von denen weniger als die Hälfte bekannt sein kann, sind nicht gezeichnet.</translation>
  </message>
  <message>
   <source>Outside</source>
   <translation>Außerhalb</translation>
  </message>
  <message>
   <source>Outside the window</source>
   <translation>Außerhalb des Fensters</translation>
  </message>
  <message>
   <source>Outside your desk</source>
   <translation>Außerhalb Ihres Arbeitsplatzes</translation>
  </message>
  <message>
   <source>Over</source>
   <translation>Vorüber</translation>
  </message>
  <message>
   <source>Override rate</source>
   <translation>Abweichungsquote</translation>
  </message>
  <message>
   <source>Overrides</source>
   <translation>Abweichungen</translation>
  </message>
  <message>
   <source>Overtaken</source>
   <translation>Überholt</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Zuständig</translation>
  </message>
  <message>
   <source>Owner name</source>
   <translation>Eigentümer</translation>
  </message>
  <message>
   <source>Owner, if another</source>
   <translation>Eigentümer, falls abweichend</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>PDF, JPEG, PNG, TIFF, HEIC, DOCX, XLSX, e-mail or plain text</source>
   <translation>PDF, JPEG, PNG, TIFF, HEIC, DOCX, XLSX, E-Mail oder einfachen Text</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Page {number} of {images}</source>
   <translation>Seite {number} von {images}</translation>
  </message>
  <message>
   <source>Page {page}</source>
   <translation>Seite {page}</translation>
  </message>
  <message>
   <source>Page {page} is damaged and cannot be shown.</source>
   <translation>Seite {page} ist beschädigt und kann nicht gezeigt werden.</translation>
  </message>
  <message>
   <source>Page {page} · {author}, {at}</source>
   <translation>Seite {page} · {author}, {at}</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Gezahlt</translation>
  </message>
  <message>
   <source>Paid in advance</source>
   <translation>Im Voraus gezahlt</translation>
  </message>
  <message>
   <source>Paid to</source>
   <translation>Gezahlt an</translation>
  </message>
  <message>
   <source>Panes</source>
   <translation>Bereiche</translation>
  </message>
  <message>
   <source>Papers needed</source>
   <translation>Benötigte Unterlagen</translation>
  </message>
  <message>
   <source>Parked</source>
   <translation>Geparkt</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>Teil</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Password changed</source>
   <translation>Passwort geändert</translation>
  </message>
  <message>
   <source>Password reset</source>
   <translation>Passwort zurückgesetzt</translation>
  </message>
  <message>
   <source>Patient</source>
   <translation>Patient</translation>
  </message>
  <message>
   <source>Patient born</source>
   <translation>Geburtsdatum der behandelten Person</translation>
  </message>
  <message>
   <source>Patient name</source>
   <translation>Behandelte Person</translation>
  </message>
  <message>
   <source>Patient relation</source>
   <translation>Beziehung der behandelten Person</translation>
  </message>
  <message>
   <source>Pay</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Pay as claimed, nothing stands out</source>
   <translation>Wie gefordert zahlen, nichts fällt auf</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Payments</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>Payments are not stopped.</source>
   <translation>Zahlungen sind nicht angehalten.</translation>
  </message>
  <message>
   <source>Payments are stopped already.</source>
   <translation>Zahlungen sind bereits angehalten.</translation>
  </message>
  <message>
   <source>Payments are stopped: {stopped}</source>
   <translation>Zahlungen sind angehalten: {stopped}</translation>
  </message>
  <message>
   <source>Payments on this claim are stopped: {stopped}</source>
   <translation>Zahlungen zu diesem Schaden sind angehalten: {stopped}</translation>
  </message>
  <message>
   <source>Pending approval</source>
   <translation>Wartet auf Freigabe</translation>
  </message>
  <message>
   <source>Pending info</source>
   <translation>Wartet auf Information</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personen</translation>
  </message>
  <message>
   <source>People are changed by an administrator with a fresh one-time code.</source>
   <translation>Personen ändert die Administration mit einem frischen Einmalcode.</translation>
  </message>
  <message>
   <source>People hurt</source>
   <translation>Verletzte</translation>
  </message>
  <message>
   <source>People in the vehicle</source>
   <translation>Personen im Fahrzeug</translation>
  </message>
  <message>
   <source>People injured</source>
   <translation>Verletzte Personen</translation>
  </message>
  <message>
   <source>Performance</source>
   <translation>Güte</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Person added</source>
   <translation>Person angelegt</translation>
  </message>
  <message>
   <source>Person changed</source>
   <translation>Person geändert</translation>
  </message>
  <message>
   <source>Person {number}</source>
   <translation>Person {number}</translation>
  </message>
  <message>
   <source>Pets at home</source>
   <translation>Haustiere anwesend</translation>
  </message>
  <message>
   <source>Pets present</source>
   <translation>Haustiere anwesend</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Physiotherapy</source>
   <translation>Physiotherapie</translation>
  </message>
  <message>
   <source>Pick a day (Alt ↓)</source>
   <translation>Tag wählen (Alt ↓)</translation>
  </message>
  <message>
   <source>Picture (*.png)</source>
   <translation>Bild (*.png)</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Place of loss</source>
   <translation>Schadenort</translation>
  </message>
  <message>
   <source>Places it came through, innermost first</source>
   <translation>Stationen des Fehlers, innerste zuerst</translation>
  </message>
  <message>
   <source>Plain</source>
   <translation>Schlicht</translation>
  </message>
  <message>
   <source>Plate</source>
   <translation>Kennzeichen</translation>
  </message>
  <message>
   <source>Plate number</source>
   <translation>Kennzeichen</translation>
  </message>
  <message>
   <source>Plate number takes letters, digits, spaces and -, like LS11 ABC.</source>
   <translation>Ein Kennzeichen hat Buchstaben, Ziffern, Leerzeichen und -, wie LS11 ABC.</translation>
  </message>
  <message>
   <source>Plate region</source>
   <translation>Zugelassen in</translation>
  </message>
  <message>
   <source>Please check the form</source>
   <translation>Bitte prüfen Sie das Formular</translation>
  </message>
  <message>
   <source>Please send: {names}{last}.</source>
   <translation>Bitte senden Sie: {names}{last}.</translation>
  </message>
  <message>
   <source>Pointer</source>
   <translation>Diagnose</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>Police</source>
   <translation>Polizei</translation>
  </message>
  <message>
   <source>Police report</source>
   <translation>Polizeibericht</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>Vertrag</translation>
  </message>
  <message>
   <source>Policy age at loss</source>
   <translation>Vertragsalter beim Schaden</translation>
  </message>
  <message>
   <source>Policy bought</source>
   <translation>Vertragsschluss</translation>
  </message>
  <message>
   <source>Policy change to loss</source>
   <translation>Änderung bis Schaden</translation>
  </message>
  <message>
   <source>Policy changed</source>
   <translation>Vertragsänderung</translation>
  </message>
  <message>
   <source>Policy expiry</source>
   <translation>Vertragsende</translation>
  </message>
  <message>
   <source>Policy limit</source>
   <translation>Versicherungssumme</translation>
  </message>
  <message>
   <source>Policy not in force</source>
   <translation>Vertrag nicht in Kraft</translation>
  </message>
  <message>
   <source>Policy not in force at the loss</source>
   <translation>Vertrag beim Schaden nicht in Kraft</translation>
  </message>
  <message>
   <source>Policy number</source>
   <translation>Vertragsnummer</translation>
  </message>
  <message>
   <source>Policy number takes letters, digits, spaces, / and -, like POL-10956121.</source>
   <translation>Eine Vertragsnummer hat Buchstaben, Ziffern, Leerzeichen, / und -, wie POL-10956121.</translation>
  </message>
  <message>
   <source>Policy purchase date</source>
   <translation>Vertragsschluss</translation>
  </message>
  <message>
   <source>Policy start</source>
   <translation>Vertragsbeginn</translation>
  </message>
  <message>
   <source>Policyholder</source>
   <translation>Versicherungsnehmer</translation>
  </message>
  <message>
   <source>Portal</source>
   <translation>Portal</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>Postleitzahl</translation>
  </message>
  <message>
   <source>PostgreSQL</source>
   <translation>PostgreSQL</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>Übung</translation>
  </message>
  <message>
   <source>Practise</source>
   <translation>Üben</translation>
  </message>
  <message>
   <source>Practise again whenever you like; it is among all commands, on Ctrl K.</source>
   <translation>Üben Sie wieder, wann Sie möchten; es steht unter allen Befehlen, auf Ctrl K.</translation>
  </message>
  <message>
   <source>Practise ten claims</source>
   <translation>Zehn Schäden üben</translation>
  </message>
  <message>
   <source>Pre authorization no</source>
   <translation>Genehmigungsnummer</translation>
  </message>
  <message>
   <source>Precedent ended on {at} before this was saved. What you had entered is back.</source>
   <translation>Precedent endete am {at}, bevor dies gespeichert war. Ihre Eingaben sind wieder da.</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Präzision</translation>
  </message>
  <message>
   <source>Precision and recall</source>
   <translation>Präzision und Trefferquote</translation>
  </message>
  <message>
   <source>Precision of suggested referrals</source>
   <translation>Präzision vorgeschlagener Verweisungen</translation>
  </message>
  <message>
   <source>Precision per red flag</source>
   <translation>Präzision je Warnhinweis</translation>
  </message>
  <message>
   <source>Prepaid</source>
   <translation>Im Voraus gezahlt</translation>
  </message>
  <message>
   <source>Preparing page {done:,} of {total:,} for the printer…</source>
   <translation>Seite {done:,} von {total:,} wird für den Drucker vorbereitet…</translation>
  </message>
  <message>
   <source>Preparing {pages:,} pages for the printer…</source>
   <translation>{pages:,} Seiten werden für den Drucker vorbereitet…</translation>
  </message>
  <message>
   <source>Present password</source>
   <translation>Jetziges Passwort</translation>
  </message>
  <message>
   <source>Press to change, Delete to remove</source>
   <translation>Drücken zum Ändern, Entf zum Entfernen</translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation>Häufigkeit</translation>
  </message>
  <message>
   <source>Prevalence: {words}</source>
   <translation>Häufigkeit: {words}</translation>
  </message>
  <message>
   <source>Preview of the letter</source>
   <translation>Vorschau des Schreibens</translation>
  </message>
  <message>
   <source>Previous claim</source>
   <translation>Voriger Schaden</translation>
  </message>
  <message>
   <source>Previous document</source>
   <translation>Voriges Dokument</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>Voriger Bereich</translation>
  </message>
  <message>
   <source>Previous place</source>
   <translation>Vorige Stelle</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Kaufpreis</translation>
  </message>
  <message>
   <source>Price paid</source>
   <translation>Kaufpreis</translation>
  </message>
  <message>
   <source>Primary insurer</source>
   <translation>Hauptkrankenversicherer</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Prior claims declared</source>
   <translation>Angegebene Vorschäden</translation>
  </message>
  <message>
   <source>Private</source>
   <translation>Privat</translation>
  </message>
  <message>
   <source>Probability</source>
   <translation>Wahrscheinlichkeit</translation>
  </message>
  <message>
   <source>Probable total</source>
   <translation>Voraussichtlicher Gesamtschaden</translation>
  </message>
  <message>
   <source>Probable total loss</source>
   <translation>Voraussichtlicher Gesamtschaden</translation>
  </message>
  <message>
   <source>Probable total loss cannot be less than the claimed {claimed}.</source>
   <translation>Der voraussichtliche Gesamtschaden kann nicht unter den geforderten {claimed} liegen.</translation>
  </message>
  <message>
   <source>Problem: {words}</source>
   <translation>Problem: {words}</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Leistung</translation>
  </message>
  <message>
   <source>Processor</source>
   <translation>Prozessor</translation>
  </message>
  <message>
   <source>Processor and memory in use where the worker runs, in percent.</source>
   <translation>Prozessor und Arbeitsspeicher am Ort des Workers, in Prozent.</translation>
  </message>
  <message>
   <source>Proof</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Proof of loss</source>
   <translation>Schadennachweis</translation>
  </message>
  <message>
   <source>Proof of review</source>
   <translation>Prüfnachweis</translation>
  </message>
  <message>
   <source>Property</source>
   <translation>Sach</translation>
  </message>
  <message>
   <source>Property type</source>
   <translation>Art des Gebäudes</translation>
  </message>
  <message>
   <source>Proposal dropped</source>
   <translation>Vorschlag verworfen</translation>
  </message>
  <message>
   <source>Propose</source>
   <translation>Vorschlagen</translation>
  </message>
  <message>
   <source>Propose this threshold…</source>
   <translation>Diese Schwelle vorschlagen…</translation>
  </message>
  <message>
   <source>Propose {name} {version}</source>
   <translation>{name} {version} vorschlagen</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Vorgeschlagen</translation>
  </message>
  <message>
   <source>Proposed; another person confirms</source>
   <translation>Vorgeschlagen; eine andere Person bestätigt</translation>
  </message>
  <message>
   <source>Propose…</source>
   <translation>Vorschlagen…</translation>
  </message>
  <message>
   <source>Provider</source>
   <translation>Behandler</translation>
  </message>
  <message>
   <source>Provider id</source>
   <translation>Behandlernummer</translation>
  </message>
  <message>
   <source>Provider number</source>
   <translation>Behandlernummer</translation>
  </message>
  <message>
   <source>Purchase to loss</source>
   <translation>Kauf bis Schaden</translation>
  </message>
  <message>
   <source>Purpose of use</source>
   <translation>Verwendung</translation>
  </message>
  <message>
   <source>Put away</source>
   <translation>Zurückstellen</translation>
  </message>
  <message>
   <source>Put away until {diary_until:%d %b}</source>
   <translation>Zurückgestellt bis {diary_until:%d. %b}</translation>
  </message>
  <message>
   <source>Put away until {until}</source>
   <translation>Zurückstellen bis {until}</translation>
  </message>
  <message>
   <source>Put away until {until} by {by}: {reason}</source>
   <translation>Zurückgestellt bis {until} von {by}: {reason}</translation>
  </message>
  <message>
   <source>Put in shadow</source>
   <translation>In den Schattenbetrieb</translation>
  </message>
  <message>
   <source>Put it away until {fromisoformat}: {note}</source>
   <translation>Bis {fromisoformat} zurückgestellt: {note}</translation>
  </message>
  <message>
   <source>Put the claim up for review</source>
   <translation>Den Schaden zur Prüfung gestellt</translation>
  </message>
  <message>
   <source>Put “{name}” in quarantine{why}</source>
   <translation>„{name}“ in Quarantäne gestellt{why}</translation>
  </message>
  <message>
   <source>PySide6-Essentials</source>
   <translation>PySide6-Essentials</translation>
  </message>
  <message>
   <source>Python</source>
   <translation>Python</translation>
  </message>
  <message>
   <source>QR code of the key beside it</source>
   <translation>QR-Code des Schlüssels daneben</translation>
  </message>
  <message>
   <source>QR code of the key under it</source>
   <translation>QR-Code des Schlüssels darunter</translation>
  </message>
  <message>
   <source>Qt</source>
   <translation>Qt</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>Quarantined</source>
   <translation>In Quarantäne</translation>
  </message>
  <message>
   <source>Quiet from</source>
   <translation>Ruhe ab</translation>
  </message>
  <message>
   <source>Quiet hours</source>
   <translation>Ruhezeiten</translation>
  </message>
  <message>
   <source>Quiet until</source>
   <translation>Ruhe bis</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Quote the wording of the policy that the denial rests on.</source>
   <translation>Zitieren Sie den Wortlaut der Bedingungen, auf den sich die Ablehnung stützt.</translation>
  </message>
  <message>
   <source>Raised</source>
   <translation>Gemeldet</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>Read a paper</source>
   <translation>Unterlage lesen</translation>
  </message>
  <message>
   <source>Read a paper beside the form</source>
   <translation>Unterlage neben dem Formular lesen</translation>
  </message>
  <message>
   <source>Read anew every half minute while it is on show · measured by the worker every five</source>
   <translation>Alle halbe Minute neu gelesen, solange es gezeigt wird · vom Worker alle fünf gemessen</translation>
  </message>
  <message>
   <source>Read as</source>
   <translation>Gelesen als</translation>
  </message>
  <message>
   <source>Read from memory</source>
   <translation>Aus dem Speicher gelesen</translation>
  </message>
  <message>
   <source>Read, or not read</source>
   <translation>Gelesen oder nicht gelesen</translation>
  </message>
  <message>
   <source>Read-only</source>
   <translation>Nur lesend</translation>
  </message>
  <message>
   <source>Reading {name}</source>
   <translation>{name} wird gelesen</translation>
  </message>
  <message>
   <source>Reading {shown_name}</source>
   <translation>{shown_name} wird gelesen</translation>
  </message>
  <message>
   <source>Ready to submit</source>
   <translation>Bereit zum Einreichen</translation>
  </message>
  <message>
   <source>Rear</source>
   <translation>Hinten</translation>
  </message>
  <message>
   <source>Rear end</source>
   <translation>Heck</translation>
  </message>
  <message>
   <source>Rear-end</source>
   <translation>Auffahrunfall</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Reason and note</source>
   <translation>Grund und Notiz</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Trefferquote</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Eingang</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Neuere</translation>
  </message>
  <message>
   <source>Record and show the score</source>
   <translation>Festhalten und Score zeigen</translation>
  </message>
  <message>
   <source>Record payment</source>
   <translation>Zahlung eintragen</translation>
  </message>
  <message>
   <source>Record the final payment first, under Money.</source>
   <translation>Tragen Sie zuerst unter „Geld“ die letzte Zahlung ein.</translation>
  </message>
  <message>
   <source>Recorded a payment of {amount} to {payee}: {said}</source>
   <translation>Zahlung von {amount} an {payee} eingetragen: {said}</translation>
  </message>
  <message>
   <source>Recorded a view before the score was shown</source>
   <translation>Eine Einschätzung festgehalten, bevor der Score gezeigt wurde</translation>
  </message>
  <message>
   <source>Recorded the final payment of {amount} to {payee}: {said}</source>
   <translation>Letzte Zahlung von {amount} an {payee} eingetragen: {said}</translation>
  </message>
  <message>
   <source>Recovered</source>
   <translation>Wieder da</translation>
  </message>
  <message>
   <source>Red flag</source>
   <translation>Warnhinweis</translation>
  </message>
  <message>
   <source>Red flags</source>
   <translation>Warnhinweise</translation>
  </message>
  <message>
   <source>Red-flag rule changed</source>
   <translation>Hinweisregel geändert</translation>
  </message>
  <message>
   <source>Red-flag rules</source>
   <translation>Hinweisregeln</translation>
  </message>
  <message>
   <source>Redacted copy</source>
   <translation>Geschwärzte Kopie</translation>
  </message>
  <message>
   <source>Refer</source>
   <translation>Verweisen</translation>
  </message>
  <message>
   <source>Refer from {refer_from}, from {day}</source>
   <translation>Ab {refer_from} verweisen, ab {day}</translation>
  </message>
  <message>
   <source>Refer from {score}</source>
   <translation>Ab {score} verweisen</translation>
  </message>
  <message>
   <source>Refer it to SIU</source>
   <translation>An die SIU verweisen</translation>
  </message>
  <message>
   <source>Refer siu</source>
   <translation>An SIU verweisen</translation>
  </message>
  <message>
   <source>Refer to SIU</source>
   <translation>An SIU verweisen</translation>
  </message>
  <message>
   <source>Refer {name} claims from {refer_from}</source>
   <translation>{name}-Schäden ab {refer_from} verweisen</translation>
  </message>
  <message>
   <source>Referral</source>
   <translation>Verweisung</translation>
  </message>
  <message>
   <source>Referral code</source>
   <translation>Überweisungscode</translation>
  </message>
  <message>
   <source>Referral of claim {number}</source>
   <translation>Verweisung des Schadens {number}</translation>
  </message>
  <message>
   <source>Referral rate</source>
   <translation>Verweisungsquote</translation>
  </message>
  <message>
   <source>Referrals</source>
   <translation>Verweisungen</translation>
  </message>
  <message>
   <source>Referrals a week and what they come to</source>
   <translation>Verweisungen je Woche und ihr Ertrag</translation>
  </message>
  <message>
   <source>Referred against the suggestion, or not in spite of it, by desk; no person is ranked.</source>
   <translation>Gegen den Vorschlag verwiesen oder trotz ihm nicht, je Arbeitsplatz; niemand wird gereiht.</translation>
  </message>
  <message>
   <source>Referred from</source>
   <translation>Verwiesen ab</translation>
  </message>
  <message>
   <source>Referred to SIU</source>
   <translation>An SIU verwiesen</translation>
  </message>
  <message>
   <source>Referred to SIU: {referral}</source>
   <translation>An SIU verwiesen: {referral}</translation>
  </message>
  <message>
   <source>Referring</source>
   <translation>Verweisen</translation>
  </message>
  <message>
   <source>Refers too many</source>
   <translation>Verweist zu viele</translation>
  </message>
  <message>
   <source>Refresh</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <source>Refunds</source>
   <translation>Erstattungen</translation>
  </message>
  <message>
   <source>Refunds received</source>
   <translation>Erhaltene Erstattungen</translation>
  </message>
  <message>
   <source>Refunds received cannot exceed what was paid in advance. Correct one.</source>
   <translation>Erhaltene Erstattungen können nicht über dem im Voraus Gezahlten liegen. Berichtigen Sie eines.</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Abgewiesen</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>Registered</source>
   <translation>Eingetragen</translation>
  </message>
  <message>
   <source>Registered in</source>
   <translation>Zugelassen in</translation>
  </message>
  <message>
   <source>Registers</source>
   <translation>Trägt ein</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Zurückgewiesen</translation>
  </message>
  <message>
   <source>Rejected rows</source>
   <translation>Zurückgewiesene Zeilen</translation>
  </message>
  <message>
   <source>Rejected “{name}”{why}</source>
   <translation>„{name}“ zurückgewiesen{why}</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>Beziehung</translation>
  </message>
  <message>
   <source>Relation to insured</source>
   <translation>Beziehung zum Versicherten</translation>
  </message>
  <message>
   <source>Relation to the insured</source>
   <translation>Beziehung zum Versicherten</translation>
  </message>
  <message>
   <source>Release</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Release the {outstanding:,.2f} that the reserve still holds</source>
   <translation>Die {outstanding:,.2f} freigeben, die die Reserve noch hält</translation>
  </message>
  <message>
   <source>Released to close</source>
   <translation>Zum Schließen freigegeben</translation>
  </message>
  <message>
   <source>Released to the queue</source>
   <translation>In den Arbeitsvorrat zurückgegeben</translation>
  </message>
  <message>
   <source>Releasing</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation>Zuverlässigkeit</translation>
  </message>
  <message>
   <source>Remove the sample</source>
   <translation>Beispieldaten entfernen</translation>
  </message>
  <message>
   <source>Remove the sample claims</source>
   <translation>Beispielschäden entfernen</translation>
  </message>
  <message>
   <source>Remove this note</source>
   <translation>Diese Notiz entfernen</translation>
  </message>
  <message>
   <source>Remove this person</source>
   <translation>Diese Person entfernen</translation>
  </message>
  <message>
   <source>Remove this service</source>
   <translation>Diese Leistung entfernen</translation>
  </message>
  <message>
   <source>Remove this thing</source>
   <translation>Diesen Gegenstand entfernen</translation>
  </message>
  <message>
   <source>Remove this witness</source>
   <translation>Diesen Zeugen entfernen</translation>
  </message>
  <message>
   <source>Removed a {noun} from page {page} of “{name}”</source>
   <translation>{noun} auf Seite {page} von „{name}“ entfernt</translation>
  </message>
  <message>
   <source>Removed with the sample</source>
   <translation>Mit den Beispieldaten entfernt</translation>
  </message>
  <message>
   <source>Rename the view</source>
   <translation>Ansicht umbenennen</translation>
  </message>
  <message>
   <source>Rename “{name}”…</source>
   <translation>„{name}“ umbenennen…</translation>
  </message>
  <message>
   <source>Rental car</source>
   <translation>Mietwagen</translation>
  </message>
  <message>
   <source>Reopen</source>
   <translation>Wieder öffnen</translation>
  </message>
  <message>
   <source>Reopened</source>
   <translation>Wieder geöffnet</translation>
  </message>
  <message>
   <source>Repair estimate</source>
   <translation>Kostenvoranschlag</translation>
  </message>
  <message>
   <source>Repaired before anybody inspected it: keep the bills and pictures.</source>
   <translation>Vor jeder Besichtigung repariert: Rechnungen und Bilder aufbewahren.</translation>
  </message>
  <message>
   <source>Repaired before visit</source>
   <translation>Vor Besichtigung repariert</translation>
  </message>
  <message>
   <source>Repairer</source>
   <translation>Reparaturbetrieb</translation>
  </message>
  <message>
   <source>Repairer or provider</source>
   <translation>Reparaturbetrieb oder Behandler</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Replacing the app needs a code of the present one from the last five minutes.</source>
   <translation>Die App zu ersetzen verlangt einen Code der jetzigen aus den letzten fünf Minuten.</translation>
  </message>
  <message>
   <source>Replay scores</source>
   <translation>Scores nachrechnen</translation>
  </message>
  <message>
   <source>Replication</source>
   <translation>Replikation</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Report number</source>
   <translation>Vorgangsnummer</translation>
  </message>
  <message>
   <source>Reported</source>
   <translation>Gemeldet</translation>
  </message>
  <message>
   <source>Reported by</source>
   <translation>Gemeldet von</translation>
  </message>
  <message>
   <source>Reported date</source>
   <translation>Meldedatum</translation>
  </message>
  <message>
   <source>Reporter</source>
   <translation>Meldende Person</translation>
  </message>
  <message>
   <source>Request for information</source>
   <translation>Informationsanforderung</translation>
  </message>
  <message>
   <source>Required</source>
   <translation>Pflicht</translation>
  </message>
  <message>
   <source>Reserve</source>
   <translation>Reserve</translation>
  </message>
  <message>
   <source>Reserves and payments</source>
   <translation>Reserven und Zahlungen</translation>
  </message>
  <message>
   <source>Reserves and payments per coverage</source>
   <translation>Reserven und Zahlungen je Deckung</translation>
  </message>
  <message>
   <source>Reset password</source>
   <translation>Passwort zurücksetzen</translation>
  </message>
  <message>
   <source>Reset password…</source>
   <translation>Passwort zurücksetzen…</translation>
  </message>
  <message>
   <source>Reset the password of {name}?</source>
   <translation>Passwort von {name} zurücksetzen?</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Restore all keys</source>
   <translation>Alle Tasten zurücksetzen</translation>
  </message>
  <message>
   <source>Restore the keys of {title}</source>
   <translation>Tasten für {title} zurücksetzen</translation>
  </message>
  <message>
   <source>Restore version {number}</source>
   <translation>Version {number} wiederherstellen</translation>
  </message>
  <message>
   <source>Restored version {restored_from} of “{name}”</source>
   <translation>Version {restored_from} von „{name}“ wiederhergestellt</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Resume review</source>
   <translation>Prüfung fortsetzen</translation>
  </message>
  <message>
   <source>Resumed the review</source>
   <translation>Die Prüfung fortgesetzt</translation>
  </message>
  <message>
   <source>Resuming the review</source>
   <translation>Prüfung fortsetzen</translation>
  </message>
  <message>
   <source>Retire</source>
   <translation>Stilllegen</translation>
  </message>
  <message>
   <source>Retired</source>
   <translation>Stillgelegt</translation>
  </message>
  <message>
   <source>Retrain</source>
   <translation>Neu trainieren</translation>
  </message>
  <message>
   <source>Retrain…</source>
   <translation>Neu trainieren…</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>Review it as usual</source>
   <translation>Wie üblich prüfen</translation>
  </message>
  <message>
   <source>Reviewed</source>
   <translation>Geprüft</translation>
  </message>
  <message>
   <source>Reviewing this share of all claims finds this share of the substantiated ones.</source>
   <translation>Die Prüfung dieses Anteils aller Schäden findet diesen Anteil der erhärteten.</translation>
  </message>
  <message>
   <source>Ride share</source>
   <translation>Mitfahrdienst</translation>
  </message>
  <message>
   <source>Ride-share</source>
   <translation>Mitfahrdienst</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Rechts</translation>
  </message>
  <message>
   <source>Risk</source>
   <translation>Risiko</translation>
  </message>
  <message>
   <source>Risk address</source>
   <translation>Anschrift des Gebäudes</translation>
  </message>
  <message>
   <source>Risk city</source>
   <translation>Ort des Gebäudes</translation>
  </message>
  <message>
   <source>Risk postcode</source>
   <translation>Postleitzahl des Gebäudes</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Rolled back</source>
   <translation>Zurückgerollt</translation>
  </message>
  <message>
   <source>Roof</source>
   <translation>Dach</translation>
  </message>
  <message>
   <source>Room</source>
   <translation>Raum</translation>
  </message>
  <message>
   <source>Roomy</source>
   <translation>Luftig</translation>
  </message>
  <message>
   <source>Round amount</source>
   <translation>Runder Betrag</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Row {places}: {sentence}</source>
   <translation>Zeile {places}: {sentence}</translation>
  </message>
  <message>
   <source>Row {row} has a cell longer than the {cell_letters:,} letters that a workbook holds; write a .csv file instead.</source>
   <translation>Zeile {row} hat eine Zelle, die länger ist als die {cell_letters:,} Zeichen einer Arbeitsmappe; schreiben Sie stattdessen eine CSV-Datei.</translation>
  </message>
  <message>
   <source>Row {row}: give {lacking}, or remove the row.</source>
   <translation>Zeile {row}: Geben Sie an: {lacking}, oder entfernen Sie die Zeile.</translation>
  </message>
  <message>
   <source>Row {row}: say {wanted}, or remove the row.</source>
   <translation>Zeile {row}: Nennen Sie: {wanted}, oder entfernen Sie die Zeile.</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Rows of the queue</source>
   <translation>Zeilen des Arbeitsvorrats</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Rules are watched by supervisors and analysts.</source>
   <translation>Über Regeln wachen Teamleitung und Analyse.</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <source>Runs for</source>
   <translation>Läuft für</translation>
  </message>
  <message>
   <source>SIU has this claim; its disposition ends the referral.</source>
   <translation>Dieser Schaden liegt bei der SIU; ihr Ergebnis beendet die Verweisung.</translation>
  </message>
  <message>
   <source>SIU investigator</source>
   <translation>SIU-Ermittlung</translation>
  </message>
  <message>
   <source>SIU packet</source>
   <translation>SIU-Paket</translation>
  </message>
  <message>
   <source>Said</source>
   <translation>Gesagt</translation>
  </message>
  <message>
   <source>Saloon</source>
   <translation>Limousine</translation>
  </message>
  <message>
   <source>Same as the policyholder</source>
   <translation>Wie der Versicherungsnehmer</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>Stichprobe</translation>
  </message>
  <message>
   <source>Sample portfolio</source>
   <translation>Beispielbestand</translation>
  </message>
  <message>
   <source>Sample workspace</source>
   <translation>Beispiel-Arbeitsbereich</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save a copy</source>
   <translation>Kopie speichern</translation>
  </message>
  <message>
   <source>Save a copy of the letter</source>
   <translation>Kopie des Schreibens speichern</translation>
  </message>
  <message>
   <source>Save a copy of this letter</source>
   <translation>Kopie dieses Schreibens speichern</translation>
  </message>
  <message>
   <source>Save as a view</source>
   <translation>Als Ansicht speichern</translation>
  </message>
  <message>
   <source>Save as a view…</source>
   <translation>Als Ansicht speichern…</translation>
  </message>
  <message>
   <source>Save changes</source>
   <translation>Änderungen speichern</translation>
  </message>
  <message>
   <source>Save changes to “{name}”</source>
   <translation>Änderungen an „{name}“ speichern</translation>
  </message>
  <message>
   <source>Save draft</source>
   <translation>Entwurf speichern</translation>
  </message>
  <message>
   <source>Save note</source>
   <translation>Notiz speichern</translation>
  </message>
  <message>
   <source>Save or discard the changes to {name} first.</source>
   <translation>Speichern oder verwerfen Sie zuerst die Änderungen an {name}.</translation>
  </message>
  <message>
   <source>Save rejected rows</source>
   <translation>Zurückgewiesene speichern</translation>
  </message>
  <message>
   <source>Save the packet</source>
   <translation>Paket speichern</translation>
  </message>
  <message>
   <source>Save the rejected rows</source>
   <translation>Zurückgewiesene Zeilen speichern</translation>
  </message>
  <message>
   <source>Save what was found</source>
   <translation>Ergebnis speichern</translation>
  </message>
  <message>
   <source>Save {amid}</source>
   <translation>{amid} speichern</translation>
  </message>
  <message>
   <source>Saved view {n}</source>
   <translation>Gespeicherte Ansicht {n}</translation>
  </message>
  <message>
   <source>Saved views</source>
   <translation>Gespeicherte Ansichten</translation>
  </message>
  <message>
   <source>Saved {name}</source>
   <translation>{name} gespeichert</translation>
  </message>
  <message>
   <source>Say first what you think of this claim. Its score is hidden until then.</source>
   <translation>Sagen Sie zuerst, wie Sie diesen Schaden einschätzen. Bis dahin ist sein Score verborgen.</translation>
  </message>
  <message>
   <source>Say how many people were injured.</source>
   <translation>Geben Sie an, wie viele Personen verletzt wurden.</translation>
  </message>
  <message>
   <source>Say how the claimant was reached: by phone, e-mail, letter or visit.</source>
   <translation>Geben Sie an, wie der Anspruchsteller erreicht wurde: Telefon, E-Mail, Brief oder Besuch.</translation>
  </message>
  <message>
   <source>Say how the reporter is related to the insured.</source>
   <translation>Geben Sie an, in welcher Beziehung die meldende Person zum Versicherten steht.</translation>
  </message>
  <message>
   <source>Say in 1 to 200 characters why the claim is put away.</source>
   <translation>Sagen Sie in 1 bis 200 Zeichen, warum der Schaden zurückgestellt wird.</translation>
  </message>
  <message>
   <source>Say in a sentence why the limits change.</source>
   <translation>Sagen Sie in einem Satz, warum sich die Grenzen ändern.</translation>
  </message>
  <message>
   <source>Say in a sentence why the rule changes.</source>
   <translation>Sagen Sie in einem Satz, warum sich die Regel ändert.</translation>
  </message>
  <message>
   <source>Say in at least {least} characters what is doubtful about this precedent.</source>
   <translation>Sagen Sie mit mindestens {least} Zeichen, was an diesem Vergleichsfall zweifelhaft ist.</translation>
  </message>
  <message>
   <source>Say what is asked and of whom, then ask.</source>
   <translation>Sagen Sie, was Sie von wem erbitten, und senden Sie dann.</translation>
  </message>
  <message>
   <source>Say what is new, in a few words.</source>
   <translation>Sagen Sie in wenigen Worten, was neu ist.</translation>
  </message>
  <message>
   <source>Say what it is for.</source>
   <translation>Sagen Sie, wofür es ist.</translation>
  </message>
  <message>
   <source>Say what the review came to, then close the claim.</source>
   <translation>Sagen Sie, was die Prüfung ergab, und schließen Sie dann den Schaden.</translation>
  </message>
  <message>
   <source>Say what the trial is to find out.</source>
   <translation>Sagen Sie, was die Erprobung klären soll.</translation>
  </message>
  <message>
   <source>Say what was found out about the alert.</source>
   <translation>Sagen Sie, was zu der Meldung herausgefunden wurde.</translation>
  </message>
  <message>
   <source>Say what you need to know.</source>
   <translation>Sagen Sie, was Sie wissen müssen.</translation>
  </message>
  <message>
   <source>Say what you think of this claim, then its score is shown.</source>
   <translation>Sagen Sie, wie Sie diesen Schaden einschätzen, dann wird sein Score gezeigt.</translation>
  </message>
  <message>
   <source>Say whether police or fire service were called.</source>
   <translation>Geben Sie an, ob Polizei oder Feuerwehr gerufen wurden.</translation>
  </message>
  <message>
   <source>Say which column holds {names}; every claim needs it.</source>
   <translation>Sagen Sie, in welcher Spalte {names} steht; jeder Schaden braucht es.</translation>
  </message>
  <message>
   <source>Say who is paid.</source>
   <translation>Sagen Sie, wer bezahlt wird.</translation>
  </message>
  <message>
   <source>Say who was at fault, as far as it is known.</source>
   <translation>Geben Sie an, wer schuld war, soweit bekannt.</translation>
  </message>
  <message>
   <source>Say who withdraws the claim and what they said.</source>
   <translation>Sagen Sie, wer den Schaden zurückzieht und was dazu gesagt wurde.</translation>
  </message>
  <message>
   <source>Say who withdraws the claim.</source>
   <translation>Sagen Sie, wer den Schaden zurückzieht.</translation>
  </message>
  <message>
   <source>Say who.</source>
   <translation>Sagen Sie, wer.</translation>
  </message>
  <message>
   <source>Say whom the letter goes to.</source>
   <translation>Sagen Sie, an wen das Schreiben geht.</translation>
  </message>
  <message>
   <source>Say whom you ask.</source>
   <translation>Sagen Sie, wen Sie fragen.</translation>
  </message>
  <message>
   <source>Say why payments stop.</source>
   <translation>Sagen Sie, warum Zahlungen angehalten werden.</translation>
  </message>
  <message>
   <source>Say why the activation is taken back.</source>
   <translation>Sagen Sie, warum die Aktivierung zurückgenommen wird.</translation>
  </message>
  <message>
   <source>Say why the claim can do without this document.</source>
   <translation>Sagen Sie, warum der Schaden ohne dieses Dokument auskommt.</translation>
  </message>
  <message>
   <source>Say why the claim goes back, then send it back.</source>
   <translation>Sagen Sie, warum der Schaden zurückgeht, und geben Sie ihn dann zurück.</translation>
  </message>
  <message>
   <source>Say why the claim goes back.</source>
   <translation>Sagen Sie, warum der Schaden zurückgeht.</translation>
  </message>
  <message>
   <source>Say why the claim is opened again, with a reason and a note.</source>
   <translation>Sagen Sie mit Grund und Notiz, warum der Schaden wieder geöffnet wird.</translation>
  </message>
  <message>
   <source>Say why the claim is put away.</source>
   <translation>Sagen Sie, warum der Schaden zurückgestellt wird.</translation>
  </message>
  <message>
   <source>Say why the claims are put away.</source>
   <translation>Sagen Sie, warum die Schäden zurückgestellt werden.</translation>
  </message>
  <message>
   <source>Say why the threshold should change.</source>
   <translation>Sagen Sie, warum sich die Schwelle ändern soll.</translation>
  </message>
  <message>
   <source>Say why the trial ends.</source>
   <translation>Sagen Sie, warum die Erprobung endet.</translation>
  </message>
  <message>
   <source>Say why this model should judge.</source>
   <translation>Sagen Sie, warum dieses Modell urteilen soll.</translation>
  </message>
  <message>
   <source>Say why, in a few words.</source>
   <translation>Sagen Sie in wenigen Worten, warum.</translation>
  </message>
  <message>
   <source>Say why; the reason is kept with the step.</source>
   <translation>Sagen Sie, warum; der Grund wird mit dem Schritt aufbewahrt.</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Skalierung</translation>
  </message>
  <message>
   <source>Scan this with an authenticator app. Or add an account there by hand, with this key:</source>
   <translation>Scannen Sie dies mit einer Authentifizierungs-App. Oder legen Sie dort von Hand ein Konto mit diesem Schlüssel an:</translation>
  </message>
  <message>
   <source>Scan this with, or add the key to, your authenticator app, then enter the code that it shows.</source>
   <translation>Scannen Sie dies mit Ihrer Authentifizierungs-App, oder geben Sie ihr den Schlüssel, und geben Sie dann den Code ein, den sie zeigt.</translation>
  </message>
  <message>
   <source>Scanning</source>
   <translation>Wird geprüft</translation>
  </message>
  <message>
   <source>Schema</source>
   <translation>Schema</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Score</translation>
  </message>
  <message>
   <source>Score a file of claims without storing any of them</source>
   <translation>Eine Schadendatei bewerten, ohne etwas davon zu speichern</translation>
  </message>
  <message>
   <source>Score another file</source>
   <translation>Weitere Datei bewerten</translation>
  </message>
  <message>
   <source>Score history</source>
   <translation>Verlauf des Scores</translation>
  </message>
  <message>
   <source>Score not reproduced</source>
   <translation>Score nicht reproduziert</translation>
  </message>
  <message>
   <source>Score open claims anew</source>
   <translation>Offene Schäden neu bewerten</translation>
  </message>
  <message>
   <source>Score up to</source>
   <translation>Score bis</translation>
  </message>
  <message>
   <source>Score waiting claims</source>
   <translation>Wartende Schäden bewerten</translation>
  </message>
  <message>
   <source>Score {rows}</source>
   <translation>{rows} bewerten</translation>
  </message>
  <message>
   <source>Score {score:.0f} between 0 and 100; medium from {medium_from}, high from {high_from}</source>
   <translation>Score {score:.0f} zwischen 0 und 100; mittel ab {medium_from}, hoch ab {high_from}</translation>
  </message>
  <message>
   <source>Score {score:.0f} of 100</source>
   <translation>Score {score:.0f} von 100</translation>
  </message>
  <message>
   <source>Score {score} could not be reproduced</source>
   <translation>Score {score} ließ sich nicht reproduzieren</translation>
  </message>
  <message>
   <source>Scored</source>
   <translation>Bewertet</translation>
  </message>
  <message>
   <source>Scored rows</source>
   <translation>Bewertete Zeilen</translation>
  </message>
  <message>
   <source>Scored with {model}</source>
   <translation>Bewertet mit {model}</translation>
  </message>
  <message>
   <source>Scored {score:.0f}</source>
   <translation>Mit {score:.0f} bewertet</translation>
  </message>
  <message>
   <source>Scored {score} by model {model}</source>
   <translation>Mit {score} bewertet von Modell {model}</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Scores</translation>
  </message>
  <message>
   <source>Scores by month</source>
   <translation>Scores nach Monat</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Scoring {name}</source>
   <translation>{name} wird bewertet</translation>
  </message>
  <message>
   <source>Screens and commands</source>
   <translation>Seiten und Befehle</translation>
  </message>
  <message>
   <source>Screens and commands in thirty days, counted only for those who chose it in the settings.</source>
   <translation>Seiten und Befehle in dreißig Tagen, gezählt nur für jene, die es in den Einstellungen gewählt haben.</translation>
  </message>
  <message>
   <source>Seal</source>
   <translation>Siegel</translation>
  </message>
  <message>
   <source>Seal copies</source>
   <translation>Siegelkopien</translation>
  </message>
  <message>
   <source>Seal the audit</source>
   <translation>Revision versiegeln</translation>
  </message>
  <message>
   <source>Seal {seal}</source>
   <translation>Siegel {seal}</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search claims, policies, claimants</source>
   <translation>Schäden, Verträge, Anspruchsteller suchen</translation>
  </message>
  <message>
   <source>Search commands, places and claims</source>
   <translation>Befehle, Orte und Schäden suchen</translation>
  </message>
  <message>
   <source>Search the queue</source>
   <translation>Arbeitsvorrat durchsuchen</translation>
  </message>
  <message>
   <source>Searching claims…</source>
   <translation>Schäden werden gesucht…</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Wird gesucht…</translation>
  </message>
  <message>
   <source>Seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <source>Section {title}, {state}</source>
   <translation>Abschnitt {title}, {state}</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Abschnitte</translation>
  </message>
  <message>
   <source>See the settled claims nearest to it</source>
   <translation>Die nächsten regulierten Schäden ansehen</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Send answer</source>
   <translation>Antwort senden</translation>
  </message>
  <message>
   <source>Send back</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Send dispute</source>
   <translation>Zweifel senden</translation>
  </message>
  <message>
   <source>Send for approval</source>
   <translation>Zur Freigabe vorlegen</translation>
  </message>
  <message>
   <source>Send now</source>
   <translation>Jetzt senden</translation>
  </message>
  <message>
   <source>Send the letter on the decision first.</source>
   <translation>Senden Sie zuerst das Schreiben zur Entscheidung.</translation>
  </message>
  <message>
   <source>Send when online</source>
   <translation>Senden, sobald online</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Wird gesendet</translation>
  </message>
  <message>
   <source>Sending back</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Sending for approval</source>
   <translation>Zur Freigabe vorlegen</translation>
  </message>
  <message>
   <source>Sending…</source>
   <translation>Wird gesendet…</translation>
  </message>
  <message>
   <source>Sent a letter to {to}: {letter}</source>
   <translation>Schreiben an {to} gesendet: {letter}</translation>
  </message>
  <message>
   <source>Sent for approval</source>
   <translation>Zur Freigabe vorgelegt</translation>
  </message>
  <message>
   <source>Sent from the outbox: {arrived}.</source>
   <translation>Aus dem Postausgang gesendet: {arrived}.</translation>
  </message>
  <message>
   <source>Serial</source>
   <translation>Seriennummer</translation>
  </message>
  <message>
   <source>Serial number</source>
   <translation>Seriennummer</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Reihe</translation>
  </message>
  <message>
   <source>Serious</source>
   <translation>Schwer</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Service lines</source>
   <translation>Abgerechnete Leistungen</translation>
  </message>
  <message>
   <source>Services billed</source>
   <translation>Abgerechnete Leistungen</translation>
  </message>
  <message>
   <source>Session ended</source>
   <translation>Sitzung beendet</translation>
  </message>
  <message>
   <source>Sessions</source>
   <translation>Sitzungen</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Setzen</translation>
  </message>
  <message>
   <source>Set a reserve first.</source>
   <translation>Setzen Sie zuerst eine Reserve.</translation>
  </message>
  <message>
   <source>Set reserve</source>
   <translation>Reserve setzen</translation>
  </message>
  <message>
   <source>Set tag</source>
   <translation>Etikett setzen</translation>
  </message>
  <message>
   <source>Set the reserve for {coverage} to {amount}, was {was}: {said}</source>
   <translation>Reserve für {coverage} auf {amount} gesetzt, vorher {was}: {said}</translation>
  </message>
  <message>
   <source>Set to do: {title}</source>
   <translation>Zu tun gestellt: {title}</translation>
  </message>
  <message>
   <source>Set up</source>
   <translation>Einrichten</translation>
  </message>
  <message>
   <source>Set up one-time codes</source>
   <translation>Einmalcodes einrichten</translation>
  </message>
  <message>
   <source>Set with the approval</source>
   <translation>Mit der Freigabe gesetzt</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Settle</source>
   <translation>Regulieren</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Reguliert</translation>
  </message>
  <message>
   <source>Settled claims</source>
   <translation>Regulierte Schäden</translation>
  </message>
  <message>
   <source>Settled: everything due is paid</source>
   <translation>Reguliert: Alles Fällige ist gezahlt</translation>
  </message>
  <message>
   <source>Settle…</source>
   <translation>Erledigen…</translation>
  </message>
  <message>
   <source>Settling</source>
   <translation>Regulieren</translation>
  </message>
  <message>
   <source>Severity</source>
   <translation>Schwere</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Geschlecht</translation>
  </message>
  <message>
   <source>Shadow</source>
   <translation>Schatten</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>Share of blind views that agree with the suggestion, over all lines; no person is ranked.</source>
   <translation>Anteil der Blindeinschätzungen, die mit dem Vorschlag übereinstimmen, über alle Sparten; niemand wird gereiht.</translation>
  </message>
  <message>
   <source>Share of claims whose outcome is known so many days after they came in.</source>
   <translation>Anteil der Schäden, deren Ergebnis so viele Tage nach dem Eingang bekannt ist.</translation>
  </message>
  <message>
   <source>Share of the claims</source>
   <translation>Anteil der Schäden</translation>
  </message>
  <message>
   <source>Share of the claims that people referred to SIU.</source>
   <translation>Anteil der Schäden, die an die SIU verwiesen wurden.</translation>
  </message>
  <message>
   <source>Share of the insured</source>
   <translation>Anteil des Versicherten</translation>
  </message>
  <message>
   <source>Share of the insured, %</source>
   <translation>Anteil des Versicherten, %</translation>
  </message>
  <message>
   <source>Share with the staff of my region</source>
   <translation>Mit der Sachbearbeitung meiner Region teilen</translation>
  </message>
  <message>
   <source>Shared</source>
   <translation>Geteilt</translation>
  </message>
  <message>
   <source>Shared address</source>
   <translation>Gemeinsame Anschrift</translation>
  </message>
  <message>
   <source>Shared contact</source>
   <translation>Gemeinsamer Kontakt</translation>
  </message>
  <message>
   <source>Shared e-mail</source>
   <translation>Gemeinsame E-Mail</translation>
  </message>
  <message>
   <source>Shared phone</source>
   <translation>Gemeinsames Telefon</translation>
  </message>
  <message>
   <source>Shared repairer</source>
   <translation>Gemeinsame Werkstatt</translation>
  </message>
  <message>
   <source>Shared vehicle</source>
   <translation>Gemeinsames Fahrzeug</translation>
  </message>
  <message>
   <source>Shares claims</source>
   <translation>Teilt Schäden</translation>
  </message>
  <message>
   <source>Shares the claims</source>
   <translation>Teilt die Schäden</translation>
  </message>
  <message>
   <source>Shortcut {keycap}</source>
   <translation>Tastenkürzel {keycap}</translation>
  </message>
  <message>
   <source>Shortcut {keys}</source>
   <translation>Tastenkürzel {keys}</translation>
  </message>
  <message>
   <source>Shortcuts by what they act on</source>
   <translation>Tastenkürzel nach ihrem Gegenstand</translation>
  </message>
  <message>
   <source>Show file</source>
   <translation>Datei zeigen</translation>
  </message>
  <message>
   <source>Show the claims</source>
   <translation>Schäden zeigen</translation>
  </message>
  <message>
   <source>Show them outside the window while I work elsewhere</source>
   <translation>Außerhalb des Fensters zeigen, während ich woanders arbeite</translation>
  </message>
  <message>
   <source>Shown as well</source>
   <translation>Wird ebenfalls gezeigt</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <source>Sign in as {name}, {words}</source>
   <translation>Anmelden als {name}, {words}</translation>
  </message>
  <message>
   <source>Sign in · {name}</source>
   <translation>Anmelden · {name}</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Abmelden</translation>
  </message>
  <message>
   <source>Sign-in</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>Sign-in failed</source>
   <translation>Anmeldung gescheitert</translation>
  </message>
  <message>
   <source>Sign-in used twice</source>
   <translation>Anmeldung doppelt verwendet</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>Unterschrieben von</translation>
  </message>
  <message>
   <source>Signed in nowhere.</source>
   <translation>Nirgends angemeldet.</translation>
  </message>
  <message>
   <source>Signed on</source>
   <translation>Unterschrieben am</translation>
  </message>
  <message>
   <source>Signing in…</source>
   <translation>Anmeldung läuft…</translation>
  </message>
  <message>
   <source>Signs in with {kind}{code}.</source>
   <translation>Meldet sich an mit {kind}{code}.</translation>
  </message>
  <message>
   <source>Signs of forced entry</source>
   <translation>Spuren gewaltsamen Eindringens</translation>
  </message>
  <message>
   <source>Similar</source>
   <translation>Ähnlich</translation>
  </message>
  <message>
   <source>Simulated</source>
   <translation>Simuliert</translation>
  </message>
  <message>
   <source>Simulated week</source>
   <translation>Simulierte Woche</translation>
  </message>
  <message>
   <source>Simulated: {value:.1f} referrals a week ({low:.1f} to {high:.1f}).</source>
   <translation>Simuliert: {value:.1f} Verweisungen je Woche ({low:.1f} bis {high:.1f}).</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Since {since} · last renewed {last_used_at}</source>
   <translation>Seit {since} · zuletzt erneuert {last_used_at}</translation>
  </message>
  <message>
   <source>Single vehicle</source>
   <translation>Nur ein Fahrzeug</translation>
  </message>
  <message>
   <source>Siu</source>
   <translation>SIU</translation>
  </message>
  <message>
   <source>Siu review</source>
   <translation>SIU-Prüfung</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Slow now</source>
   <translation>Langsam jetzt</translation>
  </message>
  <message>
   <source>Slow statements</source>
   <translation>Langsame Anweisungen</translation>
  </message>
  <message>
   <source>Small pages</source>
   <translation>Kleine Seiten</translation>
  </message>
  <message>
   <source>Smoke alarm worked</source>
   <translation>Rauchmelder funktionierte</translation>
  </message>
  <message>
   <source>Smoking</source>
   <translation>Rauchen</translation>
  </message>
  <message>
   <source>Somebody acted on this claim since. It cannot be undone any more.</source>
   <translation>Seither hat jemand an diesem Schaden gehandelt. Es lässt sich nicht mehr rückgängig machen.</translation>
  </message>
  <message>
   <source>Somebody at home</source>
   <translation>Jemand zu Hause</translation>
  </message>
  <message>
   <source>Somebody changed it meanwhile</source>
   <translation>Jemand hat es inzwischen geändert</translation>
  </message>
  <message>
   <source>Somebody changed this claim since you opened it. Look at both, then enter it again.</source>
   <translation>Jemand hat diesen Schaden geändert, seit Sie ihn geöffnet haben. Sehen Sie sich beides an, und geben Sie es erneut ein.</translation>
  </message>
  <message>
   <source>Somebody else changed these limits just now. Look at them again, then decide.</source>
   <translation>Jemand anderes hat diese Grenzen gerade geändert. Sehen Sie sie sich erneut an, und entscheiden Sie dann.</translation>
  </message>
  <message>
   <source>Somebody else changed this rule just now. Look at it again, then decide.</source>
   <translation>Jemand anderes hat diese Regel gerade geändert. Sehen Sie sie sich erneut an, und entscheiden Sie dann.</translation>
  </message>
  <message>
   <source>Somebody looks at your claim. We write if we need anything.</source>
   <translation>Jemand sieht sich Ihren Schaden an. Wir schreiben, wenn wir etwas brauchen.</translation>
  </message>
  <message>
   <source>Somebody takes over my work</source>
   <translation>Jemand übernimmt meine Arbeit</translation>
  </message>
  <message>
   <source>Somebody took over the work on {count} of your claims</source>
   <translation>Jemand hat die Arbeit an {count} Ihrer Schäden übernommen</translation>
  </message>
  <message>
   <source>Somebody took over the work on {number}</source>
   <translation>Jemand hat die Arbeit an {number} übernommen</translation>
  </message>
  <message>
   <source>Someone else changed this in the meantime. Look at it again, then decide.</source>
   <translation>Jemand anderes hat dies inzwischen geändert. Sehen Sie es sich erneut an, und entscheiden Sie dann.</translation>
  </message>
  <message>
   <source>Someone else is changing the same thing right now. Try again.</source>
   <translation>Jemand anderes ändert gerade dasselbe. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Etwas ging schief</translation>
  </message>
  <message>
   <source>Source: {source}. Owner: {owner}.</source>
   <translation>Quelle: {source}. Zuständig: {owner}.</translation>
  </message>
  <message>
   <source>Speaks against</source>
   <translation>Spricht dagegen</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Sachbearbeitung</translation>
  </message>
  <message>
   <source>Staff: decides claims of a region and its lines</source>
   <translation>Sachbearbeitung: entscheidet Schäden einer Region und ihrer Sparten</translation>
  </message>
  <message>
   <source>Staging</source>
   <translation>Zwischenlager</translation>
  </message>
  <message>
   <source>Standard review</source>
   <translation>Normale Prüfung</translation>
  </message>
  <message>
   <source>Standbys</source>
   <translation>Standbys</translation>
  </message>
  <message>
   <source>Stands still</source>
   <translation>Steht still</translation>
  </message>
  <message>
   <source>Starting beside the desktop</source>
   <translation>Startet neben dem Arbeitsplatz</translation>
  </message>
  <message>
   <source>Starting the workspace…</source>
   <translation>Der Arbeitsbereich wird gestartet…</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Wird gestartet…</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>State of the audit</source>
   <translation>Stand der Revision</translation>
  </message>
  <message>
   <source>Statement</source>
   <translation>Aussage</translation>
  </message>
  <message>
   <source>Statement of truth</source>
   <translation>Wahrheitserklärung</translation>
  </message>
  <message>
   <source>Statements</source>
   <translation>Anweisungen</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Status letter</source>
   <translation>Zwischenbescheid</translation>
  </message>
  <message>
   <source>Steady</source>
   <translation>Stabil</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Still habitable</source>
   <translation>Noch bewohnbar</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Stop payments</source>
   <translation>Zahlungen anhalten</translation>
  </message>
  <message>
   <source>Stop sending</source>
   <translation>Senden abbrechen</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Stopped payments: {said}</source>
   <translation>Zahlungen angehalten: {said}</translation>
  </message>
  <message>
   <source>Stopped: {reason}</source>
   <translation>Angehalten: {reason}</translation>
  </message>
  <message>
   <source>Stopped: {stopped}</source>
   <translation>Angehalten: {stopped}</translation>
  </message>
  <message>
   <source>Storing the copy</source>
   <translation>Die Kopie wird gespeichert</translation>
  </message>
  <message>
   <source>Storm</source>
   <translation>Sturm</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>Submit</source>
   <translation>Einreichen</translation>
  </message>
  <message>
   <source>Submits claims</source>
   <translation>Reicht Schäden ein</translation>
  </message>
  <message>
   <source>Submitted</source>
   <translation>Eingereicht</translation>
  </message>
  <message>
   <source>Substantiated</source>
   <translation>Erhärtet</translation>
  </message>
  <message>
   <source>Substantiated by month</source>
   <translation>Erhärtet nach Monat</translation>
  </message>
  <message>
   <source>Substantiated of those referred</source>
   <translation>Erhärtet von den verwiesenen</translation>
  </message>
  <message>
   <source>Suggested</source>
   <translation>Vorgeschlagen</translation>
  </message>
  <message>
   <source>Suggestion</source>
   <translation>Vorschlag</translation>
  </message>
  <message>
   <source>Suggestion changed from “{was}” to “{now}”: claims of this line are suggested for referral from {score} on</source>
   <translation>Vorschlag von „{was}“ zu „{now}“ geändert: Schäden dieser Sparte werden ab {score} zur Verweisung vorgeschlagen</translation>
  </message>
  <message>
   <source>Sum insured</source>
   <translation>Versicherungssumme</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Übersicht</translation>
  </message>
  <message>
   <source>Supervisor</source>
   <translation>Teamleitung</translation>
  </message>
  <message>
   <source>Supports it</source>
   <translation>Spricht dafür</translation>
  </message>
  <message>
   <source>Surgery</source>
   <translation>Operation</translation>
  </message>
  <message>
   <source>System</source>
   <translation>System</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Tabellen</translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
   <translation>Tabellen (*.csv *.tsv *.txt *.xlsx)</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Etikett</translation>
  </message>
  <message>
   <source>Tag the page</source>
   <translation>Seite etikettieren</translation>
  </message>
  <message>
   <source>Tagged</source>
   <translation>Etikettiert</translation>
  </message>
  <message>
   <source>Tagged it</source>
   <translation>Etikett vergeben</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Take</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take last away</source>
   <translation>Letzten wegnehmen</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Arbeit übernehmen</translation>
  </message>
  <message>
   <source>Take stock of documents</source>
   <translation>Dokumente inventarisieren</translation>
  </message>
  <message>
   <source>Take the claim first; its adjuster records the view.</source>
   <translation>Übernehmen Sie den Schaden zuerst; die Einschätzung hält fest, wer ihn bearbeitet.</translation>
  </message>
  <message>
   <source>Take the claim for yourself to review it.</source>
   <translation>Übernehmen Sie den Schaden, um ihn zu prüfen.</translation>
  </message>
  <message>
   <source>Take the last activation back</source>
   <translation>Letzte Aktivierung zurücknehmen</translation>
  </message>
  <message>
   <source>Take the last activation back…</source>
   <translation>Letzte Aktivierung zurücknehmen…</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>Andere übernehmen</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Vergeben</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Taking</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <source>Tell me when</source>
   <translation>Mir mitteilen, wenn</translation>
  </message>
  <message>
   <source>Ten settled claims to decide again. Nothing of it is stored or sent.</source>
   <translation>Zehn regulierte Schäden, noch einmal zu entscheiden. Nichts davon wird gespeichert oder gesendet.</translation>
  </message>
  <message>
   <source>Tenant</source>
   <translation>Mieter</translation>
  </message>
  <message>
   <source>Thank you. Your answer has reached us.</source>
   <translation>Vielen Dank. Ihre Antwort ist angekommen.</translation>
  </message>
  <message>
   <source>That did not work.</source>
   <translation>Das hat nicht geklappt.</translation>
  </message>
  <message>
   <source>That did not work. Try again.</source>
   <translation>Das hat nicht geklappt. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The PDF is incomplete. Ask for it to be sent again.</source>
   <translation>Das PDF ist unvollständig. Bitten Sie um erneute Zusendung.</translation>
  </message>
  <message>
   <source>The PDF is protected by a password. Ask for a copy without one.</source>
   <translation>Das PDF ist durch ein Passwort geschützt. Bitten Sie um eine Kopie ohne Passwort.</translation>
  </message>
  <message>
   <source>The adjuster of this claim records the view.</source>
   <translation>Die Einschätzung hält fest, wer diesen Schaden bearbeitet.</translation>
  </message>
  <message>
   <source>The alert is put away and comes again only after what it tells of was over for a while.</source>
   <translation>Die Meldung wird weggelegt und kommt erst wieder, wenn ihr Anlass eine Weile vorüber war.</translation>
  </message>
  <message>
   <source>The amount is between 0 and 9,999,999,999.99.</source>
   <translation>Der Betrag liegt zwischen 0 und 9.999.999.999,99.</translation>
  </message>
  <message>
   <source>The amount is within your own authority. Approve the claim yourself.</source>
   <translation>Der Betrag liegt innerhalb Ihrer Vollmacht. Geben Sie den Schaden selbst frei.</translation>
  </message>
  <message>
   <source>The answer on {number} has come</source>
   <translation>Die Antwort zu {number} ist da</translation>
  </message>
  <message>
   <source>The answers on {count} claims have come</source>
   <translation>Die Antworten zu {count} Schäden sind da</translation>
  </message>
  <message>
   <source>The archive does not end where it should. Ask for it to be sent again.</source>
   <translation>Das Archiv endet nicht, wo es sollte. Bitten Sie um erneute Zusendung.</translation>
  </message>
  <message>
   <source>The archive has too many parts for a document.</source>
   <translation>Das Archiv hat zu viele Teile für ein Dokument.</translation>
  </message>
  <message>
   <source>The archive holds a part that points out of it, which no document does.</source>
   <translation>Das Archiv enthält einen Teil, der aus ihm hinausweist, was kein Dokument tut.</translation>
  </message>
  <message>
   <source>The archive holds two parts of one name, which no document does.</source>
   <translation>Das Archiv enthält zwei Teile gleichen Namens, was kein Dokument tut.</translation>
  </message>
  <message>
   <source>The archive is damaged. Ask for it to be sent again.</source>
   <translation>Das Archiv ist beschädigt. Bitten Sie um erneute Zusendung.</translation>
  </message>
  <message>
   <source>The archive is protected by a password. Ask for a copy without one.</source>
   <translation>Das Archiv ist durch ein Passwort geschützt. Bitten Sie um eine Kopie ohne Passwort.</translation>
  </message>
  <message>
   <source>The archive unpacks to far more than a document, as a bomb does.</source>
   <translation>Das Archiv entpackt sich zu weit mehr als einem Dokument, wie eine Bombe.</translation>
  </message>
  <message>
   <source>The archive unpacks to far more than it holds, as a bomb does.</source>
   <translation>Das Archiv entpackt sich zu weit mehr, als es enthält, wie eine Bombe.</translation>
  </message>
  <message>
   <source>The archive's parts overlap, as those of a bomb do.</source>
   <translation>Die Teile des Archivs überlappen sich, wie bei einer Bombe.</translation>
  </message>
  <message>
   <source>The bundle of this model is not in the register, so it cannot be tried.</source>
   <translation>Die Datei dieses Modells ist nicht im Register, daher kann es nicht erprobt werden.</translation>
  </message>
  <message>
   <source>The calendar</source>
   <translation>Der Kalender</translation>
  </message>
  <message>
   <source>The challenger becomes a candidate again; what was found stays with the trial.</source>
   <translation>Der Herausforderer wird wieder Kandidat; was gefunden wurde, bleibt bei der Erprobung.</translation>
  </message>
  <message>
   <source>The challenger is ahead.</source>
   <translation>Der Herausforderer liegt vorn.</translation>
  </message>
  <message>
   <source>The challenger is behind.</source>
   <translation>Der Herausforderer liegt zurück.</translation>
  </message>
  <message>
   <source>The challenger suggests more than twice as many referrals.</source>
   <translation>Der Herausforderer schlägt mehr als doppelt so viele Verweisungen vor.</translation>
  </message>
  <message>
   <source>The challenger's share of the claims on which the two differ and one was right</source>
   <translation>Anteil des Herausforderers an den Schäden, in denen beide abweichen und einer recht hatte</translation>
  </message>
  <message>
   <source>The challenger's share of the suggested referrals that were substantiated</source>
   <translation>Anteil des Herausforderers an den vorgeschlagenen Verweisungen, die sich erhärteten</translation>
  </message>
  <message>
   <source>The change is being sent.</source>
   <translation>Die Änderung wird gesendet.</translation>
  </message>
  <message>
   <source>The change is kept with what was simulated, and takes effect on its day once another administrator has confirmed it.</source>
   <translation>Die Änderung wird mit ihrer Simulation aufbewahrt und gilt ab ihrem Tag, sobald eine andere Person der Administration sie bestätigt hat.</translation>
  </message>
  <message>
   <source>The change was not made.</source>
   <translation>Die Änderung wurde nicht vorgenommen.</translation>
  </message>
  <message>
   <source>The check digit of this VIN does not fit; common outside North America.</source>
   <translation>Die Prüfziffer dieser Fahrgestellnummer stimmt nicht; außerhalb Nordamerikas üblich.</translation>
  </message>
  <message>
   <source>The check digit of this number does not fit; common outside the United States.</source>
   <translation>Die Prüfziffer dieser Nummer stimmt nicht; außerhalb der Vereinigten Staaten üblich.</translation>
  </message>
  <message>
   <source>The claim</source>
   <translation>Der Schaden</translation>
  </message>
  <message>
   <source>The claim is being sent.</source>
   <translation>Der Schaden wird gesendet.</translation>
  </message>
  <message>
   <source>The claim is not put away.</source>
   <translation>Der Schaden ist nicht zurückgestellt.</translation>
  </message>
  <message>
   <source>The claim is still being loaded.</source>
   <translation>Der Schaden wird noch geladen.</translation>
  </message>
  <message>
   <source>The claim is withdrawn.</source>
   <translation>Der Schaden ist zurückgezogen.</translation>
  </message>
  <message>
   <source>The claim still has open tasks. Finish or drop them, then close it.</source>
   <translation>Der Schaden hat noch offene Aufgaben. Erledigen oder verwerfen Sie sie, und schließen Sie ihn dann.</translation>
  </message>
  <message>
   <source>The claim was cleared and paid.</source>
   <translation>Der Schaden war unauffällig und wurde bezahlt.</translation>
  </message>
  <message>
   <source>The claim was cleared. An approval would have been quicker.</source>
   <translation>Der Schaden war unauffällig. Eine Freigabe wäre schneller gewesen.</translation>
  </message>
  <message>
   <source>The claim was not loaded.</source>
   <translation>Der Schaden wurde nicht geladen.</translation>
  </message>
  <message>
   <source>The claim was not sent.</source>
   <translation>Der Schaden wurde nicht gesendet.</translation>
  </message>
  <message>
   <source>The claimant was reached</source>
   <translation>Der Anspruchsteller wurde erreicht</translation>
  </message>
  <message>
   <source>The code is being checked.</source>
   <translation>Der Code wird geprüft.</translation>
  </message>
  <message>
   <source>The codes of this sample account are made here.</source>
   <translation>Die Codes dieses Beispielkontos werden hier erzeugt.</translation>
  </message>
  <message>
   <source>The connection to the document store was cut. Try again; what arrived is kept.</source>
   <translation>Die Verbindung zum Dokumentenspeicher brach ab. Versuchen Sie es erneut; was ankam, bleibt.</translation>
  </message>
  <message>
   <source>The copy could not be written: {strerror}.</source>
   <translation>Die Kopie konnte nicht geschrieben werden: {strerror}.</translation>
  </message>
  <message>
   <source>The copy is being made.</source>
   <translation>Die Kopie wird erstellt.</translation>
  </message>
  <message>
   <source>The copy was not made. The original is untouched. Try again.</source>
   <translation>Die Kopie wurde nicht erstellt. Das Original ist unberührt. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The coverage has not been checked.</source>
   <translation>Die Deckung wurde nicht geprüft.</translation>
  </message>
  <message>
   <source>The coverage has not been checked. Check that the policy covers the loss.</source>
   <translation>Die Deckung wurde nicht geprüft. Prüfen Sie, ob der Vertrag den Schaden deckt.</translation>
  </message>
  <message>
   <source>The coverage is checked during the review.</source>
   <translation>Die Deckung wird während der Prüfung geprüft.</translation>
  </message>
  <message>
   <source>The coverage is checked while a claim is in review.</source>
   <translation>Die Deckung wird geprüft, solange ein Schaden in Prüfung ist.</translation>
  </message>
  <message>
   <source>The coverage of this claim was checked already.</source>
   <translation>Die Deckung dieses Schadens wurde bereits geprüft.</translation>
  </message>
  <message>
   <source>The coverage was checked.</source>
   <translation>Die Deckung wurde geprüft.</translation>
  </message>
  <message>
   <source>The database belongs to another version. Ask an administrator to run the command `db upgrade`.</source>
   <translation>Die Datenbank gehört zu einer anderen Version. Bitten Sie die Administration, den Befehl `db upgrade` auszuführen.</translation>
  </message>
  <message>
   <source>The database could not be reached. Nothing was changed; try again in a moment.</source>
   <translation>Die Datenbank war nicht erreichbar. Nichts wurde geändert; versuchen Sie es gleich noch einmal.</translation>
  </message>
  <message>
   <source>The database does not accept a value: {sentence}. Correct it.</source>
   <translation>Die Datenbank nimmt einen Wert nicht an: {sentence}. Berichtigen Sie ihn.</translation>
  </message>
  <message>
   <source>The database only reads at the moment, so nothing can be decided. Look again soon.</source>
   <translation>Die Datenbank liest im Moment nur, daher kann nichts entschieden werden. Sehen Sie bald wieder nach.</translation>
  </message>
  <message>
   <source>The database only reads at the moment. Nothing was changed; try again later.</source>
   <translation>Die Datenbank liest im Moment nur. Nichts wurde geändert; versuchen Sie es später erneut.</translation>
  </message>
  <message>
   <source>The database took too long to answer. Nothing was changed; try again.</source>
   <translation>Die Datenbank hat zu lange nicht geantwortet. Nichts wurde geändert; versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The date of the loss is in the future. Correct it, then save.</source>
   <translation>Das Schadendatum liegt in der Zukunft. Berichtigen Sie es, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>The decision is being sent.</source>
   <translation>Die Entscheidung wird gesendet.</translation>
  </message>
  <message>
   <source>The decision was not sent.</source>
   <translation>Die Entscheidung wurde nicht gesendet.</translation>
  </message>
  <message>
   <source>The desk suggests and explains. It never denies a claim.</source>
   <translation>Der Arbeitsplatz schlägt vor und erklärt. Er lehnt nie einen Schaden ab.</translation>
  </message>
  <message>
   <source>The device role belongs to somebody else.</source>
   <translation>Die Geräterolle gehört jemand anderem.</translation>
  </message>
  <message>
   <source>The diary date must lie in the future. Choose a later day.</source>
   <translation>Die Wiedervorlage muss in der Zukunft liegen. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>The dispute is recorded; the analysts have it.</source>
   <translation>Der Zweifel ist festgehalten; die Analyse hat ihn.</translation>
  </message>
  <message>
   <source>The dispute was not sent. Try again.</source>
   <translation>Der Zweifel wurde nicht gesendet. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The document cannot be shown</source>
   <translation>Das Dokument kann nicht gezeigt werden</translation>
  </message>
  <message>
   <source>The document carries another archive, which is not accepted.</source>
   <translation>Das Dokument enthält ein weiteres Archiv, das nicht angenommen wird.</translation>
  </message>
  <message>
   <source>The document carries macros or programs, which are not accepted.</source>
   <translation>Das Dokument enthält Makros oder Programme, die nicht angenommen werden.</translation>
  </message>
  <message>
   <source>The document has a newer version by now. Look at it again, then restore.</source>
   <translation>Das Dokument hat inzwischen eine neuere Version. Sehen Sie es sich erneut an, und stellen Sie dann wieder her.</translation>
  </message>
  <message>
   <source>The document has a newer version by now. Look at it again.</source>
   <translation>Das Dokument hat inzwischen eine neuere Version. Sehen Sie es sich erneut an.</translation>
  </message>
  <message>
   <source>The document is not what was stored: its content was altered. It is not shown. Tell an administrator.</source>
   <translation>Das Dokument ist nicht, was gespeichert wurde: Sein Inhalt wurde verändert. Es wird nicht gezeigt. Sagen Sie es der Administration.</translation>
  </message>
  <message>
   <source>The document is protected by a password. Ask for a copy without one.</source>
   <translation>Das Dokument ist durch ein Passwort geschützt. Bitten Sie um eine Kopie ohne Passwort.</translation>
  </message>
  <message>
   <source>The document needs more memory than a document should, so it was given up.</source>
   <translation>Das Dokument braucht mehr Speicher, als ein Dokument sollte, daher wurde es aufgegeben.</translation>
  </message>
  <message>
   <source>The document stopped the process that shows it, so it may be damaged or harmful.</source>
   <translation>Das Dokument hat den anzeigenden Prozess beendet; es kann beschädigt oder schädlich sein.</translation>
  </message>
  <message>
   <source>The document store answered {status_code}. Try again.</source>
   <translation>Der Dokumentenspeicher antwortete {status_code}. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The document store is full. Nothing was lost; tell an administrator, then add it again.</source>
   <translation>Der Dokumentenspeicher ist voll. Nichts ging verloren; sagen Sie es der Administration, und fügen Sie es dann erneut hinzu.</translation>
  </message>
  <message>
   <source>The document takes too long to be shown, so it was given up.</source>
   <translation>Die Anzeige des Dokuments dauert zu lange, daher wurde es aufgegeben.</translation>
  </message>
  <message>
   <source>The document was closed.</source>
   <translation>Das Dokument wurde geschlossen.</translation>
  </message>
  <message>
   <source>The document was not fetched. Try again.</source>
   <translation>Das Dokument wurde nicht geholt. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The entry was not made.</source>
   <translation>Der Eintrag wurde nicht vorgenommen.</translation>
  </message>
  <message>
   <source>The errors were not read.</source>
   <translation>Die Fehler wurden nicht gelesen.</translation>
  </message>
  <message>
   <source>The events are being checked.</source>
   <translation>Die Ereignisse werden geprüft.</translation>
  </message>
  <message>
   <source>The events are being written.</source>
   <translation>Die Ereignisse werden geschrieben.</translation>
  </message>
  <message>
   <source>The figures were not counted.</source>
   <translation>Die Zahlen wurden nicht gezählt.</translation>
  </message>
  <message>
   <source>The figures were not read.</source>
   <translation>Die Zahlen wurden nicht gelesen.</translation>
  </message>
  <message>
   <source>The file became shorter while it was sent. Add it again.</source>
   <translation>Die Datei wurde während des Sendens kürzer. Fügen Sie sie erneut hinzu.</translation>
  </message>
  <message>
   <source>The file changed while it was sent. Add it again.</source>
   <translation>Die Datei hat sich während der Übertragung geändert. Fügen Sie sie noch einmal hinzu.</translation>
  </message>
  <message>
   <source>The file has no pages, so there is nothing to show.</source>
   <translation>Die Datei hat keine Seiten, daher gibt es nichts zu zeigen.</translation>
  </message>
  <message>
   <source>The file is an archive, not a letter or a workbook, so it is not opened.</source>
   <translation>Die Datei ist ein Archiv, kein Brief und keine Arbeitsmappe, daher wird sie nicht geöffnet.</translation>
  </message>
  <message>
   <source>The file is being written.</source>
   <translation>Die Datei wird geschrieben.</translation>
  </message>
  <message>
   <source>The file is damaged or incomplete, so it cannot be shown. Ask for it to be sent again.</source>
   <translation>Die Datei ist beschädigt oder unvollständig und kann nicht gezeigt werden. Bitten Sie um erneute Zusendung.</translation>
  </message>
  <message>
   <source>The file is empty, so there is nothing to show. Ask for it again.</source>
   <translation>Die Datei ist leer, daher gibt es nichts zu zeigen. Bitten Sie erneut darum.</translation>
  </message>
  <message>
   <source>The file is empty. Choose another one.</source>
   <translation>Die Datei ist leer. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>The file is of an old kind that can carry macros. Send {accepted}.</source>
   <translation>Die Datei ist von einer alten Art, die Makros enthalten kann. Senden Sie {accepted}.</translation>
  </message>
  <message>
   <source>The file is protected by a password, so it cannot be shown. Ask for a copy without a password.</source>
   <translation>Die Datei ist durch ein Passwort geschützt und kann nicht gezeigt werden. Bitten Sie um eine Kopie ohne Passwort.</translation>
  </message>
  <message>
   <source>The file is {what}, which is not accepted. Send {accepted}.</source>
   <translation>Die Datei ist {what}, das wird nicht angenommen. Senden Sie {accepted}.</translation>
  </message>
  <message>
   <source>The file is {words}, but its name says {said}. Rename it, then send.</source>
   <translation>Die Datei ist {words}, ihr Name sagt aber {said}. Benennen Sie sie um, und senden Sie sie dann.</translation>
  </message>
  <message>
   <source>The file lacks columns that the model needs.</source>
   <translation>Der Datei fehlen Spalten, die das Modell braucht.</translation>
  </message>
  <message>
   <source>The file needs more memory than a document should, so it is not shown.</source>
   <translation>Die Datei braucht mehr Speicher, als ein Dokument sollte, daher wird sie nicht gezeigt.</translation>
  </message>
  <message>
   <source>The file unpacks to far more than it should, so it is not opened. Ask for it in another form.</source>
   <translation>Die Datei entpackt sich zu weit mehr, als sie sollte, daher wird sie nicht geöffnet. Bitten Sie um eine andere Form.</translation>
  </message>
  <message>
   <source>The file was not opened. Try again.</source>
   <translation>Die Datei wurde nicht geöffnet. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The file was not sent.</source>
   <translation>Die Datei wurde nicht gesendet.</translation>
  </message>
  <message>
   <source>The file was not written.</source>
   <translation>Die Datei wurde nicht geschrieben.</translation>
  </message>
  <message>
   <source>The filters, the search and the order are kept. Everybody sees their own claims in it.</source>
   <translation>Filter, Suche und Reihenfolge werden aufbewahrt. Alle sehen darin ihre eigenen Schäden.</translation>
  </message>
  <message>
   <source>The header of {name} is damaged; save the file again as UTF-8 text.</source>
   <translation>Die Kopfzeile von {name} ist beschädigt; speichern Sie die Datei erneut als UTF-8-Text.</translation>
  </message>
  <message>
   <source>The history of claims is never changed.</source>
   <translation>Der Verlauf von Schäden wird nie geändert.</translation>
  </message>
  <message>
   <source>The history of models</source>
   <translation>Der Verlauf der Modelle</translation>
  </message>
  <message>
   <source>The history of people</source>
   <translation>Der Verlauf der Personen</translation>
  </message>
  <message>
   <source>The indicators were substantiated after an investigation.</source>
   <translation>Die Hinweise erhärteten sich nach einer Ermittlung.</translation>
  </message>
  <message>
   <source>The indicators were substantiated. A referral would have been quicker.</source>
   <translation>Die Hinweise erhärteten sich. Eine Verweisung wäre schneller gewesen.</translation>
  </message>
  <message>
   <source>The insured</source>
   <translation>Die versicherte Person</translation>
  </message>
  <message>
   <source>The investigation cleared it; the claimant waited for nothing.</source>
   <translation>Die Ermittlung fand nichts; der Anspruchsteller wartete umsonst.</translation>
  </message>
  <message>
   <source>The investigation has begun. The investigators return the claim.</source>
   <translation>Die Ermittlung hat begonnen. Sie gibt den Schaden zurück.</translation>
  </message>
  <message>
   <source>The investigation is over. Whoever has the claim enters its money.</source>
   <translation>Die Ermittlung ist vorüber. Wer den Schaden hat, trägt das Geld ein.</translation>
  </message>
  <message>
   <source>The investigation substantiated the indicators.</source>
   <translation>Die Ermittlung erhärtete die Hinweise.</translation>
  </message>
  <message>
   <source>The keys of {title} stay as they are, so that there is always a way back.</source>
   <translation>Die Tasten für {title} bleiben, wie sie sind, damit es immer einen Weg zurück gibt.</translation>
  </message>
  <message>
   <source>The letter is being kept.</source>
   <translation>Das Schreiben wird aufbewahrt.</translation>
  </message>
  <message>
   <source>The letter on the denial has left. Close the claim, then open it again.</source>
   <translation>Das Schreiben zur Ablehnung ist hinausgegangen. Schließen Sie den Schaden, und öffnen Sie ihn dann wieder.</translation>
  </message>
  <message>
   <source>The letter on the denial has not been sent. Send it, then close the claim.</source>
   <translation>Das Schreiben zur Ablehnung ist nicht gesendet. Senden Sie es, und schließen Sie dann den Schaden.</translation>
  </message>
  <message>
   <source>The letter was not sent.</source>
   <translation>Das Schreiben wurde nicht gesendet.</translation>
  </message>
  <message>
   <source>The lines of a trial are judged by one model. Choose lines that one judges.</source>
   <translation>Über die Sparten einer Erprobung urteilt ein Modell. Wählen Sie Sparten, über die eines urteilt.</translation>
  </message>
  <message>
   <source>The list was not loaded</source>
   <translation>Die Liste wurde nicht geladen</translation>
  </message>
  <message>
   <source>The list was not loaded.</source>
   <translation>Die Liste wurde nicht geladen.</translation>
  </message>
  <message>
   <source>The loss lies after the end of the trip. Please confirm.</source>
   <translation>Der Schaden liegt nach dem Ende der Reise. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>The loss lies outside the policy term {start} to {expiry}.</source>
   <translation>Der Schaden liegt außerhalb der Vertragszeit {start} bis {expiry}.</translation>
  </message>
  <message numerus="yes">
   <source>The model needs the {n} columns {named}, which the file does not have. Add them to the file, or choose another model.</source>
   <translation>
    <numerusform>Das Modell braucht die Spalte {named}, die die Datei nicht hat. Fügen Sie sie der Datei hinzu, oder wählen Sie ein anderes Modell.</numerusform>
    <numerusform>Das Modell braucht die {n} Spalten {named}, die die Datei nicht hat. Fügen Sie sie der Datei hinzu, oder wählen Sie ein anderes Modell.</numerusform>
   </translation>
  </message>
  <message>
   <source>The model of this score is not the active one. Score the claim again.</source>
   <translation>Das Modell dieses Scores ist nicht das aktive. Bewerten Sie den Schaden neu.</translation>
  </message>
  <message>
   <source>The model reads a column named {clash}, which scoring writes itself.</source>
   <translation>Das Modell liest eine Spalte namens {clash}, die die Bewertung selbst schreibt.</translation>
  </message>
  <message>
   <source>The model stays what it is, and another one can be proposed.</source>
   <translation>Das Modell bleibt, was es ist, und ein anderes kann vorgeschlagen werden.</translation>
  </message>
  <message>
   <source>The model that judges this claim cannot be found. Ask an administrator to register it.</source>
   <translation>Das Modell, das über diesen Schaden urteilt, ist nicht auffindbar. Bitten Sie die Administration, es einzutragen.</translation>
  </message>
  <message>
   <source>The model that was fetched is not the one that was asked for.</source>
   <translation>Das geholte Modell ist nicht das angeforderte.</translation>
  </message>
  <message>
   <source>The models before judge again</source>
   <translation>Die vorigen Modelle urteilen wieder</translation>
  </message>
  <message>
   <source>The models that judged before the last activation judge again at once.</source>
   <translation>Die Modelle, die vor der letzten Aktivierung urteilten, urteilen sofort wieder.</translation>
  </message>
  <message>
   <source>The name of a device role is d_ and 20 hexadecimal digits.</source>
   <translation>Der Name einer Geräterolle ist d_ und 20 hexadezimale Ziffern.</translation>
  </message>
  <message>
   <source>The name of a group has at most 40 letters.</source>
   <translation>Der Name einer Gruppe hat höchstens 40 Zeichen.</translation>
  </message>
  <message>
   <source>The name of the file is not one. Rename it, then send it.</source>
   <translation>Der Name der Datei ist keiner. Benennen Sie sie um, und senden Sie sie dann.</translation>
  </message>
  <message>
   <source>The newest {told}; scroll for older ones</source>
   <translation>Die neuesten {told}; blättern Sie zu älteren</translation>
  </message>
  <message>
   <source>The note is being saved.</source>
   <translation>Die Notiz wird gespeichert.</translation>
  </message>
  <message>
   <source>The note was changed in between. Look at it again.</source>
   <translation>Die Notiz wurde inzwischen geändert. Sehen Sie sie sich erneut an.</translation>
  </message>
  <message>
   <source>The note was changed or removed in between. Look at it again.</source>
   <translation>Die Notiz wurde inzwischen geändert oder entfernt. Sehen Sie sie sich erneut an.</translation>
  </message>
  <message>
   <source>The note was not saved. Try again.</source>
   <translation>Die Notiz wurde nicht gespeichert. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The other party</source>
   <translation>Die andere Partei</translation>
  </message>
  <message>
   <source>The outbox could not be written: is the disk full? Leave the decision open.</source>
   <translation>Der Postausgang ließ sich nicht schreiben: Ist die Festplatte voll? Lassen Sie die Entscheidung offen.</translation>
  </message>
  <message>
   <source>The outbox failed.</source>
   <translation>Der Postausgang ist gescheitert.</translation>
  </message>
  <message>
   <source>The outbox is in memory only here: what it holds is lost when Precedent closes. Keep it open until all is sent.</source>
   <translation>Der Postausgang liegt hier nur im Arbeitsspeicher: Was er enthält, geht verloren, wenn Precedent schließt. Lassen Sie es offen, bis alles gesendet ist.</translation>
  </message>
  <message>
   <source>The pace is that of the last two weeks. Blue is done in time, red is missed.</source>
   <translation>Das Tempo ist das der letzten zwei Wochen. Blau wird rechtzeitig erledigt, Rot versäumt.</translation>
  </message>
  <message>
   <source>The packet is in {name}, with {papers} and a manifest.</source>
   <translation>Das Paket liegt in {name}, mit {papers} und einem Verzeichnis.</translation>
  </message>
  <message>
   <source>The packet was not made. Try again.</source>
   <translation>Das Paket wurde nicht erstellt. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The page could not be shown.</source>
   <translation>Die Seite konnte nicht gezeigt werden.</translation>
  </message>
  <message>
   <source>The password could not be checked. Try again.</source>
   <translation>Das Passwort konnte nicht geprüft werden. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The password is being changed.</source>
   <translation>Das Passwort wird geändert.</translation>
  </message>
  <message>
   <source>The password is being checked.</source>
   <translation>Das Passwort wird geprüft.</translation>
  </message>
  <message>
   <source>The password was changed, and every other session of yours has ended.</source>
   <translation>Das Passwort wurde geändert, und jede andere Ihrer Sitzungen ist beendet.</translation>
  </message>
  <message>
   <source>The patient was born after the first service. Please confirm.</source>
   <translation>Der Patient wurde nach der ersten Leistung geboren. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>The payments are not final. Record the final payment, then settle.</source>
   <translation>Die Zahlungen sind nicht endgültig. Tragen Sie die letzte Zahlung ein, und regulieren Sie dann.</translation>
  </message>
  <message>
   <source>The picture carries a script, which is not accepted.</source>
   <translation>Das Bild enthält ein Skript, das nicht angenommen wird.</translation>
  </message>
  <message>
   <source>The picture has {wide:,} × {high:,} pixels, too many to be shown safely. Ask for a smaller one.</source>
   <translation>Das Bild hat {wide:,} × {high:,} Bildpunkte, zu viele für eine sichere Anzeige. Bitten Sie um ein kleineres.</translation>
  </message>
  <message>
   <source>The picture is incomplete. Ask for it to be sent again.</source>
   <translation>Das Bild ist unvollständig. Bitten Sie um erneute Zusendung.</translation>
  </message>
  <message>
   <source>The policy was bought on or after the day of the loss. Please confirm.</source>
   <translation>Der Vertrag wurde am Schadentag oder danach geschlossen. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>The policy was changed after the loss. Please confirm.</source>
   <translation>Der Vertrag wurde nach dem Schaden geändert. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>The precedents scored it {score:.0f}: {found} of the {near} nearest settled claims were substantiated.</source>
   <translation>Die Vergleichsfälle bewerteten ihn mit {score:.0f}: {found} der {near} nächsten regulierten Schäden erhärteten sich.</translation>
  </message>
  <message>
   <source>The privacy notice was given</source>
   <translation>Der Datenschutzhinweis wurde gegeben</translation>
  </message>
  <message>
   <source>The queue</source>
   <translation>Der Arbeitsvorrat</translation>
  </message>
  <message>
   <source>The queue was not loaded.</source>
   <translation>Der Arbeitsvorrat wurde nicht geladen.</translation>
  </message>
  <message>
   <source>The queue was not refreshed.</source>
   <translation>Der Arbeitsvorrat wurde nicht aktualisiert.</translation>
  </message>
  <message>
   <source>The reason has room for 400 characters. Shorten it, then save.</source>
   <translation>Der Grund fasst 400 Zeichen. Kürzen Sie ihn, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>The reason takes at most {most:,} characters. Shorten it.</source>
   <translation>Der Grund hat höchstens {most:,} Zeichen. Kürzen Sie ihn.</translation>
  </message>
  <message>
   <source>The receipt of a score is not complete. Score the claims again.</source>
   <translation>Die Quittung eines Scores ist unvollständig. Bewerten Sie die Schäden neu.</translation>
  </message>
  <message>
   <source>The receipt of this score is not complete. Score the claim again.</source>
   <translation>Die Quittung dieses Scores ist unvollständig. Bewerten Sie den Schaden neu.</translation>
  </message>
  <message>
   <source>The rejected rows are in {shown_name}.</source>
   <translation>Die zurückgewiesenen Zeilen liegen in {shown_name}.</translation>
  </message>
  <message>
   <source>The review was justified</source>
   <translation>Die Prüfung war berechtigt</translation>
  </message>
  <message>
   <source>The rows add up to {rows}, {apart} {more} than the claimed {whole}.</source>
   <translation>Die Zeilen ergeben {rows}, {apart} {more} als die geforderten {whole}.</translation>
  </message>
  <message>
   <source>The rows are being stored in one step; the batch can be taken back afterwards.</source>
   <translation>Die Zeilen werden in einem Schritt gespeichert; der Stapel kann danach zurückgenommen werden.</translation>
  </message>
  <message>
   <source>The rule is in this state now.</source>
   <translation>Die Regel ist jetzt in diesem Stand.</translation>
  </message>
  <message>
   <source>The rule is so already.</source>
   <translation>Die Regel ist bereits so.</translation>
  </message>
  <message>
   <source>The rules were not changed. Try again.</source>
   <translation>Die Regeln wurden nicht geändert. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The same file</source>
   <translation>Dieselbe Datei</translation>
  </message>
  <message>
   <source>The same file is here already as {same}.</source>
   <translation>Dieselbe Datei ist hier bereits als {same}.</translation>
  </message>
  <message>
   <source>The same thing was entered already. Look at it again.</source>
   <translation>Dasselbe wurde bereits eingegeben. Sehen Sie es sich erneut an.</translation>
  </message>
  <message>
   <source>The sample was not removed. Try again.</source>
   <translation>Die Beispieldaten wurden nicht entfernt. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The score of this claim is hidden until you have said what you think of it.</source>
   <translation>Der Score dieses Schadens ist verborgen, bis Sie Ihre Einschätzung genannt haben.</translation>
  </message>
  <message>
   <source>The score of this claim is not hidden.</source>
   <translation>Der Score dieses Schadens ist nicht verborgen.</translation>
  </message>
  <message>
   <source>The score of this claim names no such precedent. Look at the comparison again.</source>
   <translation>Der Score dieses Schadens nennt keinen solchen Vergleichsfall. Sehen Sie sich den Vergleich erneut an.</translation>
  </message>
  <message>
   <source>The score {to} to {score:.0f}, by {difference:.0f} points</source>
   <translation>Der Score {to} auf {score:.0f}, um {difference:.0f} Punkte</translation>
  </message>
  <message>
   <source>The server is PostgreSQL {version}; use {oldest_server} or later.</source>
   <translation>Der Server ist PostgreSQL {version}; verwenden Sie {oldest_server} oder neuer.</translation>
  </message>
  <message>
   <source>The session has ended. Sign in again.</source>
   <translation>Die Sitzung ist beendet. Melden Sie sich wieder an.</translation>
  </message>
  <message>
   <source>The session is being ended.</source>
   <translation>Die Sitzung wird beendet.</translation>
  </message>
  <message>
   <source>The session of this lease has ended.</source>
   <translation>Die Sitzung dieser Leihe ist beendet.</translation>
  </message>
  <message>
   <source>The session with the database has ended. Sign in again; nothing was changed.</source>
   <translation>Die Sitzung mit der Datenbank ist beendet. Melden Sie sich neu an; nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The sessions are not known.</source>
   <translation>Die Sitzungen sind nicht bekannt.</translation>
  </message>
  <message>
   <source>The statement of truth is not signed yet.</source>
   <translation>Die Wahrheitserklärung ist noch nicht unterschrieben.</translation>
  </message>
  <message>
   <source>The statement of truth is signed</source>
   <translation>Die Wahrheitserklärung ist unterschrieben</translation>
  </message>
  <message>
   <source>The table needs {number} and another of these columns: {columns}.</source>
   <translation>Die Tabelle braucht {number} und eine weitere dieser Spalten: {columns}.</translation>
  </message>
  <message>
   <source>The table tells no group of any claim.</source>
   <translation>Die Tabelle nennt zu keinem Schaden eine Gruppe.</translation>
  </message>
  <message>
   <source>The threshold stays as it is, and another change can be proposed.</source>
   <translation>Die Schwelle bleibt, wie sie ist, und eine andere Änderung kann vorgeschlagen werden.</translation>
  </message>
  <message>
   <source>The token service answered {status}.</source>
   <translation>Der Tokendienst antwortete {status}.</translation>
  </message>
  <message>
   <source>The token service at {where} could not be reached. Check the network, then try again.</source>
   <translation>Der Tokendienst unter {where} war nicht erreichbar. Prüfen Sie das Netz, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The token service must be reached by https. Correct the profile.</source>
   <translation>Der Tokendienst muss über https erreicht werden. Berichtigen Sie das Profil.</translation>
  </message>
  <message>
   <source>The trial begins</source>
   <translation>Die Erprobung beginnt</translation>
  </message>
  <message>
   <source>The trial ended</source>
   <translation>Die Erprobung ist beendet</translation>
  </message>
  <message>
   <source>The trial reached its {longest:,} days. {words}</source>
   <translation>Die Erprobung hat ihre {longest:,} Tage erreicht. {words}</translation>
  </message>
  <message>
   <source>The two have not differed on a claim with an outcome yet.</source>
   <translation>Bei keinem Schaden mit Ergebnis sind beide bisher voneinander abgewichen.</translation>
  </message>
  <message>
   <source>The type was not changed. Try again.</source>
   <translation>Die Art wurde nicht geändert. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The vehicle is newer than the loss. Please confirm.</source>
   <translation>Das Fahrzeug ist neuer als der Schaden. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>The view was not saved. Try again.</source>
   <translation>Die Ansicht wurde nicht gespeichert. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The words of a step are written with the step.</source>
   <translation>Die Worte eines Schritts werden mit dem Schritt geschrieben.</translation>
  </message>
  <message>
   <source>The worker has not compared yet; it does once a day, as soon as 100 claims are scored.</source>
   <translation>Der Worker hat noch nicht verglichen; er tut es einmal täglich, sobald 100 Schäden bewertet sind.</translation>
  </message>
  <message>
   <source>The worker has not looked at this trial yet.</source>
   <translation>Der Worker hat diese Erprobung noch nicht angesehen.</translation>
  </message>
  <message>
   <source>The worker has not measured yet.</source>
   <translation>Der Worker hat noch nicht gemessen.</translation>
  </message>
  <message>
   <source>The worker learns anew</source>
   <translation>Der Worker lernt neu</translation>
  </message>
  <message>
   <source>The worker learns from the settled claims, tries the new model on claims that came later than those it learned from, and registers it only if it is no worse than the one that judges.</source>
   <translation>Der Worker lernt aus den regulierten Schäden, prüft das neue Modell an späteren Schäden als jenen, aus denen es lernte, und trägt es nur ein, wenn es nicht schlechter ist als das urteilende.</translation>
  </message>
  <message>
   <source>The workspace could not be started.</source>
   <translation>Der Arbeitsbereich konnte nicht gestartet werden.</translation>
  </message>
  <message>
   <source>The workspace is not available</source>
   <translation>Der Arbeitsbereich ist nicht verfügbar</translation>
  </message>
  <message>
   <source>The workspace is still starting.</source>
   <translation>Der Arbeitsbereich startet noch.</translation>
  </message>
  <message>
   <source>The {count} rejected rows are kept in {path}.</source>
   <translation>Die {count} zurückgewiesenen Zeilen liegen in {path}.</translation>
  </message>
  <message>
   <source>The {count} rejected rows could not be written beside the file; save them elsewhere.</source>
   <translation>Die {count} zurückgewiesenen Zeilen konnten nicht neben die Datei geschrieben werden; speichern Sie sie anderswo.</translation>
  </message>
  <message>
   <source>The {what} is an archive as well, which is not accepted.</source>
   <translation>{what} ist ebenfalls ein Archiv, was nicht angenommen wird.</translation>
  </message>
  <message>
   <source>The {what} {path} cannot be opened; please check the path.</source>
   <translation>{what} {path} kann nicht geöffnet werden; bitte prüfen Sie den Pfad.</translation>
  </message>
  <message>
   <source>Theft</source>
   <translation>Diebstahl</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farbschema</translation>
  </message>
  <message>
   <source>Theme, About, sign out</source>
   <translation>Farbschema, Info, Abmelden</translation>
  </message>
  <message>
   <source>Then and now</source>
   <translation>Damals und jetzt</translation>
  </message>
  <message>
   <source>There is no activation to take back.</source>
   <translation>Es gibt keine Aktivierung zurückzunehmen.</translation>
  </message>
  <message>
   <source>There is no decision of yours to undo.</source>
   <translation>Es gibt keine Entscheidung von Ihnen, die rückgängig zu machen wäre.</translation>
  </message>
  <message>
   <source>There is no decision to undo: the claim is {stands}.</source>
   <translation>Es gibt keine Entscheidung rückgängig zu machen: Der Schaden steht auf „{stands}“.</translation>
  </message>
  <message>
   <source>There is no sample to remove.</source>
   <translation>Es gibt keine Beispieldaten zu entfernen.</translation>
  </message>
  <message>
   <source>There is no such active person.</source>
   <translation>Eine solche aktive Person gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such batch of yours.</source>
   <translation>Einen solchen Stapel von Ihnen gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such claim, or you may not see it.</source>
   <translation>Einen solchen Schaden gibt es nicht, oder Sie dürfen ihn nicht sehen.</translation>
  </message>
  <message>
   <source>There is no such draft any more; it may have been submitted.</source>
   <translation>Diesen Entwurf gibt es nicht mehr; vielleicht wurde er eingereicht.</translation>
  </message>
  <message>
   <source>There is no such line.</source>
   <translation>Eine solche Sparte gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such model.</source>
   <translation>Ein solches Modell gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such payment on this claim.</source>
   <translation>Eine solche Zahlung gibt es bei diesem Schaden nicht.</translation>
  </message>
  <message>
   <source>There is no such person.</source>
   <translation>Eine solche Person gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such reserve on this claim.</source>
   <translation>Eine solche Reserve gibt es bei diesem Schaden nicht.</translation>
  </message>
  <message>
   <source>There is no such session.</source>
   <translation>Eine solche Sitzung gibt es nicht.</translation>
  </message>
  <message>
   <source>There is nothing to change.</source>
   <translation>Es gibt nichts zu ändern.</translation>
  </message>
  <message>
   <source>These claims are settled. Nothing that you do here is stored or sent.</source>
   <translation>Diese Schäden sind reguliert. Nichts, was Sie hier tun, wird gespeichert oder gesendet.</translation>
  </message>
  <message>
   <source>These facts lie apart from claims: no desk, no model and no training can read them, and only counts of whole groups leave the database. A difference is worth a question when its intervals do not overlap; it is no proof by itself, for groups may differ in their claims. Who looks at these figures is on record.</source>
   <translation>Diese Angaben liegen getrennt von Schäden: Kein Arbeitsplatz, kein Modell und kein Training kann sie lesen, und nur Zahlen ganzer Gruppen verlassen die Datenbank. Ein Unterschied ist eine Frage wert, wenn sich die Intervalle nicht überschneiden; ein Beweis ist er für sich nicht, denn Gruppen können sich in ihren Schäden unterscheiden. Wer diese Zahlen ansieht, wird festgehalten.</translation>
  </message>
  <message>
   <source>These hold for everybody in this installation.</source>
   <translation>Dies gilt für alle in dieser Installation.</translation>
  </message>
  <message>
   <source>These {precedents} hold {shown:.0%} of the vote and {rest}.</source>
   <translation>Diese {precedents} halten {shown:.0%} der Stimmen und {rest}.</translation>
  </message>
  <message>
   <source>These {precedents} hold {shown:.0%} of the vote, {rest}, and the average of all settled claims {prior:.0%}.</source>
   <translation>Diese {precedents} halten {shown:.0%} der Stimmen, {rest} und der Durchschnitt aller regulierten Schäden {prior:.0%}.</translation>
  </message>
  <message>
   <source>They are the score, and they say why.</source>
   <translation>Sie sind der Score und sagen, warum.</translation>
  </message>
  <message>
   <source>They were not loaded.</source>
   <translation>Sie wurden nicht geladen.</translation>
  </message>
  <message>
   <source>Thing</source>
   <translation>Gegenstand</translation>
  </message>
  <message>
   <source>Things</source>
   <translation>Gegenstände</translation>
  </message>
  <message>
   <source>Things claimed</source>
   <translation>Geforderte Gegenstände</translation>
  </message>
  <message>
   <source>Third party</source>
   <translation>Dritte</translation>
  </message>
  <message>
   <source>Third party, fire and theft</source>
   <translation>Haftpflicht, Feuer und Diebstahl</translation>
  </message>
  <message>
   <source>This activation has been settled already. Look at the versions again.</source>
   <translation>Diese Aktivierung ist bereits erledigt. Sehen Sie sich die Versionen erneut an.</translation>
  </message>
  <message>
   <source>This alert has ended already. Look at the list again.</source>
   <translation>Diese Meldung ist bereits beendet. Sehen Sie sich die Liste erneut an.</translation>
  </message>
  <message>
   <source>This alert has ended.</source>
   <translation>Diese Meldung ist beendet.</translation>
  </message>
  <message>
   <source>This batch is taken back already.</source>
   <translation>Dieser Stapel ist bereits zurückgenommen.</translation>
  </message>
  <message>
   <source>This change has been settled already. Look at the thresholds again.</source>
   <translation>Diese Änderung ist bereits erledigt. Sehen Sie sich die Schwellen erneut an.</translation>
  </message>
  <message>
   <source>This claim</source>
   <translation>Dieser Schaden</translation>
  </message>
  <message>
   <source>This claim against most cleared claims</source>
   <translation>Dieser Schaden neben den meisten unauffälligen</translation>
  </message>
  <message>
   <source>This claim cannot be withdrawn here any more. Write to us about it.</source>
   <translation>Dieser Schaden kann hier nicht mehr zurückgezogen werden. Schreiben Sie uns dazu.</translation>
  </message>
  <message>
   <source>This claim has entries that are not saved.</source>
   <translation>Dieser Schaden hat Eingaben, die nicht gespeichert sind.</translation>
  </message>
  <message>
   <source>This claim has moved on meanwhile. Look at it again, then answer.</source>
   <translation>Dieser Schaden ist inzwischen weiter. Sehen Sie ihn sich erneut an, und antworten Sie dann.</translation>
  </message>
  <message>
   <source>This claim has no other document.</source>
   <translation>Dieser Schaden hat kein anderes Dokument.</translation>
  </message>
  <message>
   <source>This claim has not been scored yet.</source>
   <translation>Dieser Schaden wurde noch nicht bewertet.</translation>
  </message>
  <message>
   <source>This claim has {held:,} documents, more than the usual {most:,}.</source>
   <translation>Dieser Schaden hat {held:,} Dokumente, mehr als die üblichen {most:,}.</translation>
  </message>
  <message>
   <source>This claim is assigned to somebody else. Ask a supervisor to assign it to you.</source>
   <translation>Dieser Schaden ist jemand anderem zugewiesen. Bitten Sie eine Teamleitung, ihn Ihnen zuzuweisen.</translation>
  </message>
  <message>
   <source>This claim is closed. Write to us if something is left open.</source>
   <translation>Dieser Schaden ist geschlossen. Schreiben Sie uns, wenn etwas offen blieb.</translation>
  </message>
  <message>
   <source>This claim is no longer among those you may see; a colleague may have taken it.</source>
   <translation>Dieser Schaden ist nicht mehr unter denen, die Sie sehen dürfen; vielleicht hat ihn jemand übernommen.</translation>
  </message>
  <message>
   <source>This claim is not among those you may see.</source>
   <translation>Dieser Schaden ist nicht unter denen, die Sie sehen dürfen.</translation>
  </message>
  <message>
   <source>This claim is not among your own.</source>
   <translation>Dieser Schaden ist nicht unter Ihren eigenen.</translation>
  </message>
  <message>
   <source>This claim is not pursued, because it was entered twice or by mistake.</source>
   <translation>Dieser Schaden wird nicht verfolgt, weil er doppelt oder irrtümlich erfasst wurde.</translation>
  </message>
  <message>
   <source>This claim is not yours. Take it first, or ask a supervisor.</source>
   <translation>Dieser Schaden gehört Ihnen nicht. Übernehmen Sie ihn zuerst, oder fragen Sie eine Teamleitung.</translation>
  </message>
  <message>
   <source>This claim was decided without a score.</source>
   <translation>Dieser Schaden wurde ohne Score entschieden.</translation>
  </message>
  <message>
   <source>This claim was drawn for the blind sample. Its score, suggestion, precedents and indicators are shown as soon as you have said what you would do. Only the share of views that agree with the model is reported; no person is ranked.</source>
   <translation>Dieser Schaden wurde für die Blindstichprobe gezogen. Score, Vorschlag, Vergleichsfälle und Hinweise werden gezeigt, sobald Sie gesagt haben, was Sie tun würden. Berichtet wird nur der Anteil der Einschätzungen, die mit dem Modell übereinstimmen; niemand wird gereiht.</translation>
  </message>
  <message>
   <source>This claim was not referred. Refer it first, then make its packet.</source>
   <translation>Dieser Schaden wurde nicht verwiesen. Verweisen Sie ihn zuerst, und erstellen Sie dann sein Paket.</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>Dieser Computer</translation>
  </message>
  <message>
   <source>This desktop</source>
   <translation>Dieser Arbeitsplatz</translation>
  </message>
  <message>
   <source>This desktop is version {version}, the servers are version {application}. Install version {application} of Precedent.</source>
   <translation>Dieser Arbeitsplatz hat Version {version}, die Server haben Version {application}. Installieren Sie Version {application} von Precedent.</translation>
  </message>
  <message>
   <source>This did not work. Try it again, or choose another file.</source>
   <translation>Das hat nicht geklappt. Versuchen Sie es noch einmal, oder wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>This document cannot stand as a redacted copy of the other.</source>
   <translation>Dieses Dokument kann nicht als geschwärzte Kopie des anderen stehen.</translation>
  </message>
  <message>
   <source>This document is in quarantine and is not opened.</source>
   <translation>Dieses Dokument ist in Quarantäne und wird nicht geöffnet.</translation>
  </message>
  <message>
   <source>This document is not among those you may see.</source>
   <translation>Dieses Dokument ist nicht unter denen, die Sie sehen dürfen.</translation>
  </message>
  <message>
   <source>This document is not shown</source>
   <translation>Dieses Dokument wird nicht gezeigt</translation>
  </message>
  <message>
   <source>This document is still being checked. Open it in a moment.</source>
   <translation>Dieses Dokument wird noch geprüft. Öffnen Sie es in einem Augenblick.</translation>
  </message>
  <message>
   <source>This document is too large to be shown. Save a copy instead.</source>
   <translation>Dieses Dokument ist zu groß für die Anzeige. Speichern Sie stattdessen eine Kopie.</translation>
  </message>
  <message>
   <source>This document was altered</source>
   <translation>Dieses Dokument wurde verändert</translation>
  </message>
  <message>
   <source>This document was rejected and is not opened. Ask for another copy.</source>
   <translation>Dieses Dokument wurde zurückgewiesen und wird nicht geöffnet. Bitten Sie um eine andere Kopie.</translation>
  </message>
  <message>
   <source>This draft was changed elsewhere. Open it again, then go on.</source>
   <translation>Dieser Entwurf wurde anderswo geändert. Öffnen Sie ihn erneut, und fahren Sie dann fort.</translation>
  </message>
  <message>
   <source>This file cannot be used</source>
   <translation>Diese Datei ist nicht verwendbar</translation>
  </message>
  <message>
   <source>This file could not be scored. Try it again, or choose another one.</source>
   <translation>Diese Datei konnte nicht bewertet werden. Versuchen Sie es noch einmal, oder wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>This file is too large to be shown. Open another one.</source>
   <translation>Diese Datei ist zu groß für die Anzeige. Öffnen Sie eine andere.</translation>
  </message>
  <message>
   <source>This is a code of the former app. Enter the one that the new entry shows.</source>
   <translation>Dies ist ein Code der vorigen App. Geben Sie den ein, den der neue Eintrag zeigt.</translation>
  </message>
  <message>
   <source>This is not a report of an error.</source>
   <translation>Das ist kein Fehlerbericht.</translation>
  </message>
  <message>
   <source>This is not the same as the new password.</source>
   <translation>Das ist nicht dasselbe wie das neue Passwort.</translation>
  </message>
  <message>
   <source>This is not your password. Try again.</source>
   <translation>Das ist nicht Ihr Passwort. Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>This kind of file is not accepted. Send {accepted}.</source>
   <translation>Diese Art Datei wird nicht angenommen. Senden Sie {accepted}.</translation>
  </message>
  <message>
   <source>This kind of file is not shown here. Ask for a PDF or a picture of it.</source>
   <translation>Diese Art Datei wird hier nicht gezeigt. Bitten Sie um ein PDF oder ein Bild davon.</translation>
  </message>
  <message>
   <source>This line has had no change yet.</source>
   <translation>Diese Sparte hatte noch keine Änderung.</translation>
  </message>
  <message>
   <source>This looks like a document of the type {name}. {key} says so.</source>
   <translation>Das sieht nach einem Dokument der Art {name} aus. {key} bestätigt es.</translation>
  </message>
  <message>
   <source>This looks like it holds a card number. Leave it out unless it is needed.</source>
   <translation>Das sieht nach einer Kartennummer aus. Lassen Sie sie weg, wenn sie nicht nötig ist.</translation>
  </message>
  <message>
   <source>This model came without a card. Train it again to get one.</source>
   <translation>Dieses Modell kam ohne Karte. Trainieren Sie es neu, um eine zu erhalten.</translation>
  </message>
  <message>
   <source>This model cannot be used</source>
   <translation>Dieses Modell ist nicht verwendbar</translation>
  </message>
  <message>
   <source>This model is registered already.</source>
   <translation>Dieses Modell ist bereits eingetragen.</translation>
  </message>
  <message>
   <source>This model is retired. Make it a candidate again first.</source>
   <translation>Dieses Modell ist stillgelegt. Machen Sie es zuerst wieder zum Kandidaten.</translation>
  </message>
  <message>
   <source>This model judges these lines already.</source>
   <translation>Dieses Modell urteilt bereits über diese Sparten.</translation>
  </message>
  <message>
   <source>This model judges. Activate another one, or take the activation back.</source>
   <translation>Dieses Modell urteilt. Aktivieren Sie ein anderes, oder nehmen Sie die Aktivierung zurück.</translation>
  </message>
  <message>
   <source>This needs a one-time code of the last five minutes.</source>
   <translation>Das verlangt einen Einmalcode aus den letzten fünf Minuten.</translation>
  </message>
  <message>
   <source>This one</source>
   <translation>Diesen</translation>
  </message>
  <message>
   <source>This step cannot wait. Try again when the server answers.</source>
   <translation>Dieser Schritt kann nicht warten. Versuchen Sie es erneut, wenn der Server antwortet.</translation>
  </message>
  <message>
   <source>This threshold is in force already.</source>
   <translation>Diese Schwelle gilt bereits.</translation>
  </message>
  <message>
   <source>This training has ended already.</source>
   <translation>Dieses Training ist bereits beendet.</translation>
  </message>
  <message>
   <source>This trial began or ended already. Look at the trials again.</source>
   <translation>Diese Erprobung hat bereits begonnen oder geendet. Sehen Sie sich die Erprobungen erneut an.</translation>
  </message>
  <message>
   <source>This trial has begun already.</source>
   <translation>Diese Erprobung hat bereits begonnen.</translation>
  </message>
  <message>
   <source>This trial has ended already.</source>
   <translation>Diese Erprobung ist bereits beendet.</translation>
  </message>
  <message>
   <source>This trial has ended.</source>
   <translation>Diese Erprobung ist beendet.</translation>
  </message>
  <message>
   <source>This version cannot be restored, because it was not accepted.</source>
   <translation>Diese Version lässt sich nicht wiederherstellen, weil sie nicht angenommen wurde.</translation>
  </message>
  <message>
   <source>This version is the newest already.</source>
   <translation>Diese Version ist bereits die neueste.</translation>
  </message>
  <message>
   <source>This version was not accepted.</source>
   <translation>Diese Version wurde nicht angenommen.</translation>
  </message>
  <message>
   <source>This view is too large to be kept. Shorten the search, then save.</source>
   <translation>Diese Ansicht ist zu groß, um aufbewahrt zu werden. Kürzen Sie die Suche, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Schwelle</translation>
  </message>
  <message>
   <source>Threshold changed</source>
   <translation>Schwelle geändert</translation>
  </message>
  <message>
   <source>Threshold dropped</source>
   <translation>Schwelle verworfen</translation>
  </message>
  <message>
   <source>Threshold proposed</source>
   <translation>Schwelle vorgeschlagen</translation>
  </message>
  <message>
   <source>Threshold simulator</source>
   <translation>Schwellensimulator</translation>
  </message>
  <message>
   <source>Thresholds</source>
   <translation>Schwellen</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time (UTC)</source>
   <translation>Zeit (UTC)</translation>
  </message>
  <message>
   <source>Time of day</source>
   <translation>Tageszeit</translation>
  </message>
  <message>
   <source>Time of loss</source>
   <translation>Schadenzeit</translation>
  </message>
  <message>
   <source>Time to score, median and 95%</source>
   <translation>Zeit bis zum Score, Median und 95 %</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitachse</translation>
  </message>
  <message>
   <source>Timeline, the latest first</source>
   <translation>Zeitachse, Neuestes zuerst</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Male</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>To decide</source>
   <translation>Zu entscheiden</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>Zu tun</translation>
  </message>
  <message>
   <source>Today if left empty</source>
   <translation>Heute, wenn leer</translation>
  </message>
  <message>
   <source>Today is {days}</source>
   <translation>Heute sind es {days}</translation>
  </message>
  <message>
   <source>Today or late</source>
   <translation>Heute oder verspätet</translation>
  </message>
  <message>
   <source>Token service</source>
   <translation>Tokendienst</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>Angegeben</translation>
  </message>
  <message numerus="yes">
   <source>Too many attempts to sign in. Try again in {n} minutes.</source>
   <translation>
    <numerusform>Zu viele Anmeldeversuche. Versuchen Sie es in einer Minute erneut.</numerusform>
    <numerusform>Zu viele Anmeldeversuche. Versuchen Sie es in {n} Minuten erneut.</numerusform>
   </translation>
  </message>
  <message>
   <source>Took it back from approval</source>
   <translation>Aus der Freigabe zurückgeholt</translation>
  </message>
  <message>
   <source>Took off the tag</source>
   <translation>Das Etikett entfernt</translation>
  </message>
  <message>
   <source>Took over the work on it</source>
   <translation>Die Arbeit daran übernommen</translation>
  </message>
  <message>
   <source>Took the claim</source>
   <translation>Den Schaden übernommen</translation>
  </message>
  <message>
   <source>Took up the review again</source>
   <translation>Die Prüfung wieder aufgenommen</translation>
  </message>
  <message>
   <source>Towed</source>
   <translation>Abgeschleppt</translation>
  </message>
  <message>
   <source>Towed to</source>
   <translation>Abgeschleppt nach</translation>
  </message>
  <message>
   <source>Tracker</source>
   <translation>Ortungsgerät</translation>
  </message>
  <message>
   <source>Tracker fitted</source>
   <translation>Ortungsgerät eingebaut</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Travel</source>
   <translation>Reise</translation>
  </message>
  <message>
   <source>Treated</source>
   <translation>Behandelt in</translation>
  </message>
  <message>
   <source>Treated where</source>
   <translation>Behandelt in</translation>
  </message>
  <message>
   <source>Treatment</source>
   <translation>Behandlung</translation>
  </message>
  <message>
   <source>Triage queue</source>
   <translation>Arbeitsvorrat</translation>
  </message>
  <message>
   <source>Triaged</source>
   <translation>Vorsortiert</translation>
  </message>
  <message>
   <source>Trial</source>
   <translation>Erprobung</translation>
  </message>
  <message>
   <source>Trial asked for</source>
   <translation>Erprobung erbeten</translation>
  </message>
  <message>
   <source>Trial began</source>
   <translation>Erprobung begonnen</translation>
  </message>
  <message>
   <source>Trial ended</source>
   <translation>Erprobung beendet</translation>
  </message>
  <message>
   <source>Trials</source>
   <translation>Erprobungen</translation>
  </message>
  <message>
   <source>Trip</source>
   <translation>Reise</translation>
  </message>
  <message>
   <source>Trip begins</source>
   <translation>Reisebeginn</translation>
  </message>
  <message>
   <source>Trip end</source>
   <translation>Reiseende</translation>
  </message>
  <message>
   <source>Trip ends</source>
   <translation>Reiseende</translation>
  </message>
  <message>
   <source>Trip start</source>
   <translation>Reisebeginn</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>Try again.</source>
   <translation>Versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Turn off</source>
   <translation>Ausschalten</translation>
  </message>
  <message>
   <source>Turn on</source>
   <translation>Einschalten</translation>
  </message>
  <message>
   <source>Turn out substantiated</source>
   <translation>Erhärten sich</translation>
  </message>
  <message>
   <source>Turn to the right</source>
   <translation>Nach rechts drehen</translation>
  </message>
  <message>
   <source>Two columns hold {name}. Leave one of them out.</source>
   <translation>Zwei Spalten enthalten {name}. Lassen Sie eine davon weg.</translation>
  </message>
  <message>
   <source>Two side by side</source>
   <translation>Zwei nebeneinander</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Type of document</source>
   <translation>Art des Dokuments</translation>
  </message>
  <message>
   <source>Type of the documents that are added</source>
   <translation>Art der hinzugefügten Dokumente</translation>
  </message>
  <message>
   <source>USD ($)</source>
   <translation>USD ($)</translation>
  </message>
  <message>
   <source>Unassigned</source>
   <translation>Frei</translation>
  </message>
  <message>
   <source>Undecided</source>
   <translation>Unentschieden</translation>
  </message>
  <message>
   <source>Under 1,000</source>
   <translation>Unter 1.000</translation>
  </message>
  <message>
   <source>Underside</source>
   <translation>Unterboden</translation>
  </message>
  <message>
   <source>Undid the approval</source>
   <translation>Die Freigabe rückgängig gemacht</translation>
  </message>
  <message>
   <source>Undid the denial</source>
   <translation>Die Ablehnung rückgängig gemacht</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo last decision</source>
   <translation>Letzte Entscheidung rückgängig machen</translation>
  </message>
  <message>
   <source>Unexpected error</source>
   <translation>Unerwarteter Fehler</translation>
  </message>
  <message>
   <source>United Kingdom</source>
   <translation>Vereinigtes Königreich</translation>
  </message>
  <message>
   <source>Units</source>
   <translation>Einheiten</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Up to {most_pages:,} pages are redacted; this document has more.</source>
   <translation>Bis zu {most_pages:,} Seiten werden geschwärzt; dieses Dokument hat mehr.</translation>
  </message>
  <message>
   <source>Usage</source>
   <translation>Nutzung</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Verwendung</translation>
  </message>
  <message>
   <source>Use 2 to 40 lower-case letters, digits, dots, dashes or underscores, beginning with a letter or a digit.</source>
   <translation>Verwenden Sie 2 bis 40 Kleinbuchstaben, Ziffern, Punkte, Striche oder Unterstriche, mit einem Buchstaben oder einer Ziffer am Anfang.</translation>
  </message>
  <message>
   <source>Use a sample code</source>
   <translation>Beispielcode verwenden</translation>
  </message>
  <message>
   <source>Used for</source>
   <translation>Verwendet für</translation>
  </message>
  <message>
   <source>Useful but clear</source>
   <translation>Nützlich, aber klar</translation>
  </message>
  <message>
   <source>Useful, but the claim was clear</source>
   <translation>Nützlich, aber der Schaden war klar</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Nutzer</translation>
  </message>
  <message>
   <source>User name</source>
   <translation>Benutzername</translation>
  </message>
  <message>
   <source>User: submits claims and sees their own</source>
   <translation>Nutzer: reicht Schäden ein und sieht die eigenen</translation>
  </message>
  <message>
   <source>Username</source>
   <translation>Benutzername</translation>
  </message>
  <message>
   <source>VIN has 17 letters and digits and never I, O or Q. Check it on the registration.</source>
   <translation>Eine Fahrgestellnummer hat 17 Buchstaben und Ziffern und nie I, O oder Q. Prüfen Sie sie am Fahrzeugschein.</translation>
  </message>
  <message>
   <source>Vacant</source>
   <translation>Leerstehend</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Value with receipts</source>
   <translation>Wert mit Belegen</translation>
  </message>
  <message>
   <source>Van</source>
   <translation>Transporter</translation>
  </message>
  <message>
   <source>Vandalism</source>
   <translation>Vandalismus</translation>
  </message>
  <message>
   <source>Vehicle</source>
   <translation>Fahrzeug</translation>
  </message>
  <message>
   <source>Vehicle claimed before</source>
   <translation>Fahrzeug mit Vorschaden</translation>
  </message>
  <message>
   <source>Vehicle drivable</source>
   <translation>Fahrzeug fahrbereit</translation>
  </message>
  <message>
   <source>Vehicle recovered</source>
   <translation>Fahrzeug wieder da</translation>
  </message>
  <message>
   <source>Vehicle towed</source>
   <translation>Fahrzeug abgeschleppt</translation>
  </message>
  <message>
   <source>Verified</source>
   <translation>Geprüft</translation>
  </message>
  <message>
   <source>Verify now</source>
   <translation>Jetzt prüfen</translation>
  </message>
  <message>
   <source>Verify: {amid}</source>
   <translation>Zu prüfen: {amid}</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Version {number}{again}{now} · {came}{state}</source>
   <translation>Version {number}{again}{now} · {came}{state}</translation>
  </message>
  <message>
   <source>Version {version}, {by}: {why}</source>
   <translation>Version {version}, {by}: {why}</translation>
  </message>
  <message>
   <source>Version {version}: {state}, {points} points</source>
   <translation>Version {version}: {state}, {points} Punkte</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versionen</translation>
  </message>
  <message>
   <source>Versions of models</source>
   <translation>Versionen der Modelle</translation>
  </message>
  <message>
   <source>View: {name}</source>
   <translation>Ansicht: {name}</translation>
  </message>
  <message>
   <source>Views</source>
   <translation>Ansichten</translation>
  </message>
  <message>
   <source>Views before the score was shown</source>
   <translation>Einschätzungen, bevor der Score gezeigt wurde</translation>
  </message>
  <message>
   <source>Vin</source>
   <translation>Fahrgestellnummer</translation>
  </message>
  <message>
   <source>Visit type</source>
   <translation>Art des Besuchs</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>Nichtig</translation>
  </message>
  <message>
   <source>Void: {voided}</source>
   <translation>Nichtig: {voided}</translation>
  </message>
  <message>
   <source>Voiding</source>
   <translation>Für nichtig erklären</translation>
  </message>
  <message>
   <source>Vote</source>
   <translation>Stimme</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Waiting for approval</source>
   <translation>Wartet auf Freigabe</translation>
  </message>
  <message>
   <source>Waiting for information</source>
   <translation>Wartet auf Information</translation>
  </message>
  <message>
   <source>Waiting for triage</source>
   <translation>Wartet auf Bearbeitung</translation>
  </message>
  <message>
   <source>Waits for a person</source>
   <translation>Wartet auf eine Person</translation>
  </message>
  <message>
   <source>Waits for a second person</source>
   <translation>Wartet auf eine zweite Person</translation>
  </message>
  <message>
   <source>Waits for the worker</source>
   <translation>Wartet auf den Worker</translation>
  </message>
  <message>
   <source>Waived</source>
   <translation>Erlassen</translation>
  </message>
  <message>
   <source>Ward, surgery</source>
   <translation>Station, Praxis</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>War</translation>
  </message>
  <message>
   <source>Watch the clocks</source>
   <translation>Fristen überwachen</translation>
  </message>
  <message>
   <source>We asked for {begin}</source>
   <translation>Wir haben um Folgendes gebeten: {begin}</translation>
  </message>
  <message>
   <source>We cannot go on without an answer.</source>
   <translation>Ohne Antwort können wir nicht weitermachen.</translation>
  </message>
  <message>
   <source>We cannot pay this claim. Our letter gives the reasons and how to object.</source>
   <translation>Wir können diesen Schaden nicht bezahlen. Unser Schreiben nennt die Gründe und wie Sie widersprechen.</translation>
  </message>
  <message>
   <source>We have your claim and will look at it soon. Nothing is needed of you.</source>
   <translation>Wir haben Ihren Schaden und sehen ihn uns bald an. Von Ihnen wird nichts gebraucht.</translation>
  </message>
  <message>
   <source>We need information from you</source>
   <translation>Wir brauchen Informationen von Ihnen</translation>
  </message>
  <message>
   <source>We need something from you</source>
   <translation>Wir brauchen etwas von Ihnen</translation>
  </message>
  <message>
   <source>We stop working on {number}, and it cannot be taken up again here.</source>
   <translation>Wir beenden die Arbeit an {number}; hier kann sie nicht wieder aufgenommen werden.</translation>
  </message>
  <message>
   <source>Weather</source>
   <translation>Wetter</translation>
  </message>
  <message>
   <source>Welcome to Precedent</source>
   <translation>Willkommen bei Precedent</translation>
  </message>
  <message>
   <source>Went to {name}</source>
   <translation>Ging an {name}</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What I asked for has come</source>
   <translation>Was ich erbeten habe, ist da</translation>
  </message>
  <message>
   <source>What answers at {where} is not a token service.</source>
   <translation>Was unter {where} antwortet, ist kein Tokendienst.</translation>
  </message>
  <message>
   <source>What can be done</source>
   <translation>Was getan werden kann</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Wofür</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>Was geschieht</translation>
  </message>
  <message>
   <source>What is it to find out?</source>
   <translation>Was soll geklärt werden?</translation>
  </message>
  <message>
   <source>What is missing</source>
   <translation>Was fehlt</translation>
  </message>
  <message>
   <source>What is wrong, and how to mend it</source>
   <translation>Was falsch ist und wie es zu beheben ist</translation>
  </message>
  <message>
   <source>What it finds is recorded to judge it by, and shown on no claim.</source>
   <translation>Was sie findet, wird zu ihrer Beurteilung festgehalten und bei keinem Schaden gezeigt.</translation>
  </message>
  <message>
   <source>What it finds is shown beside the score of open claims from now on.</source>
   <translation>Was sie findet, wird ab jetzt neben dem Score offener Schäden gezeigt.</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Was es ist</translation>
  </message>
  <message>
   <source>What it is to the claim</source>
   <translation>Was es für den Schaden ist</translation>
  </message>
  <message>
   <source>What it shares</source>
   <translation>Was er teilt</translation>
  </message>
  <message>
   <source>What judges now</source>
   <translation>Was jetzt urteilt</translation>
  </message>
  <message>
   <source>What referring from this score takes of the investigators, against the hours there are.</source>
   <translation>Was Verweisungen ab diesem Score der Ermittlung abverlangen, neben den vorhandenen Stunden.</translation>
  </message>
  <message>
   <source>What should the file know about this place?</source>
   <translation>Was soll die Akte über diese Stelle wissen?</translation>
  </message>
  <message>
   <source>What the database takes on its disk, in megabytes.</source>
   <translation>Was die Datenbank auf ihrer Festplatte belegt, in Megabyte.</translation>
  </message>
  <message>
   <source>What the note says</source>
   <translation>Was die Notiz sagt</translation>
  </message>
  <message>
   <source>What the review came to</source>
   <translation>Was die Prüfung ergab</translation>
  </message>
  <message>
   <source>What the second person should know</source>
   <translation>Was die zweite Person wissen sollte</translation>
  </message>
  <message>
   <source>What this document is</source>
   <translation>Was dieses Dokument ist</translation>
  </message>
  <message>
   <source>What to find out</source>
   <translation>Was zu klären ist</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message>
   <source>What was found, with 95% intervals</source>
   <translation>Was gefunden wurde, mit 95-%-Intervallen</translation>
  </message>
  <message>
   <source>What went wrong</source>
   <translation>Was schiefging</translation>
  </message>
  <message>
   <source>What will happen to each claim</source>
   <translation>Was mit jedem Schaden geschehen wird</translation>
  </message>
  <message>
   <source>What would you do with this claim?</source>
   <translation>Was würden Sie mit diesem Schaden tun?</translation>
  </message>
  <message>
   <source>What you enter could not be kept on this computer: is the disk full? Save the draft.</source>
   <translation>Ihre Eingaben konnten auf diesem Computer nicht aufbewahrt werden: Ist die Festplatte voll? Speichern Sie den Entwurf.</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Where it began</source>
   <translation>Wo es begann</translation>
  </message>
  <message>
   <source>Where it stands</source>
   <translation>Wo er steht</translation>
  </message>
  <message>
   <source>Where it was hit</source>
   <translation>Wo es getroffen wurde</translation>
  </message>
  <message>
   <source>Whether codes are set up is being asked.</source>
   <translation>Ob Codes eingerichtet sind, wird gerade gefragt.</translation>
  </message>
  <message>
   <source>Which share of the flagged is substantiated against which share of them is found.</source>
   <translation>Welcher Anteil der gemeldeten sich erhärtet, gegen den Anteil, der davon gefunden wird.</translation>
  </message>
  <message>
   <source>Who else saw it</source>
   <translation>Wer es sonst gesehen hat</translation>
  </message>
  <message>
   <source>Who lives there</source>
   <translation>Wer dort wohnt</translation>
  </message>
  <message>
   <source>Who was at fault</source>
   <translation>Wer schuld war</translation>
  </message>
  <message>
   <source>Who was hurt</source>
   <translation>Wer verletzt wurde</translation>
  </message>
  <message>
   <source>Who was treated</source>
   <translation>Wer behandelt wurde</translation>
  </message>
  <message>
   <source>Whoever carries the least</source>
   <translation>Wer am wenigsten trägt</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Why nothing may be paid</source>
   <translation>Warum nichts gezahlt werden darf</translation>
  </message>
  <message>
   <source>Why should it not count as {outcome}?</source>
   <translation>Warum sollte er nicht als „{outcome}“ zählen?</translation>
  </message>
  <message>
   <source>Why this score</source>
   <translation>Warum dieser Score</translation>
  </message>
  <message>
   <source>With SIU</source>
   <translation>Bei der SIU</translation>
  </message>
  <message>
   <source>With an outcome</source>
   <translation>Mit Ergebnis</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw claim</source>
   <translation>Schaden zurückziehen</translation>
  </message>
  <message>
   <source>Withdraw this claim?</source>
   <translation>Diesen Schaden zurückziehen?</translation>
  </message>
  <message>
   <source>Withdrawing</source>
   <translation>Zurückziehen</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Zurückgezogen</translation>
  </message>
  <message>
   <source>Withdrawn by</source>
   <translation>Zurückgezogen von</translation>
  </message>
  <message>
   <source>Withdrawn by {by_whom}</source>
   <translation>Zurückgezogen von {by_whom}</translation>
  </message>
  <message>
   <source>Withdrew the referral</source>
   <translation>Die Verweisung zurückgezogen</translation>
  </message>
  <message>
   <source>Within 3 days</source>
   <translation>Innerhalb von 3 Tagen</translation>
  </message>
  <message>
   <source>Within 7 days</source>
   <translation>Innerhalb von 7 Tagen</translation>
  </message>
  <message>
   <source>Witness count</source>
   <translation>Zahl der Zeugen</translation>
  </message>
  <message>
   <source>Witness {place}, name</source>
   <translation>Zeuge {place}, Name</translation>
  </message>
  <message>
   <source>Witness {place}, phone</source>
   <translation>Zeuge {place}, Telefon</translation>
  </message>
  <message>
   <source>Witnesses</source>
   <translation>Zeugen</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Arbeit</translation>
  </message>
  <message>
   <source>Work on it, or let go</source>
   <translation>Bearbeiten oder abgeben</translation>
  </message>
  <message>
   <source>Workbook (*.xlsx)</source>
   <translation>Arbeitsmappe (*.xlsx)</translation>
  </message>
  <message>
   <source>Worker</source>
   <translation>Worker</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>Wird bearbeitet</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Arbeitsbereich</translation>
  </message>
  <message>
   <source>Write a day like 05/11/2026.</source>
   <translation>Schreiben Sie einen Tag wie 05/11/2026.</translation>
  </message>
  <message>
   <source>Write a letter</source>
   <translation>Schreiben verfassen</translation>
  </message>
  <message>
   <source>Write a name for the view.</source>
   <translation>Geben Sie der Ansicht einen Namen.</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Notiz schreiben</translation>
  </message>
  <message>
   <source>Write an answer of at most 4,000 characters, then send it.</source>
   <translation>Schreiben Sie eine Antwort von höchstens 4.000 Zeichen, und senden Sie sie dann.</translation>
  </message>
  <message>
   <source>Write an answer of at most {longest:,} characters, then send it.</source>
   <translation>Schreiben Sie eine Antwort von höchstens {longest:,} Zeichen, und senden Sie sie dann.</translation>
  </message>
  <message>
   <source>Write down what was said.</source>
   <translation>Schreiben Sie auf, was gesagt wurde.</translation>
  </message>
  <message>
   <source>Write the tag.</source>
   <translation>Schreiben Sie das Etikett.</translation>
  </message>
  <message>
   <source>Write what is to be done.</source>
   <translation>Schreiben Sie, was zu tun ist.</translation>
  </message>
  <message>
   <source>Write what the file should keep.</source>
   <translation>Schreiben Sie, was die Akte behalten soll.</translation>
  </message>
  <message>
   <source>Write what the note should say.</source>
   <translation>Schreiben Sie, was die Notiz sagen soll.</translation>
  </message>
  <message>
   <source>Writing {name} would destroy what is read; name another file.</source>
   <translation>{name} zu schreiben würde das Gelesene zerstören; nennen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>Written to {target}</source>
   <translation>Geschrieben nach {target}</translation>
  </message>
  <message>
   <source>Wrongly referred</source>
   <translation>Zu Unrecht verwiesen</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Jahr</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Sie</translation>
  </message>
  <message>
   <source>You asked for more</source>
   <translation>Sie haben nachgefragt</translation>
  </message>
  <message>
   <source>You decided</source>
   <translation>Sie entschieden</translation>
  </message>
  <message>
   <source>You find it under My submissions; its status changes there by itself.</source>
   <translation>Sie finden ihn unter „Meine Einreichungen“; dort ändert sich sein Status von selbst.</translation>
  </message>
  <message>
   <source>You have 30 views, which is as many as are counted. Delete one, then save.</source>
   <translation>Sie haben 30 Ansichten, mehr werden nicht gezählt. Löschen Sie eine, und speichern Sie dann.</translation>
  </message>
  <message>
   <source>You have a view of this name already. Choose another name.</source>
   <translation>Sie haben bereits eine Ansicht dieses Namens. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>You have disputed this precedent on this claim already. The analysts have your reason.</source>
   <translation>Sie haben diesen Vergleichsfall bei diesem Schaden bereits angezweifelt. Die Analyse hat Ihren Grund.</translation>
  </message>
  <message>
   <source>You have not handed in a claim</source>
   <translation>Sie haben noch keinen Schaden eingereicht</translation>
  </message>
  <message>
   <source>You have not opened this claim yet.</source>
   <translation>Sie haben diesen Schaden noch nicht geöffnet.</translation>
  </message>
  <message>
   <source>You opened {words}.{left}</source>
   <translation>Sie haben {words} geöffnet.{left}</translation>
  </message>
  <message>
   <source>You saw</source>
   <translation>Sie sahen</translation>
  </message>
  <message>
   <source>You sent this claim for approval. A second person decides it.</source>
   <translation>Sie haben diesen Schaden zur Freigabe vorgelegt. Eine zweite Person entscheidet.</translation>
  </message>
  <message>
   <source>You set the reserve of this claim. Another person approves it.</source>
   <translation>Sie haben die Reserve dieses Schadens gesetzt. Eine andere Person gibt ihn frei.</translation>
  </message>
  <message>
   <source>You withdrew this claim. Nothing more happens with it.</source>
   <translation>Sie haben diesen Schaden zurückgezogen. Es geschieht nichts mehr damit.</translation>
  </message>
  <message>
   <source>Your account</source>
   <translation>Ihr Konto</translation>
  </message>
  <message>
   <source>Your account is closed. Ask an administrator.</source>
   <translation>Ihr Konto ist geschlossen. Fragen Sie die Administration.</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Ihre Antwort</translation>
  </message>
  <message>
   <source>Your claim was approved. The payment is on its way.</source>
   <translation>Ihr Schaden wurde freigegeben. Die Zahlung ist unterwegs.</translation>
  </message>
  <message>
   <source>Your claim was paid.</source>
   <translation>Ihr Schaden wurde bezahlt.</translation>
  </message>
  <message>
   <source>Your claims could not be loaded</source>
   <translation>Ihre Schäden konnten nicht geladen werden</translation>
  </message>
  <message>
   <source>Your decision on this claim waits in the outbox until the server answers.</source>
   <translation>Ihre Entscheidung zu diesem Schaden wartet im Postausgang, bis der Server antwortet.</translation>
  </message>
  <message>
   <source>Your decision on this claim was not taken. Open the outbox to settle it.</source>
   <translation>Ihre Entscheidung zu diesem Schaden wurde nicht angenommen. Öffnen Sie den Postausgang, um es zu klären.</translation>
  </message>
  <message>
   <source>Your last change may not have been saved. Close this message and try again; if it happens twice, copy the details and send them to your administrator.</source>
   <translation>Ihre letzte Änderung ist vielleicht nicht gespeichert. Schließen Sie diese Meldung, und versuchen Sie es erneut; geschieht es zweimal, kopieren Sie die Einzelheiten, und senden Sie sie Ihrer Administration.</translation>
  </message>
  <message>
   <source>Your password was set by an administrator and ends within a day: change it now.</source>
   <translation>Ihr Passwort wurde von der Administration gesetzt und endet binnen eines Tages: Ändern Sie es jetzt.</translation>
  </message>
  <message>
   <source>Your reason goes into the history of this claim and to the analysts. The score stays as it is until they have decided.</source>
   <translation>Ihr Grund kommt in den Verlauf dieses Schadens und zur Analyse. Der Score bleibt, wie er ist, bis dort entschieden ist.</translation>
  </message>
  <message>
   <source>Your role ({role}) may not {verb} a {noun}. Ask an administrator.</source>
   <translation>Ihre Rolle ({role}) darf das nicht ({verb}, {noun}). Fragen Sie die Administration.</translation>
  </message>
  <message>
   <source>Your role does not have the right to do this. Ask an administrator.</source>
   <translation>Ihre Rolle hat dazu nicht das Recht. Fragen Sie die Administration.</translation>
  </message>
  <message>
   <source>Your role does not have this step any more.</source>
   <translation>Ihre Rolle hat diesen Schritt nicht mehr.</translation>
  </message>
  <message>
   <source>Your session has ended. Sign in again.</source>
   <translation>Ihre Sitzung ist beendet. Melden Sie sich neu an.</translation>
  </message>
  <message>
   <source>Your view first</source>
   <translation>Zuerst Ihre Einschätzung</translation>
  </message>
  <message>
   <source>Your words are kept here.</source>
   <translation>Ihre Worte bleiben hier.</translation>
  </message>
  <message>
   <source>Yours</source>
   <translation>Ihre</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>a GIF picture</source>
   <translation>ein GIF-Bild</translation>
  </message>
  <message>
   <source>a HEIC picture</source>
   <translation>ein HEIC-Bild</translation>
  </message>
  <message>
   <source>a JPEG picture</source>
   <translation>ein JPEG-Bild</translation>
  </message>
  <message>
   <source>a PDF</source>
   <translation>ein PDF</translation>
  </message>
  <message>
   <source>a PNG picture</source>
   <translation>ein PNG-Bild</translation>
  </message>
  <message>
   <source>a TIFF picture</source>
   <translation>ein TIFF-Bild</translation>
  </message>
  <message>
   <source>a Word document</source>
   <translation>ein Word-Dokument</translation>
  </message>
  <message>
   <source>a bitmap</source>
   <translation>ein Bitmap</translation>
  </message>
  <message>
   <source>a cell is longer than the {field_size_limit:,} letters that can be read</source>
   <translation>eine Zelle ist länger als die {field_size_limit:,} Zeichen, die gelesen werden können</translation>
  </message>
  <message>
   <source>a document</source>
   <translation>ein Dokument</translation>
  </message>
  <message>
   <source>a one-time password</source>
   <translation>einem Einmalpasswort</translation>
  </message>
  <message>
   <source>a password</source>
   <translation>einem Passwort</translation>
  </message>
  <message>
   <source>a precedent outside your desk</source>
   <translation>ein Vergleichsfall außerhalb Ihres Arbeitsplatzes</translation>
  </message>
  <message>
   <source>a program</source>
   <translation>ein Programm</translation>
  </message>
  <message>
   <source>a referral is suggested</source>
   <translation>eine Verweisung wird vorgeschlagen</translation>
  </message>
  <message>
   <source>a script</source>
   <translation>ein Skript</translation>
  </message>
  <message>
   <source>a sound or a film</source>
   <translation>ein Ton oder ein Film</translation>
  </message>
  <message>
   <source>a task</source>
   <translation>eine Aufgabe</translation>
  </message>
  <message>
   <source>a web page</source>
   <translation>eine Webseite</translation>
  </message>
  <message>
   <source>a workbook</source>
   <translation>eine Arbeitsmappe</translation>
  </message>
  <message numerus="yes">
   <source>about {n:,} rows</source>
   <translation>
    <numerusform>1 Zeile</numerusform>
    <numerusform>etwa {n:,} Zeilen</numerusform>
   </translation>
  </message>
  <message>
   <source>about {pace:.0f} decisions a working day</source>
   <translation>etwa {pace:.0f} Entscheidungen je Arbeitstag</translation>
  </message>
  <message>
   <source>above the range</source>
   <translation>über dem Bereich</translation>
  </message>
  <message>
   <source>above the sum insured</source>
   <translation>über der Versicherungssumme</translation>
  </message>
  <message>
   <source>alarm worked</source>
   <translation>Alarm ging los</translation>
  </message>
  <message>
   <source>amount claimed</source>
   <translation>geforderter Betrag</translation>
  </message>
  <message>
   <source>an Outlook message</source>
   <translation>eine Outlook-Nachricht</translation>
  </message>
  <message>
   <source>an archive</source>
   <translation>ein Archiv</translation>
  </message>
  <message>
   <source>an e-mail</source>
   <translation>eine E-Mail</translation>
  </message>
  <message>
   <source>and {rest} more</source>
   <translation>und {rest} weitere</translation>
  </message>
  <message>
   <source>animals at home</source>
   <translation>Tiere zu Hause</translation>
  </message>
  <message>
   <source>another document</source>
   <translation>ein anderes Dokument</translation>
  </message>
  <message>
   <source>another line: {other_line}</source>
   <translation>andere Sparte: {other_line}</translation>
  </message>
  <message>
   <source>another precedent comes nearest</source>
   <translation>ein anderer Vergleichsfall liegt am nächsten</translation>
  </message>
  <message>
   <source>approve</source>
   <translation>freigeben</translation>
  </message>
  <message>
   <source>approved</source>
   <translation>freigegeben</translation>
  </message>
  <message>
   <source>as delivered</source>
   <translation>wie geliefert</translation>
  </message>
  <message>
   <source>as they came in last time</source>
   <translation>wie beim letzten Mal eingelesen</translation>
  </message>
  <message>
   <source>ask</source>
   <translation>rückfragen</translation>
  </message>
  <message>
   <source>authority called</source>
   <translation>Behörde gerufen</translation>
  </message>
  <message>
   <source>back in review</source>
   <translation>wieder in Prüfung</translation>
  </message>
  <message>
   <source>below the range</source>
   <translation>unter dem Bereich</translation>
  </message>
  <message>
   <source>by e-mail</source>
   <translation>per E-Mail</translation>
  </message>
  <message>
   <source>by letter</source>
   <translation>per Brief</translation>
  </message>
  <message>
   <source>by phone</source>
   <translation>telefonisch</translation>
  </message>
  <message>
   <source>by {due}</source>
   <translation>bis {due}</translation>
  </message>
  <message>
   <source>by {sort}, {value}</source>
   <translation>nach {sort}, {value}</translation>
  </message>
  <message>
   <source>calendar</source>
   <translation>Kalender</translation>
  </message>
  <message>
   <source>can sign in again</source>
   <translation>kann sich wieder anmelden</translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation>kann nicht gelesen werden</translation>
  </message>
  <message>
   <source>carrier's report</source>
   <translation>Bericht des Beförderers</translation>
  </message>
  <message>
   <source>cause of loss</source>
   <translation>Schadenursache</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>wählen</translation>
  </message>
  <message>
   <source>claim in per cent of the sum insured</source>
   <translation>Forderung in Prozent der Versicherungssumme</translation>
  </message>
  <message>
   <source>claimed as cash or money</source>
   <translation>als Bargeld oder Geld gefordert</translation>
  </message>
  <message>
   <source>claims behind it</source>
   <translation>Schäden dahinter</translation>
  </message>
  <message>
   <source>claims on the same part of the vehicle</source>
   <translation>Schäden am selben Fahrzeugteil</translation>
  </message>
  <message>
   <source>claims under other names with the same contact</source>
   <translation>Schäden unter anderen Namen mit demselben Kontakt</translation>
  </message>
  <message numerus="yes">
   <source>claims {named}</source>
   <translation>
    <numerusform>Schaden {named}</numerusform>
    <numerusform>Schäden {named}</numerusform>
   </translation>
  </message>
  <message>
   <source>cleared</source>
   <translation>unauffällig</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>geschlossen</translation>
  </message>
  <message>
   <source>closer review</source>
   <translation>Nähere Prüfung</translation>
  </message>
  <message>
   <source>closest</source>
   <translation>am nächsten</translation>
  </message>
  <message>
   <source>complete</source>
   <translation>vollständig</translation>
  </message>
  <message>
   <source>continue a draft</source>
   <translation>Entwurf fortsetzen</translation>
  </message>
  <message>
   <source>d</source>
   <translation>T</translation>
  </message>
  <message>
   <source>date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>days from the loss to the policy's end</source>
   <translation>Tage vom Schaden bis zum Vertragsende</translation>
  </message>
  <message>
   <source>days from the loss to the report</source>
   <translation>Tage vom Schaden bis zur Meldung</translation>
  </message>
  <message>
   <source>days from the policy's last change to the loss</source>
   <translation>Tage von der letzten Vertragsänderung bis zum Schaden</translation>
  </message>
  <message>
   <source>days from the policy's start to the loss</source>
   <translation>Tage vom Vertragsbeginn bis zum Schaden</translation>
  </message>
  <message>
   <source>days from the purchase to the loss</source>
   <translation>Tage vom Kauf bis zum Schaden</translation>
  </message>
  <message>
   <source>dd/mm/yyyy</source>
   <translation>TT/MM/JJJJ</translation>
  </message>
  <message>
   <source>dd/mm/yyyy hh:mm</source>
   <translation>TT/MM/JJJJ hh:mm</translation>
  </message>
  <message>
   <source>denied</source>
   <translation>abgelehnt</translation>
  </message>
  <message>
   <source>deviations of the amount from its cause</source>
   <translation>Abweichung des Betrags von seiner Ursache</translation>
  </message>
  <message>
   <source>deviations of the estimate from its kind of accident</source>
   <translation>Abweichung des Kostenvoranschlags von seiner Unfallart</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>done by {done_by}</source>
   <translation>erledigt von {done_by}</translation>
  </message>
  <message>
   <source>drift alert {alert}</source>
   <translation>Drift-Meldung {alert}</translation>
  </message>
  <message>
   <source>due today</source>
   <translation>heute fällig</translation>
  </message>
  <message>
   <source>earlier claims declared</source>
   <translation>angegebene Vorschäden</translation>
  </message>
  <message>
   <source>earlier claims known in 24 months</source>
   <translation>bekannte Vorschäden in 24 Monaten</translation>
  </message>
  <message>
   <source>edit</source>
   <translation>bearbeiten</translation>
  </message>
  <message>
   <source>entered in error</source>
   <translation>irrtümlich erfasst</translation>
  </message>
  <message>
   <source>falls</source>
   <translation>sinkt</translation>
  </message>
  <message>
   <source>fast track</source>
   <translation>Schnellweg</translation>
  </message>
  <message>
   <source>figures</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>final payment</source>
   <translation>letzte Zahlung</translation>
  </message>
  <message>
   <source>for a lock</source>
   <translation>auf eine Sperre</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>auf Weiteres</translation>
  </message>
  <message>
   <source>given back to the queue</source>
   <translation>in den Arbeitsvorrat zurückgegeben</translation>
  </message>
  <message>
   <source>groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <source>groups in the last day</source>
   <translation>Gruppen am letzten Tag</translation>
  </message>
  <message>
   <source>h</source>
   <translation>Std.</translation>
  </message>
  <message>
   <source>has a new task</source>
   <translation>hat eine neue Aufgabe</translation>
  </message>
  <message>
   <source>has a task done</source>
   <translation>hat eine Aufgabe erledigt</translation>
  </message>
  <message>
   <source>has a task open again</source>
   <translation>hat eine Aufgabe wieder offen</translation>
  </message>
  <message>
   <source>has its checklist</source>
   <translation>hat seine Checkliste</translation>
  </message>
  <message>
   <source>hour of the loss</source>
   <translation>Stunde des Schadens</translation>
  </message>
  <message>
   <source>in a visit</source>
   <translation>bei einem Besuch</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>insgesamt</translation>
  </message>
  <message>
   <source>in time</source>
   <translation>rechtzeitig</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>belegt</translation>
  </message>
  <message>
   <source>indicators substantiated</source>
   <translation>Hinweise erhärtet</translation>
  </message>
  <message>
   <source>inside the range</source>
   <translation>innerhalb des Bereichs</translation>
  </message>
  <message>
   <source>is above</source>
   <translation>ist über</translation>
  </message>
  <message>
   <source>is at least</source>
   <translation>ist mindestens</translation>
  </message>
  <message>
   <source>is at most</source>
   <translation>ist höchstens</translation>
  </message>
  <message>
   <source>is back from the diary</source>
   <translation>ist aus der Wiedervorlage zurück</translation>
  </message>
  <message>
   <source>is below</source>
   <translation>ist unter</translation>
  </message>
  <message>
   <source>is not</source>
   <translation>ist nicht</translation>
  </message>
  <message>
   <source>is one of</source>
   <translation>ist eines von</translation>
  </message>
  <message>
   <source>is open again</source>
   <translation>ist wieder offen</translation>
  </message>
  <message>
   <source>is put away</source>
   <translation>ist zurückgestellt</translation>
  </message>
  <message>
   <source>is signed out and disabled</source>
   <translation>ist abgemeldet und gesperrt</translation>
  </message>
  <message>
   <source>is yours now</source>
   <translation>gehört jetzt Ihnen</translation>
  </message>
  <message>
   <source>its states</source>
   <translation>seine Stände</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>keys handed over</source>
   <translation>übergebene Schlüssel</translation>
  </message>
  <message>
   <source>kind of accident</source>
   <translation>Art des Unfalls</translation>
  </message>
  <message>
   <source>kind of care</source>
   <translation>Art der Behandlung</translation>
  </message>
  <message>
   <source>knows the terms of claims well</source>
   <translation>kennt die Fachbegriffe der Schadenregulierung gut</translation>
  </message>
  <message>
   <source>last seen</source>
   <translation>zuletzt gesehen</translation>
  </message>
  <message>
   <source>late</source>
   <translation>verspätet</translation>
  </message>
  <message>
   <source>less than a second</source>
   <translation>weniger als eine Sekunde</translation>
  </message>
  <message>
   <source>lie within 90 degrees north or south and 180 east or west</source>
   <translation>liegen innerhalb von 90 Grad Nord oder Süd und 180 Grad Ost oder West</translation>
  </message>
  <message>
   <source>longest {longest_seconds:,} s</source>
   <translation>längste {longest_seconds:,} s</translation>
  </message>
  <message>
   <source>losses at the address in 12 months</source>
   <translation>Schäden an der Anschrift in 12 Monaten</translation>
  </message>
  <message>
   <source>matched by their headings</source>
   <translation>nach ihren Überschriften zugeordnet</translation>
  </message>
  <message>
   <source>min</source>
   <translation>Min.</translation>
  </message>
  <message>
   <source>mine</source>
   <translation>meine</translation>
  </message>
  <message>
   <source>mo</source>
   <translation>Mon.</translation>
  </message>
  <message>
   <source>model card</source>
   <translation>Modellkarte</translation>
  </message>
  <message>
   <source>more information</source>
   <translation>weitere Informationen</translation>
  </message>
  <message>
   <source>move</source>
   <translation>bewegen</translation>
  </message>
  <message>
   <source>new claim</source>
   <translation>neuer Schaden</translation>
  </message>
  <message>
   <source>next chart</source>
   <translation>nächstes Diagramm</translation>
  </message>
  <message>
   <source>next pane</source>
   <translation>nächster Bereich</translation>
  </message>
  <message>
   <source>next part</source>
   <translation>nächster Teil</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no comparable claims</source>
   <translation>keine vergleichbaren Schäden</translation>
  </message>
  <message>
   <source>no fault</source>
   <translation>kein Fehler</translation>
  </message>
  <message>
   <source>no region</source>
   <translation>keine Region</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>niemand</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keiner</translation>
  </message>
  <message>
   <source>none active</source>
   <translation>keines aktiv</translation>
  </message>
  <message>
   <source>not given</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>nicht gelesen</translation>
  </message>
  <message>
   <source>not shown to your role</source>
   <translation>für Ihre Rolle nicht gezeigt</translation>
  </message>
  <message>
   <source>not {told}</source>
   <translation>nicht {told}</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>nothing due</source>
   <translation>nichts fällig</translation>
  </message>
  <message>
   <source>nothing that is accepted</source>
   <translation>nichts, was angenommen wird</translation>
  </message>
  <message>
   <source>number</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>of 1</source>
   <translation>von 1</translation>
  </message>
  <message>
   <source>of 100</source>
   <translation>von 100</translation>
  </message>
  <message>
   <source>of all blocks</source>
   <translation>aller Blöcke</translation>
  </message>
  <message>
   <source>of the worker</source>
   <translation>des Workers</translation>
  </message>
  <message>
   <source>of {count:,}</source>
   <translation>von {count:,}</translation>
  </message>
  <message>
   <source>of {limit:,}</source>
   <translation>von {limit:,}</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>open the claim</source>
   <translation>Schaden öffnen</translation>
  </message>
  <message>
   <source>opened again</source>
   <translation>wieder geöffnet</translation>
  </message>
  <message>
   <source>or company number</source>
   <translation>oder Firmennummer</translation>
  </message>
  <message>
   <source>other claims of the same loss</source>
   <translation>andere Ansprüche aus demselben Schaden</translation>
  </message>
  <message>
   <source>other claims with the same paper</source>
   <translation>andere Schäden mit derselben Unterlage</translation>
  </message>
  <message>
   <source>other claims with the same receipt</source>
   <translation>andere Schäden mit demselben Beleg</translation>
  </message>
  <message>
   <source>owner {owner}</source>
   <translation>zuständig {owner}</translation>
  </message>
  <message>
   <source>p = {p:.3f}</source>
   <translation>p = {p:.3f}</translation>
  </message>
  <message>
   <source>paid in full</source>
   <translation>vollständig gezahlt</translation>
  </message>
  <message>
   <source>paid in part</source>
   <translation>teilweise gezahlt</translation>
  </message>
  <message>
   <source>papers saved by an editing program</source>
   <translation>von einem Bearbeitungsprogramm gespeicherte Unterlagen</translation>
  </message>
  <message>
   <source>patients of the policy on one day of the provider</source>
   <translation>Patienten des Vertrags an einem Tag des Behandlers</translation>
  </message>
  <message>
   <source>people hurt</source>
   <translation>Verletzte</translation>
  </message>
  <message>
   <source>people in the vehicle</source>
   <translation>Personen im Fahrzeug</translation>
  </message>
  <message>
   <source>per cent of the value without receipts</source>
   <translation>Prozent des Werts ohne Belege</translation>
  </message>
  <message>
   <source>photos taken before the day of the loss</source>
   <translation>vor dem Schadentag aufgenommene Fotos</translation>
  </message>
  <message>
   <source>plain text</source>
   <translation>einfacher Text</translation>
  </message>
  <message>
   <source>points</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>presses for a quick settlement</source>
   <translation>drängt auf schnelle Regulierung</translation>
  </message>
  <message>
   <source>public key</source>
   <translation>öffentlicher Schlüssel</translation>
  </message>
  <message>
   <source>range of most cleared claims</source>
   <translation>Bereich unauffälliger Schäden</translation>
  </message>
  <message>
   <source>read a paper</source>
   <translation>Unterlage lesen</translation>
  </message>
  <message>
   <source>reading…</source>
   <translation>wird gelesen…</translation>
  </message>
  <message>
   <source>received {received}</source>
   <translation>eingegangen {received}</translation>
  </message>
  <message>
   <source>redacted copy</source>
   <translation>geschwärzte Kopie</translation>
  </message>
  <message>
   <source>refer</source>
   <translation>verweisen</translation>
  </message>
  <message>
   <source>referred to SIU</source>
   <translation>an SIU verwiesen</translation>
  </message>
  <message>
   <source>refresh</source>
   <translation>aktualisieren</translation>
  </message>
  <message>
   <source>repaired before inspection</source>
   <translation>vor der Besichtigung repariert</translation>
  </message>
  <message>
   <source>rich text</source>
   <translation>formatierter Text</translation>
  </message>
  <message>
   <source>rises</source>
   <translation>steigt</translation>
  </message>
  <message>
   <source>risk {risk}</source>
   <translation>Risiko {risk}</translation>
  </message>
  <message>
   <source>round amount</source>
   <translation>runder Betrag</translation>
  </message>
  <message>
   <source>row {row}{column}: {reason}</source>
   <translation>Zeile {row}{column}: {reason}</translation>
  </message>
  <message>
   <source>runs beside</source>
   <translation>läuft daneben</translation>
  </message>
  <message>
   <source>same charge denied before</source>
   <translation>gleiche Leistung schon abgelehnt</translation>
  </message>
  <message>
   <source>same document</source>
   <translation>dasselbe Dokument</translation>
  </message>
  <message>
   <source>same policy and day</source>
   <translation>gleicher Vertrag und Tag</translation>
  </message>
  <message>
   <source>same serial number</source>
   <translation>gleiche Seriennummer</translation>
  </message>
  <message>
   <source>same vehicle</source>
   <translation>gleiches Fahrzeug</translation>
  </message>
  <message>
   <source>save draft</source>
   <translation>Entwurf speichern</translation>
  </message>
  <message>
   <source>sent back</source>
   <translation>zurückgegeben</translation>
  </message>
  <message>
   <source>series</source>
   <translation>Reihe</translation>
  </message>
  <message>
   <source>services at a weekend</source>
   <translation>Leistungen am Wochenende</translation>
  </message>
  <message>
   <source>services billed twice</source>
   <translation>doppelt abgerechnete Leistungen</translation>
  </message>
  <message>
   <source>shortcut {keys}</source>
   <translation>Tastenkürzel {keys}</translation>
  </message>
  <message>
   <source>signing key</source>
   <translation>Signaturschlüssel</translation>
  </message>
  <message>
   <source>somebody at home</source>
   <translation>jemand zu Hause</translation>
  </message>
  <message>
   <source>standard review</source>
   <translation>normale Prüfung</translation>
  </message>
  <message>
   <source>status {status}</source>
   <translation>Status {status}</translation>
  </message>
  <message>
   <source>submit</source>
   <translation>einreichen</translation>
  </message>
  <message>
   <source>substantiated</source>
   <translation>erhärtet</translation>
  </message>
  <message>
   <source>tagged: knows the terms of claims well</source>
   <translation>Etikett: kennt die Fachbegriffe der Schadenregulierung gut</translation>
  </message>
  <message>
   <source>tagged: presses for a quick settlement</source>
   <translation>Etikett: drängt auf schnelle Regulierung</translation>
  </message>
  <message>
   <source>tells most</source>
   <translation>sagt am meisten</translation>
  </message>
  <message>
   <source>text “{text}”</source>
   <translation>Text „{text}“</translation>
  </message>
  <message>
   <source>the amount claimed</source>
   <translation>den geforderten Betrag</translation>
  </message>
  <message>
   <source>the bundled model</source>
   <translation>das mitgelieferte Modell</translation>
  </message>
  <message>
   <source>the charge</source>
   <translation>die Kosten</translation>
  </message>
  <message>
   <source>the claim</source>
   <translation>den Schaden</translation>
  </message>
  <message>
   <source>the claimant</source>
   <translation>der Anspruchsteller</translation>
  </message>
  <message>
   <source>the day of the service</source>
   <translation>den Tag der Leistung</translation>
  </message>
  <message>
   <source>the new person</source>
   <translation>die neue Person</translation>
  </message>
  <message>
   <source>the number of a diagnosis between 1 and {codes}</source>
   <translation>die Nummer einer Diagnose zwischen 1 und {codes}</translation>
  </message>
  <message>
   <source>the other {voters:,} voters {others:.0%}</source>
   <translation>die anderen {voters:,} Stimmen {others:.0%}</translation>
  </message>
  <message>
   <source>the precedents</source>
   <translation>Vergleichsfälle</translation>
  </message>
  <message>
   <source>the procedure code</source>
   <translation>den Leistungsschlüssel</translation>
  </message>
  <message>
   <source>the quotation marks of this row are not closed</source>
   <translation>die Anführungszeichen dieser Zeile sind nicht geschlossen</translation>
  </message>
  <message>
   <source>the row has {row} cells instead of {width}</source>
   <translation>die Zeile hat {row} Zellen statt {width}</translation>
  </message>
  <message>
   <source>the row is empty</source>
   <translation>die Zeile ist leer</translation>
  </message>
  <message>
   <source>the same ten precedents stay nearest</source>
   <translation>dieselben zehn Vergleichsfälle bleiben die nächsten</translation>
  </message>
  <message>
   <source>the text is damaged or in another encoding (save the file as UTF-8)</source>
   <translation>der Text ist beschädigt oder anders kodiert (speichern Sie die Datei als UTF-8)</translation>
  </message>
  <message>
   <source>the {reference:,} of the year it learned from, until {until}</source>
   <translation>den {reference:,} des Jahres, aus dem es lernte, bis {until}</translation>
  </message>
  <message>
   <source>this claim, inside</source>
   <translation>innerhalb</translation>
  </message>
  <message>
   <source>this claim, outside</source>
   <translation>außerhalb</translation>
  </message>
  <message>
   <source>type {claim_type}</source>
   <translation>Art {claim_type}</translation>
  </message>
  <message>
   <source>undo</source>
   <translation>rückgängig</translation>
  </message>
  <message>
   <source>units the provider billed on one day</source>
   <translation>vom Behandler an einem Tag abgerechnete Einheiten</translation>
  </message>
  <message>
   <source>unrelated claims with the same firm</source>
   <translation>fremde Schäden mit derselben Firma</translation>
  </message>
  <message>
   <source>until {until}</source>
   <translation>bis {until}</translation>
  </message>
  <message>
   <source>vehicle drivable</source>
   <translation>Fahrzeug fahrbereit</translation>
  </message>
  <message>
   <source>version {versions}</source>
   <translation>Version {versions}</translation>
  </message>
  <message>
   <source>void</source>
   <translation>nichtig</translation>
  </message>
  <message>
   <source>waits for approval</source>
   <translation>wartet auf Freigabe</translation>
  </message>
  <message>
   <source>waits for information</source>
   <translation>wartet auf Information</translation>
  </message>
  <message>
   <source>waits to be tried beside</source>
   <translation>wartet auf die Erprobung daneben</translation>
  </message>
  <message>
   <source>what it is</source>
   <translation>was es ist</translation>
  </message>
  <message>
   <source>with SIU</source>
   <translation>bei der SIU</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>zurückgezogen</translation>
  </message>
  <message>
   <source>word</source>
   <translation>Wort</translation>
  </message>
  <message>
   <source>y</source>
   <translation>J.</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>yes or no</source>
   <translation>Ja oder Nein</translation>
  </message>
  <message>
   <source>{able:,} of {outcomes:,} claims will be changed</source>
   <translation>{able:,} von {outcomes:,} Schäden werden geändert</translation>
  </message>
  <message>
   <source>{about} Groups of fewer than {least} are left out.</source>
   <translation>{about} Gruppen mit weniger als {least} sind weggelassen.</translation>
  </message>
  <message>
   <source>{about} · {now:%d %b %Y, %H:%M} UTC</source>
   <translation>{about} · {now:%d.%m.%Y, %H:%M} UTC</translation>
  </message>
  <message>
   <source>{about}. The band may be read every day; the trial ends once it leaves the line.</source>
   <translation>{about}. Das Band darf jeden Tag gelesen werden; die Erprobung endet, sobald es die Linie verlässt.</translation>
  </message>
  <message>
   <source>{accessiblename}, calendar</source>
   <translation>{accessiblename}, Kalender</translation>
  </message>
  <message>
   <source>{active:,} active{disabled}</source>
   <translation>{active:,} aktiv{disabled}</translation>
  </message>
  <message>
   <source>{amount:,.2f} to {payee}, {made_at}</source>
   <translation>{amount:,.2f} an {payee}, {made_at}</translation>
  </message>
  <message>
   <source>{amount} is above your authority of {limit}. Send it for approval.</source>
   <translation>{amount} liegt über Ihrer Vollmacht von {limit}. Legen Sie ihn zur Freigabe vor.</translation>
  </message>
  <message>
   <source>{at:%d %b %Y, %H:%M:%S}</source>
   <translation>{at:%d.%m.%Y, %H:%M:%S}</translation>
  </message>
  <message>
   <source>{at:%d %b, %H:%M}</source>
   <translation>{at:%d. %b, %H:%M}</translation>
  </message>
  <message>
   <source>{at} of {claims}</source>
   <translation>{at} von {claims}</translation>
  </message>
  <message>
   <source>{caption}, row {place}</source>
   <translation>{caption}, Zeile {place}</translation>
  </message>
  <message>
   <source>{claim_type} claim</source>
   <translation>{claim_type}-Schaden</translation>
  </message>
  <message>
   <source>{claims:,} claims in {groups} groups</source>
   <translation>{claims:,} Schäden in {groups} Gruppen</translation>
  </message>
  <message>
   <source>{claims:,} scored claims since {since}</source>
   <translation>{claims:,} bewertete Schäden seit {since}</translation>
  </message>
  <message>
   <source>{claims:,} scored claims that you may see since {since}</source>
   <translation>{claims:,} bewertete Schäden in Ihrer Sicht seit {since}</translation>
  </message>
  <message>
   <source>{claims} of {most}</source>
   <translation>{claims} von {most}</translation>
  </message>
  <message>
   <source>{clock}: {amid}, {on:%d %b %Y}</source>
   <translation>{clock}: {amid}, {on:%d. %b %Y}</translation>
  </message>
  <message>
   <source>{code} is {amid} now</source>
   <translation>{code} ist jetzt {amid}</translation>
  </message>
  <message>
   <source>{count:,.0f} KB</source>
   <translation>{count:,.0f} KB</translation>
  </message>
  <message>
   <source>{count:,.1f} GB</source>
   <translation>{count:,.1f} GB</translation>
  </message>
  <message>
   <source>{count:,.1f} MB</source>
   <translation>{count:,.1f} MB</translation>
  </message>
  <message>
   <source>{count:,} claims are in {name}.</source>
   <translation>{count:,} Schäden stehen in {name}.</translation>
  </message>
  <message>
   <source>{count:,} marked</source>
   <translation>{count:,} markiert</translation>
  </message>
  <message>
   <source>{count:,} sample claims were removed.</source>
   <translation>{count:,} Beispielschäden wurden entfernt.</translation>
  </message>
  <message>
   <source>{count:,} sample claims, with their documents and notes, go out of everybody's sight for good. Claims that were entered here stay, and the audit keeps the whole history. The sample's people stay too: disable them under People.</source>
   <translation>{count:,} Beispielschäden verschwinden samt Dokumenten und Notizen für alle endgültig aus der Sicht. Hier erfasste Schäden bleiben, und die Revision behält den ganzen Verlauf. Auch die Personen der Beispieldaten bleiben: Sperren Sie sie unter „Personen“.</translation>
  </message>
  <message>
   <source>{counted} since {since}</source>
   <translation>{counted} seit {since}</translation>
  </message>
  <message>
   <source>{counted}, replayed under your rights</source>
   <translation>{counted}, unter Ihren Rechten nachgerechnet</translation>
  </message>
  <message>
   <source>{counted}. Indicators stand beside the score and are no part of it.</source>
   <translation>{counted}. Hinweise stehen neben dem Score und sind kein Teil davon.</translation>
  </message>
  <message>
   <source>{count} claims are back from your diary</source>
   <translation>{count} Schäden sind aus Ihrer Wiedervorlage zurück</translation>
  </message>
  <message>
   <source>{count} claims wait for you as the second person</source>
   <translation>{count} Schäden warten auf Sie als zweite Person</translation>
  </message>
  <message>
   <source>{count} claims were answered by the second person</source>
   <translation>Über {count} Schäden hat die zweite Person entschieden</translation>
  </message>
  <message>
   <source>{count} claims were assigned to you</source>
   <translation>{count} Schäden wurden Ihnen zugewiesen</translation>
  </message>
  <message>
   <source>{count} found · {points} points</source>
   <translation>{count} gefunden · {points} Punkte</translation>
  </message>
  <message>
   <source>{count} of your claims are near their day</source>
   <translation>{count} Ihrer Schäden sind nahe an ihrem Tag</translation>
  </message>
  <message>
   <source>{count} of your claims missed a day</source>
   <translation>{count} Ihrer Schäden haben einen Tag versäumt</translation>
  </message>
  <message>
   <source>{count} · {refused} to look at</source>
   <translation>{count} · {refused} anzusehen</translation>
  </message>
  <message>
   <source>{coverage}: payment to {payee} corrected</source>
   <translation>{coverage}: Zahlung an {payee} berichtigt</translation>
  </message>
  <message>
   <source>{coverage}: reserve set, was {was}</source>
   <translation>{coverage}: Reserve gesetzt, vorher {was}</translation>
  </message>
  <message>
   <source>{coverage}: {value} to {payee}</source>
   <translation>{coverage}: {value} an {payee}</translation>
  </message>
  <message>
   <source>{covered} Claimed: {amount}.</source>
   <translation>{covered} Gefordert: {amount}.</translation>
  </message>
  <message>
   <source>{day:%a %d %b}</source>
   <translation>{day:%a, %d. %b}</translation>
  </message>
  <message>
   <source>{days:,} of {longest:,} days</source>
   <translation>{days:,} von {longest:,} Tagen</translation>
  </message>
  <message>
   <source>{days} before the loss: unusual.</source>
   <translation>{days} vor dem Schaden: ungewöhnlich.</translation>
  </message>
  <message>
   <source>{deadlocks:,} deadlocks</source>
   <translation>{deadlocks:,} Verklemmungen</translation>
  </message>
  <message>
   <source>{differ} of {facts} facts differ</source>
   <translation>{differ} von {facts} Angaben weichen ab</translation>
  </message>
  <message>
   <source>{document}, page {page}</source>
   <translation>{document}, Seite {page}</translation>
  </message>
  <message>
   <source>{done:,} of {total:,}</source>
   <translation>{done:,} von {total:,}</translation>
  </message>
  <message>
   <source>{entered} other precedents come nearest</source>
   <translation>{entered} andere Vergleichsfälle liegen am nächsten</translation>
  </message>
  <message>
   <source>{epoch:%d %b %Y}</source>
   <translation>{epoch:%d. %b %Y}</translation>
  </message>
  <message>
   <source>{events:,} events, checked in {lasting}</source>
   <translation>{events:,} Ereignisse, geprüft in {lasting}</translation>
  </message>
  <message>
   <source>{faults:,} faults</source>
   <translation>{faults:,} Fehler</translation>
  </message>
  <message>
   <source>{fired} No review of them has ended yet.</source>
   <translation>{fired} Noch ist keine Prüfung davon beendet.</translation>
  </message>
  <message>
   <source>{fired} {told}. The interval holds in 95 of 100 cases.</source>
   <translation>{fired} {told}. Das Intervall hält in 95 von 100 Fällen.</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{fitting} of {told} choices fitted how the claims turned out</source>
   <translation>{fitting} von {told} Entscheidungen passten dazu, wie die Schäden ausgingen</translation>
  </message>
  <message>
   <source>{found:,} claims were substantiated where the probabilities let expect {expected:,.0f} by now.</source>
   <translation>{found:,} Schäden erhärteten sich, wo die Wahrscheinlichkeiten bis jetzt {expected:,.0f} erwarten lassen.</translation>
  </message>
  <message>
   <source>{fresh:,} can come in</source>
   <translation>{fresh:,} können hereinkommen</translation>
  </message>
  <message>
   <source>{fromisoformat:%b %y}</source>
   <translation>{fromisoformat:%b %y}</translation>
  </message>
  <message>
   <source>{groups}, {times} in all · a report holds kinds and places, never a message or a value</source>
   <translation>{groups}, insgesamt {times}-mal · ein Bericht enthält Arten und Stellen, nie eine Meldung oder einen Wert</translation>
  </message>
  <message>
   <source>{held:,} kept on this computer, {size}</source>
   <translation>{held:,} auf diesem Computer behalten, {size}</translation>
  </message>
  <message>
   <source>{held}; {rate:.0%} of {looks:,} looks needed no transfer</source>
   <translation>{held}; {rate:.0%} von {looks:,} Blicken brauchten keine Übertragung</translation>
  </message>
  <message>
   <source>{images:,} pages were sent to the printer.</source>
   <translation>{images:,} Seiten wurden an den Drucker gesendet.</translation>
  </message>
  <message>
   <source>{injured} injured, but {aboard} in the vehicle. Please confirm.</source>
   <translation>{injured} verletzt, aber {aboard} im Fahrzeug. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>{justified:,} of {judged:,} ended reviews were justified: {precision}</source>
   <translation>{justified:,} von {judged:,} beendeten Prüfungen waren berechtigt: {precision}</translation>
  </message>
  <message>
   <source>{keys} and {taken} of {title} begin alike, so one would hide the other. Choose another key.</source>
   <translation>{keys} und {taken} von „{title}“ beginnen gleich, sodass eine die andere verdeckte. Wählen Sie eine andere Taste.</translation>
  </message>
  <message>
   <source>{keys} belongs to editing text. Choose another key.</source>
   <translation>{keys} gehört zur Textbearbeitung. Wählen Sie eine andere Taste.</translation>
  </message>
  <message>
   <source>{keys} belongs to the system. Choose another key.</source>
   <translation>{keys} gehört dem System. Wählen Sie eine andere Taste.</translation>
  </message>
  <message>
   <source>{keys} is the key of {title}. Choose another, or change that one first.</source>
   <translation>{keys} ist die Taste von „{title}“. Wählen Sie eine andere, oder ändern Sie jene zuerst.</translation>
  </message>
  <message>
   <source>{kind} on page {page}</source>
   <translation>{kind} auf Seite {page}</translation>
  </message>
  <message>
   <source>{kind} on page {page} of “{name}”</source>
   <translation>{kind} auf Seite {page} von „{name}“</translation>
  </message>
  <message>
   <source>{known:,} came in before and were left alone. </source>
   <translation>{known:,} waren schon da und blieben unberührt. </translation>
  </message>
  <message>
   <source>{known:,} came in before or stand here twice</source>
   <translation>{known:,} waren schon da oder stehen hier doppelt</translation>
  </message>
  <message>
   <source>{label} by month</source>
   <translation>{label} nach Monat</translation>
  </message>
  <message>
   <source>{label} cannot be read.</source>
   <translation>{label} kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>{label} is needed to submit.</source>
   <translation>{label} wird zum Einreichen gebraucht.</translation>
  </message>
  <message>
   <source>{label} is needed, even for a draft.</source>
   <translation>{label} wird selbst für einen Entwurf gebraucht.</translation>
  </message>
  <message>
   <source>{label} is needed.</source>
   <translation>{label} wird gebraucht.</translation>
  </message>
  <message>
   <source>{label} is not a field of this claim type. Remove it.</source>
   <translation>{label} ist kein Feld dieser Schadenart. Entfernen Sie es.</translation>
  </message>
  <message>
   <source>{label} is not written as expected.</source>
   <translation>{label} ist nicht wie erwartet geschrieben.</translation>
  </message>
  <message>
   <source>{label} must be a date and time, like 2026-11-05 14:30.</source>
   <translation>{label} muss Datum und Uhrzeit sein, wie 2026-11-05 14:30.</translation>
  </message>
  <message>
   <source>{label} must be a date, like 2026-11-05.</source>
   <translation>{label} muss ein Datum sein, wie 2026-11-05.</translation>
  </message>
  <message>
   <source>{label} must be a number.</source>
   <translation>{label} muss eine Zahl sein.</translation>
  </message>
  <message>
   <source>{label} must be a time, like 14:30.</source>
   <translation>{label} muss eine Uhrzeit sein, wie 14:30.</translation>
  </message>
  <message>
   <source>{label} must be a whole number.</source>
   <translation>{label} muss eine ganze Zahl sein.</translation>
  </message>
  <message>
   <source>{label} must be an amount, like 1250.00.</source>
   <translation>{label} muss ein Betrag sein, wie 1250.00.</translation>
  </message>
  <message>
   <source>{label} must be answered with yes or no.</source>
   <translation>{label} muss mit Ja oder Nein beantwortet werden.</translation>
  </message>
  <message>
   <source>{label} must be at least {ge}. Correct it.</source>
   <translation>{label} muss mindestens {ge} sein. Berichtigen Sie es.</translation>
  </message>
  <message>
   <source>{label} must be at most {le}. Correct it.</source>
   <translation>{label} darf höchstens {le} sein. Berichtigen Sie es.</translation>
  </message>
  <message>
   <source>{label} must be one of {expected}.</source>
   <translation>{label} muss eines von {expected} sein.</translation>
  </message>
  <message>
   <source>{label} takes at most {decimal_places} digits after the point. Round it.</source>
   <translation>{label} hat höchstens {decimal_places} Nachkommastellen. Runden Sie.</translation>
  </message>
  <message>
   <source>{label} takes at most {max_digits} digits. Shorten it.</source>
   <translation>{label} hat höchstens {max_digits} Ziffern. Kürzen Sie.</translation>
  </message>
  <message>
   <source>{label} takes at most {max_length} characters. Shorten it.</source>
   <translation>{label} hat höchstens {max_length} Zeichen. Kürzen Sie.</translation>
  </message>
  <message>
   <source>{label} takes at most {max_length} entries. Remove some.</source>
   <translation>{label} hat höchstens {max_length} Einträge. Entfernen Sie einige.</translation>
  </message>
  <message>
   <source>{label} takes at most {whole_digits} digits before the point. Shorten it.</source>
   <translation>{label} hat höchstens {whole_digits} Ziffern vor dem Komma. Kürzen Sie.</translation>
  </message>
  <message>
   <source>{label} {value}: {where} of most cleared claims</source>
   <translation>{label} {value}: {where} der meisten unauffälligen Schäden</translation>
  </message>
  <message>
   <source>{label}: part of the claims at each value, as the model learned it and lately.</source>
   <translation>{label}: Anteil der Schäden bei jedem Wert, wie das Modell ihn lernte und in letzter Zeit.</translation>
  </message>
  <message>
   <source>{label}: stability index of each month; from the dashed line on, much has moved.</source>
   <translation>{label}: Stabilitätsindex jedes Monats; ab der gestrichelten Linie hat sich viel verschoben.</translation>
  </message>
  <message>
   <source>{lacking} of {every} are missing</source>
   <translation>{lacking} von {every} fehlen</translation>
  </message>
  <message>
   <source>{lag:,} s behind</source>
   <translation>{lag:,} s zurück</translation>
  </message>
  <message>
   <source>{late:,} claims are late now. </source>
   <translation>{late:,} Schäden sind jetzt verspätet. </translation>
  </message>
  <message>
   <source>{later} more to decide</source>
   <translation>{later} weitere zum Entscheiden</translation>
  </message>
  <message>
   <source>{late}{coming:,} more fall due until {day:%d %b}; at {pace}, {missed:,} of them will miss their day.</source>
   <translation>{late}{coming:,} weitere werden bis {day:%d. %b} fällig; bei {pace} versäumen {missed:,} davon ihren Tag.</translation>
  </message>
  <message>
   <source>{learned:,} claims</source>
   <translation>{learned:,} Schäden</translation>
  </message>
  <message>
   <source>{letter} to {recipient}</source>
   <translation>{letter} an {recipient}</translation>
  </message>
  <message>
   <source>{line} claim</source>
   <translation>{line}-Schaden</translation>
  </message>
  <message>
   <source>{line}: up to {amount}, score {score:.0f}</source>
   <translation>{line}: bis {amount}, Score {score:.0f}</translation>
  </message>
  <message>
   <source>{loaded:,} of {count} loaded</source>
   <translation>{loaded:,} von {count} geladen</translation>
  </message>
  <message>
   <source>{made:,} of {outcomes:,} claims were changed</source>
   <translation>{made:,} von {outcomes:,} Schäden wurden geändert</translation>
  </message>
  <message>
   <source>{meaning}, a {kind}</source>
   <translation>{meaning}, {kind}</translation>
  </message>
  <message>
   <source>{minutes} {unit} ago</source>
   <translation>vor {minutes} {unit}</translation>
  </message>
  <message>
   <source>{missed:,} will be missed</source>
   <translation>{missed:,} werden versäumt</translation>
  </message>
  <message>
   <source>{missing:,} missing</source>
   <translation>{missing:,} fehlen</translation>
  </message>
  <message>
   <source>{missing} to fill</source>
   <translation>{missing} auszufüllen</translation>
  </message>
  <message>
   <source>{model} for {amid}</source>
   <translation>{model} für {amid}</translation>
  </message>
  <message>
   <source>{model} will judge the claims of its lines once another administrator confirms. New claims are scored by it at once, and open ones are scored anew one after the other.</source>
   <translation>{model} urteilt über die Schäden seiner Sparten, sobald eine andere Person der Administration bestätigt. Neue Schäden bewertet es sofort, offene werden nach und nach neu bewertet.</translation>
  </message>
  <message>
   <source>{model} · no comparable claims</source>
   <translation>{model} · keine vergleichbaren Schäden</translation>
  </message>
  <message>
   <source>{model} · {voters} · confidence {confidence:.0f}</source>
   <translation>{model} · {voters} · Sicherheit {confidence:.0f}</translation>
  </message>
  <message>
   <source>{model}: {claims:,} recent claims beside {beside}</source>
   <translation>{model}: {claims:,} neuere Schäden neben {beside}</translation>
  </message>
  <message>
   <source>{moment:%d %b %Y, %H:%M}</source>
   <translation>{moment:%d. %b %Y, %H:%M}</translation>
  </message>
  <message>
   <source>{moment:%d %b %Y}</source>
   <translation>{moment:%d. %b %Y}</translation>
  </message>
  <message>
   <source>{month:%b %y}</source>
   <translation>{month:%b %y}</translation>
  </message>
  <message>
   <source>{more:,} more</source>
   <translation>{more:,} weitere</translation>
  </message>
  <message>
   <source>{more:,} more that you may see.</source>
   <translation>{more:,} weitere, die Sie sehen dürfen.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} claims</source>
   <translation>
    <numerusform>{n:,} Schaden</numerusform>
    <numerusform>{n:,} Schäden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} claims came in with {source} and wait for triage</source>
   <translation>
    <numerusform>1 Schaden kam mit {source} herein und wartet auf Bearbeitung</numerusform>
    <numerusform>{n:,} Schäden kamen mit {source} herein und warten auf Bearbeitung</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} claims of {source} are taken back.</source>
   <translation>
    <numerusform>1 Schaden aus {source} ist zurückgenommen.</numerusform>
    <numerusform>{n:,} Schäden aus {source} sind zurückgenommen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} claims out of your sight</source>
   <translation>
    <numerusform>{n:,} Schaden außerhalb Ihrer Sicht</numerusform>
    <numerusform>{n:,} Schäden außerhalb Ihrer Sicht</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} claims outside your reach.</source>
   <translation>
    <numerusform>{n:,} Schaden außerhalb Ihrer Reichweite.</numerusform>
    <numerusform>{n:,} Schäden außerhalb Ihrer Reichweite.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} days</source>
   <translation>
    <numerusform>{n:,} Tag</numerusform>
    <numerusform>{n:,} Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} days after loss</source>
   <translation>
    <numerusform>{n:,} Tag nach dem Schaden</numerusform>
    <numerusform>{n:,} Tage nach dem Schaden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} days before loss</source>
   <translation>
    <numerusform>{n:,} Tag vor dem Schaden</numerusform>
    <numerusform>{n:,} Tage vor dem Schaden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} days before report</source>
   <translation>
    <numerusform>{n:,} Tag vor der Meldung</numerusform>
    <numerusform>{n:,} Tage vor der Meldung</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} days late</source>
   <translation>
    <numerusform>{n:,} Tag über</numerusform>
    <numerusform>{n:,} Tage über</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} days left</source>
   <translation>
    <numerusform>noch {n:,} Tag</numerusform>
    <numerusform>noch {n:,} Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} events</source>
   <translation>
    <numerusform>{n:,} Ereignis</numerusform>
    <numerusform>{n:,} Ereignisse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} group facts were taken</source>
   <translation>
    <numerusform>{n:,} Gruppenangabe wurde übernommen</numerusform>
    <numerusform>{n:,} Gruppenangaben wurden übernommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} groups</source>
   <translation>
    <numerusform>1 Gruppe</numerusform>
    <numerusform>{n:,} Gruppen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} pages</source>
   <translation>
    <numerusform>einer Seite</numerusform>
    <numerusform>{n:,} Seiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} places</source>
   <translation>
    <numerusform>Eine Stelle</numerusform>
    <numerusform>{n:,} Stellen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows were rejected, first {where}; see {path}.</source>
   <translation>
    <numerusform>1 Zeile wurde zurückgewiesen, zuerst {where}; siehe {path}.</numerusform>
    <numerusform>{n:,} Zeilen wurden zurückgewiesen, zuerst {where}; siehe {path}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} seconds</source>
   <translation>
    <numerusform>{n:,} Sekunde</numerusform>
    <numerusform>{n:,} Sekunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} times</source>
   <translation>
    <numerusform>einmal</numerusform>
    <numerusform>{n:,}-mal</numerusform>
   </translation>
  </message>
  <message>
   <source>{named} people are listed as hurt, but {count} counted. Please confirm.</source>
   <translation>{named} Personen sind als verletzt aufgeführt, aber {count} gezählt. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>{names} and {names2:,} more</source>
   <translation>{names} und {names2:,} weitere</translation>
  </message>
  <message>
   <source>{names} came with another claim as well. Choose it to see which.</source>
   <translation>{names} kam auch mit einem anderen Schaden. Wählen Sie es, um zu sehen, mit welchem.</translation>
  </message>
  <message>
   <source>{name}  ·  {code} version {version}</source>
   <translation>{name}  ·  {code} Version {version}</translation>
  </message>
  <message>
   <source>{name} cannot be read: {strerror}.</source>
   <translation>{name} kann nicht gelesen werden: {strerror}.</translation>
  </message>
  <message>
   <source>{name} has a header but no claims below it.</source>
   <translation>{name} hat eine Kopfzeile, aber keine Schäden darunter.</translation>
  </message>
  <message>
   <source>{name} has it already.</source>
   <translation>{name} hat ihn bereits.</translation>
  </message>
  <message>
   <source>{name} has no header: its first row must name the columns.</source>
   <translation>{name} hat keine Kopfzeile: Die erste Zeile muss die Spalten benennen.</translation>
  </message>
  <message>
   <source>{name} has {header:,} columns; at most {widest:,} can be read.</source>
   <translation>{name} hat {header:,} Spalten; höchstens {widest:,} können gelesen werden.</translation>
  </message>
  <message>
   <source>{name} is being added to {number}.</source>
   <translation>{name} wird zu {number} hinzugefügt.</translation>
  </message>
  <message>
   <source>{name} is damaged or not a workbook; open it, save it again, then try again.</source>
   <translation>{name} ist beschädigt oder keine Arbeitsmappe; öffnen Sie sie, speichern Sie sie erneut, und versuchen Sie es dann wieder.</translation>
  </message>
  <message>
   <source>{name} is empty.</source>
   <translation>{name} ist leer.</translation>
  </message>
  <message>
   <source>{name} is not a table: it is neither text nor a workbook.</source>
   <translation>{name} ist keine Tabelle: weder Text noch Arbeitsmappe.</translation>
  </message>
  <message>
   <source>{name} is protected; save it without a password.</source>
   <translation>{name} ist geschützt; speichern Sie die Datei ohne Passwort.</translation>
  </message>
  <message>
   <source>{name} is signed out everywhere at once and cannot sign in until the account is enabled again. Claims and history stay as they are.</source>
   <translation>{name} wird sofort überall abgemeldet und kann sich nicht anmelden, bis das Konto wieder aktiviert ist. Schäden und Verlauf bleiben, wie sie sind.</translation>
  </message>
  <message>
   <source>{name} is signed out everywhere, the password and the one-time codes stop working, and a one-time password is made for you to pass on.</source>
   <translation>{name} wird überall abgemeldet, Passwort und Einmalcodes gelten nicht mehr, und ein Einmalpasswort zum Weitergeben wird für Sie erzeugt.</translation>
  </message>
  <message>
   <source>{name} is the file that was read; name another one.</source>
   <translation>{name} ist die gelesene Datei; nennen Sie eine andere.</translation>
  </message>
  <message>
   <source>{name} is working on this since {since:%H:%M}.</source>
   <translation>{name} arbeitet seit {since:%H:%M} daran.</translation>
  </message>
  <message>
   <source>{name} names the column {name2} twice (columns {seen} and {place}); rename one of them.</source>
   <translation>{name} nennt die Spalte {name2} zweimal (Spalten {seen} und {place}); benennen Sie eine davon um.</translation>
  </message>
  <message>
   <source>{name} risk</source>
   <translation>Risiko {name}</translation>
  </message>
  <message>
   <source>{name} was added to {number}.</source>
   <translation>{name} wurde zu {number} hinzugefügt.</translation>
  </message>
  <message>
   <source>{name} was made. It opens once it has been checked.</source>
   <translation>{name} wurde erstellt. Es öffnet sich, sobald es geprüft ist.</translation>
  </message>
  <message>
   <source>{name} was not added. Sent again, it goes on where it stopped.</source>
   <translation>{name} wurde nicht hinzugefügt. Erneut gesendet, geht es dort weiter, wo es aufhörte.</translation>
  </message>
  <message>
   <source>{name} was read for {number}.</source>
   <translation>{name} wurde für {number} gelesen.</translation>
  </message>
  <message>
   <source>{name} would unpack to more than 1 GB; save it as CSV instead.</source>
   <translation>{name} würde sich zu mehr als 1 GB entpacken; speichern Sie es stattdessen als CSV.</translation>
  </message>
  <message>
   <source>{name} {version} judges {amid}</source>
   <translation>{name} {version} urteilt über {amid}</translation>
  </message>
  <message>
   <source>{name}, required</source>
   <translation>{name}, Pflicht</translation>
  </message>
  <message>
   <source>{name}, {words}: settings and sign out</source>
   <translation>{name}, {words}: Einstellungen und Abmelden</translation>
  </message>
  <message>
   <source>{name}: {carried} open, effort {effort}</source>
   <translation>{name}: {carried} offen, Aufwand {effort}</translation>
  </message>
  <message>
   <source>{name}: {was}, now {now}</source>
   <translation>{name}: {was}, jetzt {now}</translation>
  </message>
  <message>
   <source>{number} is back from your diary</source>
   <translation>{number} ist aus Ihrer Wiedervorlage zurück</translation>
  </message>
  <message>
   <source>{number} is submitted</source>
   <translation>{number} ist eingereicht</translation>
  </message>
  <message>
   <source>{number} is yours now</source>
   <translation>{number} gehört jetzt Ihnen</translation>
  </message>
  <message>
   <source>{number} waits for you as the second person</source>
   <translation>{number} wartet auf Sie als zweite Person</translation>
  </message>
  <message>
   <source>{number} waits in the outbox</source>
   <translation>{number} wartet im Postausgang</translation>
  </message>
  <message>
   <source>{number} was answered by the second person</source>
   <translation>Über {number} hat die zweite Person entschieden</translation>
  </message>
  <message>
   <source>{number} was assigned to you</source>
   <translation>{number} wurde Ihnen zugewiesen</translation>
  </message>
  <message>
   <source>{number}, policy {policy}</source>
   <translation>{number}, Vertrag {policy}</translation>
  </message>
  <message numerus="yes">
   <source>{n} columns are not used by this model: {named}.</source>
   <translation>
    <numerusform>{n} Spalte wird von diesem Modell nicht verwendet: {named}.</numerusform>
    <numerusform>{n} Spalten werden von diesem Modell nicht verwendet: {named}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} columns left out</source>
   <translation>
    <numerusform>{n} Spalte weggelassen</numerusform>
    <numerusform>{n} Spalten weggelassen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} documents</source>
   <translation>
    <numerusform>1 Dokument</numerusform>
    <numerusform>{n} Dokumenten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} entries need correction.</source>
   <translation>
    <numerusform>1 Eingabe ist zu berichtigen.</numerusform>
    <numerusform>{n} Eingaben sind zu berichtigen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} entries to correct</source>
   <translation>
    <numerusform>1 Eingabe zu berichtigen</numerusform>
    <numerusform>{n} Eingaben zu berichtigen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people, {sum}</source>
   <translation>
    <numerusform>{n} Person, {sum}</numerusform>
    <numerusform>{n} Personen, {sum}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} points</source>
   <translation>
    <numerusform>{n} Punkt</numerusform>
    <numerusform>{n} Punkte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} seconds</source>
   <translation>
    <numerusform>{n} Sekunde</numerusform>
    <numerusform>{n} Sekunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} services lie outside the stay in hospital. Please confirm.</source>
   <translation>
    <numerusform>1 Leistung liegt außerhalb des Klinikaufenthalts. Bitte bestätigen.</numerusform>
    <numerusform>{n} Leistungen liegen außerhalb des Klinikaufenthalts. Bitte bestätigen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} services, {sum}</source>
   <translation>
    <numerusform>{n} Leistung, {sum}</numerusform>
    <numerusform>{n} Leistungen, {sum}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things are missing to submit.</source>
   <translation>
    <numerusform>{n} Angabe fehlt zum Einreichen.</numerusform>
    <numerusform>{n} Angaben fehlen zum Einreichen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things missing to submit</source>
   <translation>
    <numerusform>{n} Angabe fehlt zum Einreichen</numerusform>
    <numerusform>{n} Angaben fehlen zum Einreichen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things, {sum}</source>
   <translation>
    <numerusform>{n} Gegenstand, {sum}</numerusform>
    <numerusform>{n} Gegenstände, {sum}</numerusform>
   </translation>
  </message>
  <message>
   <source>{ordinal} closest</source>
   <translation>der {ordinal}</translation>
  </message>
  <message>
   <source>{outcomes} of {outcomes2} substantiated</source>
   <translation>{outcomes} von {outcomes2} erhärtet</translation>
  </message>
  <message>
   <source>{out} cannot be written: {strerror}.</source>
   <translation>{out} kann nicht geschrieben werden: {strerror}.</translation>
  </message>
  <message>
   <source>{papers} of {of_papers} documents</source>
   <translation>{papers} von {of_papers} Dokumenten</translation>
  </message>
  <message>
   <source>{part} {version}, {times} since {first_at}, last {last_at}</source>
   <translation>{part} {version}, {times} seit {first_at}, zuletzt {last_at}</translation>
  </message>
  <message>
   <source>{password} + code</source>
   <translation>{password} + Code</translation>
  </message>
  <message>
   <source>{path} cannot be read: {strerror}.</source>
   <translation>{path} kann nicht gelesen werden: {strerror}.</translation>
  </message>
  <message>
   <source>{path} cannot be written.</source>
   <translation>{path} kann nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>{path} cannot be written: it is not a file.</source>
   <translation>{path} kann nicht geschrieben werden: Es ist keine Datei.</translation>
  </message>
  <message>
   <source>{path} cannot be written: name a file that ends in .csv or .xlsx.</source>
   <translation>{path} kann nicht geschrieben werden: Nennen Sie eine Datei, die auf .csv oder .xlsx endet.</translation>
  </message>
  <message>
   <source>{path} cannot be written: there is no folder {parent}.</source>
   <translation>{path} kann nicht geschrieben werden: Den Ordner {parent} gibt es nicht.</translation>
  </message>
  <message>
   <source>{path} cannot be written: {errorstring}.</source>
   <translation>{path} kann nicht geschrieben werden: {errorstring}.</translation>
  </message>
  <message>
   <source>{path} cannot be written: {strerror}.</source>
   <translation>{path} kann nicht geschrieben werden: {strerror}.</translation>
  </message>
  <message>
   <source>{path} has no column {names}. Add it, then try again.</source>
   <translation>{path} hat keine Spalte {names}. Fügen Sie sie hinzu, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>{percent} of claims turn out substantiated since the model learned, {percent2} did before; outcomes still to come are counted in.</source>
   <translation>{percent} der Schäden erhärten sich, seit das Modell gelernt hat, vorher {percent2}; ausstehende Ergebnisse sind eingerechnet.</translation>
  </message>
  <message>
   <source>{percent} of recent claims do not tell it, {percent2} did not before.</source>
   <translation>{percent} der neueren Schäden sagen es nicht, vorher {percent2}.</translation>
  </message>
  <message>
   <source>{percent} of recent claims lie farther from their precedents than 99 in 100 settled claims do.</source>
   <translation>{percent} der neueren Schäden liegen weiter von ihren Vergleichsfällen entfernt als 99 von 100 regulierten.</translation>
  </message>
  <message>
   <source>{percent} of recent claims say {values}, which no earlier claim said.</source>
   <translation>{percent} der neueren Schäden sagen {values}, was kein früherer Schaden sagte.</translation>
  </message>
  <message>
   <source>{postcode} is not written like a postcode of the {country}.</source>
   <translation>{postcode} ist nicht wie eine Postleitzahl geschrieben ({country}).</translation>
  </message>
  <message>
   <source>{ran}, {failures:,} failed</source>
   <translation>{ran}, {failures:,} gescheitert</translation>
  </message>
  <message>
   <source>{refer_from} from {day}, {states}: {reason}</source>
   <translation>{refer_from} ab {day}, {states}: {reason}</translation>
  </message>
  <message>
   <source>{reference:,} settled ones it learned from</source>
   <translation>{reference:,} regulierten, aus denen es lernte</translation>
  </message>
  <message>
   <source>{refused:,} rejected</source>
   <translation>{refused:,} zurückgewiesen</translation>
  </message>
  <message>
   <source>{rows} · {columns} columns, {source}</source>
   <translation>{rows} · {columns} Spalten, {source}</translation>
  </message>
  <message>
   <source>{rows} · {read} columns read · {ignored} ignored · scored with {model}</source>
   <translation>{rows} · {read} Spalten gelesen · {ignored} übergangen · bewertet mit {model}</translation>
  </message>
  <message>
   <source>{same} of {compared} alike</source>
   <translation>{same} von {compared} gleich</translation>
  </message>
  <message>
   <source>{scores:,} rows scored · {rejected:,} rejected · {speed}</source>
   <translation>{scores:,} Zeilen bewertet · {rejected:,} zurückgewiesen · {speed}</translation>
  </message>
  <message>
   <source>{seconds:,} s ago</source>
   <translation>vor {seconds:,} s</translation>
  </message>
  <message>
   <source>{seen:,} of {total:,}</source>
   <translation>{seen:,} von {total:,}</translation>
  </message>
  <message>
   <source>{seen} · {labelled:,} with an outcome by the label rule</source>
   <translation>{seen} · {labelled:,} mit einem Ergebnis nach der Ergebnisregel</translation>
  </message>
  <message>
   <source>{sentence} Correct a row or the claimed amount.</source>
   <translation>{sentence} Berichtigen Sie eine Zeile oder den geforderten Betrag.</translation>
  </message>
  <message>
   <source>{sentence} Correct one of the amounts.</source>
   <translation>{sentence} Berichtigen Sie einen der Beträge.</translation>
  </message>
  <message>
   <source>{sentence} Let a colleague of that line bring it in.</source>
   <translation>{sentence} Lassen Sie es jemanden aus dieser Sparte übernehmen.</translation>
  </message>
  <message>
   <source>{sentence} Please confirm.</source>
   <translation>{sentence} Bitte bestätigen.</translation>
  </message>
  <message>
   <source>{share:.0%}  ({low:.0%} to {high:.0%})</source>
   <translation>{share:.0%}  ({low:.0%} bis {high:.0%})</translation>
  </message>
  <message>
   <source>{share:.0%} of the claims</source>
   <translation>{share:.0%} der Schäden</translation>
  </message>
  <message>
   <source>{share} of the amount is claimed without a receipt.</source>
   <translation>{share} des Betrags werden ohne Beleg gefordert.</translation>
  </message>
  <message>
   <source>{shown}{rest} came with other claims as well. Choose one to see which.</source>
   <translation>{shown}{rest} kamen auch mit anderen Schäden. Wählen Sie eines, um zu sehen, mit welchem.</translation>
  </message>
  <message>
   <source>{side} Of {of:,} claims with an outcome on which they differ, the challenger was right on {won:,}.</source>
   <translation>{side} Von {of:,} Schäden mit Ergebnis, bei denen sie abweichen, lag der Herausforderer bei {won:,} richtig.</translation>
  </message>
  <message>
   <source>{side} Of {of:,} suggested referrals that were substantiated, {won:,} are the challenger's, who has {even:.0%} of the claims.</source>
   <translation>{side} Von {of:,} vorgeschlagenen Verweisungen, die sich erhärteten, stammen {won:,} vom Herausforderer, der {even:.0%} der Schäden hat.</translation>
  </message>
  <message>
   <source>{similarity:.0%} similar</source>
   <translation>{similarity:.0%} ähnlich</translation>
  </message>
  <message>
   <source>{size:,.0f} kB</source>
   <translation>{size:,.0f} kB</translation>
  </message>
  <message>
   <source>{size:,.1f} MB</source>
   <translation>{size:,.1f} MB</translation>
  </message>
  <message>
   <source>{size:,} GB</source>
   <translation>{size:,} GB</translation>
  </message>
  <message>
   <source>{size:,} MB</source>
   <translation>{size:,} MB</translation>
  </message>
  <message>
   <source>{size:,} kB</source>
   <translation>{size:,} kB</translation>
  </message>
  <message>
   <source>{size} bytes</source>
   <translation>{size} Byte</translation>
  </message>
  <message>
   <source>{some} of the {of} nearest settled claims were substantiated ({share} % of the vote of all {voters}, against {base} % among all settled claims).</source>
   <translation>{some} der {of} nächsten regulierten Schäden erhärteten sich ({share} % der Stimmen von allen {voters}, gegenüber {base} % bei allen regulierten Schäden).</translation>
  </message>
  <message>
   <source>{span} left</source>
   <translation>noch {span}</translation>
  </message>
  <message>
   <source>{stem} (redacted).pdf</source>
   <translation>{stem} (geschwärzt).pdf</translation>
  </message>
  <message>
   <source>{survivor} survives</source>
   <translation>{survivor} bleibt</translation>
  </message>
  <message>
   <source>{taken:,} of {told:,} group facts were taken; {left:,} had no claim here</source>
   <translation>{taken:,} von {told:,} Gruppenangaben wurden übernommen; {left:,} hatten hier keinen Schaden</translation>
  </message>
  <message>
   <source>{target} cannot be written: {strerror}.</source>
   <translation>{target} kann nicht geschrieben werden: {strerror}.</translation>
  </message>
  <message>
   <source>{title} as a table</source>
   <translation>{title} als Tabelle</translation>
  </message>
  <message>
   <source>{title} is still being fetched.</source>
   <translation>{title} wird noch geholt.</translation>
  </message>
  <message>
   <source>{title} is the policyholder</source>
   <translation>{title} ist der Versicherungsnehmer</translation>
  </message>
  <message>
   <source>{title} works everywhere, also while you write. Add Ctrl or Alt to the key.</source>
   <translation>„{title}“ wirkt überall, auch während Sie schreiben. Nehmen Sie Ctrl oder Alt hinzu.</translation>
  </message>
  <message>
   <source>{title}, chart</source>
   <translation>{title}, Diagramm</translation>
  </message>
  <message>
   <source>{title}, table</source>
   <translation>{title}, Tabelle</translation>
  </message>
  <message>
   <source>{told} after the loss: unusual, please confirm.</source>
   <translation>{told} nach dem Schaden: ungewöhnlich, bitte bestätigen.</translation>
  </message>
  <message>
   <source>{told} on {at}.</source>
   <translation>{told} am {at}.</translation>
  </message>
  <message>
   <source>{told} · compared {at}</source>
   <translation>{told} · verglichen {at}</translation>
  </message>
  <message>
   <source>{told} · {drafts:,} in draft</source>
   <translation>{told} · {drafts:,} im Entwurf</translation>
  </message>
  <message>
   <source>{told}, away</source>
   <translation>{told}, abwesend</translation>
  </message>
  <message>
   <source>{told}, replacing {former}</source>
   <translation>{told}, anstelle von {former}</translation>
  </message>
  <message>
   <source>{told}, {value:.0f}% with receipt</source>
   <translation>{told}, {value:.0f} % mit Beleg</translation>
  </message>
  <message>
   <source>{tooltip}, shared by {by}</source>
   <translation>{tooltip}, geteilt von {by}</translation>
  </message>
  <message>
   <source>{unread} notifications not read</source>
   <translation>{unread} Benachrichtigungen nicht gelesen</translation>
  </message>
  <message>
   <source>{unsaved} The draft waits.</source>
   <translation>{unsaved} Der Entwurf wartet.</translation>
  </message>
  <message>
   <source>{username} · since {created_at}</source>
   <translation>{username} · seit {created_at}</translation>
  </message>
  <message>
   <source>{value:%d %b %Y, %H:%M}</source>
   <translation>{value:%d. %b %Y, %H:%M}</translation>
  </message>
  <message>
   <source>{value:+.1f} points ({low:+.1f} to {high:+.1f})</source>
   <translation>{value:+.1f} Punkte ({low:+.1f} bis {high:+.1f})</translation>
  </message>
  <message>
   <source>{value:,.1f} ({low:,.1f} to {high:,.1f})</source>
   <translation>{value:,.1f} ({low:,.1f} bis {high:,.1f})</translation>
  </message>
  <message>
   <source>{value:,} of {count:,}{more}</source>
   <translation>{value:,} von {count:,}{more}</translation>
  </message>
  <message>
   <source>{value:.0%} ({low:.0%} to {high:.0%})</source>
   <translation>{value:.0%} ({low:.0%} bis {high:.0%})</translation>
  </message>
  <message>
   <source>{value:.0f} and {high:.0f} ms</source>
   <translation>{value:.0f} und {high:.0f} ms</translation>
  </message>
  <message>
   <source>{value:.1%} ({low:.1%} to {high:.1%})</source>
   <translation>{value:.1%} ({low:.1%} bis {high:.1%})</translation>
  </message>
  <message>
   <source>{value:.1f}% of recent claims ({value2:.1f}% to {value3:.1f}%) lie farther than 99 in 100 settled ones.</source>
   <translation>{value:.1f} % der neueren Schäden ({value2:.1f} % bis {value3:.1f} %) liegen weiter entfernt als 99 von 100 regulierten.</translation>
  </message>
  <message>
   <source>{value} owns this claim.</source>
   <translation>Dieser Schaden gehört {value}.</translation>
  </message>
  <message>
   <source>{value} risk, score {score:.0f} of 100</source>
   <translation>Risiko {value}, Score {score:.0f} von 100</translation>
  </message>
  <message>
   <source>{value} was bought after the loss. Please confirm.</source>
   <translation>{value} wurde nach dem Schaden gekauft. Bitte bestätigen.</translation>
  </message>
  <message>
   <source>{value}, differs</source>
   <translation>{value}, weicht ab</translation>
  </message>
  <message>
   <source>{value}, the same</source>
   <translation>{value}, gleich</translation>
  </message>
  <message>
   <source>{verbs} is not possible while the claim is {stands}.</source>
   <translation>{verbs} ist nicht möglich, solange der Schaden auf „{stands}“ steht.</translation>
  </message>
  <message>
   <source>{verb} {claims:,} claims</source>
   <translation>{verb}: {claims:,} Schäden</translation>
  </message>
  <message>
   <source>{voters:,} precedents vote</source>
   <translation>{voters:,} Stimmen</translation>
  </message>
  <message>
   <source>{what} came with {names}.</source>
   <translation>{what} kam mit {names}.</translation>
  </message>
  <message>
   <source>{what} on {on} will be black</source>
   <translation>{what} auf {on} geschwärzt</translation>
  </message>
  <message numerus="yes">
   <source>{who} are looking at this claim too.</source>
   <translation>
    <numerusform>{who} sieht sich diesen Schaden auch an.</numerusform>
    <numerusform>{who} sehen sich diesen Schaden auch an.</numerusform>
   </translation>
  </message>
  <message>
   <source>{who} changed this claim since you opened it</source>
   <translation>{who} hat diesen Schaden geändert, seit Sie ihn geöffnet haben</translation>
  </message>
  <message>
   <source>{who} changed this claim since you opened it. Look at it again, then decide.</source>
   <translation>{who} hat diesen Schaden geändert, seit Sie ihn geöffnet haben. Sehen Sie ihn sich erneut an, und entscheiden Sie dann.</translation>
  </message>
  <message>
   <source>{who} changed this claim. {names}.</source>
   <translation>{who} hat diesen Schaden geändert. {names}.</translation>
  </message>
  <message>
   <source>{who} opened {words}</source>
   <translation>{who} hat {words} geöffnet</translation>
  </message>
  <message>
   <source>{words}, {count:,} claims</source>
   <translation>{words}, {count:,} Schäden</translation>
  </message>
  <message>
   <source>{words}, {count:,} rows</source>
   <translation>{words}, {count:,} Zeilen</translation>
  </message>
  <message>
   <source>{words}; {asked} times you asked for more.</source>
   <translation>{words}; {asked}-mal haben Sie nachgefragt.</translation>
  </message>
  <message>
   <source>{written:,} events written to {name}</source>
   <translation>{written:,} Ereignisse nach {name} geschrieben</translation>
  </message>
  <message>
   <source>{} days</source>
   <translation>{} Tage</translation>
  </message>
  <message>
   <source>“{level}” makes up {now} of recent claims, {then} before (index {index:.2f}).</source>
   <translation>„{level}“ macht {now} der neueren Schäden aus, vorher {then} (Index {index:.2f}).</translation>
  </message>
  <message>
   <source>“{name}” is deleted; its claims stay as they are.{others}</source>
   <translation>„{name}“ ist gelöscht; die Schäden bleiben, wie sie sind.{others}</translation>
  </message>
  <message>
   <source>“{name}” looks like a document of the type {kind}.</source>
   <translation>„{name}“ sieht aus wie ein Dokument der Art {kind}.</translation>
  </message>
  <message>
   <source>… and {more:,} more.</source>
   <translation>… und {more:,} weitere.</translation>
  </message>
 </context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tintype</source>
        <translation>Über Tintype</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>The package brings no text of its licence.</source>
        <translation>Das Paket bringt keinen Lizenztext mit.</translation>
    </message>
    <message>
        <source>Tintype and the libraries it uses</source>
        <translation>Tintype und seine Bibliotheken</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Colours black-and-white photographs in the colours of a painting, offline.</source>
        <translation>Färbt Schwarzweißfotos in den Farben eines Gemäldes, ohne Netz.</translation>
    </message>
    <message>
        <source>Models: {models}</source>
        <translation>Modelle: {models}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open photo…</source>
        <translation>Foto öffnen…</translation>
    </message>
    <message>
        <source>Add painting…</source>
        <translation>Gemälde hinzufügen…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Paste photo</source>
        <translation>Foto einfügen</translation>
    </message>
    <message>
        <source>Paste painting</source>
        <translation>Gemälde einfügen</translation>
    </message>
    <message>
        <source>Rename preset…</source>
        <translation>Vorgabe umbenennen…</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Vorgabe löschen</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Duplicate preset</source>
        <translation>Vorgabe duplizieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Import presets…</source>
        <translation>Vorgaben importieren…</translation>
    </message>
    <message>
        <source>Export preset…</source>
        <translation>Vorgabe exportieren…</translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>Export LUT…</source>
        <translation>LUT exportieren…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Tatsächliche Größe</translation>
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
        <source>Search presets</source>
        <translation>Vorgaben suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>User&apos;s guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>About Tintype</source>
        <translation>Über Tintype</translation>
    </message>
    <message>
        <source>Four presets side by side</source>
        <translation>Vier Vorgaben nebeneinander</translation>
    </message>
    <message>
        <source>Toggle split view</source>
        <translation>Geteilte Ansicht ein/aus</translation>
    </message>
    <message>
        <source>The painting&apos;s numbers…</source>
        <translation>Die Zahlen des Gemäldes…</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Wiederholen: {step}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Split before and after</source>
        <translation>Vorher und nachher geteilt</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>AdjustmentsController</name>
    <message>
        <source>Reset all adjustments</source>
        <translation>Alle Anpassungen zurücksetzen</translation>
    </message>
    <message>
        <source>{adjustment} {number}</source>
        <translation>{adjustment} {number}</translation>
    </message>
    <message>
        <source>Pull towards {colour}</source>
        <translation>Zu {colour} ziehen</translation>
    </message>
    <message>
        <source>Pull towards no colour</source>
        <translation>Zu keiner Farbe ziehen</translation>
    </message>
</context>
<context>
    <name>AdjustmentsPanel</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Set every adjustment back to neutral</source>
        <translation>Alle Anpassungen auf neutral zurücksetzen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Farbauftrag</translation>
    </message>
    <message>
        <source>Colourfulness</source>
        <translation>Farbigkeit</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>Tint</source>
        <translation>Farbstich</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Lichter</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>How much of the painting&apos;s colour is laid on the photograph</source>
        <translation>Wie viel Farbe des Gemäldes auf das Foto kommt</translation>
    </message>
    <message>
        <source>Less or more colour where it is muted; vivid colours stay as they are</source>
        <translation>Weniger oder mehr Farbe, wo sie matt ist; kräftige Farben bleiben</translation>
    </message>
    <message>
        <source>Towards blue or towards yellow; black and white stay neutral</source>
        <translation>Zum Blau oder zum Gelb hin; Schwarz und Weiß bleiben neutral</translation>
    </message>
    <message>
        <source>Towards green or towards magenta; black and white stay neutral</source>
        <translation>Zum Grün oder zum Magenta hin; Schwarz und Weiß bleiben neutral</translation>
    </message>
    <message>
        <source>How much colour the darkest places keep</source>
        <translation>Wie viel Farbe die dunkelsten Stellen behalten</translation>
    </message>
    <message>
        <source>How much colour the brightest places keep</source>
        <translation>Wie viel Farbe die hellsten Stellen behalten</translation>
    </message>
    <message>
        <source>Turns all hues around the colour circle</source>
        <translation>Dreht alle Farbtöne im Farbkreis</translation>
    </message>
</context>
<context>
    <name>BlendController</name>
    <message>
        <source>Blend {names}</source>
        <translation>Mischung {names}</translation>
    </message>
</context>
<context>
    <name>BlendPad</name>
    <message>
        <source>Blend pad</source>
        <translation>Mischfeld</translation>
    </message>
    <message>
        <source>Drag the point between the presets, or move it with the arrow keys</source>
        <translation>Den Punkt zwischen den Vorgaben ziehen, oder mit den Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Choose a second preset to mix with the first, or drag it here from the gallery.</source>
        <translation>Eine zweite Vorgabe wählen, um sie mit der ersten zu mischen, oder sie aus der Galerie hierher ziehen.</translation>
    </message>
    <message>
        <source>Let go to mix this preset in.</source>
        <translation>Loslassen, um diese Vorgabe beizumischen.</translation>
    </message>
</context>
<context>
    <name>BlendPanel</name>
    <message>
        <source>Preset at the upper left</source>
        <translation>Vorgabe links oben</translation>
    </message>
    <message>
        <source>Preset at the upper right</source>
        <translation>Vorgabe rechts oben</translation>
    </message>
    <message>
        <source>Preset at the lower left</source>
        <translation>Vorgabe links unten</translation>
    </message>
    <message>
        <source>Preset at the lower right</source>
        <translation>Vorgabe rechts unten</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{name} {percent} %</source>
        <translation>{name} {percent} %</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>BorderController</name>
    <message>
        <source>Border of the print</source>
        <translation>Rand des Abzugs</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>None, as you chose</source>
        <translation>Keiner, wie gewählt</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Von Hand gesetzt</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Keiner gefunden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>BorderPanel</name>
    <message>
        <source>Find again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Let the program find the border of this print</source>
        <translation>Den Rand dieses Abzugs vom Programm suchen lassen</translation>
    </message>
    <message>
        <source>No border</source>
        <translation>Kein Rand</translation>
    </message>
    <message>
        <source>Colour all of the photo</source>
        <translation>Das ganze Foto färben</translation>
    </message>
    <message>
        <source>Oval</source>
        <translation>Oval</translation>
    </message>
    <message>
        <source>The picture is an oval, as in the mounts of old portraits</source>
        <translation>Das Bild ist ein Oval, wie in den Passepartouts alter Porträts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>Drag the frame onto the edges of the picture. What lies outside gets no colour.</source>
        <translation>Rahmen auf die Kanten des Bildes ziehen. Was außerhalb liegt, bleibt ohne Farbe.</translation>
    </message>
    <message>
        <source>Arrow keys move the frame, with Shift they size it; Enter accepts, Esc gives up.</source>
        <translation>Pfeiltasten verschieben den Rahmen, mit Umschalt ändern sie seine Größe; Enter übernimmt, Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Original in grey</source>
        <translation>Original in Grau</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>Gefärbt</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Export under way</source>
        <translation>Es wird noch exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%n photos are still to be exported.</source>
        <translation>
            <numerusform>%n Foto ist noch zu exportieren.</numerusform>
            <numerusform>%n Fotos sind noch zu exportieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tintype can close its window, finish them, and then quit.</source>
        <translation>Tintype kann das bei geschlossenem Fenster zu Ende bringen und sich dann beenden.</translation>
    </message>
    <message>
        <source>Finish in the background</source>
        <translation>Im Hintergrund abschließen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Hierbleiben</translation>
    </message>
    <message>
        <source>Film under way</source>
        <translation>Film wird gefärbt</translation>
    </message>
    <message>
        <source>A film is still being coloured.</source>
        <translation>Ein Film wird noch gefärbt.</translation>
    </message>
    <message>
        <source>What is done is kept: the same film goes on from there next time.</source>
        <translation>Was fertig ist, bleibt erhalten: Derselbe Film geht beim nächsten Mal von dort weiter.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Other…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>Pick any colour, also from the screen</source>
        <translation>Irgendeine Farbe wählen, auch vom Bildschirm</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>ColourPull</name>
    <message>
        <source>Pull towards</source>
        <translation>Ziehen zu</translation>
    </message>
    <message>
        <source>Pull towards {colour}</source>
        <translation>Zu {colour} ziehen</translation>
    </message>
    <message>
        <source>Pull towards no colour</source>
        <translation>Zu keiner Farbe ziehen</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strength of the pull</source>
        <translation>Stärke des Zuges</translation>
    </message>
    <message>
        <source>Pull towards a colour</source>
        <translation>Zu einer Farbe ziehen</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>„{name}“ löschen</translation>
    </message>
</context>
<context>
    <name>CopyableText</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>An error occurred in Tintype. Your photograph on disk is untouched, and you can go on working. Please send the report below to the developers: it holds no pictures.</source>
        <translation>In Tintype ist ein Fehler aufgetreten. Ihr Foto auf der Platte ist unberührt, und Sie können weiterarbeiten. Bitte schicken Sie den Bericht unten an die Entwickler: Er enthält keine Bilder.</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Part of the painting</source>
        <translation>Teil des Gemäldes</translation>
    </message>
    <message>
        <source>Arrow keys move the part, with Shift they size it, Home takes the whole painting.</source>
        <translation>Pfeiltasten verschieben den Ausschnitt, mit der Umschalttaste ändern sie seine Größe, Pos1 nimmt das ganze Gemälde.</translation>
    </message>
</context>
<context>
    <name>DeviceChip</name>
    <message>
        <source>Where the network runs; click to choose another device, or to see why one cannot be used</source>
        <translation>Wo das Netz rechnet; ein Klick wählt ein anderes Gerät oder zeigt, warum eines nicht verwendet werden kann</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>{latency:.0f} ms</source>
        <translation>{latency:.0f} ms</translation>
    </message>
    <message>
        <source>Device: {device}</source>
        <translation>Gerät: {device}</translation>
    </message>
</context>
<context>
    <name>DevicePopup</name>
    <message>
        <source>Where the network runs</source>
        <translation>Wo das Netz läuft</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The quickest that works.</source>
        <translation>Das schnellste, das funktioniert.</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics and neural engine (Core ML)</source>
        <translation>Apple-Grafik und Neural Engine (Core ML)</translation>
    </message>
    <message>
        <source>In use: {latency:.0f} ms a photograph.</source>
        <translation>In Gebrauch: {latency:.0f} ms je Foto.</translation>
    </message>
    <message>
        <source>Usable: {latency:.0f} ms a photograph.</source>
        <translation>Brauchbar: {latency:.0f} ms je Foto.</translation>
    </message>
    <message>
        <source>Bring the NVIDIA driver up to date, and install CUDA 12 and cuDNN 9.</source>
        <translation>Bringen Sie den NVIDIA-Treiber auf den neuesten Stand und installieren Sie CUDA 12 und cuDNN 9.</translation>
    </message>
    <message>
        <source>This copy of ONNX Runtime was made without it; install onnxruntime again.</source>
        <translation>Diese Ausgabe von ONNX Runtime kam ohne; installieren Sie onnxruntime noch einmal.</translation>
    </message>
    <message>
        <source>No NVIDIA card answers on this computer, or its driver is not installed.</source>
        <translation>An diesem Rechner antwortet keine NVIDIA-Karte, oder ihr Treiber ist nicht installiert.</translation>
    </message>
    <message>
        <source>There is a card, but this packaged program runs on the processor only. Run Tintype from its source, with the package {package} in the place of onnxruntime.</source>
        <translation>Eine Grafikkarte ist da, aber dieses Programmpaket rechnet nur auf dem Prozessor. Starten Sie Tintype aus dem Quelltext, mit dem Paket {package} anstelle von onnxruntime.</translation>
    </message>
    <message>
        <source>There is a card, but the installed ONNX Runtime runs on the processor only. Replace it: pip uninstall onnxruntime, then pip install {package}.</source>
        <translation>Eine Grafikkarte ist da, aber das installierte ONNX Runtime rechnet nur auf dem Prozessor. Ersetzen Sie es: pip uninstall onnxruntime, dann pip install {package}.</translation>
    </message>
</context>
<context>
    <name>DisplayNames</name>
    <message>
        <source>Natural colours</source>
        <translation>Natürliche Farben</translation>
    </message>
    <message>
        <source>No painting needed</source>
        <translation>Kein Gemälde nötig</translation>
    </message>
    <message>
        <source>Colours of paintings</source>
        <translation>Farben von Gemälden</translation>
    </message>
    <message>
        <source>Painting over</source>
        <translation>Übermalen</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Folder of photos to colour</source>
        <translation>Ordner mit Fotos zum Färben</translation>
    </message>
    <message numerus="yes">
        <source>%n films to colour</source>
        <translation>
            <numerusform>%n Film zum Färben</numerusform>
            <numerusform>%n Filme zum Färben</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} photos to colour</source>
        <translation>{count} Fotos zum Färben</translation>
    </message>
    <message>
        <source>{count} paintings to take colours from</source>
        <translation>{count} Gemälde als Farbvorbild</translation>
    </message>
    <message>
        <source>Preset to add</source>
        <translation>Vorgabe zum Hinzufügen</translation>
    </message>
    <message>
        <source>Photo to colour</source>
        <translation>Foto zum Färben</translation>
    </message>
    <message>
        <source>Painting to take colours from</source>
        <translation>Gemälde als Farbvorbild</translation>
    </message>
    <message>
        <source>This is a picture&apos;s address, not the picture</source>
        <translation>Das ist die Adresse eines Bildes, nicht das Bild</translation>
    </message>
    <message>
        <source>Tintype fetches nothing from the network: save the picture, then drop its file.</source>
        <translation>Tintype holt nichts aus dem Netz: Speichern Sie das Bild und ziehen Sie dann die Datei hierher.</translation>
    </message>
    <message>
        <source>A folder is not a painting</source>
        <translation>Ein Ordner ist kein Gemälde</translation>
    </message>
    <message>
        <source>Drop the paintings themselves, or the folder on the photo&apos;s side to colour its photos.</source>
        <translation>Ziehen Sie die Gemälde selbst hierher, oder den Ordner auf die Seite des Fotos, um seine Fotos zu kolorieren.</translation>
    </message>
    <message>
        <source>A film is not a painting</source>
        <translation>Ein Film ist kein Gemälde</translation>
    </message>
    <message>
        <source>Drop it on the photo&apos;s side to colour it.</source>
        <translation>Lassen Sie ihn auf der Seite des Fotos fallen, um ihn zu färben.</translation>
    </message>
    <message>
        <source>Tintype cannot use this</source>
        <translation>Damit kann Tintype nichts anfangen</translation>
    </message>
    <message>
        <source>It takes pictures, folders of pictures, films and .tintype presets.</source>
        <translation>Es nimmt Bilder, Ordner mit Bildern, Filme und .tintype-Vorgaben.</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Choose “{name}”</source>
        <translation>„{name}“ wählen</translation>
    </message>
    <message>
        <source>Choose “{name}” for region {number}</source>
        <translation>„{name}“ für Bereich {number} wählen</translation>
    </message>
</context>
<context>
    <name>EmbeddingController</name>
    <message>
        <source>Number {place} to {number}</source>
        <translation>Zahl {place} auf {number}</translation>
    </message>
    <message>
        <source>Reset number {place}</source>
        <translation>Zahl {place} zurücksetzen</translation>
    </message>
    <message>
        <source>{axis} {number}</source>
        <translation>{axis} {number}</translation>
    </message>
    <message>
        <source>Reset all numbers</source>
        <translation>Alle Zahlen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>EmbeddingView</name>
    <message>
        <source>The painting&apos;s numbers</source>
        <translation>Die Zahlen des Gemäldes</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Undo all changes that were made here</source>
        <translation>Alles zurücknehmen, was hier geändert wurde</translation>
    </message>
    <message>
        <source>No numbers to show</source>
        <translation>Keine Zahlen zu zeigen</translation>
    </message>
    <message>
        <source>At least {count} presets are needed to show how the numbers are spread; add some paintings.</source>
        <translation>Wie die Zahlen streuen, lässt sich ab {count} Vorgaben sagen; fügen Sie einige Gemälde hinzu.</translation>
    </message>
    <message>
        <source>Natural colours do not come from a painting: there are no numbers to change.</source>
        <translation>Natürliche Farben stammen von keinem Gemälde: Es gibt keine Zahlen zu verändern.</translation>
    </message>
    <message>
        <source>Choose a preset; its numbers are shown among those of all presets.</source>
        <translation>Wählen Sie eine Vorgabe; ihre Zahlen werden unter denen aller Vorgaben gezeigt.</translation>
    </message>
    <message>
        <source>What the network took from the painting. The sliders are the axes along which presets differ most; below, each number stands over its spread among all presets. Drag, or use the arrow keys; a double click resets.</source>
        <translation>Was das Netz dem Gemälde entnommen hat. Die Regler sind die Achsen, auf denen sich Vorgaben am meisten unterscheiden; darunter steht jede Zahl über ihrer Streuung unter allen Vorgaben. Ziehen, oder die Pfeiltasten nehmen; ein Doppelklick setzt zurück.</translation>
    </message>
    <message>
        <source>Number {place}</source>
        <translation>Zahl {place}</translation>
    </message>
    <message>
        <source>Cold – warm</source>
        <translation>Kalt – warm</translation>
    </message>
    <message>
        <source>Green – red</source>
        <translation>Grün – rot</translation>
    </message>
    <message>
        <source>Muted – colourful</source>
        <translation>Matt – farbig</translation>
    </message>
    <message>
        <source>Dark – light</source>
        <translation>Dunkel – hell</translation>
    </message>
    <message>
        <source>One hue – many hues</source>
        <translation>Ein Farbton – viele Farbtöne</translation>
    </message>
    <message>
        <source>Warm shadows – warm lights</source>
        <translation>Warme Schatten – warme Lichter</translation>
    </message>
    <message>
        <source>Axis {number}</source>
        <translation>Achse {number}</translation>
    </message>
    <message>
        <source>{percent} % of how the presets differ.</source>
        <translation>{percent} % dessen, worin sich die Vorgaben unterscheiden.</translation>
    </message>
    <message>
        <source>{share} Named after the palettes, with which it goes together (correlation {number}).</source>
        <translation>{share} Benannt nach den Paletten, mit denen sie zusammengeht (Korrelation {number}).</translation>
    </message>
</context>
<context>
    <name>EmptyResult</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>ExportChip</name>
    <message>
        <source>Show the export queue</source>
        <translation>Die Exporte zeigen</translation>
    </message>
    <message>
        <source>Exporting {over} of {total}</source>
        <translation>Export: {over} von {total}</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>The {count} selected photos</source>
        <translation>Die {count} ausgewählten Fotos</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Dieses Foto</translation>
    </message>
    <message>
        <source>All {count} photos</source>
        <translation>Alle {count} Fotos</translation>
    </message>
    <message>
        <source>The look on the canvas: {name}</source>
        <translation>Der Look auf der Leinwand: {name}</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Exporte zeigen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Skip photos that are in colour</source>
        <translation>Farbfotos auslassen</translation>
    </message>
    <message>
        <source>Colours that lie more than {units} units of CIELAB from one tint on the mean; sepia is one tint.</source>
        <translation>Farben, die im Mittel mehr als {units} CIELAB-Einheiten von einer Tönung abweichen; Sepia ist eine Tönung.</translation>
    </message>
    <message>
        <source>16 bits where the photo has them</source>
        <translation>16 Bit, wo das Foto sie hat</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>Das Ergebnis</translation>
    </message>
    <message>
        <source>Before and after, split</source>
        <translation>Vorher und nachher, geteilt</translation>
    </message>
    <message>
        <source>Before and after, side by side</source>
        <translation>Vorher und nachher, nebeneinander</translation>
    </message>
    <message>
        <source>A small palette in the corner: coloured</source>
        <translation>Kleine Palette in der Ecke: koloriert</translation>
    </message>
    <message>
        <source>Add a number to the new name</source>
        <translation>Den neuen Namen mit einer Zahl versehen</translation>
    </message>
    <message>
        <source>Leave it, skip the photo</source>
        <translation>Sie behalten, das Foto überspringen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Sie ersetzen</translation>
    </message>
    <message>
        <source>Camera, place, captions and the look</source>
        <translation>Kamera, Ort, Beschriftung und Look</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Without a look</source>
        <translation>Ohne Look</translation>
    </message>
    <message>
        <source>Coloured photos</source>
        <translation>Farbige Fotos</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>If a file exists</source>
        <translation>Wenn es die Datei gibt</translation>
    </message>
    <message>
        <source>Export {count} photos</source>
        <translation>{count} Fotos exportieren</translation>
    </message>
    <message>
        <source>{count} in {folder}</source>
        <translation>{count} in {folder}</translation>
    </message>
    <message numerus="yes">
        <source>and in %n more folders</source>
        <translation>
            <numerusform>und in %n weiterem Ordner</numerusform>
            <numerusform>und in %n weiteren Ordnern</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the folder beside the photos a name.</source>
        <translation>Geben Sie dem Ordner bei den Fotos einen Namen.</translation>
    </message>
    <message>
        <source>Choose the folder for the results.</source>
        <translation>Wählen Sie den Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>The folder {folder} is gone; choose another one.</source>
        <translation>Den Ordner {folder} gibt es nicht mehr; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Results that are there are replaced; a photograph never is.</source>
        <translation>Vorhandene Ergebnisse werden ersetzt, ein Foto nie.</translation>
    </message>
    <message>
        <source>This format holds 8 bits a channel; PNG and TIFF keep 16.</source>
        <translation>Dieses Format hat 8 Bit je Kanal; PNG und TIFF behalten 16.</translation>
    </message>
    <message>
        <source>This format is exact: nothing is lost in saving.</source>
        <translation>Dieses Format ist verlustfrei.</translation>
    </message>
</context>
<context>
    <name>ExportQueue</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being exported…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Exported as {name}</source>
        <translation>Exportiert als {name}</translation>
    </message>
    <message>
        <source>Skipped: it is in colour already</source>
        <translation>Ausgelassen: Es ist schon farbig</translation>
    </message>
    <message>
        <source>Skipped: there is a file {name}</source>
        <translation>Übersprungen: Es gibt schon eine Datei {name}</translation>
    </message>
    <message>
        <source>Failed: {reason}</source>
        <translation>Fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>an error in Tintype, see the log</source>
        <translation>ein Fehler in Tintype, siehe Protokoll</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Colour a film</source>
        <translation>Einen Film färben</translation>
    </message>
    <message>
        <source>The sound is kept. Crop, local presets and painting over are for photographs alone.</source>
        <translation>Der Ton bleibt erhalten. Zuschnitt, lokale Vorgaben und Übermalen gibt es nur für Fotos.</translation>
    </message>
    <message>
        <source>Progress of the film</source>
        <translation>Fortschritt des Films</translation>
    </message>
    <message>
        <source>Colour film</source>
        <translation>Film färben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>{done} frames</source>
        <translation>{done} Bilder</translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation>{done} von {total} Bildern</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What is done is kept: the same film goes on from there next time.</source>
        <translation>Was fertig ist, bleibt erhalten: Derselbe Film geht beim nächsten Mal von dort weiter.</translation>
    </message>
    <message>
        <source>Begins…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{name}, {percent} %</source>
        <translation>{name}, {percent} %</translation>
    </message>
</context>
<context>
    <name>FilmExport</name>
    <message numerus="yes">
        <source>There are %n films in the folder.</source>
        <translation>
            <numerusform>Im Ordner liegt %n Film.</numerusform>
            <numerusform>Im Ordner liegen %n Filme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Colour films</source>
        <translation>Filme färben</translation>
    </message>
    <message>
        <source>Choose a preset first, then drop the film again.</source>
        <translation>Wählen Sie zuerst eine Vorgabe und ziehen Sie den Film dann noch einmal herein.</translation>
    </message>
    <message>
        <source>The film is coloured: {name}</source>
        <translation>Der Film ist gefärbt: {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>FilmstripActions</name>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Vorheriges Foto</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Alle Fotos auswählen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Copy look</source>
        <translation>Look kopieren</translation>
    </message>
    <message>
        <source>Paste look</source>
        <translation>Look einfügen</translation>
    </message>
    <message>
        <source>Apply look to selected</source>
        <translation>Look auf ausgewählte anwenden</translation>
    </message>
    <message>
        <source>Apply look to all</source>
        <translation>Look auf alle anwenden</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export queue</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Remove from strip</source>
        <translation>Vom Filmstreifen nehmen</translation>
    </message>
    <message>
        <source>Ph&amp;otos</source>
        <translation>&amp;Fotos</translation>
    </message>
    <message numerus="yes">
        <source>%n photos have this look now.</source>
        <translation>
            <numerusform>%n Foto hat jetzt diesen Look.</numerusform>
            <numerusform>%n Fotos haben jetzt diesen Look.</numerusform>
        </translation>
    </message>
    <message>
        <source>Painted regions: {found} found again.</source>
        <translation>Gemalte Bereiche: {found} wiedergefunden.</translation>
    </message>
    <message>
        <source>Painted regions: {found} found again, {left} left out whose thing is not there.</source>
        <translation>Gemalte Bereiche: {found} wiedergefunden, {left} ausgelassen, deren Ding dort nicht ist.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>FilmstripController</name>
    <message>
        <source>Remove “{name}” from the strip</source>
        <translation>„{name}“ vom Filmstreifen nehmen</translation>
    </message>
    <message>
        <source>Remove {count} photos from the strip</source>
        <translation>{count} Fotos vom Filmstreifen nehmen</translation>
    </message>
</context>
<context>
    <name>FilmstripView</name>
    <message>
        <source>Film strip</source>
        <translation>Filmstreifen</translation>
    </message>
</context>
<context>
    <name>FolderMessages</name>
    <message numerus="yes">
        <source>%n results in the folder were left out.</source>
        <translation>
            <numerusform>%n Ergebnis im Ordner wurde ausgelassen.</numerusform>
            <numerusform>%n Ergebnisse im Ordner wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them, too</source>
        <translation>Auch öffnen</translation>
    </message>
</context>
<context>
    <name>FourUpView</name>
    <message>
        <source>Previous four</source>
        <translation>Vorige vier</translation>
    </message>
    <message>
        <source>Next four</source>
        <translation>Nächste vier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Presets {first} to {last} of {total}: click one to take it</source>
        <translation>Vorgaben {first} bis {last} von {total}: Ein Klick übernimmt eine</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>{first} bis {last} von {total}</translation>
    </message>
</context>
<context>
    <name>FrameDelegate</name>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
</context>
<context>
    <name>FramingController</name>
    <message>
        <source>Crop and straighten</source>
        <translation>Beschneiden und gerade richten</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Show all of the photo</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
</context>
<context>
    <name>FramingPanel</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Show all of the photo, as it is</source>
        <translation>Das ganze Foto zeigen, wie es ist</translation>
    </message>
    <message>
        <source>Drag the frame, its corners and edges. Enter accepts, Esc gives up.</source>
        <translation>Rahmen, Ecken oder Kanten ziehen. Enter übernimmt, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Arrow keys move the frame, with Shift they size it; Home takes all of it.</source>
        <translation>Pfeiltasten bewegen den Rahmen, mit Umschalt ändern sie seine Größe; Pos1 nimmt alles.</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>{width} : {height}</source>
        <translation>{width} : {height}</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Portrait instead of landscape, or the other way round</source>
        <translation>Hochformat statt Querformat, oder umgekehrt</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>Linie ziehen</translation>
    </message>
    <message>
        <source>Draw along what is to be level or upright (or hold Ctrl)</source>
        <translation>An dem entlang ziehen, was waagrecht oder senkrecht sein soll (oder Strg halten)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>{title}, folded</source>
        <translation>{title}, zugeklappt</translation>
    </message>
    <message>
        <source>{title}, unfolded</source>
        <translation>{title}, aufgeklappt</translation>
    </message>
    <message>
        <source>Made for another model; add its painting again.</source>
        <translation>Für ein anderes Modell erstellt; fügen Sie das Gemälde erneut hinzu.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>made for another model</source>
        <translation>für ein anderes Modell erstellt</translation>
    </message>
    <message>
        <source>For this photo</source>
        <translation>Für dieses Foto</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation>Meine Vorgaben</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>Painter unknown</source>
        <translation>Maler unbekannt</translation>
    </message>
    <message>
        <source>Year unknown</source>
        <translation>Jahr unbekannt</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Add painting…</source>
        <translation>Gemälde hinzufügen…</translation>
    </message>
    <message>
        <source>Make a preset from the colours of a painting (Ctrl+Shift+O)</source>
        <translation>Eine Vorgabe aus den Farben eines Gemäldes machen (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>No favourites yet: click the star on a preset, or press Ctrl+D.</source>
        <translation>Noch keine Favoriten: Klicken Sie auf den Stern einer Vorgabe, oder drücken Sie Strg+D.</translation>
    </message>
    <message>
        <source>No preset fits these words.</source>
        <translation>Keine Vorgabe passt zu diesen Worten.</translation>
    </message>
</context>
<context>
    <name>GroupButton</name>
    <message>
        <source>Group the presets</source>
        <translation>Die Vorgaben gruppieren</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By painter</source>
        <translation>Nach Maler</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahr</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Größere Vorschaubilder</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Kleinere Vorschaubilder</translation>
    </message>
    <message>
        <source>Ctrl and the mouse wheel do the same</source>
        <translation>Das Mausrad mit Strg tut das auch</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User&apos;s guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Hier suchen</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Keine Seite enthält diese Worte.</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite der Anleitung</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>HistogramSlider</name>
    <message>
        <source>{name}: {number}
Double-click to reset, or press Backspace</source>
        <translation>{name}: {number}
Doppelklick oder Rücktaste setzt zurück</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>{step}, undone</source>
        <translation>{step}, zurückgenommen</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Schnappschuss machen</translation>
    </message>
    <message>
        <source>Keep this state under a name, to come back to it</source>
        <translation>Diesen Stand unter einem Namen behalten, um auf ihn zurückzukommen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ImageColourPicker</name>
    <message>
        <source>Painting to pick a colour from</source>
        <translation>Gemälde, aus dem eine Farbe zu wählen ist</translation>
    </message>
    <message>
        <source>Click into the painting to take a colour of it</source>
        <translation>In das Gemälde klicken, um eine Farbe daraus zu nehmen</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The log is in {path}. It names none of your pictures.</source>
        <translation>Das Protokoll liegt in {path}. Es nennt keines Ihrer Bilder.</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>Noch ist nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>LookClipboard</name>
    <message>
        <source>Paste look</source>
        <translation>Look einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Apply look to %n photos</source>
        <translation>
            <numerusform>Look auf %n Foto anwenden</numerusform>
            <numerusform>Look auf %n Fotos anwenden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookField</name>
    <message numerus="yes">
        <source>%n photos get</source>
        <translation>
            <numerusform>%n Foto erhält</numerusform>
            <numerusform>%n Fotos erhalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LutExport</name>
    <message>
        <source>Export LUT</source>
        <translation>LUT exportieren</translation>
    </message>
    <message>
        <source>Cube LUT of {points} points ({pattern})</source>
        <translation>Cube-LUT mit {points} Punkten ({pattern})</translation>
    </message>
    <message>
        <source>HaldCLUT ({pattern})</source>
        <translation>HaldCLUT ({pattern})</translation>
    </message>
    <message>
        <source>Saved {name}. It holds {share} % of how the colours of this photo vary: those that depend on how bright things are, not on what they are.</source>
        <translation>{name} gespeichert. Die LUT enthält {share} % der Farbunterschiede dieses Fotos: die, die von der Helligkeit abhängen und nicht davon, was zu sehen ist.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Local presets</source>
        <translation>Lokale Vorgaben</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Effekte</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>MarkFavourite</name>
    <message>
        <source>Star “{name}”</source>
        <translation>„{name}“ einen Stern geben</translation>
    </message>
    <message>
        <source>Take the star from “{name}”</source>
        <translation>„{name}“ den Stern nehmen</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>MissingPhotos</name>
    <message>
        <source>{name} is not there any more: the file was moved, renamed or deleted.</source>
        <translation>{name} ist nicht mehr da: Die Datei wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Remove from strip</source>
        <translation>Vom Filmstreifen nehmen</translation>
    </message>
</context>
<context>
    <name>MistakenPictures</name>
    <message>
        <source>“{name}” is grey: there are no colours to take from it.</source>
        <translation>„{name}“ ist grau: Daraus lassen sich keine Farben nehmen.</translation>
    </message>
    <message>
        <source>Colour it</source>
        <translation>Einfärben</translation>
    </message>
    <message>
        <source>Make a preset of it</source>
        <translation>Trotzdem Vorgabe machen</translation>
    </message>
    <message>
        <source>This picture already has colours; they will be replaced.</source>
        <translation>Dieses Bild hat schon Farben; sie werden ersetzt.</translation>
    </message>
    <message>
        <source>Take its colours instead</source>
        <translation>Stattdessen seine Farben nehmen</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} benutzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Intact: every file matches its manifest.</source>
        <translation>Unversehrt: Jede Datei stimmt mit dem Manifest überein.</translation>
    </message>
    <message>
        <source>It cannot be used. {reason}</source>
        <translation>Es ist nicht zu gebrauchen. {reason}</translation>
    </message>
    <message>
        <source>installed by you</source>
        <translation>von Ihnen installiert</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>mit dem Programm gekommen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>{kind} ({origin})</source>
        <translation>{kind} ({origin})</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{megabytes} MB, sees {side} × {side} pixels</source>
        <translation>{megabytes} MB, sieht {side} × {side} Pixel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Gelernt an</translation>
    </message>
    <message>
        <source>a photograph rebuilt with its own colours: PSNR {value} dB</source>
        <translation>ein Foto aus seinen eigenen Farben wiederhergestellt: PSNR {value} dB</translation>
    </message>
    <message>
        <source>colours guessed from the grey alone: PSNR {value} dB</source>
        <translation>nur aus dem Grau erratene Farben: PSNR {value} dB</translation>
    </message>
    <message>
        <source>colourfulness: {value} of the photograph&apos;s own</source>
        <translation>Farbigkeit: {value} von der des Fotos selbst</translation>
    </message>
    <message>
        <source>distance to the painting&apos;s palette: {value} (0 is that palette, 1 is grey)</source>
        <translation>Abstand zur Palette des Gemäldes: {value} (0 ist diese Palette, 1 ist grau)</translation>
    </message>
    <message>
        <source>difference between two paintings: {value} ab units</source>
        <translation>Unterschied zwischen zwei Gemälden: {value} ab-Einheiten</translation>
    </message>
    <message>
        <source>colour where lightness does not change: {value}</source>
        <translation>Farbe, wo die Helligkeit gleich bleibt: {value}</translation>
    </message>
    <message>
        <source>a photograph painted over and brought back: PSNR {value} dB</source>
        <translation>ein Foto, übermalt und zurückgeholt: PSNR {value} dB</translation>
    </message>
    <message>
        <source>share of the photographs&apos; distance to paintings that is gone: {value} (1 is all)</source>
        <translation>Anteil des Abstands der Fotos zu Gemälden, der weg ist: {value} (1 ist alles)</translation>
    </message>
    <message>
        <source>a grid in painted pictures: {value} (1 is none)</source>
        <translation>Raster in gemalten Bildern: {value} (1 ist keines)</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>The models are being checked…</source>
        <translation>Die Modelle werden geprüft…</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Put {name} back</source>
        <translation>{name} zurückholen</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models colour photos, or paint over them. Drop a model&apos;s folder or zip file here.</source>
        <translation>Modelle färben Fotos oder übermalen sie. Ziehen Sie den Ordner oder die Zip-Datei eines Modells hierher.</translation>
    </message>
    <message>
        <source>Install from zip file…</source>
        <translation>Aus Zip-Datei installieren…</translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation>Aus Ordner installieren…</translation>
    </message>
    <message>
        <source>Cancel installing</source>
        <translation>Installation abbrechen</translation>
    </message>
    <message>
        <source>“{name}” {version} is installed.</source>
        <translation>„{name}“ {version} ist installiert.</translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation>Ein Modell installieren</translation>
    </message>
    <message>
        <source>Models (*.zip model.json)</source>
        <translation>Modelle (*.zip model.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Insert…</source>
        <translation>Einfügen…</translation>
    </message>
    <message>
        <source>Put something of each photo into its result&apos;s name</source>
        <translation>Etwas von jedem Foto in den Namen seines Ergebnisses setzen</translation>
    </message>
    <message>
        <source>The photo&apos;s name</source>
        <translation>Name des Fotos</translation>
    </message>
    <message>
        <source>The photo&apos;s file ending</source>
        <translation>Dateiendung des Fotos</translation>
    </message>
    <message>
        <source>The photo&apos;s folder</source>
        <translation>Ordner des Fotos</translation>
    </message>
    <message>
        <source>The preset&apos;s name</source>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <source>The amount</source>
        <translation>Farbauftrag</translation>
    </message>
    <message>
        <source>The model&apos;s name</source>
        <translation>Name des Modells</translation>
    </message>
</context>
<context>
    <name>NewPresetDialog</name>
    <message>
        <source>Painting to preset</source>
        <translation>Vom Gemälde zur Vorgabe</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>Maler</translation>
    </message>
    <message>
        <source>Title of the painting</source>
        <translation>Titel des Gemäldes</translation>
    </message>
    <message>
        <source>Year of the painting</source>
        <translation>Jahr des Gemäldes</translation>
    </message>
    <message>
        <source>Drag a frame around what you want; with Shift, arrow keys size it.</source>
        <translation>Ziehen Sie einen Rahmen um das, was Sie möchten; mit der Umschalttaste ändern Pfeiltasten seine Größe.</translation>
    </message>
    <message>
        <source>Whole painting</source>
        <translation>Ganzes Gemälde</translation>
    </message>
    <message>
        <source>Add preset</source>
        <translation>Vorgabe hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>A preset needs a name with at least one letter or digit.</source>
        <translation>Eine Vorgabe braucht einen Namen mit mindestens einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>There already is a preset of this name; this one will be called “{name}”.</source>
        <translation>Es gibt schon eine Vorgabe dieses Namens; diese wird „{name}“ heißen.</translation>
    </message>
</context>
<context>
    <name>NewPresets</name>
    <message>
        <source>The painting is in the gallery; now drop the photo to colour.</source>
        <translation>Das Gemälde ist in der Galerie; jetzt fehlt noch das Foto.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>That did not work because of an error in Tintype.</source>
        <translation>Das ging wegen eines Fehlers in Tintype nicht.</translation>
    </message>
    <message>
        <source>Show report…</source>
        <translation>Bericht zeigen…</translation>
    </message>
</context>
<context>
    <name>OpenCommands</name>
    <message>
        <source>Films ({patterns})</source>
        <translation>Filme ({patterns})</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Add painting</source>
        <translation>Gemälde hinzufügen</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>OpenPhotos</name>
    <message>
        <source>on the canvas</source>
        <translation>auf der Leinwand</translation>
    </message>
    <message>
        <source>page {number} of the file</source>
        <translation>Seite {number} der Datei</translation>
    </message>
    <message>
        <source>comes with Tintype</source>
        <translation>kommt mit Tintype</translation>
    </message>
    <message>
        <source>pasted, not saved as a file</source>
        <translation>eingefügt, nicht als Datei gespeichert</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>the file is not there any more</source>
        <translation>die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>no look yet</source>
        <translation>noch ohne Look</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
</context>
<context>
    <name>PaletteStrip</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
</context>
<context>
    <name>PhotoLoader</name>
    <message>
        <source>Pasted photo</source>
        <translation>Eingefügtes Foto</translation>
    </message>
    <message>
        <source>Pasted {number}</source>
        <translation>Eingefügt {number}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Beside each photo</source>
        <translation>Neben jedem Foto</translation>
    </message>
    <message>
        <source>In a folder beside it</source>
        <translation>In einem Ordner daneben</translation>
    </message>
    <message>
        <source>In one folder</source>
        <translation>In einem Ordner</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
</context>
<context>
    <name>PresetActions</name>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation>Als Favorit markieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Vorgabe umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>PresetDelegate</name>
    <message>
        <source>For another model</source>
        <translation>Für ein anderes Modell</translation>
    </message>
</context>
<context>
    <name>PresetEditing</name>
    <message>
        <source>Add “{name}”</source>
        <translation>„{name}“ hinzufügen</translation>
    </message>
    <message>
        <source>Add {count} presets</source>
        <translation>{count} Vorgaben hinzufügen</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
    <message>
        <source>A preset needs a name with at least one letter or digit.</source>
        <translation>Eine Vorgabe braucht einen Namen mit mindestens einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>There already is a preset “{name}”; choose another name.</source>
        <translation>Es gibt schon eine Vorgabe „{name}“; wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>PresetImportExport</name>
    <message>
        <source>Import presets</source>
        <translation>Vorgaben importieren</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>Vorgabe exportieren</translation>
    </message>
    <message>
        <source>Should a small copy of the painting go with the preset?</source>
        <translation>Soll eine kleine Kopie des Gemäldes mit der Vorgabe gehen?</translation>
    </message>
    <message>
        <source>With it, the preset can be made anew for other models; others can see the painting.</source>
        <translation>Mit ihr lässt sich die Vorgabe für andere Modelle neu erstellen; andere können das Gemälde sehen.</translation>
    </message>
    <message>
        <source>Colours only</source>
        <translation>Nur die Farben</translation>
    </message>
    <message>
        <source>With the painting</source>
        <translation>Mit dem Gemälde</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} wurde exportiert.</translation>
    </message>
    <message>
        <source>Presets ({pattern})</source>
        <translation>Vorgaben ({pattern})</translation>
    </message>
</context>
<context>
    <name>PresetMaker</name>
    <message>
        <source>Pasted painting</source>
        <translation>Eingefügtes Gemälde</translation>
    </message>
</context>
<context>
    <name>PresetMessages</name>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>„{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“{name}” was made anew for this model.</source>
        <translation>„{name}“ wurde für dieses Modell neu erstellt.</translation>
    </message>
    <message>
        <source>{count} presets were made anew for this model.</source>
        <translation>{count} Vorgaben wurden für dieses Modell neu erstellt.</translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print {name}</source>
        <translation>{name} drucken</translation>
    </message>
</context>
<context>
    <name>ProjectActions</name>
    <message>
        <source>Take snapshot</source>
        <translation>Schnappschuss machen</translation>
    </message>
    <message>
        <source>Keep edits beside the photos</source>
        <translation>Bearbeitungen neben den Fotos behalten</translation>
    </message>
</context>
<context>
    <name>QualityField</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
</context>
<context>
    <name>QueueDelegate</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>QueueWindow</name>
    <message>
        <source>Export queue</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Nothing is being exported.</source>
        <translation>Es wird nichts exportiert.</translation>
    </message>
    <message>
        <source>{over} of {total} photos</source>
        <translation>{over} von {total} Fotos</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>{rate:.0f} a minute</source>
        <translation>{rate:.0f} je Minute</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>{count} exported</source>
        <translation>{count} exportiert</translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>{count} übersprungen</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} cancelled</source>
        <translation>{count} abgebrochen</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>noch etwa {hours} h</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Clear this list</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>{name} (not there any more)</source>
        <translation>{name} (nicht mehr da)</translation>
    </message>
</context>
<context>
    <name>RecoveryPrompts</name>
    <message numerus="yes">
        <source>%n pasted pictures from earlier are still here.</source>
        <translation>
            <numerusform>%n eingefügtes Bild von früher ist noch da.</numerusform>
            <numerusform>%n eingefügte Bilder von früher sind noch da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly. Restore “{name}”?</source>
        <translation>Tintype ist unerwartet zu Ende gegangen. „{name}“ wiederherstellen?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>RegionRow</name>
    <message>
        <source>Colours of the whole photo</source>
        <translation>Farben des ganzen Fotos</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Eine Farbe</translation>
    </message>
    <message>
        <source>{number}  {name}</source>
        <translation>{number}  {name}</translation>
    </message>
    <message>
        <source>Paint this region, and choose its preset or colour</source>
        <translation>Diesen Bereich malen und seine Vorgabe oder Farbe wählen</translation>
    </message>
    <message>
        <source>Hide region {number}</source>
        <translation>Bereich {number} verbergen</translation>
    </message>
    <message>
        <source>Show region {number}</source>
        <translation>Bereich {number} zeigen</translation>
    </message>
    <message>
        <source>Delete region {number}</source>
        <translation>Bereich {number} löschen</translation>
    </message>
</context>
<context>
    <name>RegionsController</name>
    <message>
        <source>Add region {number}</source>
        <translation>Bereich {number} hinzufügen</translation>
    </message>
    <message>
        <source>Add colour {number}</source>
        <translation>Farbe {number} hinzufügen</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Erase from region {number}</source>
        <translation>Aus Bereich {number} löschen</translation>
    </message>
    <message>
        <source>Paint region {number}</source>
        <translation>Bereich {number} malen</translation>
    </message>
    <message>
        <source>Invert region {number}</source>
        <translation>Bereich {number} umkehren</translation>
    </message>
    <message>
        <source>Amount of region {number}</source>
        <translation>Farbauftrag von Bereich {number}</translation>
    </message>
    <message>
        <source>Colour of region {number}</source>
        <translation>Farbe von Bereich {number}</translation>
    </message>
    <message>
        <source>Preset&apos;s colours for region {number}</source>
        <translation>Farben der Vorgabe für Bereich {number}</translation>
    </message>
    <message>
        <source>Show region {number}</source>
        <translation>Bereich {number} zeigen</translation>
    </message>
    <message>
        <source>Hide region {number}</source>
        <translation>Bereich {number} verbergen</translation>
    </message>
    <message>
        <source>Delete region {number}</source>
        <translation>Bereich {number} löschen</translation>
    </message>
</context>
<context>
    <name>RegionsPanel</name>
    <message>
        <source>Add region</source>
        <translation>Neuer Bereich</translation>
    </message>
    <message>
        <source>Add colour</source>
        <translation>Neue Farbe</translation>
    </message>
    <message>
        <source>Set the colour that something in the photo had</source>
        <translation>Angeben, welche Farbe etwas auf dem Foto hatte</translation>
    </message>
    <message>
        <source>Give a part of the photo a preset or a colour of its own.</source>
        <translation>Einem Teil des Fotos eine eigene Vorgabe oder Farbe geben.</translation>
    </message>
    <message>
        <source>Paint on the photo, then choose a preset. Esc puts the brush away.</source>
        <translation>Auf das Foto malen, dann eine Vorgabe wählen. Esc legt den Pinsel weg.</translation>
    </message>
    <message>
        <source>Click on the object, or paint over it. Esc puts the brush away.</source>
        <translation>Auf die Sache klicken oder sie übermalen. Esc legt den Pinsel weg.</translation>
    </message>
    <message>
        <source>Without a mouse: arrow keys move the brush, Enter sets it down.</source>
        <translation>Ohne Maus: Pfeiltasten bewegen den Pinsel, die Eingabetaste setzt ihn auf.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>The brush takes away (or hold Alt)</source>
        <translation>Der Pinsel nimmt weg (oder Alt halten)</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>The region is all that is not painted</source>
        <translation>Der Bereich ist alles, was nicht bemalt ist</translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation>Maske zeigen</translation>
    </message>
    <message>
        <source>Hatch what the region covers</source>
        <translation>Schraffieren, was der Bereich bedeckt</translation>
    </message>
    <message>
        <source>Colour of its own</source>
        <translation>Eigene Farbe</translation>
    </message>
    <message>
        <source>Give the region the colour {colour}</source>
        <translation>Dem Bereich die Farbe {colour} geben</translation>
    </message>
    <message>
        <source>A colour for a place</source>
        <translation>Eine Farbe für eine Stelle</translation>
    </message>
    <message>
        <source>Take the preset&apos;s colours</source>
        <translation>Die Farben der Vorgabe nehmen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Radius of the brush, as a share of the photo ([ and ])</source>
        <translation>Radius des Pinsels, als Teil des Fotos ([ und ])</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Farbauftrag</translation>
    </message>
    <message>
        <source>Amount of the region</source>
        <translation>Farbauftrag des Bereichs</translation>
    </message>
</context>
<context>
    <name>RepaintController</name>
    <message>
        <source>Painting over</source>
        <translation>Übermalen</translation>
    </message>
    <message>
        <source>No painting over</source>
        <translation>Keine Übermalung</translation>
    </message>
    <message>
        <source>Paint over: {painter}</source>
        <translation>Übermalen: {painter}</translation>
    </message>
    <message>
        <source>Brush {number}</source>
        <translation>Pinsel {number}</translation>
    </message>
    <message>
        <source>Paint {number}</source>
        <translation>Malerei {number}</translation>
    </message>
</context>
<context>
    <name>RepaintPanel</name>
    <message>
        <source>The painter in whose style the photo is painted over</source>
        <translation>In wessen Manier das Foto übermalt wird</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>Maler</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malerei</translation>
    </message>
    <message>
        <source>From fine to broad strokes; broad ones are painted faster</source>
        <translation>Von feinen bis zu breiten Strichen; breite sind schneller gemalt</translation>
    </message>
    <message>
        <source>Less brings the photo&apos;s own detail back in place of the strokes</source>
        <translation>Weniger bringt statt der Striche die Einzelheiten des Fotos zurück</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>RestoredEdits</name>
    <message>
        <source>Your edit of this photo was restored.</source>
        <translation>Was Sie aus diesem Foto gemacht haben, ist wieder da.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>It was made with another model; its presets were replaced by those of this model.</source>
        <translation>Damals färbte es ein anderes Modell; seine Vorgaben sind nun die dieses Modells.</translation>
    </message>
    <message>
        <source>Numbers that were changed by hand do not fit this model and were left out.</source>
        <translation>Von Hand veränderte Zahlen sagen ihm nichts und wurden weggelassen.</translation>
    </message>
</context>
<context>
    <name>SaveCommands</name>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The result is on the clipboard.</source>
        <translation>Das Ergebnis ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Folder to save in</source>
        <translation>Ordner zum Speichern</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>That is the photograph itself; give the result another name.</source>
        <translation>Das ist das Foto selbst; geben Sie dem Ergebnis einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is a file of this name; it will be replaced.</source>
        <translation>Es gibt eine Datei dieses Namens; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>JPEG holds 8 bits a channel; PNG and TIFF keep this photo&apos;s 16.</source>
        <translation>JPEG fasst 8 Bit je Kanal; PNG und TIFF behalten die 16 dieses Fotos.</translation>
    </message>
    <message>
        <source>Keeps this photo&apos;s 16 bits a channel.</source>
        <translation>Behält die 16 Bit je Kanal dieses Fotos.</translation>
    </message>
    <message>
        <source>Full size, with the photo&apos;s own metadata.</source>
        <translation>Volle Größe, mit den Metadaten des Fotos.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Name, painter or year</source>
        <translation>Name, Maler oder Jahr</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>Vorgaben suchen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings were damaged and have been reset; the old ones are in {name}.</source>
        <translation>Die Einstellungen waren beschädigt und wurden zurückgesetzt; die alten sind in {name}.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Automatic: the quickest that works</source>
        <translation>Automatisch: das schnellste, das funktioniert</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>Netze laufen auf</translation>
    </message>
    <message>
        <source>In Tintype&apos;s own folder</source>
        <translation>Im eigenen Ordner von Tintype</translation>
    </message>
    <message>
        <source>Beside the photos</source>
        <translation>Neben den Fotos</translation>
    </message>
    <message>
        <source>Edits are kept</source>
        <translation>Bearbeitungen liegen</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> Megapixel</translation>
    </message>
    <message>
        <source>Largest photo</source>
        <translation>Größtes Foto</translation>
    </message>
    <message>
        <source>Larger photos are refused before they are decoded, since even a small file can be made to fill all memory. Default: {megapixels}.</source>
        <translation>Größere Fotos werden vor dem Decodieren abgewiesen, denn schon eine kleine Datei kann den ganzen Speicher füllen. Voreinstellung: {megapixels}.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Half of what is free</source>
        <translation>Die Hälfte des freien</translation>
    </message>
    <message>
        <source>Memory to open a photo</source>
        <translation>Speicher zum Öffnen eines Fotos</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>JPEG-Qualität</translation>
    </message>
    <message>
        <source>JPEG quality: {quality}</source>
        <translation>JPEG-Qualität: {quality}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Auf dem Bild</translation>
    </message>
    <message>
        <source>See the original while it is held</source>
        <translation>Das Original sehen, solange sie gehalten wird</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>Einen Regler zurücksetzen</translation>
    </message>
    <message>
        <source>Double-click on its name</source>
        <translation>Doppelklick auf seinen Namen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Volle Größe</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>Lange Seite</translation>
    </message>
    <message>
        <source>Share of full size</source>
        <translation>Anteil der vollen Größe</translation>
    </message>
    <message>
        <source>Long side in pixels</source>
        <translation>Lange Seite in Pixeln</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Share in per cent</source>
        <translation>Anteil in Prozent</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>Double-click to reset, or press Backspace on the slider</source>
        <translation>Doppelklick setzt zurück, auf dem Regler auch die Rücktaste</translation>
    </message>
    <message>
        <source>{name} as a number</source>
        <translation>{name} als Zahl</translation>
    </message>
    <message>
        <source>Type a number from {least} to {most}</source>
        <translation>Eine Zahl von {least} bis {most} eingeben</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <source>Take snapshot “{name}”</source>
        <translation>Schnappschuss „{name}“ machen</translation>
    </message>
    <message>
        <source>Back to “{name}”</source>
        <translation>Zurück zu „{name}“</translation>
    </message>
    <message>
        <source>Rename snapshot “{name}”</source>
        <translation>Schnappschuss „{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Delete snapshot “{name}”</source>
        <translation>Schnappschuss „{name}“ löschen</translation>
    </message>
    <message>
        <source>Uncoloured</source>
        <translation>Ungefärbt</translation>
    </message>
    <message>
        <source>{name}, {percent} %</source>
        <translation>{name}, {percent} %</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>Show favourites only</source>
        <translation>Nur Favoriten zeigen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{name}   {size} px   {megapixels} MP</source>
        <translation>{name}   {size} px   {megapixels} MP</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>UndoMessages</name>
    <message>
        <source>Undone, but not on this photo: {step}</source>
        <translation>Zurückgenommen, aber nicht an diesem Foto: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Colour a photograph like a painting</source>
        <translation>Ein Foto färben wie ein Gemälde</translation>
    </message>
    <message>
        <source>Drop a black-and-white photograph; pick a painting on the right, or drop your own.</source>
        <translation>Ziehen Sie ein Schwarzweißfoto hierher; wählen Sie rechts ein Gemälde, oder bringen Sie Ihr eigenes.</translation>
    </message>
    <message>
        <source>Drop it here, or click to choose</source>
        <translation>Hierher ziehen, oder klicken und wählen</translation>
    </message>
    <message>
        <source>Photo to colour</source>
        <translation>Foto zum Färben</translation>
    </message>
    <message>
        <source>Painting to take colours from</source>
        <translation>Gemälde als Farbvorbild</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Mit einem Beispiel versuchen</translation>
    </message>
    <message>
        <source>Recent photos</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>Open the last %n photos again</source>
        <translation>
            <numerusform>%n letztes Foto wieder öffnen</numerusform>
            <numerusform>Die letzten %n Fotos wieder öffnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZoomChip</name>
    <message>
        <source>How large the photo is shown</source>
        <translation>Wie groß das Foto gezeigt wird</translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>Zoom {percent}</source>
        <translation>Zoom {percent}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>engine</name>
    <message>
        <source>is up to date</source>
        <translation>ist auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>has colours already</source>
        <translation>hat schon Farben</translation>
    </message>
    <message>
        <source>there is no end of numbers</source>
        <translation>die Zahlen nehmen kein Ende</translation>
    </message>
    <message>
        <source>{0} is the original photograph {1}; save under another name or elsewhere.</source>
        <translation>{0} ist das Originalfoto {1}; speichern Sie unter anderem Namen oder anderswo.</translation>
    </message>
    <message>
        <source>The long side must be {0} to {1} px, not {2}.</source>
        <translation>Eine lange Seite hat {0} bis {1} px, nicht {2}.</translation>
    </message>
    <message>
        <source>The size must be {0} to 100 per cent, not {1}.</source>
        <translation>Eine Größe hat {0} bis 100 Prozent, nicht {1}.</translation>
    </message>
    <message>
        <source>{0} does not fit into memory; make it smaller.</source>
        <translation>{0} passt nicht in den Speicher; verkleinern Sie es.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); waiting for it.</source>
        <translation>{0} kann nicht gelesen werden ({1}); es wird gewartet.</translation>
    </message>
    <message>
        <source>{0} can be read again.</source>
        <translation>{0} lässt sich wieder lesen.</translation>
    </message>
    <message>
        <source>The file's curve (number {0} of ITU-T H.273) is not known; it is taken as sRGB's.</source>
        <translation>Die Kurve der Datei (Nummer {0} nach ITU-T H.273) ist nicht bekannt; sie wird als die von sRGB genommen.</translation>
    </message>
    <message>
        <source>The gamma that the file tells makes no sense and was left out.</source>
        <translation>Das Gamma, das die Datei angibt, ist unsinnig und wurde nicht angewandt.</translation>
    </message>
    <message>
        <source>The photograph is HDR ({0}), taken as if it were not, so that it looks flat; export it as SDR first.</source>
        <translation>Das Foto ist HDR ({0}) und wird genommen, als wäre es keines, sodass es flau aussieht; exportieren Sie es zuerst als SDR.</translation>
    </message>
    <message>
        <source>The file holds linear light, and is read as such.</source>
        <translation>Die Datei enthält lineares Licht und wird so gelesen.</translation>
    </message>
    <message>
        <source>The file says that its brightness has a gamma of {0}, and is read so.</source>
        <translation>Die Datei gibt für ihre Helligkeit ein Gamma von {0} an und wird so gelesen.</translation>
    </message>
    <message>
        <source>The colour profile was left out: {0}.</source>
        <translation>Das Farbprofil wurde weggelassen: {0}.</translation>
    </message>
    <message>
        <source>the profile is for another kind of picture</source>
        <translation>das Profil ist für eine andere Art von Bild</translation>
    </message>
    <message>
        <source>the profile cannot be used</source>
        <translation>das Profil ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>{0} is not a colour like #2a4b7c</source>
        <translation>{0} ist keine Farbe wie #2a4b7c</translation>
    </message>
    <message>
        <source>what it holds makes no sense</source>
        <translation>was darin steht, ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>it is not allowed</source>
        <translation>es ist nicht erlaubt</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a device or a pipe</source>
        <translation>es ist ein Gerät oder eine Pipe</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>no room is left on the disk</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>its links go round in circles</source>
        <translation>seine Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>ein anderes Programm benutzt es</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>the network does not answer</source>
        <translation>das Netz antwortet nicht</translation>
    </message>
    <message>
        <source>its field {0} is missing</source>
        <translation>das Feld {0} fehlt</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>es ist kein Text</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>eine Zahl darin ist zu groß</translation>
    </message>
    <message>
        <source>a part of it is of the wrong kind</source>
        <translation>ein Teil davon ist von falscher Art</translation>
    </message>
    <message>
        <source>error {0} of the system</source>
        <translation>Fehler {0} des Systems</translation>
    </message>
    <message>
        <source>its header makes no sense</source>
        <translation>sein Dateikopf ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete (its data are far too few for {1} x {2} px); copy it again.</source>
        <translation>{0} ist beschädigt oder unvollständig (es hat viel zu wenige Daten für {1} x {2} px); kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file holds {0} frames; only the first is used.</source>
        <translation>Die Datei enthält {0} Einzelbilder; nur das erste wird verwendet.</translation>
    </message>
    <message>
        <source>The file holds {0} pictures; only the main one is used.</source>
        <translation>Die Datei enthält {0} Bilder; nur das Hauptbild wird benutzt.</translation>
    </message>
    <message>
        <source>{0} has {1} megapixels, more than the limit of {2}; make it smaller first, or set a higher limit ({3}).</source>
        <translation>{0} hat {1} Megapixel, mehr als die Grenze von {2}; verkleinern Sie es zuerst, oder setzen Sie die Grenze höher ({3}).</translation>
    </message>
    <message>
        <source>{0} is not a picture that can be read; give one of these: {1}.</source>
        <translation>{0} ist kein Bild, das sich lesen lässt; wählen Sie eines von diesen: {1}.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete, or {1} of a kind that is not known here; copy it again, or save it as TIFF or PNG.</source>
        <translation>{0} ist beschädigt oder unvollständig oder {1} von einer Art, die hier nicht bekannt ist; kopieren Sie die Datei noch einmal oder speichern Sie sie als TIFF oder PNG.</translation>
    </message>
    <message>
        <source>{0} is {1}, not a picture that can be read; give one of these: {2}.</source>
        <translation>{0} ist {1}, kein lesbares Bild; wählen Sie eines von diesen: {2}.</translation>
    </message>
    <message>
        <source>{0} holds nothing but a camera's raw data; develop it in another program and save it as TIFF or JPEG.</source>
        <translation>{0} enthält nur die Rohdaten einer Kamera; entwickeln Sie sie in einem anderen Programm und speichern Sie sie als TIFF oder JPEG.</translation>
    </message>
    <message>
        <source>The end of the file is missing, but the picture is whole.</source>
        <translation>Das Ende der Datei fehlt, aber das Bild ist vollständig.</translation>
    </message>
    <message>
        <source>{0} has {1} bits a channel of an unusual kind; save it as 8 or 16.</source>
        <translation>{0} hat {1} Bit je Kanal einer ungewöhnlichen Art; speichern Sie es mit 8 oder 16.</translation>
    </message>
    <message>
        <source>its parts disagree about its size</source>
        <translation>seine Teile sind sich über seine Größe uneins</translation>
    </message>
    <message>
        <source>{0} is a JPEG 2000 of CIELAB, which is not supported; save it as TIFF.</source>
        <translation>{0} ist ein JPEG 2000 in CIELAB, das nicht unterstützt wird; speichern Sie es als TIFF.</translation>
    </message>
    <message>
        <source>{0} is JPEG of a kind that is not supported ({1}); save it as TIFF or PNG.</source>
        <translation>{0} ist JPEG von einer Art, die nicht unterstützt wird ({1}); speichern Sie es als TIFF oder PNG.</translation>
    </message>
    <message>
        <source>it holds no picture</source>
        <translation>es enthält kein Bild</translation>
    </message>
    <message>
        <source>its header is too short</source>
        <translation>sein Dateikopf ist zu kurz</translation>
    </message>
    <message>
        <source>its parts are in the wrong order</source>
        <translation>seine Teile stehen in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>The colour profile was left out: it is packed in a way that cannot be read; sRGB is assumed.</source>
        <translation>Das Farbprofil wurde weggelassen: Es ist auf eine Weise verpackt, die nicht gelesen werden kann; sRGB wird angenommen.</translation>
    </message>
    <message>
        <source>The decoder gives this file's colours in linear light of 8 bits, so that its shadows are coarse.</source>
        <translation>Der Decoder liefert die Farben dieser Datei in linearem Licht mit 8 Bit, sodass die Schatten grob abgestuft sind.</translation>
    </message>
    <message>
        <source>The file is animated; only its first picture is used.</source>
        <translation>Die Datei ist animiert; nur ihr erstes Bild wird verwendet.</translation>
    </message>
    <message>
        <source>{0} is a JPEG XL of CMYK, which is not supported; save it as TIFF.</source>
        <translation>{0} ist ein JPEG XL in CMYK, was nicht unterstützt wird; speichern Sie es als TIFF.</translation>
    </message>
    <message>
        <source>{0} takes about {1} MB of memory to open, more than the limit of {2} MB; make it smaller, close other programs, or set a higher limit ({3}).</source>
        <translation>{0} braucht zum Öffnen etwa {1} MB Arbeitsspeicher, mehr als die Grenze von {2} MB; verkleinern Sie es, schließen Sie andere Programme oder setzen Sie eine höhere Grenze ({3}).</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} kann nicht gelesen werden ({1}).</translation>
    </message>
    <message>
        <source>it breaks off in the middle</source>
        <translation>es bricht mittendrin ab</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete ({1}); copy it again.</source>
        <translation>{0} ist beschädigt oder unvollständig ({1}); kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is in use by another program; close it there and try again.</source>
        <translation>{0} wird von einem anderen Programm benutzt; schließen Sie es dort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} may not be read; ask its owner for permission.</source>
        <translation>{0} darf nicht gelesen werden; bitten Sie den Besitzer um Erlaubnis.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete, or of a kind that is not known here; copy it again, or save it as TIFF or PNG.</source>
        <translation>{0} ist beschädigt oder unvollständig oder von einer Art, die hier nicht bekannt ist; kopieren Sie die Datei noch einmal oder speichern Sie sie als TIFF oder PNG.</translation>
    </message>
    <message>
        <source>{0} is a folder; give the photographs in it.</source>
        <translation>{0} ist ein Ordner; geben Sie die Fotos darin an.</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, not a picture file.</source>
        <translation>{0} ist ein Gerät oder eine Pipe, keine Bilddatei.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Es gibt keine Datei {0}.</translation>
    </message>
    <message>
        <source>{0} uses a feature of its format that is not supported; save it as TIFF or PNG.</source>
        <translation>{0} verwendet etwas in seinem Format, das nicht unterstützt wird; speichern Sie die Datei als TIFF oder PNG.</translation>
    </message>
    <message>
        <source>There is no file {0} ({1}).</source>
        <translation>Es gibt keine Datei {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} needs the library {1}, which is missing or cannot be loaded; install Tintype again.</source>
        <translation>{0} braucht die Bibliothek {1}, die fehlt oder nicht geladen werden kann; installieren Sie Tintype neu.</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes); copy it again.</source>
        <translation>{0} ist leer (0 Bytes); kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} was changed by another program while it was read; try again when that is done.</source>
        <translation>{0} wurde von einem anderen Programm geändert, während es gelesen wurde; versuchen Sie es noch einmal, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>{0} cannot be read: either it is damaged, or of a kind that is not known here; open it in another program and save it as TIFF or PNG.</source>
        <translation>{0} kann nicht gelesen werden: Entweder ist es beschädigt oder von einer Art, die hier nicht bekannt ist; öffnen Sie es in einem anderen Programm und speichern Sie es als TIFF oder PNG.</translation>
    </message>
    <message>
        <source>{0} has pixels of an unusual kind ({1}); save it as 8 bits, grey or RGB.</source>
        <translation>{0} hat Pixel einer ungewöhnlichen Art ({1}); speichern Sie es mit 8 Bit, grau oder RGB.</translation>
    </message>
    <message>
        <source>Text in the file is damaged or far too long and was left out.</source>
        <translation>Text in der Datei ist beschädigt oder viel zu lang und wurde weggelassen.</translation>
    </message>
    <message>
        <source>A part of the file beside its pixels is damaged and was left out.</source>
        <translation>Ein Teil der Datei neben den Bildpunkten ist beschädigt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>{0} is a PSD of separate inks (multichannel), of whose colours it does not tell; save it as RGB or grey.</source>
        <translation>{0} ist eine PSD mit einzelnen Druckfarben (Mehrkanal), über deren Farbtöne sie nichts sagt; speichern Sie sie als RGB oder Graustufen.</translation>
    </message>
    <message>
        <source>{0} is a PSD of {1} bits a channel, which is not supported; save it as TIFF.</source>
        <translation>{0} ist eine PSD mit {1} Bit je Kanal, die nicht unterstützt wird; speichern Sie es als TIFF.</translation>
    </message>
    <message>
        <source>{0} is a PSD of colours that are not supported; save it as TIFF.</source>
        <translation>{0} ist ein PSD mit Farben, die nicht unterstützt werden; speichern Sie die Datei als TIFF.</translation>
    </message>
    <message>
        <source>{0} holds layers, but not the picture that they make; save it anew with maximised compatibility, or as TIFF.</source>
        <translation>{0} enthält Ebenen, aber nicht das Bild, das sie ergeben; speichern Sie es neu mit maximaler Kompatibilität oder als TIFF.</translation>
    </message>
    <message>
        <source>{0} is a PSD compressed in a way that is not supported; save it as TIFF.</source>
        <translation>{0} ist ein PSD, das auf eine nicht unterstützte Weise komprimiert ist; speichern Sie die Datei als TIFF.</translation>
    </message>
    <message>
        <source>{0} is a camera's RAW file; install what reads it ({1}), or develop it to TIFF first.</source>
        <translation>{0} ist die RAW-Datei einer Kamera; installieren Sie, was sie liest ({1}), oder entwickeln Sie sie zuerst als TIFF.</translation>
    </message>
    <message>
        <source>{0} is a camera's RAW file, which this package cannot read; develop it to TIFF first.</source>
        <translation>{0} ist die RAW-Datei einer Kamera, die dieses Paket nicht lesen kann; bitte entwickeln Sie sie zuerst als TIFF.</translation>
    </message>
    <message>
        <source>{0} is not a RAW file, or is from an unknown camera; develop it to TIFF first.</source>
        <translation>{0} ist keine RAW-Datei, oder von einer unbekannten Kamera; entwickeln Sie sie zuerst als TIFF.</translation>
    </message>
    <message>
        <source>{0} is not the shape of a picture</source>
        <translation>{0} ist nicht die Form eines Bildes</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>ein PostScript-Dokument</translation>
    </message>
    <message>
        <source>an encapsulated PostScript file</source>
        <translation>eine EPS-Datei (PostScript)</translation>
    </message>
    <message>
        <source>an archive (ZIP or a document)</source>
        <translation>ein Archiv (ZIP) oder ein Dokument</translation>
    </message>
    <message>
        <source>an archive (RAR)</source>
        <translation>ein Archiv (RAR)</translation>
    </message>
    <message>
        <source>an archive (7-Zip)</source>
        <translation>ein Archiv (7-Zip)</translation>
    </message>
    <message>
        <source>an archive (gzip)</source>
        <translation>ein Archiv (gzip)</translation>
    </message>
    <message>
        <source>a large Photoshop document (PSB)</source>
        <translation>ein großes Photoshop-Dokument (PSB)</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>ein GIMP-Dokument</translation>
    </message>
    <message>
        <source>an OpenEXR picture</source>
        <translation>ein OpenEXR-Bild</translation>
    </message>
    <message>
        <source>a Radiance picture</source>
        <translation>ein Radiance-Bild</translation>
    </message>
    <message>
        <source>a JPEG XR picture</source>
        <translation>ein JPEG-XR-Bild</translation>
    </message>
    <message>
        <source>a DDS texture</source>
        <translation>eine DDS-Textur</translation>
    </message>
    <message>
        <source>a QOI picture</source>
        <translation>ein QOI-Bild</translation>
    </message>
    <message>
        <source>a PAM picture</source>
        <translation>ein PAM-Bild</translation>
    </message>
    <message>
        <source>a FITS picture</source>
        <translation>ein FITS-Bild</translation>
    </message>
    <message>
        <source>a DICOM picture</source>
        <translation>ein DICOM-Bild</translation>
    </message>
    <message>
        <source>a DjVu document</source>
        <translation>ein DjVu-Dokument</translation>
    </message>
    <message>
        <source>a Windows icon</source>
        <translation>ein Windows-Symbol</translation>
    </message>
    <message>
        <source>a video file</source>
        <translation>eine Videodatei</translation>
    </message>
    <message>
        <source>a computer program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>{0} has {1} bits of {2}; save it as grey or RGB.</source>
        <translation>{0} hat {1} Bit {2}; speichern Sie es grau oder als RGB.</translation>
    </message>
    <message>
        <source>{0} has {1} channels, of which no more than {2} are supported; save it as grey or RGB.</source>
        <translation>{0} hat {1} Kanäle, von denen höchstens {2} unterstützt werden; speichern Sie es in Grau oder RGB.</translation>
    </message>
    <message>
        <source>{0} is compressed in a way that is not supported ({1}); save it uncompressed or with LZW.</source>
        <translation>{0} ist auf eine Art komprimiert, die nicht unterstützt wird ({1}); speichern Sie es unkomprimiert oder mit LZW.</translation>
    </message>
    <message>
        <source>Its colour map has 8 bits in place of 16, as some programs write it against the rule.</source>
        <translation>Die Farbtabelle hat 8 statt 16 Bit, wie manche Programme sie entgegen der Vorschrift schreiben.</translation>
    </message>
    <message>
        <source>The file has one ink, which is taken for black.</source>
        <translation>Die Datei hat eine Druckfarbe; sie wird als Schwarz gelesen.</translation>
    </message>
    <message>
        <source>The file has three inks, which are taken for cyan, magenta and yellow.</source>
        <translation>Die Datei hat drei Druckfarben; sie werden als Cyan, Magenta und Gelb gelesen.</translation>
    </message>
    <message>
        <source>The file's inks are not said to be cyan, magenta, yellow and black; they are taken for these.</source>
        <translation>Die Datei sagt nicht, dass ihre Druckfarben Cyan, Magenta, Gelb und Schwarz sind; sie werden dafür gehalten.</translation>
    </message>
    <message>
        <source>The file does not tell what its further channels are; only the first is used, as grey.</source>
        <translation>Die Datei sagt nicht, was ihre weiteren Kanäle sind; nur der erste wird verwendet, als Grau.</translation>
    </message>
    <message>
        <source>{0} has {1} bits of CIELAB; save it as grey or RGB.</source>
        <translation>{0} hat {1} Bit CIELAB; speichern Sie es in Grau oder RGB.</translation>
    </message>
    <message>
        <source>The file tells a tone curve of its own, which is not applied; the picture may be too dark or too light.</source>
        <translation>Die Datei gibt eine eigene Tonwertkurve an, die nicht angewandt wird; das Bild kann zu dunkel oder zu hell sein.</translation>
    </message>
    <message>
        <source>The file holds {0} pages, of which this is the first.</source>
        <translation>Die Datei enthält {0} Seiten; dies ist die erste.</translation>
    </message>
    <message>
        <source>The file holds a camera's raw data, which are left out; its developed picture is used.</source>
        <translation>Die Datei enthält Rohdaten einer Kamera, die nicht verwendet werden; das entwickelte Bild darin wird benutzt.</translation>
    </message>
    <message>
        <source>The file also holds a mask of the picture, which is left out.</source>
        <translation>Die Datei enthält auch eine Maske des Bildes, die weggelassen wird.</translation>
    </message>
    <message>
        <source>The file also holds smaller copies of the picture ({0}); the full size is used.</source>
        <translation>Die Datei enthält auch kleinere Kopien des Bildes ({0}); die volle Größe wird verwendet.</translation>
    </message>
    <message>
        <source>The file does not say what its values mean; they are read as most programs read them.</source>
        <translation>Die Datei sagt nicht, was ihre Zahlen bedeuten; sie werden so verstanden wie in anderen Programmen.</translation>
    </message>
    <message>
        <source>numbers from {0} (black) to {1} (white)</source>
        <translation>Zahlen von {0} (Schwarz) bis {1} (Weiß)</translation>
    </message>
    <message>
        <source>The file holds {0}-bit floating point, taken as {1}; the result has 16 bits at most.</source>
        <translation>Die Datei enthält Gleitkommazahlen mit {0} Bit, genommen als {1}; das Ergebnis hat höchstens 16 Bit.</translation>
    </message>
    <message>
        <source>The file holds signed numbers of {0} bits, taken from black to white.</source>
        <translation>Die Datei enthält Zahlen mit Vorzeichen von {0} Bit, von Schwarz bis Weiß genommen.</translation>
    </message>
    <message>
        <source>{0} has pixels without a value (NaN or infinite); save it with 16 bits a channel.</source>
        <translation>{0} hat Bildpunkte ohne Wert (NaN oder unendlich); speichern Sie es mit 16 Bit je Kanal.</translation>
    </message>
    <message>
        <source>{0} has floating-point values from {1} to {2}; bring them between 0 (black) and 1 (white), or save it with 16 bits.</source>
        <translation>{0} hat Gleitkommawerte von {1} bis {2}; bringen Sie sie zwischen 0 (schwarz) und 1 (weiß), oder speichern Sie es mit 16 Bit.</translation>
    </message>
    <message>
        <source>numbers of linear light</source>
        <translation>Werte in linearem Licht</translation>
    </message>
    <message>
        <source>what its colour profile says</source>
        <translation>was ihr Farbprofil sagt</translation>
    </message>
    <message>
        <source>amounts of ink</source>
        <translation>Mengen von Farbe</translation>
    </message>
    <message>
        <source>Its values go from {0} to {1}; what is darker than black or brighter than white is cut.</source>
        <translation>Die Werte reichen von {0} bis {1}; was dunkler als Schwarz oder heller als Weiß ist, wird abgeschnitten.</translation>
    </message>
    <message>
        <source>The {0} must be from {1} to {2}, not {3}.</source>
        <translation>{0} muss von {1} bis {2} gehen, nicht {3}.</translation>
    </message>
    <message>
        <source>A weight must be from 0 to 1, not {0}.</source>
        <translation>Ein Gewicht muss von 0 bis 1 gehen, nicht {0}.</translation>
    </message>
    <message>
        <source>A blend has 1 to {0} presets, not {1}.</source>
        <translation>Eine Mischung hat 1 bis {0} Vorgaben, nicht {1}.</translation>
    </message>
    <message>
        <source>The weights of a blend sum to 1, not {0}.</source>
        <translation>Die Gewichte einer Mischung ergeben 1, nicht {0}.</translation>
    </message>
    <message>
        <source>Natural colours are in a blend once at most.</source>
        <translation>Natürliche Farben kommen in einer Mischung höchstens einmal vor.</translation>
    </message>
    <message>
        <source>Presets of different models cannot be mixed.</source>
        <translation>Vorgaben verschiedener Modelle lassen sich nicht mischen.</translation>
    </message>
    <message>
        <source>Natural colours have no numbers to shift.</source>
        <translation>Natürliche Farben haben keine Zahlen, die sich verschieben ließen.</translation>
    </message>
    <message>
        <source>Embeddings of different sizes cannot be mixed.</source>
        <translation>Einbettungen verschiedener Größe lassen sich nicht mischen.</translation>
    </message>
    <message>
        <source>A shift is made of finite numbers.</source>
        <translation>Eine Verschiebung besteht aus endlichen Zahlen.</translation>
    </message>
    <message>
        <source>A region has presets or a colour, not both.</source>
        <translation>Ein Bereich hat Vorgaben oder eine Farbe, nicht beides.</translation>
    </message>
    <message>
        <source>The a* and b* of a colour are from {0} to {1}.</source>
        <translation>a* und b* einer Farbe liegen zwischen {0} und {1}.</translation>
    </message>
    <message>
        <source>The amount must be from 0 to {0}, not {1}.</source>
        <translation>Der Farbauftrag muss von 0 bis {0} gehen, nicht {1}.</translation>
    </message>
    <message>
        <source>The picture within a border is straightened, but not turned.</source>
        <translation>Das Bild innerhalb eines Randes wird gerade gerichtet, aber nicht gedreht.</translation>
    </message>
    <message>
        <source>A photograph is cropped to a rectangle, not to an oval.</source>
        <translation>Ein Foto wird auf ein Rechteck beschnitten, nicht auf ein Oval.</translation>
    </message>
    <message>
        <source>No preset was chosen for this photograph; choose one.</source>
        <translation>Für dieses Foto ist keine Vorgabe gewählt; wählen Sie eine.</translation>
    </message>
    <message>
        <source>A photograph is turned by 0 to 3 quarters, not {0}.</source>
        <translation>Ein Foto wird um 0 bis 3 Viertel gedreht, nicht um {0}.</translation>
    </message>
    <message>
        <source>A photograph is straightened by {0} to {1} degrees, not {2}.</source>
        <translation>Ein Foto wird um {0} bis {1} Grad gerade gerichtet, nicht um {2}.</translation>
    </message>
    <message>
        <source>A part of a photograph has sides of at least {0} of it, and lies inside of it.</source>
        <translation>Ein Ausschnitt liegt ganz im Foto, und jede Seite misst mindestens {0} der seinen.</translation>
    </message>
    <message>
        <source>The look "{0}" belongs to the model "{1}", not "{2}"; choose that model.</source>
        <translation>Der Look „{0}“ gehört zum Modell „{1}“, nicht zu „{2}“; wählen Sie jenes Modell.</translation>
    </message>
    <message>
        <source>The look "{0}" was made with another version of the model "{1}"; use its preset or its painting.</source>
        <translation>Der Look „{0}“ entstand mit einer anderen Fassung des Modells „{1}“; nehmen Sie seine Vorgabe oder sein Gemälde.</translation>
    </message>
    <message>
        <source>The share of natural colours must be from 0 to 1, not {0}.</source>
        <translation>Der Anteil natürlicher Farben muss zwischen 0 und 1 liegen, nicht {0}.</translation>
    </message>
    <message>
        <source>There is no model of natural colours; install one of the kind auto.</source>
        <translation>Es gibt kein Modell für natürliche Farben; installieren Sie eines der Art auto.</translation>
    </message>
    <message>
        <source>"{0}" cannot name a preset; use at least one letter or digit.</source>
        <translation>„{0}“ kann keine Vorgabe benennen; nehmen Sie mindestens einen Buchstaben oder eine Ziffer.</translation>
    </message>
    <message>
        <source>format {0} is not {1}</source>
        <translation>Format {0} ist nicht {1}</translation>
    </message>
    <message>
        <source>the embedding is not a list of numbers</source>
        <translation>die Einbettung ist keine Liste von Zahlen</translation>
    </message>
    <message>
        <source>the palette is not a list of #rrggbb colours</source>
        <translation>die Palette ist keine Liste von Farben #rrggbb</translation>
    </message>
    <message>
        <source>Natural colours need the model "{0}", which is not installed; install it or choose a preset.</source>
        <translation>Natürliche Farben brauchen das Modell „{0}“, das nicht installiert ist; installieren Sie es oder wählen Sie eine Vorgabe.</translation>
    </message>
    <message>
        <source>Preset "{0}" belongs to the model "{1}", not "{2}"; choose that model or add its painting again.</source>
        <translation>Die Vorgabe „{0}“ gehört zum Modell „{1}“, nicht zu „{2}“; wählen Sie jenes Modell, oder fügen Sie ihr Gemälde noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Preset "{0}" does not fit your own model "{1}", which stands in the place of the one that came with the program; remove yours, or add the preset's painting again.</source>
        <translation>Die Vorgabe „{0}“ passt nicht zu Ihrem eigenen Modell „{1}“, das an der Stelle des mitgelieferten steht; entfernen Sie Ihres, oder fügen Sie das Gemälde der Vorgabe noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Preset "{0}" was made with another version of the model "{1}"; add its painting again.</source>
        <translation>Die Vorgabe „{0}“ entstand mit einer anderen Fassung des Modells „{1}“; fügen Sie ihr Gemälde noch einmal hinzu.</translation>
    </message>
    <message>
        <source>There is no preset file {0}.</source>
        <translation>Es gibt keine Vorgabendatei {0}.</translation>
    </message>
    <message>
        <source>{0} is not a preset or is damaged ({1}); add its painting again.</source>
        <translation>{0} ist keine Vorgabe oder beschädigt ({1}); fügen Sie ihr Gemälde noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The brush must be from {0} to 1, not {1}.</source>
        <translation>Der Pinsel muss zwischen {0} und 1 liegen, nicht {1}.</translation>
    </message>
    <message>
        <source>The paint must be from 0 to 1, not {0}.</source>
        <translation>Die Malerei muss zwischen 0 und 1 liegen, nicht {0}.</translation>
    </message>
    <message>
        <source>{0} is not a number of quarter turns</source>
        <translation>{0} ist keine Anzahl von Vierteldrehungen</translation>
    </message>
    <message>
        <source>the name of a model is not text</source>
        <translation>der Name eines Modells ist kein Text</translation>
    </message>
    <message>
        <source>{0} is neither true nor false</source>
        <translation>{0} ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>{0} is not a number</source>
        <translation>{0} ist keine Zahl</translation>
    </message>
    <message>
        <source>it is not a list of fields</source>
        <translation>es ist keine Liste von Feldern</translation>
    </message>
    <message>
        <source>this version of the program does not know {0}</source>
        <translation>diese Fassung des Programms kennt {0} nicht</translation>
    </message>
    <message>
        <source>{0} is not a list</source>
        <translation>{0} ist keine Liste</translation>
    </message>
    <message>
        <source>The edit was made by a newer version of Tintype ({0}); update the program to go on.</source>
        <translation>Die Bearbeitung stammt von einer neueren Fassung von Tintype ({0}); aktualisieren Sie das Programm, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The edit makes no sense ({0}).</source>
        <translation>Die Bearbeitung ergibt keinen Sinn ({0}).</translation>
    </message>
    <message>
        <source>A stroke has points on or near the photograph.</source>
        <translation>Ein Strich hat Punkte auf oder nahe dem Foto.</translation>
    </message>
    <message>
        <source>A brush has a radius above 0 to 1 and a feather of 0 to 1.</source>
        <translation>Ein Pinsel hat einen Radius über 0 bis 1 und eine weiche Kante von 0 bis 1.</translation>
    </message>
    <message>
        <source>A stroke is too long for its brush.</source>
        <translation>Ein Strich ist zu lang für seinen Pinsel.</translation>
    </message>
    <message>
        <source>{0} px are too many for {1} (at most {2}); save as PNG or TIFF.</source>
        <translation>{0} px sind zu viele für {1} (höchstens {2}); speichern Sie als PNG oder TIFF.</translation>
    </message>
    <message>
        <source>{0} is not a name for a LUT; let it end in {1} or {2}.</source>
        <translation>{0} ist kein Name für eine LUT; er muss auf {1} oder {2} enden.</translation>
    </message>
    <message>
        <source>{0} GB are too many for TIFF (at most 4); save as PNG.</source>
        <translation>{0} GB sind zu viele für TIFF (höchstens 4); speichern Sie als PNG.</translation>
    </message>
    <message>
        <source>{0} has no ending that can be written; use one of {1}.</source>
        <translation>{0} hat keine Endung, die sich schreiben lässt; nehmen Sie eine von {1}.</translation>
    </message>
    <message>
        <source>The folder {0} does not exist; make it, or save elsewhere.</source>
        <translation>Den Ordner {0} gibt es nicht; legen Sie ihn an, oder speichern Sie anderswo.</translation>
    </message>
    <message>
        <source>{0} is the original photograph; save under another name.</source>
        <translation>{0} ist das Originalfoto; speichern Sie unter anderem Namen.</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe; save under another name.</source>
        <translation>{0} ist ein Gerät oder eine Pipe; speichern Sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>{0} does not fit into memory; choose JPEG.</source>
        <translation>{0} passt nicht in den Speicher; wählen Sie JPEG.</translation>
    </message>
    <message>
        <source>{0} cannot be made in this format; save in another one.</source>
        <translation>{0} lässt sich in diesem Format nicht erzeugen; speichern Sie in einem anderen.</translation>
    </message>
    <message>
        <source>{0} was made by another program meanwhile, and is left as it is; save again.</source>
        <translation>{0} wurde inzwischen von einem anderen Programm angelegt und bleibt, wie es ist; speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); save elsewhere.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); speichern Sie anderswo.</translation>
    </message>
    <message>
        <source>{0} is a folder; give a file name to save under.</source>
        <translation>{0} ist ein Ordner; geben Sie einen Dateinamen zum Speichern an.</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe; give a file name to save under.</source>
        <translation>{0} ist ein Gerät oder eine Pipe; geben Sie einen Dateinamen zum Speichern an.</translation>
    </message>
    <message>
        <source>No room left on the disk to save {0}; free some space and save again.</source>
        <translation>Auf der Platte ist kein Platz, um {0} zu speichern; schaffen Sie Platz und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>{0} is in use by another program; close it there, or save under another name.</source>
        <translation>{0} wird von einem anderen Programm benutzt; schließen Sie es dort, oder speichern Sie unter anderem Namen.</translation>
    </message>
    <message>
        <source>{0} is not a whole number</source>
        <translation>{0} ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>{0} is not from {1} to {2}</source>
        <translation>{0} liegt nicht zwischen {1} und {2}</translation>
    </message>
    <message>
        <source>a text in it has invalid characters</source>
        <translation>ein Text darin hat ungültige Zeichen</translation>
    </message>
    <message>
        <source>{0} is not text</source>
        <translation>{0} ist kein Text</translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation>es ist viel zu groß</translation>
    </message>
    <message>
        <source>the photograph's name without its ending</source>
        <translation>der Name des Fotos ohne seine Endung</translation>
    </message>
    <message>
        <source>the photograph's ending without its dot</source>
        <translation>die Endung des Fotos ohne ihren Punkt</translation>
    </message>
    <message>
        <source>the name of the photograph's folder</source>
        <translation>der Name des Ordners des Fotos</translation>
    </message>
    <message>
        <source>the preset's (or painting's) name in small letters</source>
        <translation>der Name der Vorgabe (oder des Gemäldes) in kleinen Buchstaben</translation>
    </message>
    <message>
        <source>how much colour, e.g. 0.8</source>
        <translation>wie viel Farbe, z. B. 0.8</translation>
    </message>
    <message>
        <source>the model's name</source>
        <translation>der Name des Modells</translation>
    </message>
    <message>
        <source>The folder name "{0}" has a {1}, which not every system allows.</source>
        <translation>Der Ordnername „{0}“ hat ein {1}, das nicht jedes System erlaubt.</translation>
    </message>
    <message>
        <source>A folder needs a name with at least one letter or digit.</source>
        <translation>Ein Ordner braucht einen Namen mit mindestens einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>A name for the results needs at least one letter, digit or field.</source>
        <translation>Ein Name für die Ergebnisse braucht mindestens einen Buchstaben, eine Ziffer oder ein Feld.</translation>
    </message>
    <message>
        <source>The name "{0}" makes no sense: braces stand around the name of a field.</source>
        <translation>Der Name „{0}“ ergibt keinen Sinn: Geschweifte Klammern stehen um den Namen eines Feldes.</translation>
    </message>
    <message>
        <source>The name "{0}" has a {1}, which not every system allows in file names.</source>
        <translation>Der Name „{0}“ hat ein {1}, das nicht jedes System in Dateinamen erlaubt.</translation>
    </message>
    <message>
        <source>The name "{0}" has the unknown field {{1}}; there are {2}.</source>
        <translation>Der Name „{0}“ hat das unbekannte Feld {{1}}; es gibt {2}.</translation>
    </message>
    <message>
        <source>{0} It was set aside as {1}.</source>
        <translation>{0} Sie wurde als {1} beiseitegelegt.</translation>
    </message>
    <message>
        <source>{0} cannot be read, so it is not written over; move it elsewhere.</source>
        <translation>{0} lässt sich nicht lesen und wird deshalb nicht überschrieben; bitte anderswohin verschieben.</translation>
    </message>
    <message>
        <source>The file is damaged: {0} % of the picture could be read, the rest is blurred.</source>
        <translation>Die Datei ist beschädigt: {0} % des Bildes waren lesbar, der Rest ist unscharf.</translation>
    </message>
    <message>
        <source>The file is damaged: {0} % of the picture could be read, the rest is grey.</source>
        <translation>Die Datei ist beschädigt: {0} % des Bildes waren lesbar, der Rest ist grau.</translation>
    </message>
    <message>
        <source>The file is damaged: its data are corrupt, so that parts of the picture may be wrong.</source>
        <translation>Die Datei ist beschädigt: Ihre Daten sind verfälscht, sodass Teile des Bildes falsch sein können.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete (only {1} % of it can be read); copy it again.</source>
        <translation>{0} ist beschädigt oder unvollständig (nur {1} % davon sind lesbar); kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged (its data are corrupt); copy it again.</source>
        <translation>{0} ist beschädigt (die Daten sind verfälscht); kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The preset's copy of its painting is damaged; add the painting again.</source>
        <translation>Die Kopie des Gemäldes bei der Vorgabe ist beschädigt; fügen Sie das Gemälde noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The model "{0}" is of the kind "{1}", which does not colour; choose another model.</source>
        <translation>Das Modell „{0}“ ist von der Art „{1}“, die nicht färbt; wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model "{0}" gives natural colours and takes no painting; choose another model.</source>
        <translation>Das Modell „{0}“ gibt natürliche Farben und beachtet kein Gemälde; wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>An embedding of {0} numbers is not for the model "{1}", which uses {2}; choose another preset.</source>
        <translation>Eine Einbettung aus {0} Zahlen passt nicht zum Modell „{1}“, das {2} braucht; wählen Sie eine andere Vorgabe.</translation>
    </message>
    <message>
        <source>Model "{0}" gives an answer of the wrong size; fetch it again.</source>
        <translation>Das Modell „{0}“ gibt eine Antwort von falscher Größe; beschaffen Sie es neu.</translation>
    </message>
    <message>
        <source>Model "{0}" gave numbers that are not colours; install it again.</source>
        <translation>Das Modell „{0}“ gab Zahlen aus, die keine Farben sind; installieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>ran model "{0}" at {1} px in {2} ms</source>
        <translation>Modell „{0}“ lief mit {1} px in {2} ms</translation>
    </message>
    <message>
        <source>not tried: no model is installed</source>
        <translation>nicht versucht: Es ist kein Modell installiert</translation>
    </message>
    <message>
        <source>it is not an ONNX graph</source>
        <translation>es ist kein ONNX-Graph</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>es hat zu viele Teile</translation>
    </message>
    <message>
        <source>it reads other files</source>
        <translation>es liest andere Dateien</translation>
    </message>
    <message>
        <source>{0} is not a positive whole number</source>
        <translation>{0} ist keine positive ganze Zahl</translation>
    </message>
    <message>
        <source>{0} is more than {1}</source>
        <translation>{0} ist mehr als {1}</translation>
    </message>
    <message>
        <source>{0} is not a list of parts</source>
        <translation>{0} ist keine Liste von Teilen</translation>
    </message>
    <message>
        <source>its parts sum to {0}, not {1}</source>
        <translation>seine Teile ergeben zusammen {0}, nicht {1}</translation>
    </message>
    <message>
        <source>its list of graphs makes no sense</source>
        <translation>seine Liste der Graphen ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>{0} is not a SHA-256</source>
        <translation>{0} ist kein SHA-256</translation>
    </message>
    <message>
        <source>{0} is not a plain file name</source>
        <translation>{0} ist kein einfacher Dateiname</translation>
    </message>
    <message>
        <source>{0} cannot be the name of a graph's file</source>
        <translation>{0} kann nicht der Name der Datei eines Graphen sein</translation>
    </message>
    <message>
        <source>its scores make no sense</source>
        <translation>seine Bewertungen ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>a text in it has more than {0} letters</source>
        <translation>ein Text darin hat mehr als {0} Zeichen</translation>
    </message>
    <message>
        <source>{0} came with the program and cannot be removed.</source>
        <translation>{0} kam mit dem Programm und kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The model in {0} lacks its file {1}; fetch it again.</source>
        <translation>Dem Modell in {0} fehlt seine Datei {1}; holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model in {0} has a file {1} larger than it should be; fetch it again.</source>
        <translation>Das Modell in {0} hat eine Datei {1}, die größer ist als sie sein soll; holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no model in {0}: it has no {1}.</source>
        <translation>In {0} ist kein Modell: Es fehlt {1}.</translation>
    </message>
    <message>
        <source>There is no model in {0}: it has no {1}, or several.</source>
        <translation>In {0} ist kein Modell: Es hat kein {1}, oder mehrere.</translation>
    </message>
    <message>
        <source>A model called "{0}" came with the program, whose presets fit no other; ask for one of another name.</source>
        <translation>Ein Modell namens „{0}“ wurde mit dem Programm geliefert, und dessen Vorgaben passen zu keinem anderen; nehmen Sie eines mit anderem Namen.</translation>
    </message>
    <message>
        <source>The file {0} in {1} is not the one its manifest describes; fetch the model again.</source>
        <translation>Die Datei {0} in {1} ist nicht die, die das Manifest beschreibt; holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>There is no file or folder {0}.</source>
        <translation>Es gibt keine Datei und keinen Ordner {0}.</translation>
    </message>
    <message>
        <source>{0} is not a model; choose a model's folder, or a zip file of one.</source>
        <translation>{0} ist kein Modell; wählen Sie den Ordner eines Modells, oder eine Zip-Datei davon.</translation>
    </message>
    <message>
        <source>its name has no letter</source>
        <translation>sein Name hat keinen Buchstaben</translation>
    </message>
    <message>
        <source>The manifest in {0} makes no sense ({1}); fetch the model again.</source>
        <translation>Das Manifest in {0} ergibt keinen Sinn ({1}); holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged or packed in an unknown way ({1}); fetch it again.</source>
        <translation>{0} ist beschädigt oder auf unbekannte Art gepackt ({1}); holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>es ist kein Modell installiert</translation>
    </message>
    <message>
        <source>There is no model "{0}"; {1}.</source>
        <translation>Es gibt kein Modell „{0}“; {1}.</translation>
    </message>
    <message>
        <source>{0} Or remove {1}: the program came with a model of that name.</source>
        <translation>{0} Oder entfernen Sie {1}: Das Programm hat ein Modell dieses Namens mitgebracht.</translation>
    </message>
    <message>
        <source>format {0} is not {1}; the program is too old for it</source>
        <translation>Format {0} ist nicht {1}; das Programm ist zu alt dafür</translation>
    </message>
    <message>
        <source>Model "{0}" is of the kind "{1}", which this version of the program does not know; update the program.</source>
        <translation>Das Modell „{0}“ ist von der Art „{1}“, die diese Version des Programms nicht kennt; aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>Model "{0}" has no graph "{1}"; install the model again.</source>
        <translation>Das Modell „{0}“ hat keinen Graphen „{1}“; installieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Model "{0}": {1} is not the file its manifest describes ({2}); install the model again.</source>
        <translation>Modell „{0}“: {1} ist nicht die Datei, die sein Manifest beschreibt ({2}); installieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} cannot be read; install the model again.</source>
        <translation>{0} kann nicht gelesen werden; installieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} is not a model manifest ({1}); install the model again.</source>
        <translation>{0} ist kein Manifest eines Modells ({1}); installieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Model "{0}" lacks its file {1} ({2}); install the model again.</source>
        <translation>Dem Modell „{0}“ fehlt seine Datei {1} ({2}); installieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model "{0}" does not fit into memory; close other programs.</source>
        <translation>Das Modell „{0}“ passt nicht in den Speicher; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Model "{0}": {1} is not a graph that can be used ({2}).</source>
        <translation>Modell „{0}“: {1} ist kein brauchbarer Graph ({2}).</translation>
    </message>
    <message>
        <source>Model "{0}" does not do what its manifest says; fetch it again.</source>
        <translation>Das Modell „{0}“ tut nicht, was sein Manifest sagt; holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Model "{0}" does not end within {1} seconds; it cannot be used.</source>
        <translation>Das Modell „{0}“ wird in {1} Sekunden nicht fertig; es kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>Model "{0}" takes more than {1} MB of memory; it cannot be used.</source>
        <translation>Das Modell „{0}“ braucht mehr als {1} MB Speicher; es kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>Model "{0}" crashed when it was tried; it cannot be used.</source>
        <translation>Das Modell „{0}“ hat den Prozess beendet, in dem es erprobt wurde; es kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>{0} failed. Running on the CPU from here on.</source>
        <translation>{0} ist ausgefallen. Ab jetzt läuft es auf dem Prozessor.</translation>
    </message>
    <message>
        <source>its driver or libraries are missing or too old</source>
        <translation>Treiber oder Bibliotheken fehlen oder sind zu alt</translation>
    </message>
    <message>
        <source>{0} needs inputs {1}; install the model again.</source>
        <translation>{0} braucht die Eingaben {1}; installieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. Running on the CPU.</source>
        <translation>{0} ist nicht zu gebrauchen: {1}. Es läuft auf dem Prozessor.</translation>
    </message>
    <message>
        <source>{0} cannot be started; install the model again.</source>
        <translation>{0} lässt sich nicht starten; installieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} failed on the CPU; install the model again.</source>
        <translation>{0} ist auf dem Prozessor gescheitert; installieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>it failed when it was tried</source>
        <translation>der Versuch ist gescheitert</translation>
    </message>
    <message>
        <source>The model "{0}" is of the kind "{1}", which does not paint; choose another model.</source>
        <translation>Das Modell „{0}“ ist von der Art „{1}“, die nicht malt; wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Model "{0}" gave something that is not a picture; install it again.</source>
        <translation>Das Modell „{0}“ lieferte etwas, das kein Bild ist; installieren Sie es neu.</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime {0} was built without it ({1})</source>
        <translation>das installierte ONNX Runtime {0} wurde ohne sie gebaut ({1})</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>on Linux and Windows put onnxruntime-gpu in the place of onnxruntime</source>
        <translation>unter Linux und Windows onnxruntime-gpu an die Stelle von onnxruntime setzen</translation>
    </message>
    <message>
        <source>Apple graphics and neural engine (Core ML)</source>
        <translation>Apple-Grafik und Neural Engine (Core ML)</translation>
    </message>
    <message>
        <source>only on macOS</source>
        <translation>nur unter macOS</translation>
    </message>
    <message>
        <source>{0} is not a provider; there are {1}</source>
        <translation>{0} ist kein Gerät; es gibt {1}</translation>
    </message>
    <message>
        <source>The model "{0}", which paints over, is not installed; install it.</source>
        <translation>Das Modell „{0}“, das übermalt, ist nicht installiert; installieren Sie es.</translation>
    </message>
    <message>
        <source>its directories run into each other</source>
        <translation>seine Verzeichnisse laufen ineinander</translation>
    </message>
    <message>
        <source>Raw profile type iptc</source>
        <translation>Raw profile type iptc</translation>
    </message>
    <message>
        <source>it does not begin as IPTC</source>
        <translation>es beginnt nicht als IPTC</translation>
    </message>
    <message>
        <source>The {0} data are damaged and were left out.</source>
        <translation>Die {0}-Daten sind beschädigt und wurden weggelassen.</translation>
    </message>
    <message>
        <source>it does not begin as TIFF</source>
        <translation>es beginnt nicht als TIFF</translation>
    </message>
    <message>
        <source>a directory lies outside</source>
        <translation>ein Verzeichnis liegt außerhalb</translation>
    </message>
    <message>
        <source>the XMP packet is far too large</source>
        <translation>das XMP-Paket ist viel zu groß</translation>
    </message>
    <message>
        <source>XMP defines no entities</source>
        <translation>XMP definiert keine Entitäten</translation>
    </message>
    <message>
        <source>the XMP packet is damaged</source>
        <translation>das XMP-Paket ist beschädigt</translation>
    </message>
    <message>
        <source>the XMP packet is nested too deeply</source>
        <translation>das XMP-Paket ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>A picture of {0} x {1} px does not fit into memory; save it as JPEG.</source>
        <translation>Ein Bild von {0} x {1} px passt nicht in den Speicher; speichern Sie es als JPEG.</translation>
    </message>
    <message>
        <source>A painted region was left out: what it was painted on is not to be found in this photograph.</source>
        <translation>Ein gemalter Bereich wurde ausgelassen: Worauf er gemalt war, ist auf diesem Foto nicht zu finden.</translation>
    </message>
    <message>
        <source>The look has too many brush strokes to be stored in the result, so that it cannot be repeated from it.</source>
        <translation>Der Look hat zu viele Pinselstriche, um im Ergebnis gespeichert zu werden; er lässt sich daraus nicht wiederholen.</translation>
    </message>
    <message>
        <source>{0} carries no look; give a result that Tintype saved.</source>
        <translation>{0} trägt keinen Look; geben Sie ein Ergebnis, das Tintype gespeichert hat.</translation>
    </message>
    <message>
        <source>a name in it is not text</source>
        <translation>ein Name darin ist kein Text</translation>
    </message>
    <message>
        <source>a model's SHA-256 is not one</source>
        <translation>der SHA-256 eines Modells ist keiner</translation>
    </message>
    <message>
        <source>its presets are of another model</source>
        <translation>seine Vorgaben gehören zu einem anderen Modell</translation>
    </message>
    <message>
        <source>this version of the program does not know the adjustment {0}</source>
        <translation>diese Fassung des Programms kennt die Anpassung {0} nicht</translation>
    </message>
    <message>
        <source>The look in {0} cannot be used ({1}); use its preset instead.</source>
        <translation>Der Look in {0} ist nicht zu gebrauchen ({1}); nehmen Sie stattdessen seine Vorgabe.</translation>
    </message>
    <message>
        <source>The file {0} is damaged ({1}).</source>
        <translation>Die Datei {0} ist beschädigt ({1}).</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>meinten Sie {0}?</translation>
    </message>
    <message>
        <source>"tintype preset list" shows what there is.</source>
        <translation>„tintype preset list“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>There is no preset "{0}"; {1}</source>
        <translation>Es gibt keine Vorgabe „{0}“; {1}</translation>
    </message>
    <message>
        <source>{0} is not a preset or is damaged, and was set aside as {1}; add its painting again.</source>
        <translation>{0} ist keine Vorgabe oder beschädigt und wurde als {1} beiseitegelegt; fügen Sie ihr Gemälde noch einmal hinzu.</translation>
    </message>
    <message>
        <source>There already is a preset "{0}"; choose another name.</source>
        <translation>Es gibt schon eine Vorgabe „{0}“; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>"{0}" came with the program; it can be used and exported only.</source>
        <translation>„{0}“ kam mit dem Programm; sie lässt sich nur benutzen und exportieren.</translation>
    </message>
    <message>
        <source>{0} cannot be removed ({1}).</source>
        <translation>{0} kann nicht entfernt werden ({1}).</translation>
    </message>
    <message>
        <source>The presets' folder {0} cannot be made ({1}).</source>
        <translation>Der Ordner der Vorgaben {0} kann nicht angelegt werden ({1}).</translation>
    </message>
    <message>
        <source>{0} was written by a newer version of Tintype ({1}); update the program to use it.</source>
        <translation>{0} wurde von einer neueren Fassung von Tintype geschrieben ({1}); aktualisieren Sie das Programm, um es zu benutzen.</translation>
    </message>
    <message>
        <source>{0} Until then this photograph's edit is not kept.</source>
        <translation>{0} Bis dahin wird die Bearbeitung dieses Fotos nicht behalten.</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly before it could record what was open: {0}.</source>
        <translation>Tintype ist unerwartet beendet worden, bevor festgehalten war, was offen war: {0}.</translation>
    </message>
    <message>
        <source>a photograph has a name and 8 or 16 bits</source>
        <translation>ein Foto hat einen Namen und 8 oder 16 Bit</translation>
    </message>
    <message>
        <source>What was open when a newer version of Tintype ended unexpectedly waits for that version: {0} ({1}).</source>
        <translation>Was offen war, als eine neuere Version von Tintype unerwartet beendet wurde, wartet auf diese Version: {0} ({1}).</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly, and the record of what was open is damaged: {0} ({1}).</source>
        <translation>Tintype ist unerwartet beendet worden, und was davon festgehalten war, ist beschädigt: {0} ({1}).</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly, and what was open cannot be read now; it stays in {0} ({1}).</source>
        <translation>Tintype ist unerwartet beendet worden, und was offen war, lässt sich im Augenblick nicht lesen; es bleibt in {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} has no ending of a film that can be written; use one of {1}.</source>
        <translation>{0} hat keine Endung eines Films, der sich schreiben lässt; nehmen Sie eine von {1}.</translation>
    </message>
    <message>
        <source>{0} cannot hold the sound of {1}; let it end in {2}.</source>
        <translation>{0} kann den Ton von {1} nicht aufnehmen; nehmen Sie die Endung {2}.</translation>
    </message>
    <message>
        <source>{0} is a film; install what reads films ({1}).</source>
        <translation>{0} ist ein Film; installieren Sie, was Filme liest ({1}).</translation>
    </message>
    <message>
        <source>{0} is a film, which this package cannot read; install Tintype from its source or as a wheel.</source>
        <translation>{0} ist ein Film, den dieses Paket nicht lesen kann; installieren Sie Tintype aus dem Quelltext oder als Wheel.</translation>
    </message>
    <message>
        <source>There is no film {0}; check the name.</source>
        <translation>Es gibt keinen Film {0}; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>{0} cannot be read; check whose it is.</source>
        <translation>{0} lässt sich nicht lesen; prüfen Sie, wem die Datei gehört.</translation>
    </message>
    <message>
        <source>{0} is damaged, or is not a film; check whether a player shows it.</source>
        <translation>{0} ist beschädigt oder kein Film; prüfen Sie, ob ein Player ihn zeigt.</translation>
    </message>
    <message>
        <source>{0} has sound, but no pictures; give a film.</source>
        <translation>{0} hat Ton, aber keine Bilder; geben Sie einen Film an.</translation>
    </message>
    <message>
        <source>Not one frame of {0} can be read; convert it with another program.</source>
        <translation>Kein einziges Bild von {0} lässt sich lesen; wandeln Sie den Film mit einem anderen Programm um.</translation>
    </message>
    <message>
        <source>{0} is the original film; save under another name.</source>
        <translation>{0} ist der ursprüngliche Film; speichern Sie unter einem anderen Namen.</translation>
    </message>
</context>
</TS>

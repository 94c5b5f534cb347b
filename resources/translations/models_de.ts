<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>models</name>
    <message>
        <source>Natural colours</source>
        <translation>Natürliche Farben</translation>
    </message>
    <message>
        <source>Guesses natural colours from the grey alone, without a painting: skies, grass, skin and wood rather than the true colours of things, which nobody can read off a grey picture. An EfficientNet-Lite0, tuned to grey photographs, sees what is there; a decoder answers by a distribution over 261 colours at a quarter of the picture's size.</source>
        <translation>Errät natürliche Farben allein aus dem Grau, ohne Gemälde: eher Himmel, Gras, Haut und Holz als die wahren Farben der Dinge, die niemand einem grauen Bild ansehen kann. Ein EfficientNet-Lite0, auf graue Fotos abgestimmt, sieht, was da ist; ein Decoder antwortet mit einer Verteilung über 261 Farben in einem Viertel der Bildgröße.</translation>
    </message>
    <message>
        <source>39,388 photographs (scenes from Intel and CMU/SUN, people from Sports-22, VOC2012 and Flickr, objects from Caltech-101 and ImageNet subsets, food, flowers, animals, faces), all at low resolution. Most are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. The encoder's weights are part of these: EfficientNet-Lite0 as trained on ImageNet by its authors (Apache License 2.0, `resources/licences/Apache-2.0.txt`); ImageNet's pictures themselves are for research that is not commercial.</source>
        <translation>39.388 Fotos (Szenen von Intel und CMU/SUN, Menschen aus Sports-22, VOC2012 und Flickr, Gegenstände aus Caltech-101 und Teilen von ImageNet, Essen, Blumen, Tiere, Gesichter), alle in geringer Auflösung. Die meisten stammen aus Forschungssammlungen von Bildern aus dem Netz mit eigenen Bedingungen (ImageNet, VOC, SUN, Flickr) oder unbekannten; keines von ihnen wird hier weitergegeben. Die Gewichte des Encoders gehören dazu: EfficientNet-Lite0, wie es seine Autoren auf ImageNet trainiert haben (Apache-Lizenz 2.0, `resources/licences/Apache-2.0.txt`); die Bilder von ImageNet selbst sind für nicht kommerzielle Forschung.</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Colours a photograph in the colours of a painting. It guesses natural colours first, as the model of natural colours does, and moves them into the painting's palette by sliced optimal transport; tables over lightness and over kinds of things give a second answer; an AdaIN U-Net mixes both place by place and adds what they lack. A last sweep of transport gives what comes of it the painting's spread of colours.</source>
        <translation>Färbt ein Foto in den Farben eines Gemäldes. Es errät zuerst natürliche Farben, wie das Modell der natürlichen Farben, und bringt sie durch optimalen Transport in Schnitten in die Palette des Gemäldes; Tabellen über Helligkeit und über Arten von Dingen geben eine zweite Antwort; ein U-Net mit AdaIN mischt beide Ort für Ort und fügt hinzu, was ihnen fehlt. Ein letzter Durchgang des Transports gibt dem Ergebnis die Streuung der Farben des Gemäldes.</translation>
    </message>
    <message>
        <source>39,388 photographs (scenes from Intel and CMU/SUN, people from Sports-22, VOC2012 and Flickr, objects from Caltech-101 and ImageNet subsets, food, flowers, animals, faces) and 9,100 paintings (a WikiArt selection from Baroque to Expressionism, and KaoKore scrolls), all at low resolution. Most of the photographs are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. The encoder's weights are part of these: EfficientNet-Lite0 as trained on ImageNet by its authors (Apache License 2.0, `resources/licences/Apache-2.0.txt`); ImageNet's pictures themselves are for research that is not commercial.</source>
        <translation>39.388 Fotos (Szenen von Intel und CMU/SUN, Menschen aus Sports-22, VOC2012 und Flickr, Gegenstände aus Caltech-101 und Teilen von ImageNet, Essen, Blumen, Tiere, Gesichter) und 9.100 Gemälde (eine Auswahl aus WikiArt vom Barock bis zum Expressionismus und Bildrollen aus KaoKore), alle in geringer Auflösung. Die meisten Fotos stammen aus Forschungssammlungen von Bildern aus dem Netz mit eigenen Bedingungen (ImageNet, VOC, SUN, Flickr) oder unbekannten; keines von ihnen wird hier weitergegeben. Die Gewichte des Encoders gehören dazu: EfficientNet-Lite0, wie es seine Autoren auf ImageNet trainiert haben (Apache-Lizenz 2.0, `resources/licences/Apache-2.0.txt`); die Bilder von ImageNet selbst sind für nicht kommerzielle Forschung.</translation>
    </message>
    <message>
        <source>Baroque</source>
        <translation>Barock</translation>
    </message>
    <message>
        <source>Paints a coloured photograph in strokes that follow its lines, with the marks of bristles, in the dark, warm tones of Baroque paintings under old varnish. A filter lays the strokes; a small network without norms, which learned from paintings, gives them their tones, so that tiles leave no seam.</source>
        <translation>Malt ein farbiges Foto in Strichen, die seinen Linien folgen, mit den Spuren der Borsten, in den dunklen, warmen Tönen barocker Gemälde unter altem Firnis. Ein Filter setzt die Striche; ein kleines Netz ohne Normierung, das von Gemälden gelernt hat, gibt ihnen ihre Töne, sodass Kacheln keine Naht hinterlassen.</translation>
    </message>
    <message>
        <source>8,629 photographs (scenes, people, objects, food, flowers, animals), 693 Baroque paintings of a WikiArt selection, and before them 703 Impressionist ones, all at 144 px. Most of the photographs are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. Layers of a SqueezeNet trained on ImageNet (torchvision) were the discriminators' eyes and told how far textures are from the group's; they are not part of the weights.</source>
        <translation>8.629 Fotos (Szenen, Menschen, Gegenstände, Essen, Blumen, Tiere), 693 barocke Gemälde einer Auswahl aus WikiArt und vor ihnen 703 impressionistische, alle mit 144 px. Die meisten Fotos stammen aus Forschungssammlungen von Bildern aus dem Netz mit eigenen Bedingungen (ImageNet, VOC, SUN, Flickr) oder unbekannten; keines von ihnen wird hier weitergegeben. Schichten eines auf ImageNet trainierten SqueezeNet (torchvision) waren die Augen der Diskriminatoren und sagten, wie weit Texturen von denen der Gruppe entfernt sind; sie gehören nicht zu den Gewichten.</translation>
    </message>
    <message>
        <source>Impressionists</source>
        <translation>Impressionisten</translation>
    </message>
    <message>
        <source>Paints a coloured photograph in broad strokes that follow its lines, with the marks of bristles, in the light, powdery tones of Impressionist paintings. A filter lays the strokes; a small network without norms, which learned from paintings, gives them their tones, so that tiles leave no seam.</source>
        <translation>Malt ein farbiges Foto in breiten Strichen, die seinen Linien folgen, mit den Spuren der Borsten, in den lichten, pudrigen Tönen impressionistischer Gemälde. Ein Filter setzt die Striche; ein kleines Netz ohne Normierung, das von Gemälden gelernt hat, gibt ihnen ihre Töne, sodass Kacheln keine Naht hinterlassen.</translation>
    </message>
    <message>
        <source>8,629 photographs (scenes, people, objects, food, flowers, animals) and 703 Impressionist paintings of a WikiArt selection, all at 144 px. Most of the photographs are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. Layers of a SqueezeNet trained on ImageNet (torchvision) were the discriminators' eyes and told how far textures are from the group's; they are not part of the weights.</source>
        <translation>8.629 Fotos (Szenen, Menschen, Gegenstände, Essen, Blumen, Tiere) und 703 impressionistische Gemälde einer Auswahl aus WikiArt, alle mit 144 px. Die meisten Fotos stammen aus Forschungssammlungen von Bildern aus dem Netz mit eigenen Bedingungen (ImageNet, VOC, SUN, Flickr) oder unbekannten; keines von ihnen wird hier weitergegeben. Schichten eines auf ImageNet trainierten SqueezeNet (torchvision) waren die Augen der Diskriminatoren und sagten, wie weit Texturen von denen der Gruppe entfernt sind; sie gehören nicht zu den Gewichten.</translation>
    </message>
</context>
</TS>

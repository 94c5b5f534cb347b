<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Presets</name>
    <message>
        <source>A Bar at the Folies-Bergère</source>
        <translation>Bar in den Folies-Bergère</translation>
    </message>
    <message>
        <source>Édouard Manet</source>
        <translation>Édouard Manet</translation>
    </message>
    <message>
        <source>A Sunday Afternoon on the Island of La Grande Jatte</source>
        <translation>Ein Sonntagnachmittag auf der Insel La Grande Jatte</translation>
    </message>
    <message>
        <source>Georges Seurat</source>
        <translation>Georges Seurat</translation>
    </message>
    <message>
        <source>Almond Blossom</source>
        <translation>Mandelblüte</translation>
    </message>
    <message>
        <source>Vincent van Gogh</source>
        <translation>Vincent van Gogh</translation>
    </message>
    <message>
        <source>Arearea (Joyfulness)</source>
        <translation>Arearea (Freude)</translation>
    </message>
    <message>
        <source>Paul Gauguin</source>
        <translation>Paul Gauguin</translation>
    </message>
    <message>
        <source>Bal du moulin de la Galette</source>
        <translation>Bal du moulin de la Galette</translation>
    </message>
    <message>
        <source>Pierre-Auguste Renoir</source>
        <translation>Pierre-Auguste Renoir</translation>
    </message>
    <message>
        <source>Blue Dancers</source>
        <translation>Blaue Tänzerinnen</translation>
    </message>
    <message>
        <source>Edgar Degas</source>
        <translation>Edgar Degas</translation>
    </message>
    <message>
        <source>Boulevard Montmartre, Spring</source>
        <translation>Boulevard Montmartre, Frühling</translation>
    </message>
    <message>
        <source>Camille Pissarro</source>
        <translation>Camille Pissarro</translation>
    </message>
    <message>
        <source>Café Terrace at Night</source>
        <translation>Caféterrasse am Abend</translation>
    </message>
    <message>
        <source>Composition VII</source>
        <translation>Komposition VII</translation>
    </message>
    <message>
        <source>Wassily Kandinsky</source>
        <translation>Wassily Kandinsky</translation>
    </message>
    <message>
        <source>Cotopaxi</source>
        <translation>Cotopaxi</translation>
    </message>
    <message>
        <source>Frederic Edwin Church</source>
        <translation>Frederic Edwin Church</translation>
    </message>
    <message>
        <source>Edge of Town (Krumau Town Crescent III)</source>
        <translation>Stadtende (Krumauer Häuserbogen III)</translation>
    </message>
    <message>
        <source>Egon Schiele</source>
        <translation>Egon Schiele</translation>
    </message>
    <message>
        <source>Girl with a Pearl Earring</source>
        <translation>Das Mädchen mit dem Perlenohrring</translation>
    </message>
    <message>
        <source>Johannes Vermeer</source>
        <translation>Johannes Vermeer</translation>
    </message>
    <message>
        <source>Girl with a Red Hat</source>
        <translation>Das Mädchen mit dem roten Hut</translation>
    </message>
    <message>
        <source>Impression, Sunrise</source>
        <translation>Impression, Sonnenaufgang</translation>
    </message>
    <message>
        <source>Claude Monet</source>
        <translation>Claude Monet</translation>
    </message>
    <message>
        <source>Jeanne-Marguerite Lecadre in the Garden</source>
        <translation>Jeanne-Marguerite Lecadre im Garten</translation>
    </message>
    <message>
        <source>Lady with a Fan</source>
        <translation>Dame mit Fächer</translation>
    </message>
    <message>
        <source>Gustav Klimt</source>
        <translation>Gustav Klimt</translation>
    </message>
    <message>
        <source>Liberty Leading the People</source>
        <translation>Die Freiheit führt das Volk</translation>
    </message>
    <message>
        <source>Eugène Delacroix</source>
        <translation>Eugène Delacroix</translation>
    </message>
    <message>
        <source>Melancholy</source>
        <translation>Melancholie</translation>
    </message>
    <message>
        <source>Edvard Munch</source>
        <translation>Edvard Munch</translation>
    </message>
    <message>
        <source>Mona Lisa</source>
        <translation>Mona Lisa</translation>
    </message>
    <message>
        <source>Leonardo da Vinci</source>
        <translation>Leonardo da Vinci</translation>
    </message>
    <message>
        <source>Ophelia</source>
        <translation>Ophelia</translation>
    </message>
    <message>
        <source>John Everett Millais</source>
        <translation>John Everett Millais</translation>
    </message>
    <message>
        <source>Paris Street; Rainy Day</source>
        <translation>Straße in Paris, Regenwetter</translation>
    </message>
    <message>
        <source>Gustave Caillebotte</source>
        <translation>Gustave Caillebotte</translation>
    </message>
    <message>
        <source>Pierrot and Harlequin (Mardi Gras)</source>
        <translation>Pierrot und Harlekin (Mardi Gras)</translation>
    </message>
    <message>
        <source>Paul Cézanne</source>
        <translation>Paul Cézanne</translation>
    </message>
    <message>
        <source>Poppy Field (Giverny)</source>
        <translation>Mohnfeld (Giverny)</translation>
    </message>
    <message>
        <source>Portrait of Adele Bloch-Bauer I</source>
        <translation>Adele Bloch-Bauer I</translation>
    </message>
    <message>
        <source>Portrait of Jeanne Samary (La Rêverie)</source>
        <translation>Bildnis der Jeanne Samary (La Rêverie)</translation>
    </message>
    <message>
        <source>Primavera</source>
        <translation>Primavera (Der Frühling)</translation>
    </message>
    <message>
        <source>Sandro Botticelli</source>
        <translation>Sandro Botticelli</translation>
    </message>
    <message>
        <source>Rain, Steam and Speed</source>
        <translation>Regen, Dampf und Geschwindigkeit</translation>
    </message>
    <message>
        <source>J. M. W. Turner</source>
        <translation>J. M. W. Turner</translation>
    </message>
    <message>
        <source>Red and Blue Horse</source>
        <translation>Rotes und blaues Pferd</translation>
    </message>
    <message>
        <source>Franz Marc</source>
        <translation>Franz Marc</translation>
    </message>
    <message>
        <source>Sunflowers</source>
        <translation>Sonnenblumen</translation>
    </message>
    <message>
        <source>The Arnolfini Portrait</source>
        <translation>Die Arnolfini-Hochzeit</translation>
    </message>
    <message>
        <source>Jan van Eyck</source>
        <translation>Jan van Eyck</translation>
    </message>
    <message>
        <source>The Ballet Class</source>
        <translation>Die Tanzklasse</translation>
    </message>
    <message>
        <source>The Birth of Venus</source>
        <translation>Die Geburt der Venus</translation>
    </message>
    <message>
        <source>The Card Players</source>
        <translation>Die Kartenspieler</translation>
    </message>
    <message>
        <source>The Child's Bath</source>
        <translation>Das Bad des Kindes</translation>
    </message>
    <message>
        <source>Mary Cassatt</source>
        <translation>Mary Cassatt</translation>
    </message>
    <message>
        <source>The City Rises</source>
        <translation>Die Stadt erhebt sich</translation>
    </message>
    <message>
        <source>Umberto Boccioni</source>
        <translation>Umberto Boccioni</translation>
    </message>
    <message>
        <source>The Cradle</source>
        <translation>Die Wiege</translation>
    </message>
    <message>
        <source>Berthe Morisot</source>
        <translation>Berthe Morisot</translation>
    </message>
    <message>
        <source>The Fighting Temeraire</source>
        <translation>Die letzte Fahrt der Temeraire</translation>
    </message>
    <message>
        <source>The Flood at Port-Marly</source>
        <translation>Überschwemmung in Port-Marly</translation>
    </message>
    <message>
        <source>Alfred Sisley</source>
        <translation>Alfred Sisley</translation>
    </message>
    <message>
        <source>The Great Wave off Kanagawa</source>
        <translation>Die große Welle vor Kanagawa</translation>
    </message>
    <message>
        <source>Katsushika Hokusai</source>
        <translation>Katsushika Hokusai</translation>
    </message>
    <message>
        <source>The Green Christ (Breton Calvary)</source>
        <translation>Der grüne Christus (Bretonischer Kalvarienberg)</translation>
    </message>
    <message>
        <source>The Hay Wain</source>
        <translation>Der Heuwagen</translation>
    </message>
    <message>
        <source>John Constable</source>
        <translation>John Constable</translation>
    </message>
    <message>
        <source>The Kiss</source>
        <translation>Der Kuss</translation>
    </message>
    <message>
        <source>The Night Watch</source>
        <translation>Die Nachtwache</translation>
    </message>
    <message>
        <source>Rembrandt van Rijn</source>
        <translation>Rembrandt van Rijn</translation>
    </message>
    <message>
        <source>The Ninth Wave</source>
        <translation>Die neunte Woge</translation>
    </message>
    <message>
        <source>Ivan Aivazovsky</source>
        <translation>Iwan Aiwasowski</translation>
    </message>
    <message>
        <source>The School of Athens</source>
        <translation>Die Schule von Athen</translation>
    </message>
    <message>
        <source>Raphael</source>
        <translation>Raffael</translation>
    </message>
    <message>
        <source>The Scream</source>
        <translation>Der Schrei</translation>
    </message>
    <message>
        <source>The Starry Night</source>
        <translation>Sternennacht</translation>
    </message>
    <message>
        <source>The Swing</source>
        <translation>Die Schaukel</translation>
    </message>
    <message>
        <source>The Tower of Babel</source>
        <translation>Der Turmbau zu Babel</translation>
    </message>
    <message>
        <source>Pieter Bruegel the Elder</source>
        <translation>Pieter Bruegel der Ältere</translation>
    </message>
    <message>
        <source>The Wreck of a Transport Ship (Shipwreck of the Minotaur)</source>
        <translation>Das Wrack eines Transportschiffs (Schiffbruch der Minotaur)</translation>
    </message>
    <message>
        <source>Wanderer above the Sea of Fog</source>
        <translation>Der Wanderer über dem Nebelmeer</translation>
    </message>
    <message>
        <source>Caspar David Friedrich</source>
        <translation>Caspar David Friedrich</translation>
    </message>
    <message>
        <source>Water Lilies</source>
        <translation>Seerosen</translation>
    </message>
    <message>
        <source>Wheat Field with Cypresses</source>
        <translation>Weizenfeld mit Zypressen</translation>
    </message>
    <message>
        <source>Woman with a Parasol - Madame Monet and Her Son</source>
        <translation>Frau mit Sonnenschirm – Madame Monet und ihr Sohn</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MarkFavourite</source>
        <comment>Star “{name}”</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MarkFavourite</source>
        <comment>Take the star from “{name}”</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tintype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package brings no text of its licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tintype and what it stands on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours black-and-white photographs in the colours of a painting, offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models: {models}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add painting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export beside the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tintype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toggle split view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every adjustment back to where it changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colourfulness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the painting&apos;s colour is laid on the photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less or more colour where it is muted; vivid colours stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Towards blue or towards yellow; black and white stay neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Towards green or towards magenta; black and white stay neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much colour the darkest places keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much colour the brightest places keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns all hues around the colour circle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlendPad</name>
    <message>
        <source>Blend pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the point between the presets, or move it with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a second preset to mix with the first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlendPanel</name>
    <message>
        <source>Preset at the upper left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset at the upper right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset at the lower left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset at the lower right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something unforeseen happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tintype made a mistake. Your photograph on disk is untouched, and you can go on working. Please send the report below to the makers: it holds no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceChip</name>
    <message>
        <source>Where the network runs; click to choose, or to learn why not elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{latency:.0f} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device: {device}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicePopup</name>
    <message>
        <source>Where the network runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quickest that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics and neural engine (Core ML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: {latency:.0f} ms a photograph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable: {latency:.0f} ms a photograph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the NVIDIA driver up to date, and install CUDA 12 and cuDNN 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy of ONNX Runtime was made without it; install onnxruntime again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NVIDIA card answers on this computer, or its driver is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here, but this packed program comes for processors. Run Tintype from its source, with the package {package} in the place of onnxruntime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here, but the ONNX Runtime that is installed comes for processors. Put the package {package} in its place: pip uninstall onnxruntime, then pip install {package}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZones</name>
    <message>
        <source>Folder of photos to colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} photos to colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} paintings to take colours from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo to colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting to take colours from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a picture&apos;s address, not the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tintype fetches nothing from the network: save the picture, then drop its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tintype cannot use this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes pictures, folders of pictures and .tintype presets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Choose “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset needs a name with at least one letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already is a preset “{name}”; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmActions</name>
    <message>
        <source>&amp;Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmFrame</name>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Film strip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Add painting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a preset from the colours of a painting (Ctrl+Shift+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, painter or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group the presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By painter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show favourites only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No favourites yet: click the star on a preset, or press Ctrl+D.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>{title}, folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painter unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Pasted photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted painting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in {path} and names none of your pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mixing</name>
    <message>
        <source>Blend {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound: every file is the one that its manifest describes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be used. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{megabytes} MB, sees {side} × {side} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a photograph rebuilt with its own colours: PSNR {value} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance to the painting&apos;s palette: {value} (0 is that palette, 1 is grey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference between two paintings: {value} ab units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour where lightness does not change: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is the pair of networks that colours. Drop a model&apos;s folder or zip file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install from zip file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” {version} is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.zip model.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>That did not work, and it is Tintype&apos;s own fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show report…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PullBox</name>
    <message>
        <source>Pull towards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick any colour, also from the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull towards no colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull towards a colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentPhotos</name>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (not there any more)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Open photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roll</name>
    <message>
        <source>on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to save in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the photograph itself; give the result another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name; it will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG holds 8 bits a channel; PNG and TIFF keep this photo&apos;s 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps this photo&apos;s 16 bits a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full size, with the photo&apos;s own metadata.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings were damaged and start anew; the old ones are in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window anew in this language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the quickest that works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger ones are refused before anything of them is unpacked, since a small file can be made to fill all memory. Usual: {megapixels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG quality: {quality}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the original while it is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click on its name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>Double-click to reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} as a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number from {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{name}   {size} px   {megapixels:.1f} MP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Pull towards {colour}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tuning</name>
    <message>
        <source>Reset all adjustments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{adjustment} {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull towards {colour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull towards no colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Colour a photograph like a painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a black-and-white photograph; pick a painting on the right, or drop your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it here, or click to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo to colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting to take colours from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The painting is in the gallery; now drop the photo to colour.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>remove “{name}” from the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove {count} photos from the strip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

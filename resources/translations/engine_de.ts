<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>engine</name>
    <message>
        <source>The {0} must be from {1} to {2}, not {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); save elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder; give a file name to save under.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room left on the disk to save {0}; free some space and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} does not exist; make it, or save elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in use by another program; close it there, or save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An embedding of {0} numbers is not for the model "{1}", which uses {2}; choose another preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model "{0}" gave numbers that are no colours; install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a colour like #2a4b7c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {0} x {1} px does not fit into memory; save it as JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, HEIC, AVIF, JPEG 2000, BMP or GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {0} {1}s; only the first is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} megapixels, more than the limit of {2}; make it smaller first, or set a higher limit ({3}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {0} pictures; only the main one is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has pixels of an unusual kind ({1}); save it as 8 bits, grey or RGB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a picture that can be read; give {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photograph is HDR ({0}), taken as if it were not, so that it looks flat; export it as SDR first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran model "{0}" at {1} px in {2} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried: no model is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin as TIFF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a directory lies outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight must be from 0 to 1, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blend has 1 to {0} presets, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of a blend sum to 1, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets of different models cannot be mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings of different sizes cannot be mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is made of finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be from 0 to {0}, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a list of fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version of the program does not know {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit was made by a newer version of Tintype ({0}); update the program to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit makes no sense ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} px are too many for {1} (at most {2}); save as PNG or TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directories run into each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long side has {0} to {1} px, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size has {0} to 100 per cent, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw profile type iptc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin as IPTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit into memory; make it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} bits a channel of an unusual kind; save it as 8 or 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts disagree about its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The look "{0}" belongs to the model "{1}", not "{2}"; choose that model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The look "{0}" was made with another version of the model "{1}"; use its preset or its painting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} carries no look; give a result that Tintype saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format {0} is not {1}; the program is too old for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name in it is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model's SHA-256 is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedding is not a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version of the program does not know the adjustment {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The look in {0} cannot be used ({1}); use its preset instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stroke has points on or near the photograph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A brush has a radius above 0 to 1 and a feather of 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} data are damaged and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model in {0}: it has no {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model in {0}: it has no {1}, or several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {0} has a file {1} larger than it should be; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name has no letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest in {0} makes no sense ({1}); fetch the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {0} in {1} is not the one its manifest describes; fetch the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {0} lacks its file {1}; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged or packed in an unknown way ({1}); fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no model; choose a model's folder, or a zip file of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} came with the program and cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model "{0}" gives something else than two channels of colour; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model "{0}" does not do what its manifest says ({1}); fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model "{0}"; {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a positive whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a plain file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model "{0}" has no graph "{1}"; install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model "{0}": {1} is not the file its manifest describes ({2}); install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read; install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a model manifest ({1}); install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model "{0}" lacks its file {1} ({2}); install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model "{0}" does not fit into memory; close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the photograph's name without its ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the photograph's ending without its dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the photograph's folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the preset's (or painting's) name in small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much colour, e.g. 0.8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder name "{0}" has a {1}, which not every system allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder needs a name with at least one letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name for the results needs at least one letter, digit or field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name "{0}" makes no sense ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name "{0}" has a {1}, which not every system allows in file names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name "{0}" has the unknown field {{1}}; there are {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete ({1}); copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in use by another program; close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may not be read; ask its owner for permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder; give the photographs in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, not a picture file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes); copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was changed by another program while it was read; try again when that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset's copy of its painting is damaged; add the painting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no end of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the original photograph {1}; save under another name or elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{0}" cannot name a preset; use at least one letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format {0} is not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the palette is not a list of #rrggbb colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset "{0}" belongs to the model "{1}", not "{2}"; choose that model or add its painting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset "{0}" was made with another version of the model "{1}"; add its painting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset file {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no preset or damaged ({1}); add its painting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"tintype preset list" shows what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset "{0}"; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no preset or damaged, and was set aside as {1}; add its painting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already is a preset "{0}"; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{0}" came with the program; it can be used and exported only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be removed ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets' folder {0} cannot be made ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It was set aside as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the profile is for another kind of picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the profile cannot be used ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the installed ONNX Runtime {0} was built without it ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on Linux and Windows put onnxruntime-gpu in the place of onnxruntime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics and neural engine (Core ML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on macOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no provider; there are {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. Running on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a camera's RAW file; install the extra "raw" (pip install "tintype[raw]"), or develop it to TIFF first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no RAW file, or of a camera that is not known; develop it to TIFF first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour profile was left out: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the shape of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed ({1}). Running on the CPU from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its driver or libraries are missing or too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} wants inputs {1}; install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be started ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed on the CPU ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {0}-bit floating point, taken as {1}; the result has 16 bits at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what its colour profile says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has floating-point values from {1} to {2}; bring them between 0 (black) and 1 (white), or save it with 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} bits of {2}; save it as grey or RGB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stores its pixels in an unusual way; save it as grey or RGB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} GB are too many for TIFF (at most 4); save as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); waiting for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no ending that can be written; use one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the original photograph; save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit into memory; choose JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be made ({1}); save in another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the XMP packet is far too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XMP defines no entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the XMP packet is damaged ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the XMP packet is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

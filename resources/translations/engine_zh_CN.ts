<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>engine</name>
    <message>
        <source>is up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>has colours already</source>
        <translation>已有颜色</translation>
    </message>
    <message>
        <source>there is no end of numbers</source>
        <translation>编号没有尽头</translation>
    </message>
    <message>
        <source>{0} is the original photograph {1}; save under another name or elsewhere.</source>
        <translation>{0} 是原始照片 {1}；请以其他名称或在别处保存。</translation>
    </message>
    <message>
        <source>The long side must be {0} to {1} px, not {2}.</source>
        <translation>长边为 {0} 到 {1} 像素，不能是 {2}。</translation>
    </message>
    <message>
        <source>The size must be {0} to 100 per cent, not {1}.</source>
        <translation>大小为 {0} 到 100 百分比，不能是 {1}。</translation>
    </message>
    <message>
        <source>{0} does not fit into memory; make it smaller.</source>
        <translation>{0} 超出内存；请将其缩小。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); waiting for it.</source>
        <translation>无法读取 {0}（{1}）；正在等待。</translation>
    </message>
    <message>
        <source>{0} can be read again.</source>
        <translation>{0} 又可以读取了。</translation>
    </message>
    <message>
        <source>The file's curve (number {0} of ITU-T H.273) is not known; it is taken as sRGB's.</source>
        <translation>文件的传递曲线（ITU-T H.273 编号 {0}）未知；按 sRGB 处理。</translation>
    </message>
    <message>
        <source>The gamma that the file tells makes no sense and was left out.</source>
        <translation>文件所给的 gamma 值不合理，已忽略。</translation>
    </message>
    <message>
        <source>The photograph is HDR ({0}), taken as if it were not, so that it looks flat; export it as SDR first.</source>
        <translation>该照片为 HDR（{0}），按非 HDR 处理，因此显得平淡；请先导出为 SDR。</translation>
    </message>
    <message>
        <source>The file holds linear light, and is read as such.</source>
        <translation>文件包含线性光，并按线性光读取。</translation>
    </message>
    <message>
        <source>The file says that its brightness has a gamma of {0}, and is read so.</source>
        <translation>文件声明其亮度的伽马值为 {0}，并按此读取。</translation>
    </message>
    <message>
        <source>The colour profile was left out: {0}.</source>
        <translation>已忽略颜色配置文件：{0}。</translation>
    </message>
    <message>
        <source>the profile is for another kind of picture</source>
        <translation>该配置文件适用于另一种图片</translation>
    </message>
    <message>
        <source>the profile cannot be used</source>
        <translation>该配置文件无法使用</translation>
    </message>
    <message>
        <source>{0} is not a colour like #2a4b7c</source>
        <translation>{0} 不是 #2a4b7c 这样的颜色</translation>
    </message>
    <message>
        <source>what it holds makes no sense</source>
        <translation>其内容没有意义</translation>
    </message>
    <message>
        <source>it is not allowed</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>it is a device or a pipe</source>
        <translation>它是设备或管道</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘报告错误</translation>
    </message>
    <message>
        <source>no room is left on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称过长</translation>
    </message>
    <message>
        <source>its links go round in circles</source>
        <translation>其链接循环指向</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>其他程序正在使用它</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>the network does not answer</source>
        <translation>网络没有响应</translation>
    </message>
    <message>
        <source>its field {0} is missing</source>
        <translation>缺少字段 {0}</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>它不是文本</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>其中有数字过大</translation>
    </message>
    <message>
        <source>a part of it is of the wrong kind</source>
        <translation>其中某部分类型不对</translation>
    </message>
    <message>
        <source>error {0} of the system</source>
        <translation>系统错误 {0}</translation>
    </message>
    <message>
        <source>its header makes no sense</source>
        <translation>文件头没有意义</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete (its data are far too few for {1} x {2} px); copy it again.</source>
        <translation>{0} 已损坏或不完整（对 {1} x {2} 像素而言数据太少）；请重新复制。</translation>
    </message>
    <message>
        <source>The file holds {0} frames; only the first is used.</source>
        <translation>文件包含 {0} 帧；只使用第一帧。</translation>
    </message>
    <message>
        <source>The file holds {0} pictures; only the main one is used.</source>
        <translation>文件含有 {0} 张图片；仅使用主图。</translation>
    </message>
    <message>
        <source>{0} has {1} megapixels, more than the limit of {2}; make it smaller first, or set a higher limit ({3}).</source>
        <translation>{0} 有 {1} 百万像素，超过上限 {2}；请先缩小，或提高上限（{3}）。</translation>
    </message>
    <message>
        <source>{0} is not a picture that can be read; give one of these: {1}.</source>
        <translation>{0} 不是可读取的图片；请提供以下格式之一：{1}。</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete, or {1} of a kind that is not known here; copy it again, or save it as TIFF or PNG.</source>
        <translation>{0} 已损坏或不完整，或是本程序不认识的一种 {1}；请重新复制，或另存为 TIFF 或 PNG。</translation>
    </message>
    <message>
        <source>{0} is {1}, not a picture that can be read; give one of these: {2}.</source>
        <translation>{0} 是{1}，不是可读取的图片；请提供以下格式之一：{2}。</translation>
    </message>
    <message>
        <source>{0} holds nothing but a camera's raw data; develop it in another program and save it as TIFF or JPEG.</source>
        <translation>{0} 只包含相机的原始数据；请在其他程序中显影，并另存为 TIFF 或 JPEG。</translation>
    </message>
    <message>
        <source>The end of the file is missing, but the picture is whole.</source>
        <translation>文件缺少结尾，但图片是完整的。</translation>
    </message>
    <message>
        <source>{0} has {1} bits a channel of an unusual kind; save it as 8 or 16.</source>
        <translation>{0} 每通道 {1} 位，类型不常见；请存为 8 位或 16 位。</translation>
    </message>
    <message>
        <source>its parts disagree about its size</source>
        <translation>其各部分的大小不一致</translation>
    </message>
    <message>
        <source>{0} is a JPEG 2000 of CIELAB, which is not supported; save it as TIFF.</source>
        <translation>{0} 是 CIELAB 色彩的 JPEG 2000，不受支持；请另存为 TIFF。</translation>
    </message>
    <message>
        <source>{0} is JPEG of a kind that is not supported ({1}); save it as TIFF or PNG.</source>
        <translation>{0} 是不支持的 JPEG 类型（{1}）；请将其存为 TIFF 或 PNG。</translation>
    </message>
    <message>
        <source>it holds no picture</source>
        <translation>其中没有图片</translation>
    </message>
    <message>
        <source>its header is too short</source>
        <translation>文件头太短</translation>
    </message>
    <message>
        <source>its parts are in the wrong order</source>
        <translation>各部分的顺序不对</translation>
    </message>
    <message>
        <source>The colour profile was left out: it is packed in a way that cannot be read; sRGB is assumed.</source>
        <translation>已忽略颜色配置文件：其打包方式无法读取；按 sRGB 处理。</translation>
    </message>
    <message>
        <source>The decoder gives this file's colours in linear light of 8 bits, so that its shadows are coarse.</source>
        <translation>解码器以 8 位线性光给出此文件的颜色，因此暗部层次较粗。</translation>
    </message>
    <message>
        <source>The file is animated; only its first picture is used.</source>
        <translation>文件是动画；只使用其中的第一张图片。</translation>
    </message>
    <message>
        <source>{0} is a JPEG XL of CMYK, which is not supported; save it as TIFF.</source>
        <translation>{0} 是 CMYK 的 JPEG XL，不受支持；请另存为 TIFF。</translation>
    </message>
    <message>
        <source>{0} takes about {1} MB of memory to open, more than the limit of {2} MB; make it smaller, close other programs, or set a higher limit ({3}).</source>
        <translation>打开 {0} 约需 {1} MB 内存，超过 {2} MB 的限制；请将其缩小、关闭其他程序或设置更高的限制（{3}）。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>无法读取 {0}（{1}）。</translation>
    </message>
    <message>
        <source>it breaks off in the middle</source>
        <translation>它在中途中断</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete ({1}); copy it again.</source>
        <translation>{0} 已损坏或不完整（{1}）；请重新复制。</translation>
    </message>
    <message>
        <source>{0} is in use by another program; close it there and try again.</source>
        <translation>{0} 正被其他程序使用；请在那里关闭后重试。</translation>
    </message>
    <message>
        <source>{0} may not be read; ask its owner for permission.</source>
        <translation>没有读取 {0} 的权限；请向其所有者申请。</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete, or of a kind that is not known here; copy it again, or save it as TIFF or PNG.</source>
        <translation>{0} 已损坏或不完整，或属于本程序不认识的种类；请重新复制，或另存为 TIFF 或 PNG。</translation>
    </message>
    <message>
        <source>{0} is a folder; give the photographs in it.</source>
        <translation>{0} 是文件夹；请提供其中的照片。</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, not a picture file.</source>
        <translation>{0} 是设备或管道，不是图片文件。</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>没有文件 {0}。</translation>
    </message>
    <message>
        <source>{0} uses a feature of its format that is not supported; save it as TIFF or PNG.</source>
        <translation>{0} 使用了其格式中不受支持的功能；请另存为 TIFF 或 PNG。</translation>
    </message>
    <message>
        <source>There is no file {0} ({1}).</source>
        <translation>没有文件 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} needs the library {1}, which is missing or cannot be loaded; install Tintype again.</source>
        <translation>{0} 需要库 {1}，但它缺失或无法加载；请重新安装 Tintype。</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes); copy it again.</source>
        <translation>{0} 为空（0 字节）；请重新复制。</translation>
    </message>
    <message>
        <source>{0} was changed by another program while it was read; try again when that is done.</source>
        <translation>读取 {0} 时它被其他程序更改；请待其完成后重试。</translation>
    </message>
    <message>
        <source>{0} cannot be read: either it is damaged, or of a kind that is not known here; open it in another program and save it as TIFF or PNG.</source>
        <translation>无法读取 {0}：文件可能已损坏，或属于本程序不认识的类型；请在其他程序中打开，并另存为 TIFF 或 PNG。</translation>
    </message>
    <message>
        <source>{0} has pixels of an unusual kind ({1}); save it as 8 bits, grey or RGB.</source>
        <translation>{0} 的像素类型不常见（{1}）；请存为 8 位灰度或 RGB。</translation>
    </message>
    <message>
        <source>Text in the file is damaged or far too long and was left out.</source>
        <translation>文件中的文本已损坏或过长，已略去。</translation>
    </message>
    <message>
        <source>A part of the file beside its pixels is damaged and was left out.</source>
        <translation>文件中像素以外的某部分已损坏，已略去。</translation>
    </message>
    <message>
        <source>{0} is a PSD of separate inks (multichannel), of whose colours it does not tell; save it as RGB or grey.</source>
        <translation>{0} 是由单独油墨组成的 PSD（多通道），其中没有说明油墨的颜色；请另存为 RGB 或灰度。</translation>
    </message>
    <message>
        <source>{0} is a PSD of {1} bits a channel, which is not supported; save it as TIFF.</source>
        <translation>{0} 是每通道 {1} 位的 PSD，不受支持；请存为 TIFF。</translation>
    </message>
    <message>
        <source>{0} is a PSD of colours that are not supported; save it as TIFF.</source>
        <translation>{0} 是颜色模式不受支持的 PSD；请另存为 TIFF。</translation>
    </message>
    <message>
        <source>{0} holds layers, but not the picture that they make; save it anew with maximised compatibility, or as TIFF.</source>
        <translation>{0} 只含图层，没有合成后的图像；请以“最大兼容”重新保存，或另存为 TIFF。</translation>
    </message>
    <message>
        <source>{0} is a PSD compressed in a way that is not supported; save it as TIFF.</source>
        <translation>{0} 是以不受支持的方式压缩的 PSD；请另存为 TIFF。</translation>
    </message>
    <message>
        <source>{0} is a camera's RAW file; install what reads it ({1}), or develop it to TIFF first.</source>
        <translation>{0} 是相机 RAW 文件；请安装读取它的组件（{1}），或先将它转换为 TIFF。</translation>
    </message>
    <message>
        <source>{0} is a camera's RAW file, which this package cannot read; develop it to TIFF first.</source>
        <translation>{0} 是相机 RAW 文件，此安装包无法读取；请先将它转换为 TIFF。</translation>
    </message>
    <message>
        <source>{0} is not a RAW file, or is from an unknown camera; develop it to TIFF first.</source>
        <translation>{0} 不是 RAW 文件，或相机未知；请先转换为 TIFF。</translation>
    </message>
    <message>
        <source>{0} is not the shape of a picture</source>
        <translation>{0} 不是图片的形状</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript 文档</translation>
    </message>
    <message>
        <source>an encapsulated PostScript file</source>
        <translation>EPS（PostScript）文件</translation>
    </message>
    <message>
        <source>an archive (ZIP or a document)</source>
        <translation>压缩包（ZIP）或文档</translation>
    </message>
    <message>
        <source>an archive (RAR)</source>
        <translation>压缩包（RAR）</translation>
    </message>
    <message>
        <source>an archive (7-Zip)</source>
        <translation>压缩包（7-Zip）</translation>
    </message>
    <message>
        <source>an archive (gzip)</source>
        <translation>压缩包（gzip）</translation>
    </message>
    <message>
        <source>a large Photoshop document (PSB)</source>
        <translation>大型 Photoshop 文档（PSB）</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>GIMP 文档</translation>
    </message>
    <message>
        <source>an OpenEXR picture</source>
        <translation>OpenEXR 图片</translation>
    </message>
    <message>
        <source>a Radiance picture</source>
        <translation>Radiance 图片</translation>
    </message>
    <message>
        <source>a JPEG XR picture</source>
        <translation>JPEG XR 图片</translation>
    </message>
    <message>
        <source>a DDS texture</source>
        <translation>DDS 纹理</translation>
    </message>
    <message>
        <source>a QOI picture</source>
        <translation>QOI 图片</translation>
    </message>
    <message>
        <source>a PAM picture</source>
        <translation>PAM 图片</translation>
    </message>
    <message>
        <source>a FITS picture</source>
        <translation>FITS 图片</translation>
    </message>
    <message>
        <source>a DICOM picture</source>
        <translation>DICOM 图片</translation>
    </message>
    <message>
        <source>a DjVu document</source>
        <translation>DjVu 文档</translation>
    </message>
    <message>
        <source>a Windows icon</source>
        <translation>Windows 图标</translation>
    </message>
    <message>
        <source>a video file</source>
        <translation>视频文件</translation>
    </message>
    <message>
        <source>a computer program</source>
        <translation>程序文件</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>{0} has {1} bits of {2}; save it as grey or RGB.</source>
        <translation>{0} 为 {1} 位 {2}；请存为灰度或 RGB。</translation>
    </message>
    <message>
        <source>{0} has {1} channels, of which no more than {2} are supported; save it as grey or RGB.</source>
        <translation>{0} 有 {1} 个通道，最多支持 {2} 个；请另存为灰度或 RGB。</translation>
    </message>
    <message>
        <source>{0} is compressed in a way that is not supported ({1}); save it uncompressed or with LZW.</source>
        <translation>{0} 的压缩方式不受支持（{1}）；请以无压缩或 LZW 方式保存。</translation>
    </message>
    <message>
        <source>Its colour map has 8 bits in place of 16, as some programs write it against the rule.</source>
        <translation>其颜色表为 8 位而非 16 位，某些程序会这样违规写入。</translation>
    </message>
    <message>
        <source>The file has one ink, which is taken for black.</source>
        <translation>该文件只有一种油墨，按黑色读取。</translation>
    </message>
    <message>
        <source>The file has three inks, which are taken for cyan, magenta and yellow.</source>
        <translation>该文件有三种油墨，按青、品红和黄色读取。</translation>
    </message>
    <message>
        <source>The file's inks are not said to be cyan, magenta, yellow and black; they are taken for these.</source>
        <translation>文件没有说明其油墨是青、洋红、黄和黑；按这四种来处理。</translation>
    </message>
    <message>
        <source>The file does not tell what its further channels are; only the first is used, as grey.</source>
        <translation>文件未说明其余通道的含义；只使用第一个通道，作为灰度。</translation>
    </message>
    <message>
        <source>{0} has {1} bits of CIELAB; save it as grey or RGB.</source>
        <translation>{0} 为 {1} 位 CIELAB；请存为灰度或 RGB。</translation>
    </message>
    <message>
        <source>The file tells a tone curve of its own, which is not applied; the picture may be too dark or too light.</source>
        <translation>文件带有自己的色调曲线，未予应用；图像可能过暗或过亮。</translation>
    </message>
    <message>
        <source>The file holds {0} pages, of which this is the first.</source>
        <translation>文件包含 {0} 页；这是第一页。</translation>
    </message>
    <message>
        <source>The file holds a camera's raw data, which are left out; its developed picture is used.</source>
        <translation>文件包含相机的原始数据，这些数据不予使用；使用其中已显影的图片。</translation>
    </message>
    <message>
        <source>The file also holds a mask of the picture, which is left out.</source>
        <translation>文件还含有图像的蒙版，已忽略。</translation>
    </message>
    <message>
        <source>The file also holds smaller copies of the picture ({0}); the full size is used.</source>
        <translation>文件还包含图片的较小副本（{0} 个）；使用完整尺寸。</translation>
    </message>
    <message>
        <source>The file does not say what its values mean; they are read as most programs read them.</source>
        <translation>文件没有说明其中数字的含义；按其他程序的惯例来理解。</translation>
    </message>
    <message>
        <source>numbers from {0} (black) to {1} (white)</source>
        <translation>从 {0}（黑）到 {1}（白）的数值</translation>
    </message>
    <message>
        <source>The file holds {0}-bit floating point, taken as {1}; the result has 16 bits at most.</source>
        <translation>文件为 {0} 位浮点，按 {1} 处理；结果最多 16 位。</translation>
    </message>
    <message>
        <source>The file holds signed numbers of {0} bits, taken from black to white.</source>
        <translation>文件包含 {0} 位有符号数，按从黑到白处理。</translation>
    </message>
    <message>
        <source>{0} has pixels without a value (NaN or infinite); save it with 16 bits a channel.</source>
        <translation>{0} 含有没有数值的像素（NaN 或无穷大）；请以每通道 16 位保存。</translation>
    </message>
    <message>
        <source>{0} has floating-point values from {1} to {2}; bring them between 0 (black) and 1 (white), or save it with 16 bits.</source>
        <translation>{0} 的浮点值为 {1} 到 {2}；请调整到 0（黑）与 1（白）之间，或以 16 位保存。</translation>
    </message>
    <message>
        <source>numbers of linear light</source>
        <translation>线性光的数值</translation>
    </message>
    <message>
        <source>what its colour profile says</source>
        <translation>其颜色配置文件所述</translation>
    </message>
    <message>
        <source>amounts of ink</source>
        <translation>油墨量</translation>
    </message>
    <message>
        <source>Its values go from {0} to {1}; what is darker than black or brighter than white is cut.</source>
        <translation>其数值从 {0} 到 {1}；比黑更暗或比白更亮的部分被截去。</translation>
    </message>
    <message>
        <source>The {0} must be from {1} to {2}, not {3}.</source>
        <translation>{0} 必须在 {1} 到 {2} 之间，不能是 {3}。</translation>
    </message>
    <message>
        <source>A weight must be from 0 to 1, not {0}.</source>
        <translation>权重必须在 0 到 1 之间，不能是 {0}。</translation>
    </message>
    <message>
        <source>A blend has 1 to {0} presets, not {1}.</source>
        <translation>混合包含 1 到 {0} 个预设，而不是 {1} 个。</translation>
    </message>
    <message>
        <source>The weights of a blend sum to 1, not {0}.</source>
        <translation>混合的权重之和为 1，而不是 {0}。</translation>
    </message>
    <message>
        <source>Natural colours are in a blend once at most.</source>
        <translation>一个混合中最多包含一次自然色彩。</translation>
    </message>
    <message>
        <source>Presets of different models cannot be mixed.</source>
        <translation>不同模型的预设无法混合。</translation>
    </message>
    <message>
        <source>Natural colours have no numbers to shift.</source>
        <translation>自然色彩没有可以移动的数值。</translation>
    </message>
    <message>
        <source>Embeddings of different sizes cannot be mixed.</source>
        <translation>大小不同的嵌入无法混合。</translation>
    </message>
    <message>
        <source>A shift is made of finite numbers.</source>
        <translation>偏移由有限数值组成。</translation>
    </message>
    <message>
        <source>A region has presets or a colour, not both.</source>
        <translation>一个区域要么使用预设，要么使用颜色，不能两者兼有。</translation>
    </message>
    <message>
        <source>The a* and b* of a colour are from {0} to {1}.</source>
        <translation>颜色的 a* 和 b* 须在 {0} 到 {1} 之间。</translation>
    </message>
    <message>
        <source>The amount must be from 0 to {0}, not {1}.</source>
        <translation>着色量必须在 0 到 {0} 之间，不能是 {1}。</translation>
    </message>
    <message>
        <source>The picture within a border is straightened, but not turned.</source>
        <translation>边框内的画面可以拉直，但不能旋转。</translation>
    </message>
    <message>
        <source>A photograph is cropped to a rectangle, not to an oval.</source>
        <translation>照片只能裁剪为矩形，不能裁剪为椭圆形。</translation>
    </message>
    <message>
        <source>No preset was chosen for this photograph; choose one.</source>
        <translation>尚未为这张照片选择预设；请选择一个。</translation>
    </message>
    <message>
        <source>A photograph is turned by 0 to 3 quarters, not {0}.</source>
        <translation>照片只能旋转 0 到 3 个四分之一圈，而不是 {0}。</translation>
    </message>
    <message>
        <source>A photograph is straightened by {0} to {1} degrees, not {2}.</source>
        <translation>照片可拉直 {0} 到 {1} 度，而不是 {2} 度。</translation>
    </message>
    <message>
        <source>A part of a photograph has sides of at least {0} of it, and lies inside of it.</source>
        <translation>裁剪部分须位于照片之内，且每边至少为照片的 {0}。</translation>
    </message>
    <message>
        <source>The look "{0}" belongs to the model "{1}", not "{2}"; choose that model.</source>
        <translation>外观“{0}”属于模型“{1}”，而非“{2}”；请选择该模型。</translation>
    </message>
    <message>
        <source>The look "{0}" was made with another version of the model "{1}"; use its preset or its painting.</source>
        <translation>外观“{0}”由模型“{1}”的另一版本制作；请使用其预设或画作。</translation>
    </message>
    <message>
        <source>The share of natural colours must be from 0 to 1, not {0}.</source>
        <translation>自然色彩的比例必须在 0 到 1 之间，而不是 {0}。</translation>
    </message>
    <message>
        <source>There is no model of natural colours; install one of the kind auto.</source>
        <translation>没有自然色彩模型；请安装一个 auto 类模型。</translation>
    </message>
    <message>
        <source>"{0}" cannot name a preset; use at least one letter or digit.</source>
        <translation>“{0}”不能作为预设名称；请至少使用一个字母或数字。</translation>
    </message>
    <message>
        <source>format {0} is not {1}</source>
        <translation>格式 {0} 不是 {1}</translation>
    </message>
    <message>
        <source>the embedding is not a list of numbers</source>
        <translation>嵌入不是数字列表</translation>
    </message>
    <message>
        <source>the palette is not a list of #rrggbb colours</source>
        <translation>调色板不是 #rrggbb 颜色列表</translation>
    </message>
    <message>
        <source>Natural colours need the model "{0}", which is not installed; install it or choose a preset.</source>
        <translation>自然色彩需要模型“{0}”，但它不可用；请安装它，或选择一个预设。</translation>
    </message>
    <message>
        <source>Preset "{0}" belongs to the model "{1}", not "{2}"; choose that model or add its painting again.</source>
        <translation>预设“{0}”属于模型“{1}”，而非“{2}”；请选择该模型，或重新添加其画作。</translation>
    </message>
    <message>
        <source>Preset "{0}" does not fit your own model "{1}", which stands in the place of the one that came with the program; remove yours, or add the preset's painting again.</source>
        <translation>预设“{0}”与您自己的模型“{1}”不匹配，它取代了程序自带的同名模型；请移除您的模型，或重新添加该预设的画作。</translation>
    </message>
    <message>
        <source>Preset "{0}" was made with another version of the model "{1}"; add its painting again.</source>
        <translation>预设“{0}”由模型“{1}”的另一版本制作；请重新添加其画作。</translation>
    </message>
    <message>
        <source>There is no preset file {0}.</source>
        <translation>没有预设文件 {0}。</translation>
    </message>
    <message>
        <source>{0} is not a preset or is damaged ({1}); add its painting again.</source>
        <translation>{0} 不是预设或已损坏（{1}）；请重新添加其画作。</translation>
    </message>
    <message>
        <source>The brush must be from {0} to 1, not {1}.</source>
        <translation>画笔必须在 {0} 到 1 之间，而不是 {1}。</translation>
    </message>
    <message>
        <source>The paint must be from 0 to 1, not {0}.</source>
        <translation>颜料必须在 0 到 1 之间，而不是 {0}。</translation>
    </message>
    <message>
        <source>{0} is not a number of quarter turns</source>
        <translation>{0} 不是四分之一圈的有效次数</translation>
    </message>
    <message>
        <source>the name of a model is not text</source>
        <translation>模型的名称不是文本</translation>
    </message>
    <message>
        <source>{0} is neither true nor false</source>
        <translation>{0} 既非真也非假</translation>
    </message>
    <message>
        <source>{0} is not a number</source>
        <translation>{0} 不是数字</translation>
    </message>
    <message>
        <source>it is not a list of fields</source>
        <translation>不是字段列表</translation>
    </message>
    <message>
        <source>this version of the program does not know {0}</source>
        <translation>此版本的程序不识别 {0}</translation>
    </message>
    <message>
        <source>{0} is not a list</source>
        <translation>{0} 不是列表</translation>
    </message>
    <message>
        <source>The edit was made by a newer version of Tintype ({0}); update the program to go on.</source>
        <translation>此编辑由较新版本的 Tintype（{0}）创建；请更新程序后继续。</translation>
    </message>
    <message>
        <source>The edit makes no sense ({0}).</source>
        <translation>此编辑无效（{0}）。</translation>
    </message>
    <message>
        <source>A stroke has points on or near the photograph.</source>
        <translation>笔画的点应在照片上或附近。</translation>
    </message>
    <message>
        <source>A brush has a radius above 0 to 1 and a feather of 0 to 1.</source>
        <translation>画笔半径大于 0 且不超过 1，羽化为 0 到 1。</translation>
    </message>
    <message>
        <source>A stroke is too long for its brush.</source>
        <translation>笔触对其画笔而言过长。</translation>
    </message>
    <message>
        <source>{0} px are too many for {1} (at most {2}); save as PNG or TIFF.</source>
        <translation>{0} 像素对 {1} 过多（最多 {2}）；请保存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>{0} is not a name for a LUT; let it end in {1} or {2}.</source>
        <translation>{0} 不是 LUT 的文件名；请以 {1} 或 {2} 结尾。</translation>
    </message>
    <message>
        <source>{0} GB are too many for TIFF (at most 4); save as PNG.</source>
        <translation>{0} GB 对 TIFF 过多（最多 4）；请保存为 PNG。</translation>
    </message>
    <message>
        <source>{0} has no ending that can be written; use one of {1}.</source>
        <translation>{0} 的扩展名不可写入；请使用 {1} 之一。</translation>
    </message>
    <message>
        <source>The folder {0} does not exist; make it, or save elsewhere.</source>
        <translation>文件夹 {0} 不存在；请新建它，或保存到别处。</translation>
    </message>
    <message>
        <source>{0} is the original photograph; save under another name.</source>
        <translation>{0} 是原始照片；请以其他名称保存。</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe; save under another name.</source>
        <translation>{0} 是设备或管道；请用其他名称保存。</translation>
    </message>
    <message>
        <source>{0} does not fit into memory; choose JPEG.</source>
        <translation>{0} 超出内存；请选择 JPEG。</translation>
    </message>
    <message>
        <source>{0} cannot be made in this format; save in another one.</source>
        <translation>{0} 无法以此格式生成；请以其他格式保存。</translation>
    </message>
    <message>
        <source>{0} was made by another program meanwhile, and is left as it is; save again.</source>
        <translation>{0} 已在此期间由其他程序创建，将保持原样；请重新保存。</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); save elsewhere.</source>
        <translation>无法写入 {0}（{1}）；请保存到别处。</translation>
    </message>
    <message>
        <source>{0} is a folder; give a file name to save under.</source>
        <translation>{0} 是文件夹；请给出要保存的文件名。</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe; give a file name to save under.</source>
        <translation>{0} 是设备或管道；请给出要保存的文件名。</translation>
    </message>
    <message>
        <source>No room left on the disk to save {0}; free some space and save again.</source>
        <translation>磁盘空间不足，无法保存 {0}；请腾出空间后再保存。</translation>
    </message>
    <message>
        <source>{0} is in use by another program; close it there, or save under another name.</source>
        <translation>{0} 正被其他程序使用；请在那里关闭，或以其他名称保存。</translation>
    </message>
    <message>
        <source>{0} is not a whole number</source>
        <translation>{0} 不是整数</translation>
    </message>
    <message>
        <source>{0} is not from {1} to {2}</source>
        <translation>{0} 不在 {1} 到 {2} 之间</translation>
    </message>
    <message>
        <source>a text in it has invalid characters</source>
        <translation>其中一段文本含有不应出现的字符</translation>
    </message>
    <message>
        <source>{0} is not text</source>
        <translation>{0} 不是文本</translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation>它过大</translation>
    </message>
    <message>
        <source>the photograph's name without its ending</source>
        <translation>照片名称（不含扩展名）</translation>
    </message>
    <message>
        <source>the photograph's ending without its dot</source>
        <translation>照片扩展名（不含点）</translation>
    </message>
    <message>
        <source>the name of the photograph's folder</source>
        <translation>照片所在文件夹的名称</translation>
    </message>
    <message>
        <source>the preset's (or painting's) name in small letters</source>
        <translation>预设（或画作）名称，小写</translation>
    </message>
    <message>
        <source>how much colour, e.g. 0.8</source>
        <translation>着色量，例如 0.8</translation>
    </message>
    <message>
        <source>the model's name</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>The folder name "{0}" has a {1}, which not every system allows.</source>
        <translation>文件夹名称“{0}”含有 {1}，并非所有系统都允许。</translation>
    </message>
    <message>
        <source>A folder needs a name with at least one letter or digit.</source>
        <translation>文件夹名称至少要有一个字母或数字。</translation>
    </message>
    <message>
        <source>A name for the results needs at least one letter, digit or field.</source>
        <translation>结果名称至少要有一个字母、数字或字段。</translation>
    </message>
    <message>
        <source>The name "{0}" makes no sense: braces stand around the name of a field.</source>
        <translation>名称“{0}”没有意义：花括号应围住字段名称。</translation>
    </message>
    <message>
        <source>The name "{0}" has a {1}, which not every system allows in file names.</source>
        <translation>名称“{0}”含有 {1}，并非所有系统的文件名都允许。</translation>
    </message>
    <message>
        <source>The name "{0}" has the unknown field {{1}}; there are {2}.</source>
        <translation>名称“{0}”含有未知字段 {{1}}；可用的有 {2}。</translation>
    </message>
    <message>
        <source>{0} It was set aside as {1}.</source>
        <translation>{0} 它已另存为 {1}。</translation>
    </message>
    <message>
        <source>{0} cannot be read, so it is not written over; move it elsewhere.</source>
        <translation>无法读取 {0}，因此不会覆盖它；请将它移到别处。</translation>
    </message>
    <message>
        <source>The file is damaged: {0} % of the picture could be read, the rest is blurred.</source>
        <translation>文件已损坏：可读取图片的 {0}%，其余部分模糊。</translation>
    </message>
    <message>
        <source>The file is damaged: {0} % of the picture could be read, the rest is grey.</source>
        <translation>文件已损坏：可读取图片的 {0}%，其余部分为灰色。</translation>
    </message>
    <message>
        <source>The file is damaged: its data are corrupt, so that parts of the picture may be wrong.</source>
        <translation>文件已损坏：其数据有误，图片的某些部分可能不正确。</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete (only {1} % of it can be read); copy it again.</source>
        <translation>{0} 已损坏或不完整（只能读取其中的 {1}%）；请重新复制。</translation>
    </message>
    <message>
        <source>{0} is damaged (its data are corrupt); copy it again.</source>
        <translation>{0} 已损坏（数据有误）；请重新复制。</translation>
    </message>
    <message>
        <source>The preset's copy of its painting is damaged; add the painting again.</source>
        <translation>预设所附的画作副本已损坏；请重新添加画作。</translation>
    </message>
    <message>
        <source>The model "{0}" is of the kind "{1}", which does not colour; choose another model.</source>
        <translation>模型“{0}”属于“{1}”类，不能上色；请选择其他模型。</translation>
    </message>
    <message>
        <source>The model "{0}" gives natural colours and takes no painting; choose another model.</source>
        <translation>模型“{0}”给出自然色彩，不参考画作；请选择其他模型。</translation>
    </message>
    <message>
        <source>An embedding of {0} numbers is not for the model "{1}", which uses {2}; choose another preset.</source>
        <translation>{0} 个数的嵌入不适用于使用 {2} 个数的模型“{1}”；请选择其他预设。</translation>
    </message>
    <message>
        <source>Model "{0}" gives an answer of the wrong size; fetch it again.</source>
        <translation>模型“{0}”给出的结果大小不对；请重新获取。</translation>
    </message>
    <message>
        <source>Model "{0}" gave numbers that are not colours; install it again.</source>
        <translation>模型“{0}”给出的数值不是颜色；请重新安装。</translation>
    </message>
    <message>
        <source>ran model "{0}" at {1} px in {2} ms</source>
        <translation>模型“{0}”以 {1} 像素运行，用时 {2} 毫秒</translation>
    </message>
    <message>
        <source>not tried: no model is installed</source>
        <translation>未尝试：没有安装模型</translation>
    </message>
    <message>
        <source>it is not an ONNX graph</source>
        <translation>它不是 ONNX 图</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>它的组成部分太多</translation>
    </message>
    <message>
        <source>it reads other files</source>
        <translation>它要读取其他文件</translation>
    </message>
    <message>
        <source>{0} is not a positive whole number</source>
        <translation>{0} 不是正整数</translation>
    </message>
    <message>
        <source>{0} is more than {1}</source>
        <translation>{0} 大于 {1}</translation>
    </message>
    <message>
        <source>{0} is not a list of parts</source>
        <translation>{0} 不是各部分的列表</translation>
    </message>
    <message>
        <source>its parts sum to {0}, not {1}</source>
        <translation>各部分之和为 {0}，而不是 {1}</translation>
    </message>
    <message>
        <source>its list of graphs makes no sense</source>
        <translation>它的图列表没有意义</translation>
    </message>
    <message>
        <source>{0} is not a SHA-256</source>
        <translation>{0} 不是 SHA-256</translation>
    </message>
    <message>
        <source>{0} is not a plain file name</source>
        <translation>{0} 不是简单文件名</translation>
    </message>
    <message>
        <source>{0} cannot be the name of a graph's file</source>
        <translation>{0} 不能作为图文件的名称</translation>
    </message>
    <message>
        <source>its scores make no sense</source>
        <translation>它的评分没有意义</translation>
    </message>
    <message>
        <source>a text in it has more than {0} letters</source>
        <translation>其中一段文本超过 {0} 个字符</translation>
    </message>
    <message>
        <source>{0} came with the program and cannot be removed.</source>
        <translation>{0} 随程序附带，无法移除。</translation>
    </message>
    <message>
        <source>The model in {0} lacks its file {1}; fetch it again.</source>
        <translation>{0} 中的模型缺少文件 {1}；请重新获取。</translation>
    </message>
    <message>
        <source>The model in {0} has a file {1} larger than it should be; fetch it again.</source>
        <translation>{0} 中模型的文件 {1} 过大；请重新获取。</translation>
    </message>
    <message>
        <source>There is no model in {0}: it has no {1}.</source>
        <translation>{0} 中没有模型：缺少 {1}。</translation>
    </message>
    <message>
        <source>There is no model in {0}: it has no {1}, or several.</source>
        <translation>{0} 中没有模型：没有 {1}，或有多个。</translation>
    </message>
    <message>
        <source>A model called "{0}" came with the program, whose presets fit no other; ask for one of another name.</source>
        <translation>程序自带名为“{0}”的模型，其预设不适用于其他模型；请使用另一名称的模型。</translation>
    </message>
    <message>
        <source>The file {0} in {1} is not the one its manifest describes; fetch the model again.</source>
        <translation>{1} 中的文件 {0} 与清单描述不符；请重新获取模型。</translation>
    </message>
    <message>
        <source>There is no file or folder {0}.</source>
        <translation>没有文件或文件夹 {0}。</translation>
    </message>
    <message>
        <source>{0} is not a model; choose a model's folder, or a zip file of one.</source>
        <translation>{0} 不是模型；请选择模型的文件夹或其 zip 文件。</translation>
    </message>
    <message>
        <source>its name has no letter</source>
        <translation>其名称没有字母</translation>
    </message>
    <message>
        <source>The manifest in {0} makes no sense ({1}); fetch the model again.</source>
        <translation>{0} 中的清单无效（{1}）；请重新获取模型。</translation>
    </message>
    <message>
        <source>{0} is damaged or packed in an unknown way ({1}); fetch it again.</source>
        <translation>{0} 已损坏或打包方式未知（{1}）；请重新获取。</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>没有安装模型</translation>
    </message>
    <message>
        <source>There is no model "{0}"; {1}.</source>
        <translation>没有模型“{0}”；{1}。</translation>
    </message>
    <message>
        <source>{0} Or remove {1}: the program came with a model of that name.</source>
        <translation>{0} 或者移除 {1}：程序自带同名的模型。</translation>
    </message>
    <message>
        <source>format {0} is not {1}; the program is too old for it</source>
        <translation>格式 {0} 不是 {1}；程序版本过旧</translation>
    </message>
    <message>
        <source>Model "{0}" is of the kind "{1}", which this version of the program does not know; update the program.</source>
        <translation>模型“{0}”属于“{1}”类，此版本的程序不认识；请更新程序。</translation>
    </message>
    <message>
        <source>Model "{0}" has no graph "{1}"; install the model again.</source>
        <translation>模型“{0}”没有图“{1}”；请重新安装模型。</translation>
    </message>
    <message>
        <source>Model "{0}": {1} is not the file its manifest describes ({2}); install the model again.</source>
        <translation>模型“{0}”：{1} 与其清单描述不符（{2}）；请重新安装模型。</translation>
    </message>
    <message>
        <source>{0} cannot be read; install the model again.</source>
        <translation>无法读取 {0}；请重新安装模型。</translation>
    </message>
    <message>
        <source>{0} is not a model manifest ({1}); install the model again.</source>
        <translation>{0} 不是模型清单（{1}）；请重新安装模型。</translation>
    </message>
    <message>
        <source>Model "{0}" lacks its file {1} ({2}); install the model again.</source>
        <translation>模型“{0}”缺少文件 {1}（{2}）；请重新安装模型。</translation>
    </message>
    <message>
        <source>The model "{0}" does not fit into memory; close other programs.</source>
        <translation>模型“{0}”超出内存；请关闭其他程序。</translation>
    </message>
    <message>
        <source>Model "{0}": {1} is not a graph that can be used ({2}).</source>
        <translation>模型“{0}”：{1} 不是可用的图（{2}）。</translation>
    </message>
    <message>
        <source>Model "{0}" does not do what its manifest says; fetch it again.</source>
        <translation>模型“{0}”的行为与其清单不符；请重新获取。</translation>
    </message>
    <message>
        <source>Model "{0}" does not end within {1} seconds; it cannot be used.</source>
        <translation>模型“{0}”在 {1} 秒内未能完成；无法使用。</translation>
    </message>
    <message>
        <source>Model "{0}" takes more than {1} MB of memory; it cannot be used.</source>
        <translation>模型“{0}”需要超过 {1} MB 的内存；无法使用。</translation>
    </message>
    <message>
        <source>Model "{0}" crashed when it was tried; it cannot be used.</source>
        <translation>模型“{0}”使试运行它的进程终止；无法使用。</translation>
    </message>
    <message>
        <source>{0} failed. Running on the CPU from here on.</source>
        <translation>{0} 失败。此后在处理器上运行。</translation>
    </message>
    <message>
        <source>its driver or libraries are missing or too old</source>
        <translation>其驱动程序或库缺失或过旧</translation>
    </message>
    <message>
        <source>{0} needs inputs {1}; install the model again.</source>
        <translation>{0} 需要输入 {1}；请重新安装模型。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. Running on the CPU.</source>
        <translation>无法使用 {0}：{1}。改用 CPU 运行。</translation>
    </message>
    <message>
        <source>{0} cannot be started; install the model again.</source>
        <translation>{0} 无法启动；请重新安装模型。</translation>
    </message>
    <message>
        <source>{0} failed on the CPU; install the model again.</source>
        <translation>{0} 在处理器上运行失败；请重新安装模型。</translation>
    </message>
    <message>
        <source>it failed when it was tried</source>
        <translation>尝试失败</translation>
    </message>
    <message>
        <source>The model "{0}" is of the kind "{1}", which does not paint; choose another model.</source>
        <translation>模型“{0}”属于“{1}”类，不能绘画；请选择其他模型。</translation>
    </message>
    <message>
        <source>Model "{0}" gave something that is not a picture; install it again.</source>
        <translation>模型“{0}”给出的不是图片；请重新安装。</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime {0} was built without it ({1})</source>
        <translation>已安装的 ONNX Runtime {0} 不支持它（{1}）</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA 显卡 (CUDA)</translation>
    </message>
    <message>
        <source>on Linux and Windows put onnxruntime-gpu in the place of onnxruntime</source>
        <translation>在 Linux 和 Windows 上用 onnxruntime-gpu 代替 onnxruntime</translation>
    </message>
    <message>
        <source>Apple graphics and neural engine (Core ML)</source>
        <translation>Apple 图形与神经引擎 (Core ML)</translation>
    </message>
    <message>
        <source>only on macOS</source>
        <translation>仅限 macOS</translation>
    </message>
    <message>
        <source>{0} is not a provider; there are {1}</source>
        <translation>{0} 不是设备；可用的有 {1}</translation>
    </message>
    <message>
        <source>The model "{0}", which paints over, is not installed; install it.</source>
        <translation>用于重绘的模型“{0}”不可用；请安装它。</translation>
    </message>
    <message>
        <source>its directories run into each other</source>
        <translation>其目录相互重叠</translation>
    </message>
    <message>
        <source>Raw profile type iptc</source>
        <translation>Raw profile type iptc</translation>
    </message>
    <message>
        <source>it does not begin as IPTC</source>
        <translation>开头不是 IPTC</translation>
    </message>
    <message>
        <source>The {0} data are damaged and were left out.</source>
        <translation>{0} 数据已损坏，已省略。</translation>
    </message>
    <message>
        <source>it does not begin as TIFF</source>
        <translation>开头不是 TIFF</translation>
    </message>
    <message>
        <source>a directory lies outside</source>
        <translation>有目录位于范围之外</translation>
    </message>
    <message>
        <source>the XMP packet is far too large</source>
        <translation>XMP 数据包过大</translation>
    </message>
    <message>
        <source>XMP defines no entities</source>
        <translation>XMP 不定义实体</translation>
    </message>
    <message>
        <source>the XMP packet is damaged</source>
        <translation>XMP 数据包已损坏</translation>
    </message>
    <message>
        <source>the XMP packet is nested too deeply</source>
        <translation>XMP 数据包嵌套过深</translation>
    </message>
    <message>
        <source>A picture of {0} x {1} px does not fit into memory; save it as JPEG.</source>
        <translation>{0} x {1} 像素的图片超出内存；请保存为 JPEG。</translation>
    </message>
    <message>
        <source>A painted region was left out: what it was painted on is not to be found in this photograph.</source>
        <translation>略去了一个绘制的区域：在这张照片中找不到它所绘制的对象。</translation>
    </message>
    <message>
        <source>The look has too many brush strokes to be stored in the result, so that it cannot be repeated from it.</source>
        <translation>该外观的画笔笔触过多，无法存入结果，因此不能由结果重复。</translation>
    </message>
    <message>
        <source>{0} carries no look; give a result that Tintype saved.</source>
        <translation>{0} 不含外观；请提供由 Tintype 保存的结果。</translation>
    </message>
    <message>
        <source>a name in it is not text</source>
        <translation>其中的名称不是文本</translation>
    </message>
    <message>
        <source>a model's SHA-256 is not one</source>
        <translation>某个模型的 SHA-256 无效</translation>
    </message>
    <message>
        <source>its presets are of another model</source>
        <translation>其中的预设属于另一个模型</translation>
    </message>
    <message>
        <source>this version of the program does not know the adjustment {0}</source>
        <translation>此版本的程序不识别调整项 {0}</translation>
    </message>
    <message>
        <source>The look in {0} cannot be used ({1}); use its preset instead.</source>
        <translation>{0} 中的外观无法使用（{1}）；请改用其预设。</translation>
    </message>
    <message>
        <source>The file {0} is damaged ({1}).</source>
        <translation>文件 {0} 已损坏（{1}）。</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>您是指 {0} 吗？</translation>
    </message>
    <message>
        <source>"tintype preset list" shows what there is.</source>
        <translation>“tintype preset list”可列出所有预设。</translation>
    </message>
    <message>
        <source>There is no preset "{0}"; {1}</source>
        <translation>没有预设“{0}”；{1}</translation>
    </message>
    <message>
        <source>{0} is not a preset or is damaged, and was set aside as {1}; add its painting again.</source>
        <translation>{0} 不是预设或已损坏，已另存为 {1}；请重新添加其画作。</translation>
    </message>
    <message>
        <source>There already is a preset "{0}"; choose another name.</source>
        <translation>已有预设“{0}”；请换一个名称。</translation>
    </message>
    <message>
        <source>"{0}" came with the program; it can be used and exported only.</source>
        <translation>“{0}”随程序附带；只能使用和导出。</translation>
    </message>
    <message>
        <source>{0} cannot be removed ({1}).</source>
        <translation>无法移除 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The presets' folder {0} cannot be made ({1}).</source>
        <translation>无法创建预设文件夹 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} was written by a newer version of Tintype ({1}); update the program to use it.</source>
        <translation>{0} 由较新版本的 Tintype（{1}）写入；请更新程序后使用。</translation>
    </message>
    <message>
        <source>{0} Until then this photograph's edit is not kept.</source>
        <translation>{0} 在此之前不会保留此照片的编辑。</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly before it could record what was open: {0}.</source>
        <translation>Tintype 意外退出，当时打开的内容还没来得及记录：{0}。</translation>
    </message>
    <message>
        <source>a photograph has a name and 8 or 16 bits</source>
        <translation>照片应有名称，且为 8 位或 16 位</translation>
    </message>
    <message>
        <source>What was open when a newer version of Tintype ended unexpectedly waits for that version: {0} ({1}).</source>
        <translation>较新版本的 Tintype 意外退出时打开的内容留待该版本恢复：{0}（{1}）。</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly, and the record of what was open is damaged: {0} ({1}).</source>
        <translation>Tintype 意外退出，当时打开内容的记录已损坏：{0}（{1}）。</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly, and what was open cannot be read now; it stays in {0} ({1}).</source>
        <translation>Tintype 意外退出，当时打开的内容现在无法读取；它仍保留在 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} has no ending of a film that can be written; use one of {1}.</source>
        <translation>{0} 的扩展名不是可写入的影片格式；请使用 {1} 之一。</translation>
    </message>
    <message>
        <source>{0} cannot hold the sound of {1}; let it end in {2}.</source>
        <translation>{0} 无法容纳 {1} 的声音；请以 {2} 结尾。</translation>
    </message>
    <message>
        <source>{0} is a film; install what reads films ({1}).</source>
        <translation>{0} 是影片；请安装读取影片所需的组件（{1}）。</translation>
    </message>
    <message>
        <source>{0} is a film, which this package cannot read; install Tintype from its source or as a wheel.</source>
        <translation>{0} 是影片，此安装包无法读取；请从源代码或以 wheel 方式安装 Tintype。</translation>
    </message>
    <message>
        <source>There is no film {0}; check the name.</source>
        <translation>没有影片 {0}；请检查名称。</translation>
    </message>
    <message>
        <source>{0} cannot be read; check whose it is.</source>
        <translation>无法读取 {0}；请检查文件归谁所有。</translation>
    </message>
    <message>
        <source>{0} is damaged, or is not a film; check whether a player shows it.</source>
        <translation>{0} 已损坏，或者不是影片；请试试播放器能否播放。</translation>
    </message>
    <message>
        <source>{0} has sound, but no pictures; give a film.</source>
        <translation>{0} 只有声音，没有画面；请指定影片。</translation>
    </message>
    <message>
        <source>Not one frame of {0} can be read; convert it with another program.</source>
        <translation>{0} 中没有一帧可以读取；请用其他程序转换。</translation>
    </message>
    <message>
        <source>{0} is the original film; save under another name.</source>
        <translation>{0} 是原始影片；请用其他名称保存。</translation>
    </message>
</context>
</TS>

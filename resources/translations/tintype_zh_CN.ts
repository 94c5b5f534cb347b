<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tintype</source>
        <translation>关于 Tintype</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>The package brings no text of its licence.</source>
        <translation>该软件包未附带许可证文本。</translation>
    </message>
    <message>
        <source>Tintype and the libraries it uses</source>
        <translation>Tintype 及其所依赖的组件</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Colours black-and-white photographs in the colours of a painting, offline.</source>
        <translation>用画作的色彩为黑白照片上色，完全离线。</translation>
    </message>
    <message>
        <source>Models: {models}</source>
        <translation>模型：{models}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>软件库</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Add painting…</source>
        <translation>添加画作…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>Paste photo</source>
        <translation>粘贴照片</translation>
    </message>
    <message>
        <source>Paste painting</source>
        <translation>粘贴画作</translation>
    </message>
    <message>
        <source>Rename preset…</source>
        <translation>重命名预设…</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Duplicate preset</source>
        <translation>复制一份预设</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Import presets…</source>
        <translation>导入预设…</translation>
    </message>
    <message>
        <source>Export preset…</source>
        <translation>导出预设…</translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Export LUT…</source>
        <translation>导出 LUT…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>搜索预设</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>User&apos;s guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>About Tintype</source>
        <translation>关于 Tintype</translation>
    </message>
    <message>
        <source>Four presets side by side</source>
        <translation>并排比较四个预设</translation>
    </message>
    <message>
        <source>Toggle split view</source>
        <translation>切换分屏视图</translation>
    </message>
    <message>
        <source>The painting&apos;s numbers…</source>
        <translation>画作的数值…</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Split before and after</source>
        <translation>前后分屏对比</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近的照片</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>AdjustmentsController</name>
    <message>
        <source>Reset all adjustments</source>
        <translation>重置所有调整</translation>
    </message>
    <message>
        <source>{adjustment} {number}</source>
        <translation>{adjustment} {number}</translation>
    </message>
    <message>
        <source>Pull towards {colour}</source>
        <translation>拉向 {colour}</translation>
    </message>
    <message>
        <source>Pull towards no colour</source>
        <translation>不拉向任何颜色</translation>
    </message>
</context>
<context>
    <name>AdjustmentsPanel</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Set every adjustment back to neutral</source>
        <translation>将所有调整恢复到不产生变化的位置</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>着色量</translation>
    </message>
    <message>
        <source>Colourfulness</source>
        <translation>鲜艳度</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>色温</translation>
    </message>
    <message>
        <source>Tint</source>
        <translation>色调偏移</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高光</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>How much of the painting&apos;s colour is laid on the photograph</source>
        <translation>将多少画作色彩铺到照片上</translation>
    </message>
    <message>
        <source>Less or more colour where it is muted; vivid colours stay as they are</source>
        <translation>减弱或增强柔和处的颜色；鲜艳的颜色保持不变</translation>
    </message>
    <message>
        <source>Towards blue or towards yellow; black and white stay neutral</source>
        <translation>偏蓝或偏黄；黑与白保持中性</translation>
    </message>
    <message>
        <source>Towards green or towards magenta; black and white stay neutral</source>
        <translation>偏绿或偏品红；黑与白保持中性</translation>
    </message>
    <message>
        <source>How much colour the darkest places keep</source>
        <translation>最暗处保留多少颜色</translation>
    </message>
    <message>
        <source>How much colour the brightest places keep</source>
        <translation>最亮处保留多少颜色</translation>
    </message>
    <message>
        <source>Turns all hues around the colour circle</source>
        <translation>在色环上旋转所有色相</translation>
    </message>
</context>
<context>
    <name>BlendController</name>
    <message>
        <source>Blend {names}</source>
        <translation>混合 {names}</translation>
    </message>
</context>
<context>
    <name>BlendPad</name>
    <message>
        <source>Blend pad</source>
        <translation>混合板</translation>
    </message>
    <message>
        <source>Drag the point between the presets, or move it with the arrow keys</source>
        <translation>在预设之间拖动圆点，或用方向键移动</translation>
    </message>
    <message>
        <source>Choose a second preset to mix with the first, or drag it here from the gallery.</source>
        <translation>选择第二个预设来混合，或从图库拖到此处。</translation>
    </message>
    <message>
        <source>Let go to mix this preset in.</source>
        <translation>松开即可混入此预设。</translation>
    </message>
</context>
<context>
    <name>BlendPanel</name>
    <message>
        <source>Preset at the upper left</source>
        <translation>左上角的预设</translation>
    </message>
    <message>
        <source>Preset at the upper right</source>
        <translation>右上角的预设</translation>
    </message>
    <message>
        <source>Preset at the lower left</source>
        <translation>左下角的预设</translation>
    </message>
    <message>
        <source>Preset at the lower right</source>
        <translation>右下角的预设</translation>
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
        <translation>无</translation>
    </message>
</context>
<context>
    <name>BorderController</name>
    <message>
        <source>Border of the print</source>
        <translation>照片的边框</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>None, as you chose</source>
        <translation>无（由您指定）</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手动设定</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
</context>
<context>
    <name>BorderPanel</name>
    <message>
        <source>Find again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Let the program find the border of this print</source>
        <translation>由程序查找这张照片的边框</translation>
    </message>
    <message>
        <source>No border</source>
        <translation>无边框</translation>
    </message>
    <message>
        <source>Colour all of the photo</source>
        <translation>为整张照片上色</translation>
    </message>
    <message>
        <source>Oval</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>The picture is an oval, as in the mounts of old portraits</source>
        <translation>画面是椭圆形的，如旧肖像照的卡纸</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
    <message>
        <source>Drag the frame onto the edges of the picture. What lies outside gets no colour.</source>
        <translation>将选框拖到画面的边缘。选框以外的部分不上色。</translation>
    </message>
    <message>
        <source>Arrow keys move the frame, with Shift they size it; Enter accepts, Esc gives up.</source>
        <translation>方向键移动选框，按住 Shift 调整大小；按 Enter 确认，按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Original in grey</source>
        <translation>灰度原图</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>已上色</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Export under way</source>
        <translation>正在导出</translation>
    </message>
    <message numerus="yes">
        <source>%n photos are still to be exported.</source>
        <translation>
            <numerusform>还有 %n 张照片待导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tintype can close its window, finish them, and then quit.</source>
        <translation>Tintype 可以在关闭窗口后完成导出，然后退出。</translation>
    </message>
    <message>
        <source>Finish in the background</source>
        <translation>在后台完成</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Film under way</source>
        <translation>影片处理中</translation>
    </message>
    <message>
        <source>A film is still being coloured.</source>
        <translation>仍有一部影片正在上色。</translation>
    </message>
    <message>
        <source>What is done is kept: the same film goes on from there next time.</source>
        <translation>已完成的部分会保留：下次为同一影片上色时从那里继续。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Pick any colour, also from the screen</source>
        <translation>选取任意颜色，也可从屏幕取色</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>ColourPull</name>
    <message>
        <source>Pull towards</source>
        <translation>拉向</translation>
    </message>
    <message>
        <source>Pull towards {colour}</source>
        <translation>拉向 {colour}</translation>
    </message>
    <message>
        <source>Pull towards no colour</source>
        <translation>不拉向任何颜色</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Strength of the pull</source>
        <translation>拉动强度</translation>
    </message>
    <message>
        <source>Pull towards a colour</source>
        <translation>拉向一种颜色</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Rename “{name}”</source>
        <translation>重命名“{name}”</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
</context>
<context>
    <name>CopyableText</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>发生了意外情况</translation>
    </message>
    <message>
        <source>An error occurred in Tintype. Your photograph on disk is untouched, and you can go on working. Please send the report below to the developers: it holds no pictures.</source>
        <translation>Tintype 出现了错误。磁盘上的照片未受影响，您可以继续工作。请将下面的报告发送给开发者：其中不含任何图片。</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Part of the painting</source>
        <translation>画作的一部分</translation>
    </message>
    <message>
        <source>Arrow keys move the part, with Shift they size it, Home takes the whole painting.</source>
        <translation>方向键移动选区，按住 Shift 调整大小，Home 选取整幅画。</translation>
    </message>
</context>
<context>
    <name>DeviceChip</name>
    <message>
        <source>Where the network runs; click to choose another device, or to see why one cannot be used</source>
        <translation>网络运行的位置；点击可选择其他设备，或查看某设备无法使用的原因</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>{latency:.0f} ms</source>
        <translation>{latency:.0f} 毫秒</translation>
    </message>
    <message>
        <source>Device: {device}</source>
        <translation>设备：{device}</translation>
    </message>
</context>
<context>
    <name>DevicePopup</name>
    <message>
        <source>Where the network runs</source>
        <translation>网络运行的设备</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The quickest that works.</source>
        <translation>可用设备中最快的一个。</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA 显卡 (CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics and neural engine (Core ML)</source>
        <translation>Apple 图形与神经引擎 (Core ML)</translation>
    </message>
    <message>
        <source>In use: {latency:.0f} ms a photograph.</source>
        <translation>正在使用：每张照片 {latency:.0f} 毫秒。</translation>
    </message>
    <message>
        <source>Usable: {latency:.0f} ms a photograph.</source>
        <translation>可用：每张照片 {latency:.0f} 毫秒。</translation>
    </message>
    <message>
        <source>Bring the NVIDIA driver up to date, and install CUDA 12 and cuDNN 9.</source>
        <translation>请更新 NVIDIA 驱动程序，并安装 CUDA 12 和 cuDNN 9。</translation>
    </message>
    <message>
        <source>This copy of ONNX Runtime was made without it; install onnxruntime again.</source>
        <translation>此版本的 ONNX Runtime 不支持它；请重新安装 onnxruntime。</translation>
    </message>
    <message>
        <source>No NVIDIA card answers on this computer, or its driver is not installed.</source>
        <translation>本机没有 NVIDIA 显卡响应，或未安装其驱动程序。</translation>
    </message>
    <message>
        <source>There is a card, but this packaged program runs on the processor only. Run Tintype from its source, with the package {package} in the place of onnxruntime.</source>
        <translation>有显卡，但此打包程序只能在处理器上运行。请从源代码运行 Tintype，并用软件包 {package} 代替 onnxruntime。</translation>
    </message>
    <message>
        <source>There is a card, but the installed ONNX Runtime runs on the processor only. Replace it: pip uninstall onnxruntime, then pip install {package}.</source>
        <translation>有显卡，但已安装的 ONNX Runtime 只能在处理器上运行。请替换它：先 pip uninstall onnxruntime，再 pip install {package}。</translation>
    </message>
</context>
<context>
    <name>DisplayNames</name>
    <message>
        <source>Natural colours</source>
        <translation>自然色彩</translation>
    </message>
    <message>
        <source>No painting needed</source>
        <translation>无需画作</translation>
    </message>
    <message>
        <source>Colours of paintings</source>
        <translation>画作色彩</translation>
    </message>
    <message>
        <source>Painting over</source>
        <translation>重绘</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Folder of photos to colour</source>
        <translation>要上色的照片文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n films to colour</source>
        <translation>
            <numerusform>%n 部要上色的影片</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} photos to colour</source>
        <translation>{count} 张要上色的照片</translation>
    </message>
    <message>
        <source>{count} paintings to take colours from</source>
        <translation>{count} 幅提供色彩的画作</translation>
    </message>
    <message>
        <source>Preset to add</source>
        <translation>要添加的预设</translation>
    </message>
    <message>
        <source>Photo to colour</source>
        <translation>要上色的照片</translation>
    </message>
    <message>
        <source>Painting to take colours from</source>
        <translation>提供色彩的画作</translation>
    </message>
    <message>
        <source>This is a picture&apos;s address, not the picture</source>
        <translation>这是图片的地址，而不是图片本身</translation>
    </message>
    <message>
        <source>Tintype fetches nothing from the network: save the picture, then drop its file.</source>
        <translation>Tintype 不从网络获取任何内容：请先保存图片，再拖入其文件。</translation>
    </message>
    <message>
        <source>A folder is not a painting</source>
        <translation>文件夹不是画作</translation>
    </message>
    <message>
        <source>Drop the paintings themselves, or the folder on the photo&apos;s side to colour its photos.</source>
        <translation>请拖放画作本身，或将文件夹拖到照片一侧来为其中的照片着色。</translation>
    </message>
    <message>
        <source>A film is not a painting</source>
        <translation>影片不是画作</translation>
    </message>
    <message>
        <source>Drop it on the photo&apos;s side to colour it.</source>
        <translation>请把它拖放到照片一侧来上色。</translation>
    </message>
    <message>
        <source>Tintype cannot use this</source>
        <translation>Tintype 无法使用此内容</translation>
    </message>
    <message>
        <source>It takes pictures, folders of pictures, films and .tintype presets.</source>
        <translation>它接受图片、图片文件夹、影片和 .tintype 预设。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Choose “{name}”</source>
        <translation>选择“{name}”</translation>
    </message>
    <message>
        <source>Choose “{name}” for region {number}</source>
        <translation>为区域 {number} 选择“{name}”</translation>
    </message>
</context>
<context>
    <name>EmbeddingController</name>
    <message>
        <source>Number {place} to {number}</source>
        <translation>数值 {place} 改为 {number}</translation>
    </message>
    <message>
        <source>Reset number {place}</source>
        <translation>重置数值 {place}</translation>
    </message>
    <message>
        <source>{axis} {number}</source>
        <translation>{axis} {number}</translation>
    </message>
    <message>
        <source>Reset all numbers</source>
        <translation>重置所有数值</translation>
    </message>
</context>
<context>
    <name>EmbeddingView</name>
    <message>
        <source>The painting&apos;s numbers</source>
        <translation>画作的数值</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Undo all changes that were made here</source>
        <translation>撤回此处的所有更改</translation>
    </message>
    <message>
        <source>No numbers to show</source>
        <translation>没有可显示的数值</translation>
    </message>
    <message>
        <source>At least {count} presets are needed to show how the numbers are spread; add some paintings.</source>
        <translation>至少需要 {count} 个预设才能显示数值分布；请添加一些画作。</translation>
    </message>
    <message>
        <source>Natural colours do not come from a painting: there are no numbers to change.</source>
        <translation>自然色彩不来自任何画作，因此没有可调的数值。</translation>
    </message>
    <message>
        <source>Choose a preset; its numbers are shown among those of all presets.</source>
        <translation>请选择一个预设；其数值将与所有预设的数值一同显示。</translation>
    </message>
    <message>
        <source>What the network took from the painting. The sliders are the axes along which presets differ most; below, each number stands over its spread among all presets. Drag, or use the arrow keys; a double click resets.</source>
        <translation>网络从画作中提取的内容。滑块是预设之间差异最大的轴；下方每个数值都显示在其于所有预设中的分布之上。可拖动或使用方向键；双击重置。</translation>
    </message>
    <message>
        <source>Number {place}</source>
        <translation>数值 {place}</translation>
    </message>
    <message>
        <source>Cold – warm</source>
        <translation>冷 – 暖</translation>
    </message>
    <message>
        <source>Green – red</source>
        <translation>绿 – 红</translation>
    </message>
    <message>
        <source>Muted – colourful</source>
        <translation>柔和 – 鲜艳</translation>
    </message>
    <message>
        <source>Dark – light</source>
        <translation>暗 – 亮</translation>
    </message>
    <message>
        <source>One hue – many hues</source>
        <translation>单一色相 – 多种色相</translation>
    </message>
    <message>
        <source>Warm shadows – warm lights</source>
        <translation>暖阴影 – 暖高光</translation>
    </message>
    <message>
        <source>Axis {number}</source>
        <translation>轴 {number}</translation>
    </message>
    <message>
        <source>{percent} % of how the presets differ.</source>
        <translation>占预设间差异的 {percent} %。</translation>
    </message>
    <message>
        <source>{share} Named after the palettes, with which it goes together (correlation {number}).</source>
        <translation>{share}以与之相关的调色板命名（相关系数 {number}）。</translation>
    </message>
</context>
<context>
    <name>EmptyResult</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>ExportChip</name>
    <message>
        <source>Show the export queue</source>
        <translation>显示导出队列</translation>
    </message>
    <message>
        <source>Exporting {over} of {total}</source>
        <translation>正在导出：{over} / {total}</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>The {count} selected photos</source>
        <translation>选中的 {count} 张照片</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>这张照片</translation>
    </message>
    <message>
        <source>All {count} photos</source>
        <translation>全部 {count} 张照片</translation>
    </message>
    <message>
        <source>The look on the canvas: {name}</source>
        <translation>画布上的外观：{name}</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>显示队列</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Skip photos that are in colour</source>
        <translation>不处理已有色彩的照片</translation>
    </message>
    <message>
        <source>Colours that lie more than {units} units of CIELAB from one tint on the mean; sepia is one tint.</source>
        <translation>指平均偏离单一色调超过 {units} 个 CIELAB 单位的色彩；棕褐色属于单一色调。</translation>
    </message>
    <message>
        <source>16 bits where the photo has them</source>
        <translation>照片为 16 位时保留 16 位</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Before and after, split</source>
        <translation>前后对比，分割</translation>
    </message>
    <message>
        <source>Before and after, side by side</source>
        <translation>前后对比，并排</translation>
    </message>
    <message>
        <source>A small palette in the corner: coloured</source>
        <translation>角落里的小调色板：已上色</translation>
    </message>
    <message>
        <source>Add a number to the new name</source>
        <translation>在新名称后加编号</translation>
    </message>
    <message>
        <source>Leave it, skip the photo</source>
        <translation>保留该文件，跳过此照片</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换该文件</translation>
    </message>
    <message>
        <source>Camera, place, captions and the look</source>
        <translation>相机、地点、说明和外观</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Without a look</source>
        <translation>尚无外观</translation>
    </message>
    <message>
        <source>Coloured photos</source>
        <translation>彩色照片</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>If a file exists</source>
        <translation>文件已存在时</translation>
    </message>
    <message>
        <source>Export {count} photos</source>
        <translation>导出 {count} 张照片</translation>
    </message>
    <message>
        <source>{count} in {folder}</source>
        <translation>{folder}：{count} 个</translation>
    </message>
    <message numerus="yes">
        <source>and in %n more folders</source>
        <translation>
            <numerusform>以及另外 %n 个文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the folder beside the photos a name.</source>
        <translation>请为照片旁的文件夹命名。</translation>
    </message>
    <message>
        <source>Choose the folder for the results.</source>
        <translation>请选择存放结果的文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} is gone; choose another one.</source>
        <translation>文件夹 {folder} 已不存在；请另选一个。</translation>
    </message>
    <message>
        <source>Results that are there are replaced; a photograph never is.</source>
        <translation>已有的结果会被替换；照片绝不会被替换。</translation>
    </message>
    <message>
        <source>This format holds 8 bits a channel; PNG and TIFF keep 16.</source>
        <translation>此格式每通道 8 位；PNG 和 TIFF 保留 16 位。</translation>
    </message>
    <message>
        <source>This format is exact: nothing is lost in saving.</source>
        <translation>此格式无损：保存时不丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>ExportQueue</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Being exported…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Exported as {name}</source>
        <translation>已导出为 {name}</translation>
    </message>
    <message>
        <source>Skipped: it is in colour already</source>
        <translation>未处理：照片已有色彩</translation>
    </message>
    <message>
        <source>Skipped: there is a file {name}</source>
        <translation>已跳过：已有文件 {name}</translation>
    </message>
    <message>
        <source>Failed: {reason}</source>
        <translation>失败：{reason}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>an error in Tintype, see the log</source>
        <translation>Tintype 自身的错误，参见日志</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Colour a film</source>
        <translation>为影片上色</translation>
    </message>
    <message>
        <source>The sound is kept. Crop, local presets and painting over are for photographs alone.</source>
        <translation>声音会保留。裁剪、局部预设和重绘仅用于照片。</translation>
    </message>
    <message>
        <source>Progress of the film</source>
        <translation>影片进度</translation>
    </message>
    <message>
        <source>Colour film</source>
        <translation>为影片上色</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>{done} frames</source>
        <translation>{done} 帧</translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation>{done} / {total} 帧</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>大约剩余 {minutes} 分钟</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What is done is kept: the same film goes on from there next time.</source>
        <translation>已完成的部分会保留：下次为同一影片上色时从那里继续。</translation>
    </message>
    <message>
        <source>Begins…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} 帧</translation>
    </message>
    <message>
        <source>{name}, {percent} %</source>
        <translation>{name}，{percent} %</translation>
    </message>
</context>
<context>
    <name>FilmExport</name>
    <message numerus="yes">
        <source>There are %n films in the folder.</source>
        <translation>
            <numerusform>文件夹中有 %n 部影片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Colour films</source>
        <translation>为影片上色</translation>
    </message>
    <message>
        <source>Choose a preset first, then drop the film again.</source>
        <translation>请先选择一个预设，再重新拖入影片。</translation>
    </message>
    <message>
        <source>The film is coloured: {name}</source>
        <translation>影片已上色：{name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>FilmstripActions</name>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>选择所有照片</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Copy look</source>
        <translation>复制外观</translation>
    </message>
    <message>
        <source>Paste look</source>
        <translation>粘贴外观</translation>
    </message>
    <message>
        <source>Apply look to selected</source>
        <translation>将外观应用于所选照片</translation>
    </message>
    <message>
        <source>Apply look to all</source>
        <translation>将外观应用于全部照片</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export queue</source>
        <translation>导出队列</translation>
    </message>
    <message>
        <source>Remove from strip</source>
        <translation>从胶片条移除</translation>
    </message>
    <message>
        <source>Ph&amp;otos</source>
        <translation>照片(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>%n photos have this look now.</source>
        <translation>
            <numerusform>现在 %n 张照片具有此外观。</numerusform>
        </translation>
    </message>
    <message>
        <source>Painted regions: {found} found again.</source>
        <translation>绘制的区域：找到 {found} 处。</translation>
    </message>
    <message>
        <source>Painted regions: {found} found again, {left} left out whose thing is not there.</source>
        <translation>绘制的区域：找到 {found} 处，略去 {left} 处，因为画面中没有相应的物体。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>FilmstripController</name>
    <message>
        <source>Remove “{name}” from the strip</source>
        <translation>从胶片条移除“{name}”</translation>
    </message>
    <message>
        <source>Remove {count} photos from the strip</source>
        <translation>从胶片条移除 {count} 张照片</translation>
    </message>
</context>
<context>
    <name>FilmstripView</name>
    <message>
        <source>Film strip</source>
        <translation>胶片条</translation>
    </message>
</context>
<context>
    <name>FolderMessages</name>
    <message numerus="yes">
        <source>%n results in the folder were left out.</source>
        <translation>
            <numerusform>文件夹中的 %n 个结果已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them, too</source>
        <translation>一并打开</translation>
    </message>
</context>
<context>
    <name>FourUpView</name>
    <message>
        <source>Previous four</source>
        <translation>上四个</translation>
    </message>
    <message>
        <source>Next four</source>
        <translation>下四个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Presets {first} to {last} of {total}: click one to take it</source>
        <translation>第 {first} 至 {last} 个预设，共 {total} 个：点击一个即可采用</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>第 {first} 至 {last} 个，共 {total} 个</translation>
    </message>
</context>
<context>
    <name>FrameDelegate</name>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>文件不在</translation>
    </message>
</context>
<context>
    <name>FramingController</name>
    <message>
        <source>Crop and straighten</source>
        <translation>裁剪与拉直</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Show all of the photo</source>
        <translation>显示整张照片</translation>
    </message>
</context>
<context>
    <name>FramingPanel</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Show all of the photo, as it is</source>
        <translation>显示完整的原始照片</translation>
    </message>
    <message>
        <source>Drag the frame, its corners and edges. Enter accepts, Esc gives up.</source>
        <translation>拖动裁剪框及其角和边。按 Enter 确认，按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Arrow keys move the frame, with Shift they size it; Home takes all of it.</source>
        <translation>方向键移动裁剪框，按住 Shift 调整大小；Home 键选取全部。</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>与照片相同</translation>
    </message>
    <message>
        <source>{width} : {height}</source>
        <translation>{width} : {height}</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>Portrait instead of landscape, or the other way round</source>
        <translation>在横向与纵向之间切换</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>画线</translation>
    </message>
    <message>
        <source>Draw along what is to be level or upright (or hold Ctrl)</source>
        <translation>沿应当水平或垂直的地方画线（或按住 Ctrl）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>{title}, folded</source>
        <translation>{title}，已折叠</translation>
    </message>
    <message>
        <source>{title}, unfolded</source>
        <translation>{title}，已展开</translation>
    </message>
    <message>
        <source>Made for another model; add its painting again.</source>
        <translation>为其他模型制作；请重新添加画作。</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>made for another model</source>
        <translation>为其他模型制作</translation>
    </message>
    <message>
        <source>For this photo</source>
        <translation>适合这张照片</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation>我的预设</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>画作</translation>
    </message>
    <message>
        <source>Painter unknown</source>
        <translation>画家不详</translation>
    </message>
    <message>
        <source>Year unknown</source>
        <translation>年份不详</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Add painting…</source>
        <translation>添加画作…</translation>
    </message>
    <message>
        <source>Make a preset from the colours of a painting (Ctrl+Shift+O)</source>
        <translation>用画作的色彩制作预设 (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>No favourites yet: click the star on a preset, or press Ctrl+D.</source>
        <translation>还没有收藏：点击预设上的星标，或按 Ctrl+D。</translation>
    </message>
    <message>
        <source>No preset fits these words.</source>
        <translation>没有符合这些词的预设。</translation>
    </message>
</context>
<context>
    <name>GroupButton</name>
    <message>
        <source>Group the presets</source>
        <translation>预设分组</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By painter</source>
        <translation>按画家</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>按年份</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>放大缩略图</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>缩小缩略图</translation>
    </message>
    <message>
        <source>Ctrl and the mouse wheel do the same</source>
        <translation>按住 Ctrl 转动滚轮也可以</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User&apos;s guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>没有包含这些词的页面。</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>HistogramSlider</name>
    <message>
        <source>{name}: {number}
Double-click to reset, or press Backspace</source>
        <translation>{name}：{number}
双击或按退格键重置</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>{step}, undone</source>
        <translation>{step}，已撤回</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>拍摄快照</translation>
    </message>
    <message>
        <source>Keep this state under a name, to come back to it</source>
        <translation>以名称保留此状态，以便日后返回</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ImageColourPicker</name>
    <message>
        <source>Painting to pick a colour from</source>
        <translation>可从中取色的画作</translation>
    </message>
    <message>
        <source>Click into the painting to take a colour of it</source>
        <translation>点击画作，取用其中的一种颜色</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>The log is in {path}. It names none of your pictures.</source>
        <translation>日志位于 {path}，不包含您任何图片的名称。</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>LookClipboard</name>
    <message>
        <source>Paste look</source>
        <translation>粘贴外观</translation>
    </message>
    <message numerus="yes">
        <source>Apply look to %n photos</source>
        <translation>
            <numerusform>将外观应用于 %n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookField</name>
    <message numerus="yes">
        <source>%n photos get</source>
        <translation>
            <numerusform>%n 张照片使用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LutExport</name>
    <message>
        <source>Export LUT</source>
        <translation>导出 LUT</translation>
    </message>
    <message>
        <source>Cube LUT of {points} points ({pattern})</source>
        <translation>{points} 点 Cube LUT（{pattern}）</translation>
    </message>
    <message>
        <source>HaldCLUT ({pattern})</source>
        <translation>HaldCLUT（{pattern}）</translation>
    </message>
    <message>
        <source>Saved {name}. It holds {share} % of how the colours of this photo vary: those that depend on how bright things are, not on what they are.</source>
        <translation>已保存 {name}。它包含这张照片 {share}% 的颜色变化：即取决于明暗、而不取决于内容的那部分。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Local presets</source>
        <translation>局部预设</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>MarkFavourite</name>
    <message>
        <source>Star “{name}”</source>
        <translation>为“{name}”加星标</translation>
    </message>
    <message>
        <source>Take the star from “{name}”</source>
        <translation>取消“{name}”的星标</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>MissingPhotos</name>
    <message>
        <source>{name} is not there any more: the file was moved, renamed or deleted.</source>
        <translation>{name} 已不在原处：文件被移动、改名或删除。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查找</translation>
    </message>
    <message>
        <source>Remove from strip</source>
        <translation>从胶片条移除</translation>
    </message>
</context>
<context>
    <name>MistakenPictures</name>
    <message>
        <source>“{name}” is grey: there are no colours to take from it.</source>
        <translation>“{name}”是灰度图，无法从中取色。</translation>
    </message>
    <message>
        <source>Colour it</source>
        <translation>为它上色</translation>
    </message>
    <message>
        <source>Make a preset of it</source>
        <translation>仍制作预设</translation>
    </message>
    <message>
        <source>This picture already has colours; they will be replaced.</source>
        <translation>这张图片已有颜色，将被替换。</translation>
    </message>
    <message>
        <source>Take its colours instead</source>
        <translation>改为取用它的颜色</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Intact: every file matches its manifest.</source>
        <translation>完好：每个文件都与清单一致。</translation>
    </message>
    <message>
        <source>It cannot be used. {reason}</source>
        <translation>无法使用。{reason}</translation>
    </message>
    <message>
        <source>installed by you</source>
        <translation>由您安装</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>随程序附带</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>{kind} ({origin})</source>
        <translation>{kind}（{origin}）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>{megabytes} MB, sees {side} × {side} pixels</source>
        <translation>{megabytes} MB，可见 {side} × {side} 像素</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>a photograph rebuilt with its own colours: PSNR {value} dB</source>
        <translation>用照片自身色彩重建：PSNR {value} dB</translation>
    </message>
    <message>
        <source>colours guessed from the grey alone: PSNR {value} dB</source>
        <translation>仅凭灰度猜测的颜色：PSNR {value} dB</translation>
    </message>
    <message>
        <source>colourfulness: {value} of the photograph&apos;s own</source>
        <translation>色彩丰富度：为照片自身的 {value}</translation>
    </message>
    <message>
        <source>distance to the painting&apos;s palette: {value} (0 is that palette, 1 is grey)</source>
        <translation>与画作调色板的距离：{value}（0 为该调色板，1 为灰色）</translation>
    </message>
    <message>
        <source>difference between two paintings: {value} ab units</source>
        <translation>两幅画作之间的差异：{value} ab 单位</translation>
    </message>
    <message>
        <source>colour where lightness does not change: {value}</source>
        <translation>明度不变处的颜色变化：{value}</translation>
    </message>
    <message>
        <source>a photograph painted over and brought back: PSNR {value} dB</source>
        <translation>照片重绘后再还原：PSNR {value} dB</translation>
    </message>
    <message>
        <source>share of the photographs&apos; distance to paintings that is gone: {value} (1 is all)</source>
        <translation>照片与画作的距离消除：{value}（1 为全部）</translation>
    </message>
    <message>
        <source>a grid in painted pictures: {value} (1 is none)</source>
        <translation>绘制结果中的网格：{value}（1 为无）</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>The models are being checked…</source>
        <translation>正在检查模型…</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Put {name} back</source>
        <translation>恢复 {name}</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>“{name}”已移除。</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models colour photos, or paint over them. Drop a model&apos;s folder or zip file here.</source>
        <translation>模型为照片上色，或在照片上重新作画。请将模型的文件夹或 zip 文件拖放到此处。</translation>
    </message>
    <message>
        <source>Install from zip file…</source>
        <translation>从 zip 文件安装…</translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation>从文件夹安装…</translation>
    </message>
    <message>
        <source>Cancel installing</source>
        <translation>取消安装</translation>
    </message>
    <message>
        <source>“{name}” {version} is installed.</source>
        <translation>“{name}”{version} 已安装。</translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation>安装模型</translation>
    </message>
    <message>
        <source>Models (*.zip model.json)</source>
        <translation>模型 (*.zip model.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Insert…</source>
        <translation>插入…</translation>
    </message>
    <message>
        <source>Put something of each photo into its result&apos;s name</source>
        <translation>在结果名称中加入照片的信息</translation>
    </message>
    <message>
        <source>The photo&apos;s name</source>
        <translation>照片名称</translation>
    </message>
    <message>
        <source>The photo&apos;s file ending</source>
        <translation>照片的扩展名</translation>
    </message>
    <message>
        <source>The photo&apos;s folder</source>
        <translation>照片所在文件夹</translation>
    </message>
    <message>
        <source>The preset&apos;s name</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>The amount</source>
        <translation>着色量</translation>
    </message>
    <message>
        <source>The model&apos;s name</source>
        <translation>模型名称</translation>
    </message>
</context>
<context>
    <name>NewPresetDialog</name>
    <message>
        <source>Painting to preset</source>
        <translation>由画作制作预设</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>画家</translation>
    </message>
    <message>
        <source>Title of the painting</source>
        <translation>画作标题</translation>
    </message>
    <message>
        <source>Year of the painting</source>
        <translation>画作年份</translation>
    </message>
    <message>
        <source>Drag a frame around what you want; with Shift, arrow keys size it.</source>
        <translation>拖出方框选取想要的部分；按住 Shift 用方向键调整大小。</translation>
    </message>
    <message>
        <source>Whole painting</source>
        <translation>整幅画</translation>
    </message>
    <message>
        <source>Add preset</source>
        <translation>添加预设</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>A preset needs a name with at least one letter or digit.</source>
        <translation>预设名称至少要有一个字母或数字。</translation>
    </message>
    <message>
        <source>There already is a preset of this name; this one will be called “{name}”.</source>
        <translation>已有同名预设；这一个将命名为“{name}”。</translation>
    </message>
</context>
<context>
    <name>NewPresets</name>
    <message>
        <source>The painting is in the gallery; now drop the photo to colour.</source>
        <translation>画作已在图库中；现在请拖入要上色的照片。</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>That did not work because of an error in Tintype.</source>
        <translation>操作未成功，这是 Tintype 自身的问题。</translation>
    </message>
    <message>
        <source>Show report…</source>
        <translation>显示报告…</translation>
    </message>
</context>
<context>
    <name>OpenCommands</name>
    <message>
        <source>Films ({patterns})</source>
        <translation>影片 ({patterns})</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Add painting</source>
        <translation>添加画作</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>OpenPhotos</name>
    <message>
        <source>on the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>page {number} of the file</source>
        <translation>文件的第 {number} 页</translation>
    </message>
    <message>
        <source>comes with Tintype</source>
        <translation>随 Tintype 附带</translation>
    </message>
    <message>
        <source>pasted, not saved as a file</source>
        <translation>已粘贴，未存为文件</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>the file is not there any more</source>
        <translation>文件已不在原处</translation>
    </message>
    <message>
        <source>no look yet</source>
        <translation>尚无外观</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>已导出</translation>
    </message>
</context>
<context>
    <name>PaletteStrip</name>
    <message>
        <source>Palette</source>
        <translation>调色板</translation>
    </message>
</context>
<context>
    <name>PhotoLoader</name>
    <message>
        <source>Pasted photo</source>
        <translation>粘贴的照片</translation>
    </message>
    <message>
        <source>Pasted {number}</source>
        <translation>粘贴 {number}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Beside each photo</source>
        <translation>在每张照片旁</translation>
    </message>
    <message>
        <source>In a folder beside it</source>
        <translation>在照片旁的文件夹中</translation>
    </message>
    <message>
        <source>In one folder</source>
        <translation>在同一个文件夹中</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>存放结果的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>PresetActions</name>
    <message>
        <source>Take the star away</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation>标为收藏</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>PresetDelegate</name>
    <message>
        <source>For another model</source>
        <translation>适用于其他模型</translation>
    </message>
</context>
<context>
    <name>PresetEditing</name>
    <message>
        <source>Add “{name}”</source>
        <translation>添加“{name}”</translation>
    </message>
    <message>
        <source>Add {count} presets</source>
        <translation>添加 {count} 个预设</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>A preset needs a name with at least one letter or digit.</source>
        <translation>预设名称至少要有一个字母或数字。</translation>
    </message>
    <message>
        <source>There already is a preset “{name}”; choose another name.</source>
        <translation>已有预设“{name}”；请换一个名称。</translation>
    </message>
</context>
<context>
    <name>PresetImportExport</name>
    <message>
        <source>Import presets</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>导出预设</translation>
    </message>
    <message>
        <source>Should a small copy of the painting go with the preset?</source>
        <translation>是否随预设附上画作的小图？</translation>
    </message>
    <message>
        <source>With it, the preset can be made anew for other models; others can see the painting.</source>
        <translation>附上后可为其他模型重新生成预设；他人能看到这幅画。</translation>
    </message>
    <message>
        <source>Colours only</source>
        <translation>仅颜色</translation>
    </message>
    <message>
        <source>With the painting</source>
        <translation>附上画作</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>已导出 {name}。</translation>
    </message>
    <message>
        <source>Presets ({pattern})</source>
        <translation>预设 ({pattern})</translation>
    </message>
</context>
<context>
    <name>PresetMaker</name>
    <message>
        <source>Pasted painting</source>
        <translation>粘贴的画作</translation>
    </message>
</context>
<context>
    <name>PresetMessages</name>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>“{name}”已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{name}” was made anew for this model.</source>
        <translation>已为此模型重新生成“{name}”。</translation>
    </message>
    <message>
        <source>{count} presets were made anew for this model.</source>
        <translation>已为此模型重新生成 {count} 个预设。</translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print {name}</source>
        <translation>打印 {name}</translation>
    </message>
</context>
<context>
    <name>ProjectActions</name>
    <message>
        <source>Take snapshot</source>
        <translation>拍摄快照</translation>
    </message>
    <message>
        <source>Keep edits beside the photos</source>
        <translation>将编辑保存在照片旁</translation>
    </message>
</context>
<context>
    <name>QualityField</name>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
</context>
<context>
    <name>QueueDelegate</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>QueueWindow</name>
    <message>
        <source>Export queue</source>
        <translation>导出队列</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成项</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Nothing is being exported.</source>
        <translation>没有正在导出的内容。</translation>
    </message>
    <message>
        <source>{over} of {total} photos</source>
        <translation>{over} / {total} 张照片</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{rate:.0f} a minute</source>
        <translation>每分钟 {rate:.0f} 张</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>{count} exported</source>
        <translation>已导出 {count} 张</translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>已跳过 {count} 张</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>失败 {count} 张</translation>
    </message>
    <message>
        <source>{count} cancelled</source>
        <translation>已取消 {count} 张</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>大约剩余 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>大约剩余 {hours} 小时</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>{name} (not there any more)</source>
        <translation>{name}（已不存在）</translation>
    </message>
</context>
<context>
    <name>RecoveryPrompts</name>
    <message numerus="yes">
        <source>%n pasted pictures from earlier are still here.</source>
        <translation>
            <numerusform>之前粘贴的 %n 张图片还在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Tintype ended unexpectedly. Restore “{name}”?</source>
        <translation>Tintype 意外退出。要恢复“{name}”吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>RegionRow</name>
    <message>
        <source>Colours of the whole photo</source>
        <translation>整张照片的颜色</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>单一颜色</translation>
    </message>
    <message>
        <source>{number}  {name}</source>
        <translation>{number}  {name}</translation>
    </message>
    <message>
        <source>Paint this region, and choose its preset or colour</source>
        <translation>绘制此区域并选择其预设或颜色</translation>
    </message>
    <message>
        <source>Hide region {number}</source>
        <translation>隐藏区域 {number}</translation>
    </message>
    <message>
        <source>Show region {number}</source>
        <translation>显示区域 {number}</translation>
    </message>
    <message>
        <source>Delete region {number}</source>
        <translation>删除区域 {number}</translation>
    </message>
</context>
<context>
    <name>RegionsController</name>
    <message>
        <source>Add region {number}</source>
        <translation>添加区域 {number}</translation>
    </message>
    <message>
        <source>Add colour {number}</source>
        <translation>添加颜色 {number}</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Erase from region {number}</source>
        <translation>从区域 {number} 擦除</translation>
    </message>
    <message>
        <source>Paint region {number}</source>
        <translation>绘制区域 {number}</translation>
    </message>
    <message>
        <source>Invert region {number}</source>
        <translation>反转区域 {number}</translation>
    </message>
    <message>
        <source>Amount of region {number}</source>
        <translation>区域 {number} 的着色量</translation>
    </message>
    <message>
        <source>Colour of region {number}</source>
        <translation>区域 {number} 的颜色</translation>
    </message>
    <message>
        <source>Preset&apos;s colours for region {number}</source>
        <translation>区域 {number} 使用预设的颜色</translation>
    </message>
    <message>
        <source>Show region {number}</source>
        <translation>显示区域 {number}</translation>
    </message>
    <message>
        <source>Hide region {number}</source>
        <translation>隐藏区域 {number}</translation>
    </message>
    <message>
        <source>Delete region {number}</source>
        <translation>删除区域 {number}</translation>
    </message>
</context>
<context>
    <name>RegionsPanel</name>
    <message>
        <source>Add region</source>
        <translation>添加区域</translation>
    </message>
    <message>
        <source>Add colour</source>
        <translation>添加颜色</translation>
    </message>
    <message>
        <source>Set the colour that something in the photo had</source>
        <translation>指定照片中某样东西原来的颜色</translation>
    </message>
    <message>
        <source>Give a part of the photo a preset or a colour of its own.</source>
        <translation>为照片的一部分单独指定预设或颜色。</translation>
    </message>
    <message>
        <source>Paint on the photo, then choose a preset. Esc puts the brush away.</source>
        <translation>在照片上绘制，然后选择预设。按 Esc 放下画笔。</translation>
    </message>
    <message>
        <source>Click on the object, or paint over it. Esc puts the brush away.</source>
        <translation>点击该物体，或在其上涂抹。按 Esc 收起画笔。</translation>
    </message>
    <message>
        <source>Without a mouse: arrow keys move the brush, Enter sets it down.</source>
        <translation>不用鼠标时：方向键移动画笔，回车键落笔。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>The brush takes away (or hold Alt)</source>
        <translation>画笔用于擦除（或按住 Alt）</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>The region is all that is not painted</source>
        <translation>区域为所有未绘制的部分</translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation>显示蒙版</translation>
    </message>
    <message>
        <source>Hatch what the region covers</source>
        <translation>用阴影线标出区域覆盖的部分</translation>
    </message>
    <message>
        <source>Colour of its own</source>
        <translation>单独的颜色</translation>
    </message>
    <message>
        <source>Give the region the colour {colour}</source>
        <translation>将区域设为颜色 {colour}</translation>
    </message>
    <message>
        <source>A colour for a place</source>
        <translation>局部颜色</translation>
    </message>
    <message>
        <source>Take the preset&apos;s colours</source>
        <translation>使用预设的颜色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Radius of the brush, as a share of the photo ([ and ])</source>
        <translation>画笔半径，占照片的比例（[ 和 ]）</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>羽化</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>着色量</translation>
    </message>
    <message>
        <source>Amount of the region</source>
        <translation>区域的着色量</translation>
    </message>
</context>
<context>
    <name>RepaintController</name>
    <message>
        <source>Painting over</source>
        <translation>重绘</translation>
    </message>
    <message>
        <source>No painting over</source>
        <translation>不重绘</translation>
    </message>
    <message>
        <source>Paint over: {painter}</source>
        <translation>重绘：{painter}</translation>
    </message>
    <message>
        <source>Brush {number}</source>
        <translation>画笔 {number}</translation>
    </message>
    <message>
        <source>Paint {number}</source>
        <translation>颜料 {number}</translation>
    </message>
</context>
<context>
    <name>RepaintPanel</name>
    <message>
        <source>The painter in whose style the photo is painted over</source>
        <translation>以谁的风格重绘照片</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>画家</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>颜料</translation>
    </message>
    <message>
        <source>From fine to broad strokes; broad ones are painted faster</source>
        <translation>从细到粗的笔触；粗笔触绘制更快</translation>
    </message>
    <message>
        <source>Less brings the photo&apos;s own detail back in place of the strokes</source>
        <translation>数值越小，照片自身的细节就越多地取代笔触</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>RestoredEdits</name>
    <message>
        <source>Your edit of this photo was restored.</source>
        <translation>您对此照片的编辑已恢复。</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>It was made with another model; its presets were replaced by those of this model.</source>
        <translation>当时由另一模型上色；其预设现已换为此模型的预设。</translation>
    </message>
    <message>
        <source>Numbers that were changed by hand do not fit this model and were left out.</source>
        <translation>手动更改的数值对它没有意义，已被略去。</translation>
    </message>
</context>
<context>
    <name>SaveCommands</name>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>The result is on the clipboard.</source>
        <translation>结果已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>选择其他文件夹</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Folder to save in</source>
        <translation>保存到的文件夹</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>That is the photograph itself; give the result another name.</source>
        <translation>那是照片本身；请给结果换一个名称。</translation>
    </message>
    <message>
        <source>There is a file of this name; it will be replaced.</source>
        <translation>已有同名文件；它将被替换。</translation>
    </message>
    <message>
        <source>JPEG holds 8 bits a channel; PNG and TIFF keep this photo&apos;s 16.</source>
        <translation>JPEG 每通道 8 位；PNG 和 TIFF 可保留此照片的 16 位。</translation>
    </message>
    <message>
        <source>Keeps this photo&apos;s 16 bits a channel.</source>
        <translation>保留此照片每通道 16 位。</translation>
    </message>
    <message>
        <source>Full size, with the photo&apos;s own metadata.</source>
        <translation>完整尺寸，含照片自身的元数据。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Name, painter or year</source>
        <translation>名称、画家或年份</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>搜索预设</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings were damaged and have been reset; the old ones are in {name}.</source>
        <translation>设置文件已损坏，现重新开始；旧设置保存在 {name} 中。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Automatic: the quickest that works</source>
        <translation>自动：可用设备中最快的</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>网络运行于</translation>
    </message>
    <message>
        <source>In Tintype&apos;s own folder</source>
        <translation>在 Tintype 自己的文件夹中</translation>
    </message>
    <message>
        <source>Beside the photos</source>
        <translation>在照片旁</translation>
    </message>
    <message>
        <source>Edits are kept</source>
        <translation>编辑保存位置</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> 百万像素</translation>
    </message>
    <message>
        <source>Largest photo</source>
        <translation>照片最大尺寸</translation>
    </message>
    <message>
        <source>Larger photos are refused before they are decoded, since even a small file can be made to fill all memory. Default: {megapixels}.</source>
        <translation>更大的照片在解码之前即被拒绝，因为很小的文件也可能占满全部内存。默认为 {megapixels}。</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Half of what is free</source>
        <translation>空闲内存的一半</translation>
    </message>
    <message>
        <source>Memory to open a photo</source>
        <translation>打开照片可用的内存</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>导出格式</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>JPEG 质量</translation>
    </message>
    <message>
        <source>JPEG quality: {quality}</source>
        <translation>JPEG 质量：{quality}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>在图片上</translation>
    </message>
    <message>
        <source>See the original while it is held</source>
        <translation>按住时查看原图</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>重置滑块</translation>
    </message>
    <message>
        <source>Double-click on its name</source>
        <translation>双击其名称</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>原尺寸</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>长边</translation>
    </message>
    <message>
        <source>Share of full size</source>
        <translation>原尺寸的百分比</translation>
    </message>
    <message>
        <source>Long side in pixels</source>
        <translation>长边像素数</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Share in per cent</source>
        <translation>百分比</translation>
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
        <translation>双击重置，或在滑块上按退格键</translation>
    </message>
    <message>
        <source>{name} as a number</source>
        <translation>{name}（数值）</translation>
    </message>
    <message>
        <source>Type a number from {least} to {most}</source>
        <translation>输入 {least} 到 {most} 之间的数字</translation>
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
        <translation>拍摄快照“{name}”</translation>
    </message>
    <message>
        <source>Back to “{name}”</source>
        <translation>返回“{name}”</translation>
    </message>
    <message>
        <source>Rename snapshot “{name}”</source>
        <translation>重命名快照“{name}”</translation>
    </message>
    <message>
        <source>Delete snapshot “{name}”</source>
        <translation>删除快照“{name}”</translation>
    </message>
    <message>
        <source>Uncoloured</source>
        <translation>未上色</translation>
    </message>
    <message>
        <source>{name}, {percent} %</source>
        <translation>{name}，{percent} %</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>Show favourites only</source>
        <translation>只显示收藏</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{name}   {size} px   {megapixels} MP</source>
        <translation>{name}   {size} 像素   {megapixels} MP</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
</context>
<context>
    <name>UndoMessages</name>
    <message>
        <source>Undone, but not on this photo: {step}</source>
        <translation>已撤销（不在这张照片上）：{step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Colour a photograph like a painting</source>
        <translation>像画作一样为照片上色</translation>
    </message>
    <message>
        <source>Drop a black-and-white photograph; pick a painting on the right, or drop your own.</source>
        <translation>拖入一张黑白照片；在右侧挑选画作，或拖入您自己的画作。</translation>
    </message>
    <message>
        <source>Drop it here, or click to choose</source>
        <translation>拖到此处，或点击选择</translation>
    </message>
    <message>
        <source>Photo to colour</source>
        <translation>要上色的照片</translation>
    </message>
    <message>
        <source>Painting to take colours from</source>
        <translation>提供色彩的画作</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>Recent photos</source>
        <translation>最近打开</translation>
    </message>
    <message numerus="yes">
        <source>Open the last %n photos again</source>
        <translation>
            <numerusform>重新打开上次的 %n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZoomChip</name>
    <message>
        <source>How large the photo is shown</source>
        <translation>照片的显示大小</translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Zoom {percent}</source>
        <translation>缩放 {percent}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
</TS>

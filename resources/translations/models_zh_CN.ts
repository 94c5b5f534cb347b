<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>models</name>
    <message>
        <source>Natural colours</source>
        <translation>自然色彩</translation>
    </message>
    <message>
        <source>Guesses natural colours from the grey alone, without a painting: skies, grass, skin and wood rather than the true colours of things, which nobody can read off a grey picture. An EfficientNet-Lite0, tuned to grey photographs, sees what is there; a decoder answers by a distribution over 261 colours at a quarter of the picture's size.</source>
        <translation>不需要画作，仅凭灰度猜测自然的颜色：天空、草地、皮肤和木头，而不是物体真正的颜色，后者谁也无法从灰度图像中看出。一个针对灰度照片微调过的 EfficientNet-Lite0 看出画面中有什么；解码器在四分之一的图像尺寸上，以 261 种颜色上的分布作答。</translation>
    </message>
    <message>
        <source>39,388 photographs (scenes from Intel and CMU/SUN, people from Sports-22, VOC2012 and Flickr, objects from Caltech-101 and ImageNet subsets, food, flowers, animals, faces), all at low resolution. Most are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. The encoder's weights are part of these: EfficientNet-Lite0 as trained on ImageNet by its authors (Apache License 2.0, `resources/licences/Apache-2.0.txt`); ImageNet's pictures themselves are for research that is not commercial.</source>
        <translation>39,388 张照片（Intel 和 CMU/SUN 的场景，Sports-22、VOC2012 和 Flickr 的人物，Caltech-101 和 ImageNet 子集的物品，以及食物、花卉、动物、面孔），均为低分辨率。大多数来自研究用的网络图片集，各有其条款（ImageNet、VOC、SUN、Flickr）或条款不明；此处不再分发其中任何一张。编码器的权重包含在内：其作者在 ImageNet 上训练的 EfficientNet-Lite0（Apache 许可证 2.0，`resources/licences/Apache-2.0.txt`）；ImageNet 的图片本身仅供非商业研究使用。</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>Colours a photograph in the colours of a painting. It guesses natural colours first, as the model of natural colours does, and moves them into the painting's palette by sliced optimal transport; tables over lightness and over kinds of things give a second answer; an AdaIN U-Net mixes both place by place and adds what they lack. A last sweep of transport gives what comes of it the painting's spread of colours.</source>
        <translation>用一幅画的颜色为照片上色。它先像自然色彩模型那样猜测自然的颜色，再以切片最优传输把它们移入画作的调色板；按明度和按物体种类的两张表给出第二个答案；带 AdaIN 的 U-Net 逐处混合两者，并补上它们所缺的。最后再做一遍传输，让结果具有画作颜色的分布范围。</translation>
    </message>
    <message>
        <source>39,388 photographs (scenes from Intel and CMU/SUN, people from Sports-22, VOC2012 and Flickr, objects from Caltech-101 and ImageNet subsets, food, flowers, animals, faces) and 9,100 paintings (a WikiArt selection from Baroque to Expressionism, and KaoKore scrolls), all at low resolution. Most of the photographs are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. The encoder's weights are part of these: EfficientNet-Lite0 as trained on ImageNet by its authors (Apache License 2.0, `resources/licences/Apache-2.0.txt`); ImageNet's pictures themselves are for research that is not commercial.</source>
        <translation>39,388 张照片（Intel 和 CMU/SUN 的场景，Sports-22、VOC2012 和 Flickr 的人物，Caltech-101 和 ImageNet 子集的物品，以及食物、花卉、动物、面孔）和 9,100 幅画作（从巴洛克到表现主义的 WikiArt 选集，以及 KaoKore 绘卷），均为低分辨率。大多数照片出自收集网络图片的研究数据集，各有其条款（ImageNet、VOC、SUN、Flickr）或条款不明；此处不再分发其中任何一张。编码器的权重包含在内：其作者在 ImageNet 上训练的 EfficientNet-Lite0（Apache 许可证 2.0，`resources/licences/Apache-2.0.txt`）；ImageNet 的图片本身仅供非商业研究使用。</translation>
    </message>
    <message>
        <source>Baroque</source>
        <translation>巴洛克</translation>
    </message>
    <message>
        <source>Paints a coloured photograph in strokes that follow its lines, with the marks of bristles, in the dark, warm tones of Baroque paintings under old varnish. A filter lays the strokes; a small network without norms, which learned from paintings, gives them their tones, so that tiles leave no seam.</source>
        <translation>以顺着照片线条、带有鬃毛痕迹的笔触描绘彩色照片，呈现旧清漆下巴洛克绘画深沉温暖的色调。笔触由滤波器铺设；一个不含归一化、向绘画学习过的小网络赋予它们色调，因此图块之间没有接缝。</translation>
    </message>
    <message>
        <source>8,629 photographs (scenes, people, objects, food, flowers, animals), 693 Baroque paintings of a WikiArt selection, and before them 703 Impressionist ones, all at 144 px. Most of the photographs are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. Layers of a SqueezeNet trained on ImageNet (torchvision) were the discriminators' eyes and told how far textures are from the group's; they are not part of the weights.</source>
        <translation>8,629 张照片（场景、人物、物体、食物、花卉、动物）、WikiArt 选集中的 693 幅巴洛克绘画，以及在此之前的 703 幅印象派绘画，均为 144 像素。多数照片来自网络图片的研究数据集，各有其条款（ImageNet、VOC、SUN、Flickr）或条款不明；此处不再分发其中任何一张。在 ImageNet 上训练的 SqueezeNet（torchvision）的若干层充当判别器的眼睛，并衡量纹理与该组绘画的距离；它们不属于权重。</translation>
    </message>
    <message>
        <source>Impressionists</source>
        <translation>印象派</translation>
    </message>
    <message>
        <source>Paints a coloured photograph in broad strokes that follow its lines, with the marks of bristles, in the light, powdery tones of Impressionist paintings. A filter lays the strokes; a small network without norms, which learned from paintings, gives them their tones, so that tiles leave no seam.</source>
        <translation>以顺着照片线条、带有鬃毛痕迹的宽阔笔触描绘彩色照片，呈现印象派绘画明亮柔和的粉彩色调。笔触由滤波器铺设；一个不含归一化、向绘画学习过的小网络赋予它们色调，因此图块之间没有接缝。</translation>
    </message>
    <message>
        <source>8,629 photographs (scenes, people, objects, food, flowers, animals) and 703 Impressionist paintings of a WikiArt selection, all at 144 px. Most of the photographs are research collections of web pictures under their own terms (ImageNet, VOC, SUN, Flickr) or of unknown terms; none of them is redistributed here. Layers of a SqueezeNet trained on ImageNet (torchvision) were the discriminators' eyes and told how far textures are from the group's; they are not part of the weights.</source>
        <translation>8,629 张照片（场景、人物、物体、食物、花卉、动物）和 WikiArt 选集中的 703 幅印象派绘画，均为 144 像素。多数照片来自网络图片的研究数据集，各有其条款（ImageNet、VOC、SUN、Flickr）或条款不明；此处不再分发其中任何一张。在 ImageNet 上训练的 SqueezeNet（torchvision）的若干层充当判别器的眼睛，并衡量纹理与该组绘画的距离；它们不属于权重。</translation>
    </message>
</context>
</TS>

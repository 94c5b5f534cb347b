<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Presets</name>
    <message>
        <source>A Bar at the Folies-Bergère</source>
        <translation>女神游乐厅的吧台</translation>
    </message>
    <message>
        <source>Édouard Manet</source>
        <translation>爱德华·马奈</translation>
    </message>
    <message>
        <source>A Sunday Afternoon on the Island of La Grande Jatte</source>
        <translation>大碗岛的星期天下午</translation>
    </message>
    <message>
        <source>Georges Seurat</source>
        <translation>乔治·修拉</translation>
    </message>
    <message>
        <source>Almond Blossom</source>
        <translation>盛开的杏花</translation>
    </message>
    <message>
        <source>Vincent van Gogh</source>
        <translation>文森特·梵高</translation>
    </message>
    <message>
        <source>Arearea (Joyfulness)</source>
        <translation>阿瑞阿瑞阿（欢乐）</translation>
    </message>
    <message>
        <source>Paul Gauguin</source>
        <translation>保罗·高更</translation>
    </message>
    <message>
        <source>Bal du moulin de la Galette</source>
        <translation>煎饼磨坊的舞会</translation>
    </message>
    <message>
        <source>Pierre-Auguste Renoir</source>
        <translation>皮埃尔-奥古斯特·雷诺阿</translation>
    </message>
    <message>
        <source>Blue Dancers</source>
        <translation>蓝色舞者</translation>
    </message>
    <message>
        <source>Edgar Degas</source>
        <translation>埃德加·德加</translation>
    </message>
    <message>
        <source>Boulevard Montmartre, Spring</source>
        <translation>蒙马特大街，春</translation>
    </message>
    <message>
        <source>Camille Pissarro</source>
        <translation>卡米耶·毕沙罗</translation>
    </message>
    <message>
        <source>Café Terrace at Night</source>
        <translation>夜间的露天咖啡座</translation>
    </message>
    <message>
        <source>Composition VII</source>
        <translation>构成第七号</translation>
    </message>
    <message>
        <source>Wassily Kandinsky</source>
        <translation>瓦西里·康定斯基</translation>
    </message>
    <message>
        <source>Cotopaxi</source>
        <translation>科托帕希火山</translation>
    </message>
    <message>
        <source>Frederic Edwin Church</source>
        <translation>弗雷德里克·埃德温·丘奇</translation>
    </message>
    <message>
        <source>Edge of Town (Krumau Town Crescent III)</source>
        <translation>城镇边缘（克鲁毛的弧形街区 III）</translation>
    </message>
    <message>
        <source>Egon Schiele</source>
        <translation>埃贡·席勒</translation>
    </message>
    <message>
        <source>Girl with a Pearl Earring</source>
        <translation>戴珍珠耳环的少女</translation>
    </message>
    <message>
        <source>Johannes Vermeer</source>
        <translation>约翰内斯·维米尔</translation>
    </message>
    <message>
        <source>Girl with a Red Hat</source>
        <translation>戴红帽的女孩</translation>
    </message>
    <message>
        <source>Impression, Sunrise</source>
        <translation>日出·印象</translation>
    </message>
    <message>
        <source>Claude Monet</source>
        <translation>克洛德·莫奈</translation>
    </message>
    <message>
        <source>Jeanne-Marguerite Lecadre in the Garden</source>
        <translation>花园中的让娜-玛格丽特·勒卡德尔</translation>
    </message>
    <message>
        <source>Lady with a Fan</source>
        <translation>持扇的女士</translation>
    </message>
    <message>
        <source>Gustav Klimt</source>
        <translation>古斯塔夫·克里姆特</translation>
    </message>
    <message>
        <source>Liberty Leading the People</source>
        <translation>自由引导人民</translation>
    </message>
    <message>
        <source>Eugène Delacroix</source>
        <translation>欧仁·德拉克罗瓦</translation>
    </message>
    <message>
        <source>Melancholy</source>
        <translation>忧郁</translation>
    </message>
    <message>
        <source>Edvard Munch</source>
        <translation>爱德华·蒙克</translation>
    </message>
    <message>
        <source>Mona Lisa</source>
        <translation>蒙娜丽莎</translation>
    </message>
    <message>
        <source>Leonardo da Vinci</source>
        <translation>列奥纳多·达·芬奇</translation>
    </message>
    <message>
        <source>Ophelia</source>
        <translation>奥菲莉娅</translation>
    </message>
    <message>
        <source>John Everett Millais</source>
        <translation>约翰·埃弗里特·米莱</translation>
    </message>
    <message>
        <source>Paris Street; Rainy Day</source>
        <translation>巴黎的街道，雨天</translation>
    </message>
    <message>
        <source>Gustave Caillebotte</source>
        <translation>居斯塔夫·卡耶博特</translation>
    </message>
    <message>
        <source>Pierrot and Harlequin (Mardi Gras)</source>
        <translation>皮埃罗与哈乐昆（狂欢节）</translation>
    </message>
    <message>
        <source>Paul Cézanne</source>
        <translation>保罗·塞尚</translation>
    </message>
    <message>
        <source>Poppy Field (Giverny)</source>
        <translation>罂粟田（吉维尼）</translation>
    </message>
    <message>
        <source>Portrait of Adele Bloch-Bauer I</source>
        <translation>阿黛尔·布洛赫-鲍尔肖像 I</translation>
    </message>
    <message>
        <source>Portrait of Jeanne Samary (La Rêverie)</source>
        <translation>让娜·萨玛丽肖像（遐想）</translation>
    </message>
    <message>
        <source>Primavera</source>
        <translation>春</translation>
    </message>
    <message>
        <source>Sandro Botticelli</source>
        <translation>桑德罗·波提切利</translation>
    </message>
    <message>
        <source>Rain, Steam and Speed</source>
        <translation>雨、蒸汽和速度</translation>
    </message>
    <message>
        <source>J. M. W. Turner</source>
        <translation>J. M. W. 透纳</translation>
    </message>
    <message>
        <source>Red and Blue Horse</source>
        <translation>红马与蓝马</translation>
    </message>
    <message>
        <source>Franz Marc</source>
        <translation>弗朗茨·马尔克</translation>
    </message>
    <message>
        <source>Sunflowers</source>
        <translation>向日葵</translation>
    </message>
    <message>
        <source>The Arnolfini Portrait</source>
        <translation>阿尔诺芬尼夫妇像</translation>
    </message>
    <message>
        <source>Jan van Eyck</source>
        <translation>扬·凡·艾克</translation>
    </message>
    <message>
        <source>The Ballet Class</source>
        <translation>舞蹈课</translation>
    </message>
    <message>
        <source>The Birth of Venus</source>
        <translation>维纳斯的诞生</translation>
    </message>
    <message>
        <source>The Card Players</source>
        <translation>玩纸牌的人</translation>
    </message>
    <message>
        <source>The Child's Bath</source>
        <translation>给孩子洗澡</translation>
    </message>
    <message>
        <source>Mary Cassatt</source>
        <translation>玛丽·卡萨特</translation>
    </message>
    <message>
        <source>The City Rises</source>
        <translation>城市的兴起</translation>
    </message>
    <message>
        <source>Umberto Boccioni</source>
        <translation>翁贝托·薄邱尼</translation>
    </message>
    <message>
        <source>The Cradle</source>
        <translation>摇篮</translation>
    </message>
    <message>
        <source>Berthe Morisot</source>
        <translation>贝尔特·莫里索</translation>
    </message>
    <message>
        <source>The Fighting Temeraire</source>
        <translation>被拖去解体的战舰无畏号</translation>
    </message>
    <message>
        <source>The Flood at Port-Marly</source>
        <translation>马尔利港的洪水</translation>
    </message>
    <message>
        <source>Alfred Sisley</source>
        <translation>阿尔弗雷德·西斯莱</translation>
    </message>
    <message>
        <source>The Great Wave off Kanagawa</source>
        <translation>神奈川冲浪里</translation>
    </message>
    <message>
        <source>Katsushika Hokusai</source>
        <translation>葛饰北斋</translation>
    </message>
    <message>
        <source>The Green Christ (Breton Calvary)</source>
        <translation>绿色基督（布列塔尼的受难像）</translation>
    </message>
    <message>
        <source>The Hay Wain</source>
        <translation>干草车</translation>
    </message>
    <message>
        <source>John Constable</source>
        <translation>约翰·康斯太布尔</translation>
    </message>
    <message>
        <source>The Kiss</source>
        <translation>吻</translation>
    </message>
    <message>
        <source>The Night Watch</source>
        <translation>夜巡</translation>
    </message>
    <message>
        <source>Rembrandt van Rijn</source>
        <translation>伦勃朗·凡·莱因</translation>
    </message>
    <message>
        <source>The Ninth Wave</source>
        <translation>九级浪</translation>
    </message>
    <message>
        <source>Ivan Aivazovsky</source>
        <translation>伊万·艾瓦佐夫斯基</translation>
    </message>
    <message>
        <source>The School of Athens</source>
        <translation>雅典学院</translation>
    </message>
    <message>
        <source>Raphael</source>
        <translation>拉斐尔</translation>
    </message>
    <message>
        <source>The Scream</source>
        <translation>呐喊</translation>
    </message>
    <message>
        <source>The Starry Night</source>
        <translation>星夜</translation>
    </message>
    <message>
        <source>The Swing</source>
        <translation>秋千</translation>
    </message>
    <message>
        <source>The Tower of Babel</source>
        <translation>巴别塔</translation>
    </message>
    <message>
        <source>Pieter Bruegel the Elder</source>
        <translation>老彼得·勃鲁盖尔</translation>
    </message>
    <message>
        <source>The Wreck of a Transport Ship (Shipwreck of the Minotaur)</source>
        <translation>运输船的失事（弥诺陶洛斯号海难）</translation>
    </message>
    <message>
        <source>Wanderer above the Sea of Fog</source>
        <translation>雾海上的旅人</translation>
    </message>
    <message>
        <source>Caspar David Friedrich</source>
        <translation>卡斯帕·大卫·弗里德里希</translation>
    </message>
    <message>
        <source>Water Lilies</source>
        <translation>睡莲</translation>
    </message>
    <message>
        <source>Wheat Field with Cypresses</source>
        <translation>有柏树的麦田</translation>
    </message>
    <message>
        <source>Woman with a Parasol - Madame Monet and Her Son</source>
        <translation>撑阳伞的女人——莫奈夫人和她的儿子</translation>
    </message>
</context>
</TS>

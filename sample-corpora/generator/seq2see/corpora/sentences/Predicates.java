package seq2see.corpora.sentences;

import java.util.List;
import java.util.stream.Stream;

/** What people do. Each group stands with the places where it can be done and the tags that patterns choose by. */
final class Predicates {
    static final List<Predicate> MEALS = Predicate.list("""
            eat an apple | manger une pomme | 吃 一个 苹果
            eat bread | manger du pain | 吃 面包
            eat fish | manger du poisson | 吃 鱼
            eat rice | manger du riz | 吃 米饭
            eat a cake | manger un gâteau | 吃 一块 蛋糕
            drink water | boire de l'eau | 喝 水
            drink tea | boire du thé | 喝 茶
            drink coffee | boire du café | 喝 咖啡
            drink milk | boire du lait | 喝 牛奶""", "meal", "lasting", "habit", "order");

    static final List<Predicate> COOKING = Predicate.list("""
            make dinner | préparer le dîner | 做 晚饭
            make a cake | faire un gâteau | 做 一个 蛋糕
            make soup | faire de la soupe | 做 汤""", "kitchen", "lasting", "habit", "order");

    static final List<Predicate> READING = Predicate.list("""
            read a book | lire un livre | 看 一本 书
            read the newspaper | lire le journal | 看 报纸
            read a letter | lire une lettre | 看 一封 信
            write a letter | écrire une lettre | 写 一封 信
            listen to music | écouter de la musique | 听 音乐
            study French | étudier =le français | 学习 法语
            study Chinese | étudier =le chinois | 学习 中文""", "quiet", "lasting", "habit", "order");

    static final List<Predicate> HOMEWORK = Predicate.list("""
            do his homework | faire ses devoirs | 做 作业""", "quiet", "lasting", "habit", "child");

    static final List<Predicate> EVENING = Predicate.list("""
            watch television | regarder la télévision | 看 电视
            watch a film | regarder un film | 看 一部 电影
            listen to the radio | écouter la radio | 听 广播
            play the piano | jouer =du piano | 弹 钢琴
            sing a song | chanter une chanson | 唱 一首 歌""", "indoors", "lasting", "habit", "order");

    static final List<Predicate> OUTDOORS = Predicate.list("""
            play football | jouer au football | 踢 足球
            play with the dog | jouer avec le chien | 和狗玩
            take photos | prendre des photos | 拍 照片
            talk to his friends | parler à ses amis | 和朋友聊 天
            dance | danser | 跳 舞
            rest | se reposer | 休息
            run | courir | 跑 步""", "outdoors", "lasting", "habit", "order");

    static final List<Predicate> HOUSEWORK = Predicate.list("""
            clean the kitchen | nettoyer la cuisine | 打扫 厨房
            clean the house | nettoyer la maison | 打扫 房子
            wash the dishes | faire la vaisselle | 洗 碗
            wash the car | laver la voiture | 洗 车
            repair the bicycle | réparer le vélo | 修 自行车
            help the neighbours | aider les voisins | 帮助 邻居
            call his mother | appeler sa mère | 给妈妈打 电话
            call the doctor | appeler le médecin | 给医生打 电话""", "lasting", "order");

    static final List<Predicate> WAITING = Predicate.list("""
            look for his keys | chercher ses clés | 找 钥匙
            look for the cat | chercher le chat | 找 猫
            wait for the bus | attendre le bus | 等 公交车
            wait for a friend | attendre un ami | 等 一个 朋友""", "lasting");

    static final List<Predicate> SHOPPING = Predicate.list("""
            buy bread | acheter du pain | 买 面包
            buy flowers | acheter des fleurs | 买 花
            buy apples | acheter des pommes | 买 苹果
            buy a dress | acheter une robe | 买 一条 裙子
            buy a hat | acheter un chapeau | 买 一顶 帽子
            buy a newspaper | acheter un journal | 买 一份 报纸""", "shop", "lasting", "order");

    static final List<Predicate> LARGE = Predicate.list("""
            buy a car | acheter une voiture | 买 一辆 车
            buy a house | acheter une maison | 买 一所 房子
            sell the car | vendre la voiture | 卖 车
            sell the house | vendre la maison | 卖 房子""", "adult", "large");

    static final List<Predicate> DOORS = Predicate.list("""
            open the window | ouvrir la fenêtre | 打开 窗户
            open the door | ouvrir la porte | 开 门
            close the door | fermer la porte | 关 门
            close the window | fermer la fenêtre | 关上 窗户""", "order");

    static final List<Predicate> EVENTS = Predicate.list("""
            visit the museum | visiter le musée | 参观 博物馆
            take the train | prendre le train | 坐 火车
            take the bus | prendre le bus | 坐 公交车""", "coming");

    /** What one can hope for and not simply do. */
    static final List<Predicate> OUTCOMES = Predicate.list("""
            find the key | trouver la clé | 找到 钥匙
            win the match | gagner le match | 赢 比赛""", "outcome");

    /** What nobody sets out to do. */
    static final List<Predicate> MISHAPS = Predicate.list("""
            lose his keys | perdre ses clés | 丢 钥匙
            forget his umbrella | oublier son parapluie | 忘带 雨伞 / 忘了带雨伞
            break a cup | casser une tasse | 打破 一个 杯子
            fall | tomber | 摔倒
            receive a letter | recevoir une lettre | 收到 一封 信
            miss the bus | rater le bus | 错过 公交车""", "mishap");

    static final List<Predicate> JOURNEYS = Predicate.list("""
            go to school | aller à l'école | 去 学校
            go to the market | aller au marché | 去 市场
            go to the park | aller au parc | 去 公园
            go to the beach | aller à la plage | 去 海边
            go to the library | aller à la bibliothèque | 去 图书馆
            go to the cinema | aller au cinéma | 去看 电影
            go to Paris | aller à Paris | 去 巴黎
            go to the museum | aller au musée | 去 博物馆""", "coming", "journey");

    static final List<Predicate> MOVES = Predicate.list("""
            come home | rentrer à la maison | 回家
            go out | sortir | 出去
            leave | partir | 走
            stay at home | rester à la maison | 待在家里 / 待在家里""", "coming");

    static final List<Predicate> DAILY = Predicate.list("""
            get up | se lever | 起床
            go to bed | se coucher | 睡觉""", "daily");

    static final List<Predicate> SLEEPING = Predicate.list("""
            sleep | dormir | 睡觉
            work | travailler | 工作 / 工作""", "lasting", "desk");

    static final List<Predicate> SKILLS = Predicate.list("""
            swim | nager | 游泳
            cook | cuisiner | 做饭
            dance | danser | 跳舞
            sing | chanter | 唱歌
            ride a bicycle | faire =du vélo | 骑自行车
            play the piano | jouer =du piano | 弹钢琴
            speak French | parler français | 说法语
            speak Chinese | parler chinois | 说中文""", "skill");

    /** What is so for a while: it takes no progressive. */
    static final List<Predicate> STATES = Predicate.list("""
            like coffee | aimer =le café | 喜欢 咖啡
            like tea | aimer =le thé | 喜欢 茶
            like chocolate | aimer =le chocolat | 喜欢 巧克力
            like music | aimer =la musique | 喜欢 音乐
            like cats | aimer =les chats | 喜欢 猫
            like dogs | aimer =les chiens | 喜欢 狗
            like apples | aimer =les pommes | 喜欢 苹果
            like this song | aimer cette chanson | 喜欢 这首歌
            like this film | aimer ce film | 喜欢 这部电影
            speak English | parler anglais | 会说英语
            live in Paris | habiter à Paris | 住在巴黎
            live in China | habiter en Chine | 住在中国
            live in France | habiter en France | 住在法国
            live near the sea | habiter près de la mer | 住在海边
            know the answer | connaître la réponse | 知道答案
            know this song | connaître cette chanson | 知道这首歌
            know this city | connaître cette ville | 了解这座城市
            understand the question | comprendre la question | 明白这个问题
            need money | avoir besoin d'argent | 需要钱
            need help | avoir besoin d'aide | 需要帮助
            want a bicycle | vouloir un vélo | 想要 一辆 自行车
            want a new coat | vouloir un nouveau manteau | 想要 一件 新大衣
            have a dog | avoir un chien | 有 一只 狗
            have a cat | avoir un chat | 有 一只 猫
            have a garden | avoir un jardin | 有 一个 花园
            have a red car | avoir une voiture rouge | 有 一辆 红车
            have blue eyes | avoir les yeux bleus | 有 蓝眼睛
            have a good idea | avoir une bonne idée | 有 一个 好主意
            have time | avoir le temps | 有 时间
            wear glasses | porter des lunettes | 戴 眼镜""", "state");

    /** What takes a while, and so can be going on. */
    static final List<Predicate> LASTING = Stream.of(MEALS, COOKING, READING, HOMEWORK, EVENING, OUTDOORS, HOUSEWORK,
            WAITING, SHOPPING, SLEEPING).flatMap(List::stream).toList();

    /** What can be planned or wished. */
    static final List<Predicate> AIMS = Stream.of(MEALS, COOKING, READING, HOMEWORK, EVENING, OUTDOORS, HOUSEWORK,
            SHOPPING, LARGE, DOORS, EVENTS, JOURNEYS, MOVES).flatMap(List::stream).toList();

    /** What there may be a need to do. */
    static final List<Predicate> DUTIES = Stream.of(COOKING, READING, HOMEWORK, HOUSEWORK, SHOPPING, LARGE, DOORS, EVENTS,
            OUTCOMES, JOURNEYS, MOVES, SLEEPING).flatMap(List::stream).toList();

    /** What can have been done on a certain day. */
    static final List<Predicate> DEEDS = Stream.of(AIMS, OUTCOMES, MISHAPS, DAILY).flatMap(List::stream).toList();

    static final List<Predicate> ERRANDS = Stream.of(COOKING, HOUSEWORK, SHOPPING, DOORS).flatMap(List::stream).toList();

    /** What something may keep one from. */
    static final List<Predicate> CHANCES = Stream.of(MEALS, HOUSEWORK, LARGE, DOORS, EVENTS, JOURNEYS, MOVES)
            .flatMap(List::stream).filter(deed -> !deed.englishRest().equals("water")).toList();

    static final List<Predicate> HABITS = AIMS.stream().filter(deed -> deed.is("habit")).toList();

    /** What one may be told to do; French reflexive verbs would turn round for it. */
    static final List<Predicate> ORDERS = Stream.concat(AIMS.stream().filter(deed -> deed.is("order")), JOURNEYS.stream())
            .filter(deed -> !deed.frenchVerb().reflexive() && !deed.englishRest().contains("Paris")).toList();

    private Predicates() {
    }
}

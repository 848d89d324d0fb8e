package seq2see.corpora.sentences;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The nouns and adjectives that patterns put together, by their English. No hat is ever green: in Chinese, whoever wears a
 * green hat is a deceived husband.
 */
final class Lexicon {
    private static final Map<String, Noun> NOUNS = byEnglish(Noun.list("""
            house | maison f | 房子 所
            garden | jardin m | 花园 个
            room | chambre f | 房间 个
            city | ville f | 城市 座
            car | voiture f | 车 辆
            bicycle | vélo m | 自行车 辆
            table | table f | 桌子 张
            chair | chaise f | 椅子 把
            bed | lit m | 床 张
            bag | sac m | 包 个
            box | boîte f | 盒子 个
            dress | robe f | 裙子 条
            hat | chapeau m | 帽子 顶
            coat | manteau m | 大衣 件
            shirt | chemise f | 衬衫 件
            umbrella | parapluie m | 雨伞 把
            key | clé f | 钥匙 把
            cup | tasse f | 杯子 个
            phone | téléphone m | 手机 部
            book | livre m | 书 本
            letter | lettre f | 信 封
            newspaper | journal/journaux m | 报纸 份
            film | film m | 电影 部
            story | histoire f | 故事 个
            song | chanson f | 歌 首
            question | question f | 问题 个
            exercise | exercice m | 练习 个
            soup | soupe f | 汤 碗
            bread | pain m | 面包 块
            cake | gâteau m | 蛋糕 块
            apple | pomme f | 苹果 个
            coffee | café m | 咖啡 杯
            tea | thé m | 茶 杯
            water | eau f | 水 杯
            flower | fleur f | 花 朵
            tree | arbre m | 树 棵
            cat | chat m | 猫 只
            dog | chien m | 狗 只
            bird | oiseau m | 鸟 只
            mouse/mice | souris f | 老鼠 只
            horse | cheval/chevaux m | 马 匹
            boy | garçon m | 男孩 个
            girl | fille f | 女孩 个
            child/children | enfant m | 孩子 个
            man/men | homme m | 男人 个
            woman/women | femme f | 女人 个
            student | étudiant m | 学生 个
            friend | ami m | 朋友 个
            brother | frère m | 哥哥 个
            sister | sœur f | 妹妹 个
            daughter | fille f | 女儿 个
            son | fils m | 儿子 个
            station | gare f | 车站 个
            school | école f | 学校 所
            shop | magasin m | 商店 家"""), Noun::english);

    private static final Map<String, Adjective> ADJECTIVES = byEnglish(Adjective.list("""
            big | <grand | 大
            small | <petit | 小
            new | <nouveau/nouvelle/nouvel | 新
            old | <vieux/vieille/vieil | 旧
            beautiful | <beau/belle/bel | 漂亮 漂亮的
            clean | propre | 干净 干净的
            dirty | sale | 脏
            expensive | cher/chère | 贵 贵的
            red | rouge | 红色的 红
            blue | bleu | 蓝色的 蓝
            green | vert | 绿色的 绿
            black | noir | 黑色的 黑
            white | blanc/blanche | 白色的 白
            yellow | jaune | 黄色的 黄
            hot | chaud | 热
            cold | froid | 凉
            long | <long/longue | 长
            sad | triste | 悲伤 悲伤的
            interesting | intéressant | 有趣 有趣的
            boring | ennuyeux/ennuyeuse | 无聊 无聊的
            easy | facile | 容易 容易的
            difficult | difficile | 难 难的
            heavy | lourd | 重 重的
            empty | vide | 空的
            full | plein | 满的
            tall | grand | 高
            young | jeune | 年轻
            tired | fatigué | 累
            happy | content | 高兴
            busy | occupé | 忙
            angry | fâché | 生气
            strong | fort | 强壮
            kind | gentil/gentille | 善良
            intelligent | intelligent | 聪明
            famous | célèbre | 出名
            rich | riche | 富有
            unhappy | malheureux/malheureuse | 难过"""), Adjective::english);

    private Lexicon() {
    }

    static Noun noun(String english) {
        return known(NOUNS, english);
    }

    /** The nouns with these names, blanks between them. */
    static List<Noun> nouns(String english) {
        return Arrays.stream(english.split(" ")).map(Lexicon::noun).toList();
    }

    static Adjective adjective(String english) {
        return known(ADJECTIVES, english);
    }

    static List<Adjective> adjectives(String english) {
        return Arrays.stream(english.split(" ")).map(Lexicon::adjective).toList();
    }

    private static <T> T known(Map<String, T> words, String english) {
        T word = words.get(english);
        if (word == null) {
            throw new IllegalArgumentException("no such word: " + english);
        }
        return word;
    }

    private static <T> Map<String, T> byEnglish(List<T> words, Function<T, String> english) {
        return words.stream().collect(Collectors.toMap(english, Function.identity()));
    }
}

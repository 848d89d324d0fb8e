package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two clauses in one sentence: because, if, when, but, and, I think that. */
final class JoinedPatterns {
    /** A feeling and what it leads to. */
    private record Reason(Quality feeling, Predicate deed, Form form, boolean negated) {
    }

    private static final List<NounPhrase> PEOPLE = Stream.concat(Subjects.PRONOUNS.stream(), Subjects.PEOPLE.stream()).toList();
    private static final Quality TIRED = Quality.of(Lexicon.adjective("tired"));
    private static final Quality BUSY = Quality.of(Lexicon.adjective("busy"));
    private static final Quality SAD = Quality.of(Adjective.parsed("sad | triste | 难过"));
    private static final Quality HUNGRY = Quality.had(Phrase.parsed("hungry | faim | 饿"));
    private static final Quality THIRSTY = Quality.had(Phrase.parsed("thirsty | soif | 渴"));
    private static final Quality COLD = Quality.had(Phrase.parsed("cold | froid | 冷"));
    private static final Quality SLEEPY = Quality.had(Phrase.parsed("sleepy | sommeil | 困"));

    private JoinedPatterns() {
    }

    static List<Pattern> all() {
        return List.of(
                new Pattern("because", 140, because()),
                new Pattern("when tired", 90, whenever()),
                new Pattern("if it rains", 100, weather()),
                new Pattern("but", 110, contrast()),
                new Pattern("and", 120, both()),
                new Pattern("think that", 100, reported("think that", "penser", "que", "觉得")),
                new Pattern("say that", 80, reported("say that", "dire", "que", "说")));
    }

    private static List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        add(reasons, HUNGRY, Form.PROGRESSIVE, """
                eat an apple | manger une pomme | 吃 苹果
                eat bread | manger du pain | 吃 面包
                make soup | faire de la soupe | 做 汤""");
        add(reasons, THIRSTY, Form.PROGRESSIVE, """
                drink water | boire de l'eau | 喝 水
                drink tea | boire du thé | 喝 茶
                drink milk | boire du lait | 喝 牛奶""");
        add(reasons, COLD, Form.PROGRESSIVE, """
                close the window | fermer la fenêtre | 关窗户
                drink tea | boire du thé | 喝 茶""");
        add(reasons, TIRED, Form.WANT_TO, """
                rest | se reposer | 休息
                come home | rentrer à la maison | 回家
                go to bed | se coucher | 睡觉
                stay at home | rester à la maison | 待在家里""");
        add(reasons, SLEEPY, Form.WANT_TO, """
                drink coffee | boire du café | 喝 咖啡
                go to bed | se coucher | 睡觉""");
        add(reasons, SAD, Form.PROGRESSIVE, """
                listen to music | écouter de la musique | 听 音乐
                cry | pleurer | 哭""");
        return reasons;
    }

    private static void add(List<Reason> reasons, Quality feeling, Form form, String deeds) {
        Predicate.list(deeds).forEach(deed -> reasons.add(new Reason(feeling, deed, form, false)));
        if (feeling == TIRED) {
            Stream.of(TIRED, BUSY).forEach(why -> Predicate.list("""
                    go out | sortir | 出去
                    play football | jouer au football | 踢足球
                    go to the cinema | aller au cinéma | 去看电影
                    clean the kitchen | nettoyer la cuisine | 打扫厨房""")
                    .forEach(deed -> reasons.add(new Reason(why, deed, Form.WANT_TO, true))));
        }
    }

    /** Anna is drinking water because she is thirsty: 因为安娜很渴，所以她在喝水. */
    private static List<Phrase> because() {
        List<Phrase> phrases = new ArrayList<>();
        for (NounPhrase one : PEOPLE) {
            for (Reason reason : reasons()) {
                Clause clause = Clause.of(one, reason.form, reason.deed);
                Phrase deed = (reason.negated ? clause.not() : clause).phrase();
                Phrase feeling = reason.feeling.said(pronoun(one));
                String subject = pronoun(one).chinese();
                phrases.add(new Phrase(deed.english() + " because " + feeling.english(),
                        deed.french() + " parce que " + feeling.french(),
                        "因为" + one.chinese() + reason.feeling.chinese() + "，所以" + subject
                                + deed.chinese().substring(one.chinese().length())).statement());
            }
        }
        return phrases;
    }

    /** When I am tired, I listen to music: 我累的时候听音乐. */
    private static List<Phrase> whenever() {
        List<Phrase> phrases = new ArrayList<>();
        for (NounPhrase one : PEOPLE) {
            for (Quality feeling : List.of(TIRED, SAD)) {
                for (Predicate deed : Predicate.list("""
                        listen to music | écouter de la musique | 听音乐
                        drink tea | boire du thé | 喝茶
                        go to the park | aller au parc | 去公园
                        play the piano | jouer =du piano | 弹钢琴
                        sing | chanter | 唱歌
                        sleep | dormir | 睡觉""")) {
                    Phrase state = feeling.said(one);
                    Phrase habit = Clause.of(pronoun(one), Form.PRESENT, deed).phrase();
                    phrases.add(new Phrase("when " + state.english() + ", " + habit.english(),
                            "quand " + state.french() + ", " + habit.french(),
                            one.chinese() + feeling.chineseAsked() + "的时候" + deed.chinese(false)).statement());
                }
            }
        }
        return phrases;
    }

    /** If it rains tomorrow, I will stay at home. */
    private static List<Phrase> weather() {
        List<Phrase> bad = Phrase.list("""
                it rains | il pleut | 下雨
                it snows | il neige | 下雪
                it is cold | il fait froid | 很冷""");
        List<Phrase> good = Phrase.list("""
                the weather is nice | il fait beau | 天气好
                it is hot | il fait chaud | 很热""");
        List<Predicate> indoors = Predicate.list("""
                stay at home | rester à la maison | 待在家里
                go to the museum | aller au musée | 去博物馆
                go to the cinema | aller au cinéma | 去看电影
                take the bus | prendre le bus | 坐公交车""");
        List<Predicate> outdoors = Predicate.list("""
                go to the beach | aller à la plage | 去海边
                go to the park | aller au parc | 去公园
                play football | jouer au football | 踢足球""");
        return Stream.concat(conditional(bad, indoors), conditional(good, outdoors)).toList();
    }

    private static Stream<Phrase> conditional(List<Phrase> conditions, List<Predicate> deeds) {
        return PEOPLE.stream().flatMap(one -> conditions.stream().flatMap(condition -> deeds.stream().map(deed -> {
            Phrase then = Clause.of(one, Form.FUTURE, deed).phrase();
            return new Phrase("if " + condition.english() + " tomorrow, " + then.english(),
                    "si " + condition.french() + " demain, " + then.french(),
                    "如果明天" + condition.chinese() + "，" + then.chinese()).statement();
        })));
    }

    /** Paul likes tea, but he doesn't like coffee; my brother likes tea, but my sister likes coffee. */
    private static List<Phrase> contrast() {
        List<Predicate> tastes = Predicates.STATES.stream().filter(state -> state.englishVerb().base().equals("like")
                && !state.englishRest().contains("this")).toList();
        List<Phrase> phrases = new ArrayList<>();
        for (NounPhrase one : PEOPLE) {
            for (Predicate liked : tastes) {
                for (Predicate disliked : tastes) {
                    if (liked != disliked) {
                        Phrase yes = Clause.of(one, Form.PRESENT, liked).phrase();
                        Phrase no = Clause.of(pronoun(one), Form.PRESENT, disliked).not().phrase();
                        phrases.add(new Phrase(yes.english() + ", but " + no.english(), yes.french() + ", mais " + no.french(),
                                yes.chinese() + "，但是" + no.chinese()).statement());
                    }
                }
            }
        }
        return phrases;
    }

    /** My mother is reading a book and my father is listening to the radio. */
    private static List<Phrase> both() {
        List<Predicate> deeds = Stream.of(Predicates.READING, Predicates.EVENING, Predicates.COOKING)
                .flatMap(List::stream).toList();
        List<NounPhrase> family = Subjects.ADULTS.stream()
                .filter(one -> one.english().matches("(my|the) .*") && !one.person().isPlural()).toList();
        List<Phrase> phrases = new ArrayList<>();
        for (NounPhrase one : family) {
            for (NounPhrase other : family) {
                for (Predicate first : deeds) {
                    for (Predicate second : deeds) {
                        if (one != other && first != second) {
                            Phrase here = Clause.of(one, Form.PROGRESSIVE, first).phrase();
                            Phrase there = Clause.of(other, Form.PROGRESSIVE, second).phrase();
                            phrases.add(new Phrase(here.english() + " and " + there.english(),
                                    here.french() + " et " + there.french(),
                                    here.chinese() + "，" + there.chinese()).statement());
                        }
                    }
                }
            }
        }
        return phrases;
    }

    /** He thinks that Anna is tired: il pense qu'Anna est fatiguée, 他觉得安娜很累. */
    private static List<Phrase> reported(String english, String french, String that, String chinese) {
        Predicate saying = Predicate.list(english + " | " + french + " " + that + " | " + chinese).getFirst();
        List<Quality> moods = Stream.concat(Stream.of(TIRED, BUSY, SAD, HUNGRY),
                Lexicon.adjectives("happy angry intelligent kind strong").stream().map(Quality::of)).toList();
        List<NounPhrase> people = Subjects.PEOPLE.stream().filter(one -> !one.english().matches("(his|her|their) .*")).toList();
        List<Phrase> phrases = new ArrayList<>();
        for (NounPhrase one : Subjects.PRONOUNS) {
            Phrase speech = Clause.of(one, Form.PRESENT, saying).phrase();
            people.forEach(other -> moods.forEach(mood ->
                    phrases.add(Phrase.joined(speech, mood.said(other)).statement())));
        }
        return phrases;
    }

    /** Who is meant when the sentence goes on: my mother … she. */
    private static NounPhrase pronoun(NounPhrase one) {
        return Subjects.PRONOUNS.stream().filter(pronoun -> pronoun.person() == one.person()
                && (pronoun.feminine() == one.feminine() || one.person() != Person.HE)).findFirst().orElseThrow();
    }
}

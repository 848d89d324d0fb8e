package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What things and people are like: big, red, too hot, tired, a doctor, six years old, taller than Anna. */
final class DescriptionPatterns {
    /** Adjectives, the things of which they can be said, and whose these may be. */
    private record Match(List<Adjective> adjectives, List<Noun> nouns, List<Determiner> owners) {
        Match(String adjectives, String nouns, Determiner... owners) {
            this(Lexicon.adjectives(adjectives), Lexicon.nouns(nouns), List.of(owners));
        }
    }

    private static final Determiner[] ANYONE = {Determiner.THAT_ONE, Determiner.THIS, Determiner.MY, Determiner.YOUR,
            Determiner.HIS, Determiner.HER, Determiner.OUR, Determiner.THEIR};
    private static final List<Match> THINGS = List.of(
            new Match("big small old beautiful clean dirty", "house room table", ANYONE),
            new Match("big small beautiful", "garden", ANYONE),
            new Match("big small beautiful clean", "city", Determiner.THAT_ONE, Determiner.THIS, Determiner.OUR),
            new Match("red blue green black white yellow", "car bicycle dress coat shirt umbrella bag chair", ANYONE),
            new Match("red blue black white yellow", "hat", ANYONE),
            new Match("old expensive beautiful dirty", "dress hat coat shirt bicycle car", ANYONE),
            new Match("hot cold", "soup coffee tea", Determiner.THE, Determiner.MY, Determiner.YOUR,
                    Determiner.HIS, Determiner.HER),
            new Match("hot cold", "water", Determiner.THE),
            new Match("interesting boring long sad", "book film story", Determiner.THAT_ONE, Determiner.THIS),
            new Match("easy difficult", "question exercise", Determiner.THAT_ONE, Determiner.THIS),
            new Match("heavy big small empty full", "box bag", ANYONE));
    private static final List<Adjective> MOODS = Stream.concat(Stream.of(Adjective.parsed("sad | triste | 难过")),
            Lexicon.adjectives("tired happy busy angry tall young strong kind intelligent famous rich").stream()).toList();
    private static final List<Phrase> FEELINGS = Phrase.list("""
            hungry | faim | 饿
            thirsty | soif | 渴
            cold | froid | 冷
            sleepy | sommeil | 困
            afraid | peur | 害怕""");
    private static final List<Phrase> TRADES = Phrase.list("""
            a doctor | médecin | 医生
            a teacher | professeur | 老师
            a journalist | journaliste | 记者
            a dentist | dentiste | 牙医""");
    private static final List<Phrase> AGES = Phrase.list("""
            five years old | cinq ans | 五岁
            six years old | six ans | 六岁
            eight years old | huit ans | 八岁
            ten years old | dix ans | 十岁
            twelve years old | douze ans | 十二岁
            fifteen years old | quinze ans | 十五岁
            twenty years old | vingt ans | 二十岁""");
    private static final List<Phrase> PAST = Adverbials.PAST.subList(0, 3);

    private DescriptionPatterns() {
    }

    static List<Pattern> all() {
        return Stream.of(things(), people(), comparisons()).flatMap(List::stream).toList();
    }

    private static List<Pattern> things() {
        return List.of(
                new Pattern("thing", 180, things(false, (thing, adjective) -> Quality.of(adjective).said(thing).statement())),
                new Pattern("things", 80, things(true, (thing, adjective) -> Quality.of(adjective).said(thing).statement())),
                new Pattern("thing negated", 80,
                        things(false, (thing, adjective) -> Quality.of(adjective).denied(thing).statement())),
                new Pattern("thing asked", 80, things(false, (thing, adjective) -> Quality.of(adjective).asked(thing).question())),
                new Pattern("very", 70, gradable(Quality::very)),
                new Pattern("too", 60, gradable(Quality::too)),
                new Pattern("this is a", 90, presented()));
    }

    /** Each fitting adjective said of each thing, whoever owns it. */
    private static List<Phrase> things(boolean plural, BiFunction<NounPhrase, Adjective, Phrase> said) {
        List<Phrase> phrases = new ArrayList<>();
        for (Match match : THINGS) {
            for (Noun noun : match.nouns) {
                if (!plural || isOftenSeveral(noun)) {
                    match.owners.forEach(owner -> match.adjectives.forEach(
                            adjective -> phrases.add(said.apply(plural ? owner.ofMany(noun) : owner.of(noun), adjective))));
                }
            }
        }
        return phrases;
    }

    /** What one speaks of in the plural: nobody's soups are cold. */
    private static boolean isOftenSeveral(Noun noun) {
        return noun.english().matches("room|table|dress|hat|coat|shirt|umbrella|bag|chair|book|film|story|question|exercise|box");
    }

    private static List<Phrase> gradable(Function<Adjective, Quality> degree) {
        String odd = ".*(beautiful|red|blue|green|black|white|yellow|empty|full|too (clean|interesting)).*";
        return things(false, (thing, adjective) -> degree.apply(adjective).said(thing).statement()).stream()
                .filter(phrase -> !phrase.english().matches(odd)).toList();
    }

    /** This is a big house: c'est une grande maison, 这是一所大房子. */
    private static List<Phrase> presented() {
        List<Phrase> phrases = new ArrayList<>();
        for (Match match : THINGS) {
            for (Noun noun : match.nouns) {
                for (Adjective adjective : Stream.concat(match.adjectives.stream(), Lexicon.adjectives("new").stream()).toList()) {
                    if (!noun.english().matches("soup|coffee|tea|water") && !adjective.english().matches("empty|full")) {
                        phrases.add(Phrase.joined(new Phrase("this is", "c'est", "这是"),
                                Determiner.A.of(adjective, noun).phrase()).statement());
                    }
                }
            }
        }
        return phrases.stream().distinct().toList();
    }

    private static List<Pattern> people() {
        List<NounPhrase> everybody = Stream.of(Subjects.PRONOUNS, Subjects.PEOPLE).flatMap(List::stream).toList();
        List<NounPhrase> others = everybody.stream().filter(DescriptionPatterns::isAskedAbout).toList();
        List<NounPhrase> grown = Stream.of(Subjects.PRONOUNS.subList(0, 4), Subjects.PEOPLE).flatMap(List::stream)
                .filter(one -> !one.person().isPlural() && !Subjects.CHILDREN.contains(one)
                        && !one.english().matches("the (teacher|doctor)")).toList();
        List<NounPhrase> young = NounPhrase.list("""
                I | je | 我 | I
                he | il | 他 | HE
                she | elle | 她 | HE f
                my sister | ma sœur | 我妹妹 | HE f
                his daughter | sa fille | 他女儿 | HE f
                their son | leur fils | 他们的儿子 | HE
                the boy | le garçon | 男孩 | HE
                the girl | la fille | 女孩 | HE f
                Paul | Paul | 保罗 | HE
                Anna | Anna | 安娜 | HE f""");
        List<Quality> moods = Stream.concat(MOODS.stream().map(Quality::of), FEELINGS.stream().map(Quality::had)).toList();
        List<Quality> very = MOODS.stream().map(Quality::very).toList();
        List<Quality> passing = moods.stream().filter(quality -> quality.english().matches(
                "tired|happy|sad|busy|angry|hungry|thirsty|cold|sleepy|afraid")).toList();
        List<Quality> trades = TRADES.stream().map(Quality::being).toList();
        return List.of(
                new Pattern("mood", 160, all(everybody, moods, Quality::said, Phrase::statement)),
                new Pattern("very", 80, all(everybody, very, Quality::said, Phrase::statement)),
                new Pattern("mood negated", 90, all(everybody, moods, Quality::denied, Phrase::statement)),
                new Pattern("mood asked", 90, all(others, moods, Quality::asked, Phrase::question)),
                new Pattern("mood past", 120, PAST.stream().flatMap(time -> all(everybody, passing,
                        (quality, one) -> quality.was(one, time), Phrase::statement).stream()).toList()),
                new Pattern("trade", 50, all(grown, trades, Quality::said, Phrase::statement)),
                new Pattern("trade negated", 30, all(grown, trades, Quality::denied, Phrase::statement)),
                new Pattern("trade asked", 30, all(grown.stream().filter(DescriptionPatterns::isAskedAbout).toList(),
                        trades, Quality::asked, Phrase::question)),
                new Pattern("age", 40, all(young, AGES.stream().map(Quality::aged).toList(), Quality::said, Phrase::statement)));
    }

    private static boolean isChild(NounPhrase one) {
        return Subjects.CHILDREN.contains(one) || one.english().matches("the (boy|girl)|.*(son|daughter)");
    }

    private static boolean isAskedAbout(NounPhrase one) {
        return one.person() != Person.I && one.person() != Person.WE;
    }

    private static List<Phrase> all(List<NounPhrase> subjects, List<Quality> qualities,
                                    BiFunction<Quality, NounPhrase, Phrase> said, Function<Phrase, Phrase> ended) {
        return subjects.stream().flatMap(one -> qualities.stream()
                .filter(quality -> !(isChild(one) && quality.english().matches(".*(famous|rich|twenty).*")))
                .map(quality -> ended.apply(said.apply(quality, one)))).toList();
    }

    /** Paul is taller than Anna: plus grand que, 比……高. */
    private static List<Pattern> comparisons() {
        List<NounPhrase> people = Subjects.PEOPLE.stream().filter(one -> !one.english().matches("(our|her|his|the) .*")).toList();
        List<Phrase> phrases = new ArrayList<>();
        for (String degree : List.of("taller tall", "stronger strong", "busier busy", "richer rich")) {
            Adjective adjective = Lexicon.adjective(degree.split(" ")[1]);
            for (NounPhrase one : people) {
                people.stream().filter(other -> other != one).forEach(other -> phrases.add(new Phrase(
                        one.english() + " " + one.person().be + " " + degree.split(" ")[0] + " than " + other.english(),
                        one.french() + " " + FrenchVerb.of("être").present(one.person()) + " plus "
                                + one.frenchAgreement(adjective) + " que " + other.french(),
                        one.chinese() + "比" + other.chinese() + adjective.chinese()).statement()));
            }
        }
        return List.of(new Pattern("comparison", 110, phrases));
    }
}

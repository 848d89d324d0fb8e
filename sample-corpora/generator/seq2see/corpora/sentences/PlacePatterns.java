package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where things, animals and people are, and what there is somewhere. */
final class PlacePatterns {
    private static final List<Noun> THINGS = Lexicon.nouns("key book phone umbrella letter cup hat newspaper apple");
    private static final List<Noun> ANIMALS = Lexicon.nouns("cat dog mouse bird");
    private static final List<Phrase> FOR_THINGS = Phrase.list("""
            on the table | sur la table | 桌子上
            under the table | sous la table | 桌子下面
            on the chair | sur la chaise | 椅子上
            under the chair | sous la chaise | 椅子下面
            on the bed | sur le lit | 床上
            under the bed | sous le lit | 床下面
            in the bag | dans le sac | 包里
            in the box | dans la boîte | 盒子里
            in the car | dans la voiture | 车里
            behind the door | derrière la porte | 门后面
            next to the window | à côté de la fenêtre | 窗户旁边
            in the kitchen | dans la cuisine | 厨房里""");
    static final List<Phrase> FOR_ANIMALS = Phrase.list("""
            on the chair | sur la chaise | 椅子上
            under the table | sous la table | 桌子下面
            under the bed | sous le lit | 床下面
            in the garden | dans le jardin | 花园里
            behind the house | derrière la maison | 房子后面
            in front of the door | devant la porte | 门前面
            next to the window | à côté de la fenêtre | 窗户旁边
            under the tree | sous l'arbre | 树下面
            in the kitchen | dans la cuisine | 厨房里""");
    private static final List<Phrase> FOR_PEOPLE = Phrase.list("""
            in the kitchen | dans la cuisine | 厨房里
            in the garden | dans le jardin | 花园里
            in the park | dans le parc | 公园里
            in the bedroom | dans la chambre | 卧室里
            in the car | dans la voiture | 车里
            at home | à la maison | 家里
            at school | à l'école | 学校
            at the market | au marché | 市场
            at the library | à la bibliothèque | 图书馆
            at the station | à la gare | 车站
            in Paris | à Paris | 巴黎
            in China | en Chine | 中国""");
    private static final List<Phrase> NUMBERS = Phrase.list("""
            two | deux | 两
            three | trois | 三
            four | quatre | 四
            five | cinq | 五
            ten | dix | 十""");
    private static final List<Determiner> OWNERS =
            List.of(Determiner.THE, Determiner.MY, Determiner.YOUR, Determiner.HIS, Determiner.HER, Determiner.OUR);
    private static final Phrase WAS = Phrase.parsed("yesterday | hier | 昨天");

    private PlacePatterns() {
    }

    static List<Pattern> all() {
        return Stream.of(positions(), people(), existence()).flatMap(List::stream).toList();
    }

    private static List<Pattern> positions() {
        List<NounPhrase> things = owned(THINGS, Determiner::of);
        List<NounPhrase> animals = owned(ANIMALS, Determiner::of).stream()
                .filter(animal -> !animal.english().matches("(my|your|his|her|our) (mouse|bird)")).toList();
        List<NounPhrase> many = owned(Lexicon.nouns("key book cup letter"), Determiner::ofMany);
        return List.of(
                new Pattern("thing at", 160, all(things, FOR_THINGS, Quality::said, Phrase::statement)),
                new Pattern("things at", 70, all(many, FOR_THINGS, Quality::said, Phrase::statement)),
                new Pattern("animal at", 70, all(animals, FOR_ANIMALS, Quality::said, Phrase::statement)),
                new Pattern("thing not at", 70, all(things, FOR_THINGS, Quality::denied, Phrase::statement)),
                new Pattern("thing asked at", 70, all(things, FOR_THINGS, Quality::asked, Phrase::question)),
                new Pattern("animal asked at", 40, all(animals, FOR_ANIMALS, Quality::asked, Phrase::question)),
                new Pattern("where", 70, Stream.of(things, many, animals, Subjects.PEOPLE).flatMap(List::stream)
                        .map(PlacePatterns::where).toList()));
    }

    private static List<Pattern> people() {
        List<NounPhrase> everybody = Stream.of(Subjects.PRONOUNS, Subjects.PEOPLE).flatMap(List::stream).toList();
        List<NounPhrase> others = everybody.stream().filter(one -> one.person() != Person.I && one.person() != Person.WE).toList();
        return List.of(
                new Pattern("person at", 120, all(everybody, FOR_PEOPLE, Quality::said, Phrase::statement)),
                new Pattern("person not at", 60, all(everybody, FOR_PEOPLE, Quality::denied, Phrase::statement)),
                new Pattern("person asked at", 60, all(others, FOR_PEOPLE, Quality::asked, Phrase::question)),
                new Pattern("person was at", 80, all(everybody, FOR_PEOPLE,
                        (quality, one) -> quality.was(one, WAS), Phrase::statement)));
    }

    private static List<NounPhrase> owned(List<Noun> nouns, BiFunction<Determiner, Noun, NounPhrase> phrase) {
        return nouns.stream().flatMap(noun -> OWNERS.stream().map(owner -> phrase.apply(owner, noun))).toList();
    }

    private static List<Phrase> all(List<NounPhrase> subjects, List<Phrase> places,
                                    BiFunction<Quality, NounPhrase, Phrase> said, Function<Phrase, Phrase> ended) {
        return subjects.stream().flatMap(one -> places.stream().filter(place -> isPlaceFor(one.english(), place))
                .map(place -> ended.apply(said.apply(Quality.at(place), one)))).toList();
    }

    /** Birds stay out of the house, and apples off the floor. */
    private static boolean isPlaceFor(String what, Phrase place) {
        return !(what.endsWith("bird") && place.english().matches(".*(chair|table|bed|kitchen)"))
                && !(what.endsWith("apple") && place.english().matches(".*(under|bed|door).*"));
    }

    private static Phrase where(NounPhrase subject) {
        return new Phrase("where " + subject.person().be + " " + subject.english(),
                "où " + FrenchVerb.of("être").present(subject.person()) + " " + subject.french(),
                subject.chinese() + "在哪儿").question();
    }

    private static List<Pattern> existence() {
        List<Phrase> one = new ArrayList<>();
        List<Phrase> several = new ArrayList<>();
        List<Phrase> none = new ArrayList<>();
        List<Phrase> asked = new ArrayList<>();
        List<Phrase> howMany = new ArrayList<>();
        for (boolean animate : List.of(false, true)) {
            for (Noun noun : animate ? ANIMALS : THINGS) {
                for (Phrase place : animate ? FOR_ANIMALS : FOR_THINGS) {
                    if (!isPlaceFor(noun.english(), place)) {
                        continue;
                    }
                    one.add(there(Determiner.A.of(noun).phrase(), place).statement());
                    NUMBERS.forEach(number -> several.add(there(counted(number, noun), place).statement()));
                    none.add(new Phrase("there are no " + noun.englishPlural() + " " + place.english(),
                            "il n'y a pas de " + noun.frenchPlural() + " " + place.french(),
                            place.chinese() + "没有" + noun.chinese()).statement());
                    asked.add(new Phrase("is there " + Determiner.A.of(noun).english() + " " + place.english(),
                            "est-ce qu'il y a " + Determiner.A.of(noun).french() + " " + place.french(),
                            place.chinese() + "有" + noun.chinese() + "吗").question());
                    howMany.add(new Phrase("how many " + noun.englishPlural() + " are there " + place.english(),
                            "combien de " + noun.frenchPlural() + " y a-t-il " + place.french(),
                            place.chinese() + "有几" + noun.measure() + noun.chinese()).question());
                }
            }
        }
        return List.of(new Pattern("there is", 110, one), new Pattern("there are", 140, several),
                new Pattern("there are no", 60, none), new Pattern("is there", 60, asked), new Pattern("how many", 60, howMany));
    }

    private static Phrase counted(Phrase number, Noun noun) {
        return new Phrase(number.english() + " " + noun.englishPlural(), number.french() + " " + noun.frenchPlural(),
                number.chinese() + noun.measure() + noun.chinese());
    }

    private static Phrase there(Phrase what, Phrase where) {
        boolean single = what.english().matches("an? .*");
        return new Phrase("there " + (single ? "is " : "are ") + what.english() + " " + where.english(),
                "il y a " + what.french() + " " + where.french(), where.chinese() + "有" + what.chinese());
    }
}

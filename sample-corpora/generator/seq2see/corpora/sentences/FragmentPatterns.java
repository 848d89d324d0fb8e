package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words that are not a sentence, where Chinese puts everything before the noun that English and French put behind it: the
 * cat in the hat, le chat au chapeau, 戴帽子的猫. Some stand in sentences as well.
 */
final class FragmentPatterns {
    private static final List<Noun> WEARERS = Lexicon.nouns("boy girl man woman child cat dog mouse");
    private static final List<Noun> GROWN = Lexicon.nouns("boy girl man woman");
    /** What one can have on or with one; the French follows à. */
    private static final List<Phrase> CARRIED = Phrase.list("""
            with the umbrella | le parapluie | 拿雨伞的
            with the bag | le sac | 拿包的
            with the glasses | les lunettes | 戴眼镜的
            with the blue eyes | les yeux bleus | 蓝眼睛的""");
    private static final List<Noun> THINGS = Lexicon.nouns("book key umbrella letter phone cup hat newspaper");
    private static final List<Phrase> PLACES = Phrase.list("""
            on the table | sur la table | 桌子上的
            under the table | sous la table | 桌子下面的
            on the chair | sur la chaise | 椅子上的
            on the bed | sur le lit | 床上的
            under the bed | sous le lit | 床下面的
            in the box | dans la boîte | 盒子里的
            in the bag | dans le sac | 包里的
            in the car | dans la voiture | 车里的""");
    private static final List<Noun> ANIMALS = Lexicon.nouns("cat dog bird mouse");
    private static final List<Phrase> ANIMAL_PLACES = Phrase.list("""
            in the garden | dans le jardin | 花园里的
            on the chair | sur la chaise | 椅子上的
            under the tree | sous l'arbre | 树下面的
            behind the house | derrière la maison | 房子后面的
            in the kitchen | dans la cuisine | 厨房里的
            in the box | dans la boîte | 盒子里的""");
    private static final List<Phrase> RELATIVES = Phrase.list("""
            my brother | mon frère | 我哥哥
            my sister | ma sœur | 我妹妹
            my friend | mon ami | 我朋友
            his daughter | sa fille | 他女儿
            their son | leur fils | 他们的儿子""");

    private FragmentPatterns() {
    }

    static List<Pattern> all() {
        List<NounPhrase> dressed = dressed(WEARERS);
        List<NounPhrase> people = Stream.concat(dressed(GROWN).stream(), doing(GROWN).stream()).toList();
        List<NounPhrase> placed = placed();
        return List.of(
                new Pattern("the cat in the hat", 150, fragments(dressed)),
                new Pattern("the book on the table", 40, fragments(placed)),
                new Pattern("the man who is reading", 80, fragments(doing(GROWN))),
                new Pattern("a red car", 70, described()),
                new Pattern("I know the man in the hat", 80, met(people)),
                new Pattern("who is the man in the hat", 40, people.stream().map(one -> new Phrase("who is " + one.english(),
                        "qui est " + one.french(), one.chinese() + "是谁").question()).toList()),
                new Pattern("the cat in the hat is tired", 90, moods(dressed)),
                new Pattern("the boy in the hat is my brother", 40, introduced(people)),
                new Pattern("the book on the table is hers", 70, owned(placed)));
    }

    private static List<Phrase> fragments(List<NounPhrase> phrases) {
        return phrases.stream().map(NounPhrase::phrase).map(Phrase::fragment).toList();
    }

    /** The girl in the red dress, the man with the umbrella. */
    private static List<NounPhrase> dressed(List<Noun> wearers) {
        List<NounPhrase> phrases = new ArrayList<>();
        for (Noun wearer : wearers) {
            for (Noun clothes : Lexicon.nouns("hat coat dress shirt")) {
                boolean suits = clothes.english().equals("hat") || (clothes.english().equals("dress")
                        ? wearer.feminine() && GROWN.contains(wearer) : GROWN.contains(wearer));
                if (suits) {
                    String on = clothes.english().equals("hat") ? "戴" : "穿";
                    phrases.add(with(wearer, new Phrase("in the " + clothes.english(), Determiner.THE.of(clothes).french(),
                            on + clothes.chinese() + "的")));
                    String colours = "red blue black white yellow" + (clothes.english().equals("hat") ? "" : " green");
                    for (Adjective colour : Lexicon.adjectives(colours)) {
                        phrases.add(with(wearer, new Phrase("in the " + colour.english() + " " + clothes.english(),
                                Determiner.THE.of(colour, clothes).french(),
                                on + colour.chineseAttribute() + clothes.chinese() + "的")));
                    }
                }
            }
            if (GROWN.contains(wearer)) {
                CARRIED.forEach(carried -> phrases.add(with(wearer, carried)));
            }
        }
        return phrases;
    }

    private static NounPhrase with(Noun wearer, Phrase worn) {
        return new NounPhrase("the " + wearer.english() + " " + worn.english(),
                Determiner.THE.of(wearer).french() + " à " + worn.french(), worn.chinese() + wearer.chinese(),
                Person.HE, wearer.feminine());
    }

    /** The book on the table, the bird in the garden. */
    private static List<NounPhrase> placed() {
        List<NounPhrase> phrases = new ArrayList<>();
        THINGS.forEach(thing -> PLACES.forEach(place -> phrases.add(at(thing, place))));
        ANIMALS.forEach(animal -> ANIMAL_PLACES.forEach(place -> phrases.add(at(animal, place))));
        return phrases;
    }

    private static NounPhrase at(Noun thing, Phrase place) {
        return new NounPhrase("the " + thing.english() + " " + place.english(),
                Determiner.THE.of(thing).french() + " " + place.french(), place.chinese() + thing.chinese(),
                Person.HE, thing.feminine());
    }

    /** The man who is reading the newspaper. */
    private static List<NounPhrase> doing(List<Noun> people) {
        List<NounPhrase> phrases = new ArrayList<>();
        for (Noun who : people) {
            NounPhrase relative = new NounPhrase("the " + who.english() + " who", Determiner.THE.of(who).french() + " qui", "",
                    Person.HE, who.feminine());
            Predicates.LASTING.stream().filter(deed -> !deed.englishRest().contains("his")).forEach(deed -> {
                Clause clause = Clause.of(relative, Form.PROGRESSIVE, deed);
                phrases.add(new NounPhrase(English.statement(clause), French.statement(clause),
                        "在" + deed.chinese(false) + "的" + who.chinese(), Person.HE, who.feminine()));
            });
        }
        return phrases;
    }

    private static List<Phrase> described() {
        List<Phrase> phrases = new ArrayList<>();
        for (Determiner determiner : List.of(Determiner.A, Determiner.MY, Determiner.HER)) {
            for (Noun thing : Lexicon.nouns("house car bicycle dress coat bag garden dog cat table umbrella")) {
                for (Adjective adjective : Lexicon.adjectives("big small new old beautiful red black white")) {
                    boolean odd = thing.english().matches("dog|cat|garden") && adjective.english().matches("new|old|red")
                            || thing.english().equals("garden") && adjective.english().matches("black|white")
                            || thing.english().matches("dress|coat") && adjective.english().matches("big|small");
                    if (!odd) {
                        phrases.add(determiner.of(adjective, thing).phrase().fragment());
                    }
                }
            }
        }
        return phrases;
    }

    private static List<Phrase> met(List<NounPhrase> people) {
        Predicate knowing = Predicate.list("know | connaître | 认识").getFirst();
        List<Phrase> phrases = new ArrayList<>();
        for (NounPhrase one : Subjects.PRONOUNS) {
            Clause clause = Clause.of(one, Form.PRESENT, knowing);
            for (NounPhrase other : people) {
                phrases.add(new Phrase(English.statement(clause) + " " + other.english(),
                        French.statement(clause) + " " + other.french(),
                        Chinese.clause(clause, true) + other.chinese()).statement());
            }
        }
        return phrases;
    }

    /** The girl in the red dress is tired. */
    private static List<Phrase> moods(List<NounPhrase> people) {
        List<Quality> moods = Stream.concat(
                Lexicon.adjectives("tired happy busy angry").stream().map(Quality::of),
                Phrase.list("""
                        hungry | faim | 饿
                        thirsty | soif | 渴""").stream().map(Quality::had)).toList();
        return people.stream().flatMap(one -> moods.stream().map(mood -> mood.said(one).statement())).toList();
    }

    /** The boy in the red hat is my brother; only a boy or a man is. */
    private static List<Phrase> introduced(List<NounPhrase> people) {
        return people.stream().flatMap(one -> RELATIVES.stream()
                .filter(relative -> one.feminine() == relative.english().matches(".*(sister|daughter)"))
                .map(relative -> new Phrase(one.english() + " is " + relative.english(), one.french() + " est " + relative.french(),
                        one.chinese() + "是" + relative.chinese()).statement())).toList();
    }

    /** The book on the table is Anna's: est à Anna, 是安娜的. */
    private static List<Phrase> owned(List<NounPhrase> things) {
        List<Phrase> owners = Phrase.list("""
                Anna's | à Anna | 安娜的
                Paul's | à Paul | 保罗的
                my mother's | à ma mère | 我妈妈的
                my brother's | à mon frère | 我哥哥的
                my sister's | à ma sœur | 我妹妹的
                the teacher's | au professeur | 老师的""");
        return things.stream().flatMap(thing -> owners.stream().map(owner -> new Phrase(thing.english() + " is " + owner.english(),
                thing.french() + " est " + owner.french(), thing.chinese() + "是" + owner.chinese()).statement())).toList();
    }
}

package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Whose things are, who has how many, who gets what, and who wears and buys what. */
final class PossessionPatterns {
    private static final List<Noun> THINGS = Lexicon.nouns("car book bag umbrella phone dress hat coat bicycle house");
    private static final List<NounPhrase> OWNERS = Subjects.PEOPLE.stream().filter(one -> !one.person().isPlural()).toList();

    /** Whose name has no his or her in it, for that would follow the giver. */
    private static final List<NounPhrase> RECIPIENTS =
            OWNERS.stream().filter(one -> !one.english().matches("(his|her|their) .*")).toList();

    private PossessionPatterns() {
    }

    static List<Pattern> all() {
        return Stream.of(whose(), having(), giving(), wearing()).flatMap(List::stream).toList();
    }

    /** My brother's car: la voiture de mon frère, 我哥哥的车. */
    static NounPhrase of(NounPhrase owner, Noun thing) {
        return new NounPhrase(owner.english() + "'s " + thing.english(),
                Determiner.THE.of(thing).french() + " de " + owner.french(),
                owner.chinese().replace("他们的", "他们") + "的" + thing.chinese(), Person.HE, thing.feminine());
    }

    private static List<Pattern> whose() {
        List<Phrase> presented = new ArrayList<>();
        List<Phrase> described = new ArrayList<>();
        List<Phrase> mine = new ArrayList<>();
        List<Phrase> asked = new ArrayList<>();
        for (Noun thing : THINGS) {
            for (NounPhrase owner : OWNERS) {
                NounPhrase owned = of(owner, thing);
                presented.add(presented(owned));
                for (Adjective adjective : Lexicon.adjectives("red blue black old beautiful")) {
                    if (!(thing.english().equals("book") && !adjective.english().equals("old"))) {
                        described.add(Quality.of(adjective).said(owned).statement());
                    }
                }
            }
            for (Determiner owner : EnumSet.range(Determiner.MY, Determiner.THEIR)) {
                NounPhrase owned = owner.of(thing);
                mine.add(presented(owned));
                mine.add(new Phrase("this isn't " + owned.english(), "ce n'est pas " + owned.french(),
                        "这不是" + owned.chinese()).statement());
                asked.add(new Phrase("is this " + owned.english(), "est-ce que c'est " + owned.french(),
                        "这是" + owned.chinese() + "吗").question());
            }
            asked.add(new Phrase("whose " + thing.english() + " is this", "à qui est " + Determiner.THIS.of(thing).french(),
                    "这是谁的" + thing.chinese()).question());
        }
        return List.of(new Pattern("this is her sister's", 100, presented), new Pattern("her sister's is", 140, described),
                new Pattern("this is mine", 60, mine), new Pattern("is this yours", 40, asked));
    }

    private static Phrase presented(NounPhrase owned) {
        return new Phrase("this is " + owned.english(), "c'est " + owned.french(), "这是" + owned.chinese()).statement();
    }

    /** Anna has three cats. */
    private static List<Pattern> having() {
        List<Predicate> possessions = new ArrayList<>();
        for (String number : List.of("two deux 两", "three trois 三", "four quatre 四")) {
            String[] words = number.split(" ");
            for (Noun noun : Lexicon.nouns("cat dog horse child friend umbrella hat")) {
                possessions.addAll(Predicate.list("have " + words[0] + " " + noun.englishPlural() + " | avoir " + words[1] + " "
                        + noun.frenchPlural() + " | 有 " + words[2] + noun.measure() + noun.chinese()));
            }
        }
        List<Phrase> phrases = possessions.stream().flatMap(predicate ->
                Stream.concat(Subjects.PRONOUNS.stream(), Subjects.ADULTS.stream())
                        .map(subject -> Clause.of(subject, Form.PRESENT, predicate).phrase().statement())).toList();
        return List.of(new Pattern("has three", 110, phrases));
    }

    /** He gave a book to my sister: 他给了我妹妹一本书. */
    private static List<Pattern> giving() {
        List<Phrase> past = new ArrayList<>();
        List<Phrase> future = new ArrayList<>();
        List<Phrase> wish = new ArrayList<>();
        for (Noun gift : Lexicon.nouns("book flower hat umbrella bicycle apple")) {
            NounPhrase given = Determiner.A.of(gift);
            for (NounPhrase to : RECIPIENTS) {
                String measured = given.chinese().substring(0, 2);
                Predicate giving = Predicate.list("give " + given.english() + " to " + to.english() + " | donner " + given.french()
                        + " à " + to.french() + " | 给" + to.chinese() + " " + measured + " " + gift.chinese()
                        + " / 给了" + to.chinese() + given.chinese()).getFirst();
                for (NounPhrase giver : Subjects.PRONOUNS) {
                    past.add(Clause.of(giver, Form.PAST, giving).phrase().statement());
                    future.add(Clause.of(giver, Form.FUTURE, giving).phrase().statement());
                    wish.add(Clause.of(giver, Form.WANT_TO, giving).phrase().statement());
                }
            }
        }
        return List.of(new Pattern("gave", 100, past), new Pattern("will give", 50, future),
                new Pattern("wants to give", 80, wish));
    }

    /** She is wearing a red dress, they bought an old house. */
    private static List<Pattern> wearing() {
        List<Phrase> worn = new ArrayList<>();
        List<Phrase> bought = new ArrayList<>();
        for (Noun thing : Lexicon.nouns("dress hat coat shirt")) {
            String looks = "red blue black white yellow new old beautiful" + (thing.english().equals("hat") ? "" : " green");
            for (Adjective adjective : Lexicon.adjectives(looks)) {
                NounPhrase clothes = Determiner.A.of(adjective, thing);
                String chinese = (thing.english().equals("hat") ? "戴着" : "穿着") + clothes.chinese();
                Stream.concat(Subjects.PRONOUNS.stream(), Subjects.PEOPLE.stream())
                        .filter(one -> !one.person().isPlural() && (one.feminine() || !thing.english().equals("dress")))
                        .forEach(one -> worn.add(new Phrase(one.english() + " " + one.person().be + " wearing " + clothes.english(),
                                one.french() + " " + FrenchVerb.of("porter").present(one.person()) + " " + clothes.french(),
                                one.chinese() + chinese).statement()));
            }
        }
        for (Noun thing : Lexicon.nouns("house car bicycle dress hat coat bag table umbrella")) {
            for (Adjective adjective : Lexicon.adjectives("new old small big beautiful red blue white")) {
                if (thing.english().matches("dress|hat|coat|umbrella") && adjective.english().matches("big|small")) {
                    continue;
                }
                NounPhrase bargain = Determiner.A.of(adjective, thing);
                Predicate buying = Predicate.list("buy " + bargain.english() + " | acheter " + bargain.french() + " | 买 "
                        + bargain.chinese().substring(0, 2) + " " + bargain.chinese().substring(2)).getFirst();
                Stream.concat(Subjects.PRONOUNS.stream(), Subjects.ADULTS.stream()).forEach(buyer -> {
                    bought.add(Clause.of(buyer, Form.PAST, buying).phrase().statement());
                    bought.add(Clause.of(buyer, Form.WANT_TO, buying).phrase().statement());
                    bought.add(Clause.of(buyer, Form.WANT_TO, buying).not().phrase().statement());
                    if (buyer.person() != Person.I && buyer.person() != Person.WE) {
                        bought.add(Clause.of(buyer, Form.PAST, buying).asked().question());
                    }
                });
            }
        }
        return List.of(new Pattern("wearing", 140, worn), new Pattern("buying something new", 240, bought));
    }
}

package seq2see.corpora.sentences;

import java.util.List;
import java.util.function.Function;

/** Telling somebody to do something, not to do it, asking for it, and proposing it. */
final class OrderPatterns {
    private static final NounPhrase YOU = Subjects.PRONOUNS.get(Person.YOU.ordinal());
    private static final NounPhrase WE = Subjects.PRONOUNS.get(4);

    private OrderPatterns() {
    }

    static List<Pattern> all() {
        return List.of(
                new Pattern("order", 50, each(deed -> told(deed).exclamation())),
                new Pattern("please", 50, each(OrderPatterns::please)),
                new Pattern("forbidden", 50, each(deed -> new Phrase("don't " + english(deed, YOU),
                        French.imperative(deed, Person.YOU, true), "别" + deed.chinese(false)).exclamation())),
                new Pattern("let us", 50, each(deed -> new Phrase("let's " + english(deed, WE),
                        French.imperative(deed, Person.WE, false), "我们" + deed.chinese(false) + "吧").exclamation())));
    }

    private static List<Phrase> each(Function<Predicate, Phrase> sentence) {
        return Predicates.ORDERS.stream().map(sentence).toList();
    }

    private static Phrase told(Predicate deed) {
        return new Phrase(english(deed, YOU), French.imperative(deed, Person.YOU, false), deed.chinese(false));
    }

    private static Phrase please(Predicate deed) {
        Phrase told = told(deed);
        return new Phrase("please " + told.english(), "s'il te plaît, " + told.french(), "请" + told.chinese()).statement();
    }

    private static String english(Predicate deed, NounPhrase subject) {
        return (deed.englishVerb().base() + " " + deed.englishRest(subject)).strip();
    }
}

package seq2see.corpora.sentences;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Objects that are pronouns, which stand before the French verb: he is waiting for us, il nous attend. */
final class PronounPatterns {
    /** In the order of the subjects' persons, with her after him. */
    private record Whom(Phrase pronoun, Person person) {
    }

    private static final List<Whom> OBJECTS = List.of(
            new Whom(Phrase.parsed("me | me | 我"), Person.I),
            new Whom(Phrase.parsed("you | te | 你"), Person.YOU),
            new Whom(Phrase.parsed("him | le | 他"), Person.HE),
            new Whom(Phrase.parsed("her | la | 她"), Person.HE),
            new Whom(Phrase.parsed("us | nous | 我们"), Person.WE),
            new Whom(Phrase.parsed("them | les | 他们"), Person.THEY));
    private static final List<Predicate> WAITING = Predicate.list("""
            wait for | attendre | 等
            look for | chercher | 找
            help | aider | 帮助""");
    private static final List<Predicate> STATES = Predicate.list("""
            know | connaître | 认识
            love | aimer | 爱
            understand | comprendre | 理解""");
    private static final List<Predicate> DEEDS = Predicate.list("""
            help | aider | 帮助
            see | voir | 见
            invite | inviter | 邀请
            wait for | attendre | 等""");

    private PronounPatterns() {
    }

    static List<Pattern> all() {
        return List.of(
                new Pattern("waits for us", 60, each(Form.PROGRESSIVE, WAITING, clause -> clause.phrase().statement())),
                new Pattern("knows him", 80, each(Form.PRESENT, STATES, clause -> clause.phrase().statement())),
                new Pattern("does not know him", 60, each(Form.PRESENT, STATES, clause -> clause.not().phrase().statement())),
                new Pattern("does he know you", 40, each(Form.PRESENT, STATES, clause -> clause.asked().question())),
                new Pattern("will help us", 40, each(Form.FUTURE, WAITING, clause -> clause.phrase().statement())),
                new Pattern("wants to see them", 80, each(Form.WANT_TO, DEEDS, clause -> clause.phrase().statement())),
                new Pattern("can help you", 40, each(Form.CAN, DEEDS, clause -> clause.phrase().statement())),
                new Pattern("cannot help you", 40, each(Form.CAN, DEEDS, clause -> clause.not().phrase().statement())));
    }

    private static List<Phrase> each(Form form, List<Predicate> verbs, Function<Clause, Phrase> sentence) {
        return Stream.concat(Subjects.PRONOUNS.stream(), Subjects.PEOPLE.stream()).flatMap(one -> verbs.stream().flatMap(verb ->
                OBJECTS.stream().filter(object -> !concerns(one.person(), object.person()))
                        .map(object -> sentence.apply(Clause.of(one, form, verb.withObject(object.pronoun())))))).toList();
    }

    /** I and me, we and me, you and you: these would be reflexive. */
    private static boolean concerns(Person subject, Person object) {
        boolean both = subject == Person.I && object == Person.WE || subject == Person.WE && object == Person.I;
        return both || subject == object && subject != Person.HE && subject != Person.THEY;
    }
}
